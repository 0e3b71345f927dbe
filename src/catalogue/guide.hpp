#pragma once
// What the documents only tell people to do, and where to read on, as data: assets/catalogue/guide.json. Nothing is decided
// by it; it is there to be shown. The words of a step are `guide_step.<step>` in the language files, those of a guide and of
// a reference `guide.<key>` and `reference.<key>`.

#include "catalogue/origin.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::catalogue {

struct Guide
{
    std::string key;                           // "first_steps"; of a way in for partners' tickets, the route's kind
    Parameter<std::vector<std::string>> steps; // words, in the document's order
    bool operator==(Guide const&) const = default;
};

// A page or a paper that a document points to. No address: its text names none.
struct Reference
{
    std::string key; // "compare_sync_plus"
    Parameter<std::vector<std::string>> addresses;
    bool operator==(Reference const&) const = default;
};

struct Guidebook
{
    std::vector<Guide> guides;
    std::vector<Reference> references;
    bool operator==(Guidebook const&) const = default;

    // Null where there is none of that key.
    [[nodiscard]] Guide const* guide(std::string_view key) const;
};

} // namespace keyrack::catalogue
