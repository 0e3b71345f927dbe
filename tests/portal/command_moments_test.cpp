// The moment at which something is done: when it is recorded, and when it is taken back.
#include "codec/catalogue_json.hpp"
#include "engine/timing.hpp"
#include "portal/command_moments.hpp"
#include "portal/session.hpp"
#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <concepts>
#include <vector>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

TEST_CASE("a licence that is given or taken on its own day bears the moment", "[portal][B4]")
{
    auto session = Session::open("acme", store::Place::memory, codec::shipped_catalogue(), "device");
    REQUIRE(session);
    auto const today = date("2026-03-02");
    Author const author { {}, Instant { today.time_since_epoch() } + std::chrono::hours { 9 }, today };
    auto const command_of = [&](std::expected<EntryId, Setback> const& entry) {
        return session->entry(entry.value()).value().command;
    };
    auto const assigning = [](int number, Date from) {
        return engine::Assign { { { { "PO-1", number }, "fjord" } }, from };
    };
    auto const ending = [&](Date to) {
        return engine::EndAssignment {
            { "PO-1", 1 },
            today, never, to
        };
    };
    CHECK(session->execute(engine::OpenTenant { "Acme" }, author));
    CHECK(session->execute(engine::AddRoom { "fjord", "Fjord", "", "", "" }, author));
    CHECK(
        session->execute(engine::PlaceOrder { "PO-1", "", "select", 1, 3, date("2026-03-01"), std::nullopt }, author));
    auto const at = [&](engine::Command const& command) {
        auto const* const assign = std::get_if<engine::Assign>(&command);
        return assign ? assign->at : std::get<engine::EndAssignment>(command).at;
    };
    CHECK(at(command_of(session->execute(assigning(1, today), author))) == author.now);
    CHECK(!at(command_of(session->execute(assigning(2, today + Days { 1 }), author))));
    CHECK(!at(command_of(session->execute(assigning(3, date("2026-03-01")), author))));
    CHECK(session->ledger().timings().size() == 1);
    CHECK(!at(command_of(session->execute(ending(today + Days { 9 }), author))));

    session->begin_trial(); // what is tried is given its moment when it is done
    CHECK(session->execute(
        engine::EndAssignment {
            { "PO-1", 3 },
            date("2026-03-01"), never, today
    },
        author));
    CHECK(!at(session->end_trial().front().command));
    CHECK(at(command_of(session->execute(
              engine::EndAssignment {
                  { "PO-1", 3 },
                  date("2026-03-01"), never, today
    },
              author)))
        == author.now);
}

namespace {

// A company whose one licence was given to its room some days ago.
struct Given
{
    Session session = Session::open("acme", store::Place::memory, codec::shipped_catalogue(), "device").value();
    Date from = date("2026-02-20");
    Date day = date("2026-03-01");

    Given()
    {
        auto const author = at(8);
        CHECK(session.execute(engine::OpenTenant { "Acme" }, author));
        CHECK(session.execute(engine::AddRoom { "fjord", "Fjord", "", "", "" }, author));
        CHECK(session.execute(engine::PlaceOrder { "PO-1", "", "select", 1, 1, from, std::nullopt }, author));
        CHECK(session.execute(engine::Assign { { { { "PO-1", 1 }, "fjord" } }, from }, author));
    }

    // Somebody, on that day, at that hour.
    [[nodiscard]] Author at(int hour, int days = 0) const
    {
        auto const today = day + Days { days };
        return { {}, Instant { today.time_since_epoch() } + std::chrono::hours { hour }, today };
    }

    EntryId end(Date expects_to, Date to, Author const& author)
    {
        return session
            .execute(
                engine::EndAssignment {
                    { "PO-1", 1 },
                    from, expects_to, to
        },
                author)
            .value();
    }

    // The end that stands once that entry is taken back.
    engine::EndAssignment after_taking_back(EntryId entry, Author const& author)
    {
        auto back = engine::compensation(session.entry(entry).value().command);
        auto const undone = session.execute(back.value(), author, entry).value();
        return std::get<engine::EndAssignment>(session.entry(undone).value().command);
    }
};

} // namespace

TEST_CASE("an end that is taken back to has the moment that it had", "[portal][B4]")
{
    Given given;
    given.end(never, given.day, given.at(9));
    auto const longer = given.end(given.day, never, given.at(15));
    auto const back = given.after_taking_back(longer, given.at(16));
    CHECK(back.to == given.day);
    CHECK(back.at == given.at(9).now);
    // Once more, from what the taking back has recorded.
    auto const again = given.end(given.day, given.day + Days { 1 }, given.at(17));
    CHECK(given.after_taking_back(again, given.at(18)).at == given.at(9).now);
}

TEST_CASE("an end that had no moment has none when it is taken back to, be it on its very day", "[portal][B4]")
{
    Given given;
    auto const tomorrow = given.day + Days { 1 };
    given.end(never, tomorrow, given.at(9)); // planned: the whole of today is served
    auto const longer = given.end(tomorrow, never, given.at(10, 1));
    CHECK(!given.after_taking_back(longer, given.at(11, 1)).at);
}

TEST_CASE("the moment of an end on another day is not the one that is taken back to", "[portal][B4]")
{
    Given given;
    auto const tomorrow = given.day + Days { 1 };
    given.end(never, given.day, given.at(20));
    given.end(given.day, tomorrow, given.at(21)); // 20:00 is of tomorrow, too, somewhere on Earth
    auto const longer = given.end(tomorrow, never, given.at(22));
    auto const back = given.after_taking_back(longer, given.at(23));
    CHECK(back.to == tomorrow);
    CHECK(!back.at);
}

TEST_CASE("a cancellation whose withdrawal is taken back has the moment that it had", "[portal][B4][R42][D5]")
{
    Given given;
    auto const cancel = [&](Author const& author) {
        auto const entry = given.session.execute(engine::CancelOrder { "PO-1", given.day, {} }, author).value();
        return std::get<engine::CancelOrder>(given.session.entry(entry).value().command);
    };
    auto const morning = given.at(9);
    REQUIRE(cancel(morning).at == morning.now);
    int const days = GENERATE(0, 2);
    auto const later = given.at(15, days);
    auto const withdrawn = given.session.execute(engine::WithdrawCancellation { "PO-1", given.day }, later).value();
    auto const back = engine::compensation(given.session.entry(withdrawn).value().command);
    auto const undone = given.session.execute(back.value(), later, withdrawn).value();
    CHECK(std::get<engine::CancelOrder>(given.session.entry(undone).value().command).at == morning.now);
}

namespace {

std::optional<Instant> moment_of(engine::Command const& command)
{
    return std::visit(
        [](auto const& each) -> std::optional<Instant> {
            if constexpr (requires {
                              { each.at } -> std::same_as<std::optional<Instant> const&>;
                          })
                return each.at;
            else
                return {};
        },
        static_cast<engine::CommandKinds const&>(command));
}

} // namespace

TEST_CASE("whatever is done on its own day bears the moment, and what is done for another day none", "[portal][B4]")
{
    using catalogue::CssTier;
    auto const day = date("2026-03-02");
    Author const author { {}, Instant { day.time_since_epoch() } + std::chrono::hours { 9 }, day };
    Author const later { {}, author.now + Days { 1 }, day + Days { 1 } };
    std::vector<engine::Command> const commands {
        engine::Assign { { { { "PO-1", 1 }, "fjord" } }, day },
        engine::EndAssignment { { "PO-1", 1 }, date("2026-03-01"), never, day },
        engine::CancelOrder { "PO-1", day, {} },
        engine::MoveDevice { "SN-1", "fjord", "alp", day, {} },
        engine::AddSoftwareLicences { "lot", "apps", "north", "", engine::LicencePricing::standard, 1, day, {} },
        engine::RetireLicences { "lot", 1, day, {} },
        engine::TransferLicences { "lot", "south", "moved", 1, day, {} },
        engine::BuyCoverage { "C-1", CssTier::select, day, 1, {}, {} },
        engine::UpgradeTier { { "C-1" }, CssTier::priority, day, {} },
        engine::ReinstateContract { "C-1", "C-2", 1, day, {}, {} },
    };
    for (auto command : commands) {
        CAPTURE(command.index());
        set_moment(command, later);
        CHECK(!moment_of(command));
        set_moment(command, author);
        CHECK(moment_of(command) == author.now);
    }
}

TEST_CASE("a device that is taken back to a move of its day stands there since the moment of that", "[portal][B4][R81]")
{
    Given given;
    auto& session = given.session;
    auto const run = [&](engine::Command const& command, Author const& author, std::optional<EntryId> undoes = {}) {
        return session.execute(command, author, undoes).value();
    };
    auto const undo = [&](EntryId entry, Author const& author) {
        return run(engine::compensation(session.entry(entry).value().command).value(), author, entry);
    };
    auto const placed = [&] { return engine::placed_at(session.ledger(), session.ledger().device("SN-1")); };
    auto const room = [&] { return session.ledger().devices().rows().front().room; };
    for (auto const* const key : { "alp", "tarn" }) run(engine::AddRoom { key, key, "", "", "" }, given.at(8));
    run(engine::AddDevice { "SN-1", "Rally Bar", given.from, "fjord", given.from }, given.at(8));
    auto const first = run(engine::MoveDevice { "SN-1", "fjord", "alp", given.day, {} }, given.at(9));
    auto const second = run(engine::MoveDevice { "SN-1", "alp", "tarn", given.day, {} }, given.at(12));
    CHECK(placed() == given.at(12).now);

    auto const undone = undo(second, given.at(15));
    CHECK(room() == session.ledger().room("alp"));
    CHECK(placed() == given.at(9).now);
    auto const again = undo(undone, given.at(16)); // done once more, as it had been
    CHECK(room() == session.ledger().room("tarn"));
    CHECK(placed() == given.at(12).now);
    undo(again, given.at(17));
    CHECK(placed() == given.at(9).now);
    undo(first, given.at(18));
    CHECK(room() == session.ledger().room("fjord"));
    CHECK(!placed());
    CHECK(session.ledger().devices().rows().front().in_room_since == given.from);
    CHECK(std::ranges::none_of(session.ledger().stays().rows(),
        [](engine::Stay const& stay) { return stay.standing == engine::Standing::valid; }));
}
