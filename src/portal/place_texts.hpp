#pragma once
// What is searched for rooms: their names, their sites and the serial numbers of what stands in them, folded once, when
// somebody searches for the first time after a change. It is the largest of what the lists need, so it is made for nobody else.

#include "engine/ledger.hpp"
#include "portal/places.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// By room row: where in the texts it was found first, counted from 1; 0: nowhere.
using Found = std::vector<std::uint32_t>;

class PlaceTexts
{
public:
    PlaceTexts(engine::Ledger const& ledger, Places const& places);

    // The rooms in whose name, site or a serial number of their devices the word stands, folded (search_words).
    [[nodiscard]] Found holding(std::string_view word) const;
    // The same, where it is known which rooms hold the word's beginning: no others can hold it, nor these any further in front.
    [[nodiscard]] Found holding(std::string_view word, Found const& beginning) const;
    // Those that hold every word of the query: 1 or 0.
    [[nodiscard]] Found matches(std::string_view query) const;

private:
    std::string m_texts;                 // of all rooms, one after the other
    std::vector<std::uint32_t> m_begins; // by room row, and the end
};

} // namespace keyrack::portal
