// Devices that write at the same time, with the portal's own sessions and stores.

#include "store/fault_disk.hpp"
#include "store/whole_database.hpp"
#include "store/workload.hpp"
#include "support/random_tenant.hpp"
#include "sync/bundles.hpp"
#include "sync/office.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::test;

namespace {

using engine::Command;

std::vector<std::string> names(int count)
{
    std::vector<std::string> all;
    for (int number = 1; number <= count; ++number) all.push_back("device-" + std::to_string(number));
    return all;
}

// A file of rows that meet what others write, as the import job brings it in.
bool import_some(portal::Session& session, Commands& commands, std::int64_t now_ms)
{
    if (!session.begin_import()) return false;
    auto imported = session.ledger();
    std::int64_t rows = 0;
    for (int block = 0; block < 2; ++block) {
        std::vector<Command> taken;
        std::vector<engine::Change> changes;
        while (taken.size() < 5) {
            auto command = commands.next();
            auto decision = engine::decide(
                imported, session.catalogue(), command, session.store().next_entry(), engine::Manner::history);
            if (!decision) continue;
            for (auto const& change : decision->changes) imported.apply(change);
            changes.insert(changes.end(), decision->changes.begin(), decision->changes.end());
            taken.push_back(std::move(command));
        }
        rows += std::ssize(taken);
        if (!session.add_block(taken, changes)) return false;
    }
    return session.commit_import({ "list.json", rows }, author_at(now_ms), std::move(imported)).has_value();
}

// Some hours in which everybody writes and exchanges as it comes; clocks are off by up to an hour.
void work(Office& office, Folder& folder, std::uint64_t seed, int steps, Random* chance = nullptr)
{
    Random random { seed };
    Commands commands { seed };
    for (int step = 0; step < steps; ++step) {
        office.now_ms += 1 + random.below(40'000);
        auto const device = static_cast<std::size_t>(random.below(static_cast<int>(office.size())));
        auto const clock = office.clock(device);
        if (random.one_in(6))
            REQUIRE(exchange(office[device], folder, clock, chance));
        else if (random.one_in(40))
            REQUIRE(import_some(office[device], commands, clock));
        else
            static_cast<void>(office[device].execute(commands.next(), author_at(clock)));
    }
}

std::size_t count_of(portal::Session const& session, codec::Fate fate)
{
    auto const entries = session.store().entries(EntryId::of_row(0), 100'000);
    REQUIRE(entries);
    return static_cast<std::size_t>(std::ranges::count(*entries, fate, &store::JournalEntry::fate));
}

} // namespace

TEST_CASE("devices that write at the same time end with the same ledger and the same tables", "[sync][store][B8]")
{
    std::size_t lost = 0;
    std::size_t in_part = 0;
    for (auto const seed : seeds(12)) {
        INFO("seed " << seed);
        Folder folder;
        Office office { store::Place::memory, names(2 + static_cast<int>(seed % 3)) };
        work(office, folder, seed, 160);
        office.settle(folder);
        for (std::size_t device = 0; device < office.size(); ++device) {
            INFO("device " << device + 1);
            CHECK(unsound(office[device]) == "");
            CHECK(office[device].ledger() == office[0].ledger());
            CHECK(difference(office[device], office[0]) == "");
            CHECK(office[device].exchange_status().on_this_device == 0);
        }
        lost += count_of(office[0], codec::Fate::lost);
        in_part += count_of(office[0], codec::Fate::in_part);
    }
    CHECK((replays() || (lost > 20 && in_part > 2))); // they did meet
}

TEST_CASE("whatever the network does, and the folder, nothing is missing in the end and all have the same",
    "[sync][store][B8]")
{
    for (auto const seed : seeds(8)) {
        INFO("seed " << seed);
        Folder folder;
        Random chance { seed * 31 };
        Office office { store::Place::memory, names(3) };
        for (int day = 0; day < 4; ++day) {
            work(office, folder, seed * 11 + static_cast<std::uint64_t>(day), 60, &chance);
            if (chance.one_in(2)) folder.clear(); // somebody has tidied up
        }
        std::size_t entries = 0;
        for (std::size_t device = 0; device < office.size(); ++device)
            entries = std::max<std::size_t>(entries, office[device].store().next_entry().row());
        office.settle(folder);
        for (std::size_t device = 0; device < office.size(); ++device) {
            CHECK(unsound(office[device]) == "");
            CHECK(difference(office[device], office[0]) == "");
            CHECK(office[device].store().next_entry().row() >= entries);
            CHECK(office[device].exchange_status().resting);
        }
    }
}

TEST_CASE("bundles merged in any order lead to the same journal, and a second export is the same file", "[sync][B8]")
{
    for (auto const seed : seeds(6)) {
        INFO("seed " << seed);
        Folder folder;
        Office office { store::Place::memory, names(3) };
        work(office, folder, seed, 120);
        std::vector<codec::Bundle> bundles;
        for (std::size_t device = 0; device < office.size(); ++device) bundles.push_back(*office[device].bundle());
        for (std::size_t device = 0; device < office.size(); ++device) {
            std::ranges::rotate(bundles, bundles.begin() + 1);
            for (auto const& bundle : bundles) REQUIRE(office[device].merge(std::span { &bundle, 1 }));
            CHECK(unsound(office[device]) == "");
            CHECK(difference(office[device], office[0]) == "");
        }
        // Exported, wiped, imported, exported again.
        auto const exported = office[0].bundle();
        auto fresh = portal::Session::open("fresh", store::Place::memory, office[0].catalogue(), "fresh");
        REQUIRE(fresh);
        REQUIRE(fresh->found(*exported));
        CHECK(codec::to_text(*fresh->bundle()) == codec::to_text(*exported));
        CHECK(difference(*fresh, office[0]) == "");
    }
}

TEST_CASE("a late entry moves those behind it, and says where they are now", "[sync]")
{
    Folder folder;
    Office office { store::Place::memory, names(2) };
    auto& early = office[0];
    auto& late = office[1];
    auto const minute = [&](int number) { return author_at(office.now_ms + number * 60'000); };
    REQUIRE(early.execute(engine::AddRoom { .room = "fjord", .name = "Fjord" }, minute(1)));
    REQUIRE(late.execute(engine::AddRoom { .room = "bislett", .name = "Bislett" }, minute(2)));
    auto const undone = late.execute(engine::RemoveRoom { "bislett" }, minute(3), EntryId::of_row(1));
    REQUIRE(undone == EntryId::of_row(2));
    REQUIRE(exchange(early, folder, office.now_ms + 240'000));
    auto step = late.merge(std::vector { *early.bundle() });
    REQUIRE(step);
    CHECK(step->first_moved == EntryId::of_row(1));
    CHECK(step->moved == std::vector<std::optional<EntryId>> { EntryId::of_row(2), EntryId::of_row(3) });
    auto const taken_back = late.store().entry(EntryId::of_row(3));
    REQUIRE(taken_back);
    CHECK(taken_back->undoes == EntryId::of_row(2));
    CHECK(late.ledger().rooms().rows()[0].key == "fjord");
    CHECK(unsound(late) == "");
}

TEST_CASE("what sorts before all that is remembered folds the journal from its beginning", "[sync]")
{
    Office office { store::Place::memory, names(2) };
    auto const minute = [&](int number) { return author_at(office.now_ms + number * 60'000); };
    REQUIRE(office[0].execute(engine::AddRoom { .room = "fjord", .name = "Fjord" }, minute(1)));
    REQUIRE(office[1].execute(engine::AddRoom { .room = "fjord", .name = "Another" }, minute(2)));
    Commands commands { 5 };
    REQUIRE(import_some(office[1], commands, office.now_ms + 180'000)); // an import is not remembered
    REQUIRE(office[1].merge(std::vector { *office[0].bundle() }));
    CHECK(office[1].ledger().rooms()[office[1].ledger().room("fjord")].name == "Fjord");
    CHECK(count_of(office[1], codec::Fate::lost) == 1);
    CHECK(unsound(office[1]) == "");
}

TEST_CASE("who may only look changes nothing on any device, whatever the device believed", "[sync][R3][R70]")
{
    Office office { store::Place::memory, names(2) };
    auto const minute = [&](int number, std::string who) {
        return author_at(office.now_ms + number * 60'000, std::move(who));
    };
    auto const today = Date { std::chrono::floor<Days>(std::chrono::milliseconds { office.now_ms }) };
    engine::SendInvitation const invitation {
        .link = "l1", .email = "maren@northwind.example", .name = "Maren", .on = today
    };
    REQUIRE(office[0].execute(invitation, minute(1, "")));
    REQUIRE(office[0].execute(
        engine::AcceptInvitation { "l1", "maren@northwind.example", today }, minute(2, "maren@northwind.example")));
    // The other device has not heard of it, and its owner goes on.
    REQUIRE(office[1].execute(engine::AddRoom { .room = "fjord", .name = "Fjord" }, minute(3, "")));
    REQUIRE(office[1].merge(std::vector { *office[0].bundle() }));
    CHECK(!office[1].ledger().room("fjord").exists());
    CHECK(count_of(office[1], codec::Fate::lost) == 1);
    auto const entry = office[1].store().entries(EntryId::of_row(3), 1);
    REQUIRE(entry);
    auto const outcome = codec::outcome_of(entry->front().fate, entry->front().reasons);
    REQUIRE(outcome);
    CHECK(outcome->why->reason == engine::Reason::actor_unknown);
}

TEST_CASE("of an invitation that one accepts and another withdraws, what comes first stands", "[sync][R55][R58]")
{
    auto const accepted_first = GENERATE(true, false);
    CAPTURE(accepted_first);
    Office office { store::Place::memory, names(2) };
    std::string const maren = "maren@northwind.example", ada = "ada@northwind.example";
    auto const minute = [&](int number, std::string who) {
        return author_at(office.now_ms + number * 60'000, std::move(who));
    };
    auto const today = Date { std::chrono::floor<Days>(std::chrono::milliseconds { office.now_ms }) };
    REQUIRE(office[0].execute(engine::SendInvitation { .link = "l1", .email = maren, .on = today }, minute(1, "")));
    REQUIRE(office[0].execute(engine::AcceptInvitation { "l1", maren, today }, minute(2, maren)));
    REQUIRE(office[0].execute(engine::SendInvitation { .link = "l2", .email = ada, .on = today }, minute(3, maren)));
    REQUIRE(office[1].merge(std::vector { *office[0].bundle() }));
    auto const accept = minute(accepted_first ? 4 : 5, ada), withdraw = minute(accepted_first ? 5 : 4, maren);
    REQUIRE(office[0].execute(engine::AcceptInvitation { "l2", ada, today }, accept));
    REQUIRE(office[1].execute(engine::WithdrawInvitation { "l2" }, withdraw));
    REQUIRE(office[0].merge(std::vector { *office[1].bundle() }));
    REQUIRE(office[1].merge(std::vector { *office[0].bundle() }));
    CHECK(difference(office[0], office[1]) == "");
    for (std::size_t device = 0; device < office.size(); ++device) {
        CAPTURE(device);
        CHECK(unsound(office[device]) == "");
        auto const& ledger = office[device].ledger();
        using enum engine::InvitationState;
        CHECK((ledger.invitations()[ledger.invitation("l2")].state == (accepted_first ? accepted : withdrawn)));
        CHECK(ledger.person(ada).exists() == accepted_first);
        auto const lost = office[device].store().lost_entries(10);
        REQUIRE(lost);
        REQUIRE(lost->size() == 1);
        auto const outcome = codec::outcome_of(lost->front().fate, lost->front().reasons);
        REQUIRE(outcome);
        CHECK((outcome->why->reason == engine::Reason::invitation_closed));
    }
}

TEST_CASE("a command of a newer version is kept to the letter, passed on, and nothing can be changed until it is known",
    "[sync]")
{
    Office office { store::Place::memory, names(2) };
    auto bundle = *office[0].bundle();
    auto kept = sync::merged(std::span { &bundle, 1 });
    REQUIRE(kept);
    kept->device = "newer";
    sync::know(*kept, "newer", "newer");
    std::string const command = R"({"kind":"paint_room","room":"fjord","colour": "blue"})";
    sync::write(*kept, "Maren", command, office.now_ms + 60'000);
    auto const theirs = sync::bundle_of(*kept);
    REQUIRE(office[1].merge(std::span { &theirs, 1 }));
    CHECK(office[1].is_read_only());
    auto const refused = office[1].execute(engine::AddRoom { .room = "a", .name = "A" }, author_at(office.now_ms));
    REQUIRE(!refused);
    CHECK(std::get<Error>(refused.error()).what == "newer_entries");
    CHECK(codec::to_text(*office[1].bundle()).find(R"(\"colour\": \"blue\")") != std::string::npos);
    CHECK(unsound(office[1]) == "");
}

TEST_CASE("what is kept is there again after closing and opening, and goes on", "[sync][store]")
{
    for (auto const seed : seeds(4)) {
        INFO("seed " << seed);
        FaultDisk disk { seed };
        disk.plug_in();
        Folder folder;
        Office office { store::Place::handles, names(3) };
        for (int day = 0; day < 3; ++day) {
            work(office, folder, seed * 7 + static_cast<std::uint64_t>(day), 60);
            office.reopen();
        }
        office.settle(folder);
        for (std::size_t device = 0; device < office.size(); ++device) {
            CHECK(unsound(office[device]) == "");
            CHECK(difference(office[device], office[0]) == "");
        }
        office.close();
    }
}

// Both write under one name from then on: what stands at the path is folded, and what was to stand there too.
TEST_CASE("a profile that was copied and its original come to the same journal, whoever wrote first", "[sync][store]")
{
    auto const copy_is_later = GENERATE(true, false);
    FaultDisk disk;
    disk.plug_in();
    Folder folder;
    Office office { store::Place::handles, names(1) };
    auto& original = office[0];
    auto const minute = [&](int number) { return author_at(office.now_ms + number * 60'000); };
    REQUIRE(original.execute(engine::AddRoom { .room = "fjord", .name = "Fjord" }, minute(1)));
    REQUIRE(exchange(original, folder, office.now_ms + 90'000));
    REQUIRE(store::put_database("copy.db", store::Place::handles, *original.store().bytes()));
    auto copy = portal::Session::open("copy", store::Place::handles, original.catalogue(), "device-1");
    REQUIRE(copy);
    REQUIRE(original.execute(engine::AddRoom { .room = "bislett", .name = "Bislett" }, minute(3)));
    REQUIRE(copy->execute(engine::AddRoom { .room = "aker", .name = "Aker" }, minute(copy_is_later ? 4 : 2)));
    for (int round = 1; round < 6; ++round)
        for (auto* const session : { &original, &*copy }) {
            REQUIRE(exchange(*session, folder, office.now_ms + round * sync::longest_delay_ms));
            CHECK(unsound(*session) == "");
        }
    CHECK(difference(original, *copy) == "");
    for (auto const* const room : { "fjord", "bislett", "aker" }) {
        CHECK(original.ledger().room(room).exists());
        CHECK(copy->ledger().room(room).exists());
    }
    office.close();
}

TEST_CASE("a crash at any write of a merge loses nothing acknowledged and leaves nothing half", "[sync][store]")
{
    auto const run = [](Office& office, Folder& folder) {
        auto const minute = [&](int number) { return author_at(office.now_ms + number * 60'000); };
        std::vector<std::string> acknowledged;
        auto const add = [&](std::size_t device, std::string const& room, int at) {
            if (office[device].execute(engine::AddRoom { .room = room, .name = room }, minute(at)))
                acknowledged.push_back(room);
        };
        add(0, "fjord", 1);
        add(1, "bislett", 2);
        add(1, "aker", 3);
        static_cast<void>(exchange(office[0], folder, office.now_ms + 300'000));
        static_cast<void>(exchange(office[1], folder, office.now_ms + 300'000)); // fjord comes before the others
        add(1, "nydalen", 7);
        static_cast<void>(exchange(office[1], folder, office.now_ms + 400'000));
        static_cast<void>(exchange(office[0], folder, office.now_ms + 500'000));
        return acknowledged;
    };
    std::size_t operations = 0;
    std::size_t founding = 0;
    {
        FaultDisk disk;
        disk.plug_in();
        Folder folder;
        Office office { store::Place::handles, names(2) };
        founding = disk.operations();
        static_cast<void>(run(office, folder));
        operations = disk.operations();
        office.close();
    }
    REQUIRE(operations > founding + 10);
    for (auto at = founding; at < operations; ++at) {
        CAPTURE(at);
        FaultDisk disk { at };
        disk.plug_in();
        Folder folder;
        Office office { store::Place::handles, names(2) };
        disk.die_at(at);
        auto const acknowledged = run(office, folder);
        office.close();
        disk.restart(at % 3 == 0 ? Unflushed::lost : at % 3 == 1 ? Unflushed::torn : Unflushed::kept);
        office.reopen();
        for (std::size_t device = 0; device < office.size(); ++device) REQUIRE(unsound(office[device]) == "");
        office.settle(folder);
        for (auto const& room : acknowledged) CHECK(office[0].ledger().room(room).exists());
        CHECK(difference(office[1], office[0]) == "");
        office.close();
    }
}
