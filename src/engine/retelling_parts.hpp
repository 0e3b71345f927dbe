#pragma once
// The parts of a retelling, each adding what it has to tell. Their order is that of retelling.cpp.

#include "engine/retelling.hpp"

#include <string>
#include <string_view>

namespace keyrack::engine {

struct Telling
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    Retelling told {};

    void tell(Command command) { told.commands.push_back(std::move(command)); }
};

// Calls `visit(id, row)` for the rows that stand, in their order.
template <class IdOf, class Row, class Visit>
void each_standing(Table<Row, IdOf> const& table, Visit const& visit)
{
    for (std::uint32_t at = 0; at < table.size(); ++at) {
        auto const id = IdOf::of_row(at);
        if (table[id].standing == Standing::valid) visit(id, table[id]);
    }
}

[[nodiscard]] inline std::string letters_of(Country const& country)
{
    return country.known() ? std::string { country.letters.data(), 2 } : std::string {};
}

// The key of a row that stands; empty for none, and for one that was taken back.
template <class IdOf, class Row>
[[nodiscard]] std::string standing_key(Table<Row, IdOf> const& table, IdOf id, std::string Row::* key)
{
    if (!id.exists() || table[id].standing != Standing::valid) return {};
    return table[id].*key;
}

// A service order that is processed brings its order, so the order is told with it.
[[nodiscard]] bool comes_with_service_order(Ledger const& ledger, Order const& order);

void tell_service_orders(Telling& telling);
void tell_people(Telling& telling);
void tell_css(Telling& telling);
void tell_settings(Telling& telling);
void tell_tickets(Telling& telling);
void tell_setup(Telling& telling); // after the people: whoever had accepted before it was set up stays accepted

} // namespace keyrack::engine
