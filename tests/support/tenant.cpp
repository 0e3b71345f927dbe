#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

using namespace engine;

Tenant::Tenant(catalogue::Catalogue const& catalogue) : m_catalogue(&catalogue)
{
    apply(OpenTenant { "Northwind" });
}

Folded Tenant::try_to(Command const& command, Manner manner)
{
    auto folded = fold(ledger, *m_catalogue, command, m_next, manner);
    if (folded) {
        m_applied.push_back(command);
        m_next = EntryId::of_row(m_next.row() + 1);
    }
    return folded;
}

Tenant& Tenant::apply(Command const& command, Manner manner)
{
    auto const folded = try_to(command, manner);
    INFO(outcome(folded));
    REQUIRE(folded.has_value());
    return *this;
}

Tenant& Tenant::room(std::string_view key, InSync in_sync)
{
    return apply(adding_room(key, in_sync));
}

Tenant& Tenant::order(
    std::string_view key, std::string_view programme, int years, int quantity, std::string_view purchased)
{
    return apply(placing(key, programme, years, quantity, purchased));
}

Tenant& Tenant::device(std::string_view serial, std::string_view purchased, std::string_view room)
{
    return apply(adding_device(serial, purchased, room));
}

Tenant& Tenant::assign(
    std::string_view order, int number, std::string_view room, std::string_view from, std::string_view to)
{
    return apply(assigning(order, number, room, from, to));
}

Tenant& Tenant::cancel(std::string_view order, std::string_view on)
{
    return apply(CancelOrder { std::string { order }, date(on) });
}

Tenant& Tenant::base_warranty(int years)
{
    return apply(SetBaseWarranty { ledger.tenant().base_warranty_years, years });
}

RoomId Tenant::room_id(std::string_view key) const
{
    auto const id = ledger.room(key);
    REQUIRE(id.exists());
    return id;
}

OrderId Tenant::order_id(std::string_view key) const
{
    auto const id = ledger.order(key);
    REQUIRE(id.exists());
    return id;
}

DeviceId Tenant::device_id(std::string_view serial) const
{
    auto const id = ledger.device(serial);
    REQUIRE(id.exists());
    return id;
}

Verdict Tenant::covered_by(std::string_view room, ProgrammeId programme, std::string_view as_of) const
{
    return engine::covered_by(ledger, *m_catalogue, room_id(room), programme, date(as_of));
}

OrderStatus Tenant::status(std::string_view order, std::string_view as_of) const
{
    return status_of(ledger, *m_catalogue, order_id(order), date(as_of));
}

Spares Tenant::spares(std::string_view as_of) const
{
    return spares_on(ledger, *m_catalogue, date(as_of));
}

Date Tenant::until(std::string_view room, ProgrammeId programme, std::string_view as_of) const
{
    auto const columns = coverage_of_all(ledger, *m_catalogue, date(as_of));
    return columns.programmes[programme.row()].until[room_id(room).row()];
}

PlaceOrder placing(
    std::string_view key, std::string_view programme, int years, int quantity, std::string_view purchased)
{
    return { std::string { key }, "", std::string { programme }, years, quantity, date(purchased), std::nullopt };
}

AddRoom adding_room(std::string_view key, InSync in_sync)
{
    std::string const name { key };
    return { name, name, "Zurich", "CH", "", in_sync, Importance::ordinary };
}

AddDevice adding_device(std::string_view serial, std::string_view purchased, std::string_view room)
{
    return { std::string { serial }, "Rally Bar", date(purchased), std::string { room }, std::nullopt };
}

Assign assigning(std::string_view order, int number, std::string_view room, std::string_view from, std::string_view to)
{
    return { { { { std::string { order }, number }, std::string { room } } }, date(from), date_or_never(to) };
}

Order an_order(std::string_view purchased_on, int years)
{
    Order order;
    order.key = "PO-1";
    order.programme = select_id;
    order.years = years;
    order.quantity = 1;
    order.purchased_on = date(purchased_on);
    return order;
}

std::string outcome(Folded const& folded)
{
    if (!folded) return std::string { code(folded.error().reason) };
    std::string text = "applied";
    for (Denial const& flag : *folded) text.append(" ").append(code(flag.reason));
    return text;
}

} // namespace keyrack::test
