#pragma once
// Questions on what the service is provided for and where: products, Jumpstart, countries, and the choice of spares.
// question.hpp has them among all questions.

#include "catalogue/range.hpp"
#include "engine/proof.hpp"
#include "engine/range_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

struct ProductQuestion // is the service provided for the model (R84–R86)
{
    std::string model;
    bool operator==(ProductQuestion const&) const = default;
};

struct JumpstartQuestion // has the device set-up support, and would a ticket better go by Select (R103–R106)
{
    std::string serial;
    bool operator==(JumpstartQuestion const&) const = default;
};

struct CountryQuestion // on which terms the programmes are provided there (R82, R83)
{
    std::string country;
    bool operator==(CountryQuestion const&) const = default;
};

struct SpareChoiceQuestion // which hardware makes a good spare, and where (R93–R96)
{
    bool operator==(SpareChoiceQuestion const&) const = default;
};

struct SpareMatchQuestion // could the model be swapped for what is deployed (R97)
{
    std::string model;
    bool operator==(SpareMatchQuestion const&) const = default;
};

struct ProductAnswer
{
    std::string model;
    catalogue::Product const* product = nullptr; // of the catalogue; nothing: not in the list
    std::vector<Proof> proof;
};

struct JumpstartAnswer
{
    DeviceId device;
    Holds answer = Holds::no;
    std::optional<Date> last_day;
    Holds better_with_select = Holds::no; // R106: then tickets go by the Select portal
    std::vector<Proof> proof;
};

struct CountryAnswer
{
    Country country;
    std::vector<CountryTermsId> terms; // by programme; none(): as everywhere
    std::vector<Proof> proof;          // one a programme
};

// A model that stands in rooms under a programme that gives spares.
struct SpareCandidate
{
    ModelId model;
    std::int64_t deployed = 0;         // R93: devices of it there
    std::int64_t in_important = 0;     // R94: of these in important rooms
    std::vector<SiteId> hard_to_reach; // R95: sites with it where couriers cannot be relied on
    std::int64_t unknown_sites = 0;    // sites with it of which that is not recorded
    std::vector<Proof> proof;
};

struct SpareChoiceAnswer
{
    std::int64_t spares = 0;                // earned on the day
    std::int64_t devices = 0;               // in those rooms
    std::vector<SpareCandidate> candidates; // the most common first (R93)
};

struct SpareMatchAnswer
{
    std::string model;
    Holds answer = Holds::no;
    std::int64_t deployed = 0;
    std::vector<Proof> proof;
};

} // namespace keyrack::engine
