#pragma once
// A tenant for a test, built by the same commands as any other. Steps that are expected to work fail the test if they do
// not; `try_to` gives the answer instead.

#include "engine/fold.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"
#include "support/dates.hpp"
#include "support/programmes.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::test {

using Folded = std::expected<std::vector<engine::Denial>, engine::Denial>;

class Tenant
{
public:
    explicit Tenant(catalogue::Catalogue const& catalogue = two_programmes());

    engine::Ledger ledger;

    [[nodiscard]] catalogue::Catalogue const& catalogue() const { return *m_catalogue; }

    [[nodiscard]] Folded try_to(engine::Command const& command, engine::Manner manner = engine::Manner::live);
    // Commands that were applied, in order.
    [[nodiscard]] std::vector<engine::Command> const& applied() const { return m_applied; }
    // The entry that the next command gets.
    [[nodiscard]] EntryId next_entry() const { return m_next; }

    Tenant& apply(engine::Command const& command, engine::Manner manner = engine::Manner::live);
    Tenant& room(std::string_view key, engine::InSync in_sync = engine::InSync::yes);
    Tenant& order(
        std::string_view key, std::string_view programme, int years, int quantity, std::string_view purchased);
    Tenant& device(std::string_view serial, std::string_view purchased, std::string_view room);
    Tenant& assign(
        std::string_view order, int number, std::string_view room, std::string_view from, std::string_view to = "");
    Tenant& cancel(std::string_view order, std::string_view on);
    Tenant& base_warranty(int years);

    [[nodiscard]] RoomId room_id(std::string_view key) const;
    [[nodiscard]] OrderId order_id(std::string_view key) const;
    [[nodiscard]] DeviceId device_id(std::string_view serial) const;

    [[nodiscard]] engine::Verdict covered_by(
        std::string_view room, ProgrammeId programme, std::string_view as_of) const;
    [[nodiscard]] engine::OrderStatus status(std::string_view order, std::string_view as_of) const;
    [[nodiscard]] engine::Spares spares(std::string_view as_of) const;
    // As in the bulk table; `always` where not covered.
    [[nodiscard]] Date until(std::string_view room, ProgrammeId programme, std::string_view as_of) const;

private:
    catalogue::Catalogue const* m_catalogue;
    EntryId m_next = EntryId::of_row(0);
    std::vector<engine::Command> m_applied;
};

// Commands in short.
[[nodiscard]] engine::PlaceOrder placing(
    std::string_view key, std::string_view programme, int years, int quantity, std::string_view purchased);
[[nodiscard]] engine::AddRoom adding_room(std::string_view key, engine::InSync in_sync = engine::InSync::yes);
[[nodiscard]] engine::AddDevice adding_device(
    std::string_view serial, std::string_view purchased, std::string_view room);
[[nodiscard]] engine::Assign assigning(
    std::string_view order, int number, std::string_view room, std::string_view from, std::string_view to = "");

// An order row that stands for itself, for rules that look at nothing else.
[[nodiscard]] engine::Order an_order(std::string_view purchased_on, int years = 1);

// The reason of a refusal as its code; "applied", with the flags' codes after it where there are any.
[[nodiscard]] std::string outcome(Folded const& folded);

} // namespace keyrack::test
