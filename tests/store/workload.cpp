#include "store/workload.hpp"

#include "base/verify.hpp"
#include "engine/fold.hpp"

#include <utility>

namespace keyrack::test {

using namespace engine;

namespace {

using catalogue::Origin;
using catalogue::Parameter;

template <class T>
Parameter<T> assumed(T value)
{
    return { std::move(value), Origin {} };
}

catalogue::Programme programme(std::string key, std::string name, std::vector<int> years)
{
    catalogue::Programme programme;
    programme.key = std::move(key);
    programme.name = std::move(name);
    programme.term = { assumed(60), assumed(std::move(years)), {} };
    programme.cancel_within_days = assumed(30);
    programme.warranty_cap_years = assumed(5);
    programme.licences_per_spare = assumed(50);
    return programme;
}

constexpr Date first_day = date_from_days(20'454); // 2026-01-01
constexpr std::size_t rows_a_block = 20;
constexpr std::size_t blocks_an_import = 4;

std::vector<Change> decided(Ledger& ledger, Command const& command, EntryId entry, Manner manner)
{
    auto decision = decide(ledger, test_catalogue(), command, entry, manner);
    if (!decision) return {};
    for (auto const& change : decision->changes) ledger.apply(change);
    return std::move(decision->changes);
}

Step an_import(Ledger& ledger, Commands& commands, EntryId entry)
{
    Step step;
    std::int64_t taken = 0;
    for (std::size_t number = 0; number < blocks_an_import; ++number) {
        Block block;
        while (block.rows.size() < rows_a_block) {
            auto const command = commands.next();
            auto const changes = decided(ledger, command, entry, Manner::history);
            if (changes.empty()) continue;
            block.rows.push_back(command);
            block.changes.insert(block.changes.end(), changes.begin(), changes.end());
        }
        taken += std::ssize(block.rows);
        step.blocks.push_back(std::move(block));
    }
    step.entry = entry_of(Import { "tenant.json", taken }, entry.row() + 1);
    return step;
}

} // namespace

catalogue::Catalogue const& test_catalogue()
{
    static catalogue::Catalogue const catalogue = [] {
        auto sync_plus = programme("sync_plus", "Sync Plus", { 1 });
        sync_plus.eligible_rooms = assumed(catalogue::EligibleRooms::in_sync);
        return catalogue::Catalogue {
            { programme("select", "Select", { 1, 2, 3, 4, 5 }), std::move(sync_plus) },
            {}
        };
    }();
    return catalogue;
}

Entry entry_of(Command command, std::int64_t sequence)
{
    return { .device = "test device",
        .sequence = sequence,
        .time_ms = 1'800'000'000'000 + sequence,
        .time_counter = static_cast<std::int32_t>(sequence % 3),
        .actor = "Ærlig Tester",
        .schema = 1,
        .undoes = sequence % 7 == 0 ? std::optional { EntryId::of_row(0) } : std::nullopt,
        .command = std::move(command) };
}

std::string Commands::one_of(char const* prefix, std::uint64_t count)
{
    return prefix + std::to_string(1 + below(count));
}

LicenceKey Commands::licence()
{
    return { one_of("PO-", 6), static_cast<std::int32_t>(1 + below(12)) };
}

Date Commands::day()
{
    return first_day + Days { static_cast<int>(below(500)) };
}

// Few days, so that commands meet what earlier ones left.
Date Commands::season()
{
    return first_day + Days { static_cast<int>(60 * below(6)) };
}

Command Commands::about_orders()
{
    auto order = one_of("PO-", 6);
    auto const account = below(2) == 0 ? std::string {} : one_of("account ", 3);
    switch (below(6)) {
    case 0: return CancelOrder { order, season() + Days { 10 } };
    case 1:
        return below(2) == 0 ? Command { RemoveOrder { order } }
                             : WithdrawCancellation { order, season() + Days { 10 } };
    case 2:
        if (below(4) == 0) return RemoveAccount { one_of("account ", 3) };
        return AddAccount { one_of("account ", 3), "Größe & Søn", below(2) == 0 ? "NO" : "", account };
    default:
        return PlaceOrder { order, account, below(3) == 0 ? "sync_plus" : "select", 1,
            static_cast<std::int32_t>(1 + below(12)), season(), std::nullopt };
    }
}

Command Commands::about_rooms()
{
    auto const room = one_of("room ", 12);
    auto const in_sync = below(3) == 0 ? InSync::no : InSync::yes;
    switch (below(6)) {
    case 0: return RemoveRoom { room };
    case 1: return SetInSync { room, below(2) == 0 ? InSync::no : InSync::yes, in_sync };
    case 2: return SetBaseWarranty { std::nullopt, static_cast<std::int32_t>(1 + below(3)) };
    default:
        return AddRoom { room, "会議室 " + room, one_of("site ", 3), below(2) == 0 ? "CH" : "DE", "", in_sync,
            below(5) == 0 ? Importance::important : Importance::ordinary };
    }
}

Command Commands::about_devices()
{
    auto const serial = one_of("serial ", 10);
    auto const room = one_of("room ", 12);
    switch (below(4)) {
    case 0: return MoveDevice { serial, room, below(3) == 0 ? std::string {} : one_of("room ", 12), day() };
    case 1: return RemoveDevice { serial };
    default:
        return AddDevice { serial, one_of("model ", 3), day(), room,
            below(2) == 0 ? std::optional { day() } : std::nullopt };
    }
}

Command Commands::about_assignments()
{
    auto const from = season();
    switch (below(6)) {
    case 0: {
        Date const to = from + Days { static_cast<int>(1 + below(200)) };
        return EndAssignment { licence(), from, never, to, Instant { to.time_since_epoch() } };
    }
    case 1: return WithdrawAssignments { { { licence(), from } } };
    default: return Assign { { { licence(), one_of("room ", 12) } }, from, below(3) == 0 ? from + Days { 90 } : never };
    }
}

Command Commands::next()
{
    switch (below(6)) {
    case 0: return about_orders();
    case 1: return about_rooms();
    case 2: return about_devices();
    default: return about_assignments();
    }
}

Script a_script(std::uint64_t seed, std::size_t count)
{
    Script script;
    Ledger ledger;
    Commands commands { seed };
    script.ledgers.push_back(ledger);
    for (std::size_t written = 0; written < count;) {
        auto const entry = EntryId::of_row(static_cast<std::uint32_t>(written));
        Step step;
        if (written == count / 2) {
            step = an_import(ledger, commands, entry);
        } else {
            auto const command = written == 0 ? Command { OpenTenant { "Northwind" } } : commands.next();
            step.changes = decided(ledger, command, entry, Manner::live);
            if (step.changes.empty()) continue;
            step.entry = entry_of(command, entry.row() + 1);
        }
        script.steps.push_back(std::move(step));
        script.ledgers.push_back(ledger);
        ++written;
    }
    return script;
}

Result<EntryId> write(store::Store& store, Step const& step)
{
    if (step.blocks.empty()) return store.append(step.entry, step.changes);
    if (auto done = store.begin_import(); !done) return std::unexpected(done.error());
    for (auto const& [rows, changes] : step.blocks)
        if (auto done = store.add_block(rows, changes); !done) return std::unexpected(done.error());
    return store.commit_import(step.entry);
}

Result<Ledger> replayed(store::Store const& store)
{
    Ledger ledger;
    auto const fold_in = [&](EntryId id, Command const& command, Manner manner) {
        VERIFY(fold(ledger, test_catalogue(), command, id, manner));
    };
    auto const on_entry = [&](EntryId id, Entry const& entry) {
        if (!std::holds_alternative<Import>(entry.command)) fold_in(id, entry.command, Manner::live);
    };
    auto const on_row = [&](EntryId id, Command const& row) { fold_in(id, row, Manner::history); };
    return store.replay(on_entry, on_row).transform([&] { return std::move(ledger); });
}

} // namespace keyrack::test
