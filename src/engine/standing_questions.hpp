#pragma once
// Questions on how single things stand: a licence (D18), a partner's account by its user licences (R113, R114), a version in
// its lifecycle (R190, R191). question.hpp has them among all questions.

#include "engine/command.hpp"
#include "engine/css_verdict.hpp"
#include "engine/large_user.hpp"
#include "engine/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

struct LicenceQuestion // is it free, and if not: where is it, or how did it end
{
    LicenceKey licence;
    bool operator==(LicenceQuestion const&) const = default;
};

struct AccountClassQuestion // of which class is the account in a region
{
    std::string account; // of a partner's customer, as its subscriptions call it
    std::string region;
    bool operator==(AccountClassQuestion const&) const = default;
};

struct VersionQuestion // in which phase is the version, and is it served
{
    std::string product_line, version;
    bool operator==(VersionQuestion const&) const = default;
};

struct LicenceAnswer
{
    LicenceRef licence;
    LicenceStatus status;
    DeviceId device; // that it is on; none(): on none
};

struct AccountClassAnswer
{
    std::string account, region;
    Classification found;
    std::optional<std::int64_t> user_licences; // nothing: no number is known
    std::vector<Proof> proof;
};

struct VersionAnswer
{
    VersionVerdict verdict;
};

} // namespace keyrack::engine
