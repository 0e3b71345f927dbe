#pragma once
// Who did what and when, in words; filtered by person, kind, days and words, and taken back from there.

#include "portal/memo.hpp"
#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct JournalChoice
{
    std::string value, label; // value: of the address
    std::string fragment;
};

struct JournalDay
{
    std::string value, shown; // "2026-01-01", "From 1 Jan 2026"; empty: no such day is asked for
    std::string error {};     // of the last one: it lies before the first, so there is nothing to find
};

struct JournalModel
{
    std::string second; // "142 entries", "12 of 142 entries"
    std::string query;
    JournalDay since, until;               // as the query says; written by EditScreen { "since" } and { "until" }
    std::vector<JournalChoice> who, kinds; // the first is everybody, everything
    std::size_t who_chosen = 0, kind_chosen = 0;
    std::size_t count = 0;
    std::function<JournalLine(std::size_t)> line; // newest first
    bool filtered = false;
    std::string all_fragment; // without filters
};

// Everybody who ever wrote an entry, and the entries that are wanted, newest first.
struct JournalFound
{
    std::set<std::string> actors;
    std::vector<std::uint32_t> rows;
};
// By the tenant's stamp, what is wanted, and the language in which it is looked for.
using JournalMemo = Memo<std::tuple<std::uint64_t, std::string, std::string, std::string, Language>, JournalFound>;

[[nodiscard]] JournalModel journal_model(Scene const& scene, JournalRoute const& route, JournalMemo& memo);
// "rooms", "orders", "licences", "devices", "people", "support", "compliance", "data": the entry's kind, as addresses have it.
[[nodiscard]] std::string_view kind_of_entry(engine::Command const& command);

} // namespace keyrack::portal
