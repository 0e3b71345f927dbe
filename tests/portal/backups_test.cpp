// Backups: kept, spaced, put back, and what a damaged database is rebuilt from.
#include "portal/backups.hpp"
#include "portal/care.hpp"
#include "portal/care_model.hpp"
#include "portal/stage.hpp"
#include "store/fault_disk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <memory>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

using namespace std::chrono_literals;

Environment on_disk(std::vector<std::string> tenants = {})
{
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    environment.tenants = std::move(tenants);
    return environment;
}

Backup made_at(Instant moment)
{
    return { .file = std::to_string(moment.time_since_epoch().count()), .made = moment, .entries = 1 };
}

void add_room(Stage& stage, std::string name)
{
    stage(AskAddRoom {})(EditDialog { "name", std::move(name) })(ConfirmDialog {});
}

std::unique_ptr<Stage> a_company(FaultDisk& disk)
{
    disk.plug_in();
    auto stage = std::make_unique<Stage>(on_disk(), FilesState::opened);
    stage->lying = [&disk](std::string const& name) {
        auto const bytes = disk.content(name);
        return std::string { reinterpret_cast<char const*>(bytes.data()), bytes.size() };
    };
    (*stage)(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    add_room(*stage, "Attic");
    return stage;
}

CareModel const& care(Stage& stage)
{
    if (!std::holds_alternative<DataModel>(stage.session().screen)) stage(Go { "/t/acme/data" });
    REQUIRE(stage.data().care);
    return *stage.data().care;
}

} // namespace

TEST_CASE("a backup's name says whose, when, and how many entries", "[portal]")
{
    Backup const backup { .made = Instant { 1'780'000'000'000ms }, .entries = 118 };
    auto const name = backup_name("acme", backup);
    CHECK(name == "acme~1780000000000~118.backup");
    auto const read = backup_named("acme", name, 4'096);
    REQUIRE(read);
    CHECK(read->made == backup.made);
    CHECK(read->entries == 118);
    CHECK(read->bytes == 4'096);
    for (auto const* const other : { "acme.db", "acme~1.backup", "acme~1~x.backup", "acme-2~1~2.backup",
             "acme~1~2.backup.part", "acme~~.backup" }) {
        CAPTURE(other);
        CHECK(!backup_named("acme", other, 1));
    }
    CHECK(backup_named("acme-2", "acme-2~1~2.aside", 1)->kind == BackupKind::set_aside);
}

TEST_CASE("backups are spaced: after any time there is one of about an hour, a day and a week ago, and few in all",
    "[portal]")
{
    auto const step = GENERATE(as<std::chrono::minutes> {}, 10, 45, 700);
    auto const begin = Instant { 1'780'000'000'000ms };
    std::vector<Backup> kept;
    for (auto now = begin; now < begin + 24h * 60; now += step) {
        kept.push_back(made_at(now));
        for (auto const& drop : to_drop(kept, backup_plan())) std::erase(kept, drop);
        REQUIRE(kept.size() <= 12);
        REQUIRE(std::ranges::contains(kept, now, &Backup::made)); // the newest always stays
        if (now < begin + 24h * 40) continue;
        for (auto const age : { 1h, 24h, 24h * 7 }) {
            CAPTURE(age.count(), step.count());
            auto const from = now - 2 * age - 2 * step, to = now - age / 2;
            REQUIRE(
                std::ranges::any_of(kept, [&](Backup const& each) { return each.made >= from && each.made <= to; }));
        }
    }
}

TEST_CASE("a clock that was put back keeps the newest", "[portal]")
{
    auto const now = Instant { 1'780'000'000'000ms };
    std::vector const backups { made_at(now + 24h * 365), made_at(now) };
    CHECK(to_drop(backups, backup_plan()).size() <= 1);
    CHECK(!std::ranges::contains(to_drop(backups, backup_plan()), now + 24h * 365, &Backup::made));
}

TEST_CASE("a backup is made when it is idle after a change, before an import, and when asked", "[portal]")
{
    FaultDisk disk;
    auto const held = a_company(disk);
    auto& stage = *held;
    CHECK(stage.copies.empty());
    stage.portal.idle();
    stage.settle();
    CHECK(stage.copies.size() == 1);
    stage.portal.idle();
    stage.settle();
    CHECK(stage.copies.size() == 1); // nothing has changed since
    add_room(stage, "Cellar");
    stage.portal.idle();
    stage.settle();
    CHECK(stage.copies.size() == 1); // too soon after the last
    CHECK(care(stage).backup_now == "backup-now");
    stage.import("rooms.csv", "id,name\nx,X\n");
    stage(RunOnScreen { "import-list" });
    CHECK(stage.count<KeepBackup>() == 2); // before the import
    stage(RunOnScreen { "backup-now" });
    CHECK(stage.count<KeepBackup>() == 3);
    CHECK(care(stage).backup_now.empty());
    CHECK(care(stage).backups.front().second.starts_with("4 entries · "));
}

TEST_CASE("while there is no backup it is said what the first waits for", "[portal]")
{
    FaultDisk disk;
    disk.plug_in();
    Stage stage { on_disk(), FilesState::opened };
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    CHECK(care(stage).no_backups == "None yet: the first is made after the next change.");
    add_room(stage, "Attic");
    CHECK(care(stage).no_backups == "None yet: the first is made once nothing has been done for 20 seconds.");
    stage.portal.idle();
    stage.settle();
    CHECK(care(stage).no_backups.empty());
}

TEST_CASE("a backup that the browser could not keep is told", "[portal]")
{
    FaultDisk disk;
    auto const held = a_company(disk);
    auto& stage = *held;
    stage(Go { "/t/acme/data" });
    stage.portal.perform(RunOnScreen { "backup-now" });
    (void)stage.portal.take_effects();
    stage.portal.storage_seen("acme", {}, {});
    CHECK(stage.toasts().back().starts_with("The backup could not be kept"));
}

TEST_CASE("a backup is put back, and what was there is set aside", "[portal]")
{
    FaultDisk disk;
    auto const held = a_company(disk);
    auto& stage = *held;
    stage(Go { "/t/acme/data" })(RunOnScreen { "backup-now" });
    auto const put_back = care(stage).backups.front().put_back;
    add_room(stage, "Cellar");
    CHECK(stage.rooms().count == 2);
    stage(Go { "/t/acme/data" })(RunOnScreen { put_back });
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->danger);
    stage(ConfirmDialog {});
    CHECK(stage.toasts().back() == "The backup is in place. What was there before is kept among the backups.");
    stage(Go { "/t/acme/rooms" });
    CHECK(stage.rooms().count == 1);
    // And the other way round.
    auto const& backups = care(stage).backups;
    auto const aside =
        std::ranges::find_if(backups, [](BackupLine const& each) { return each.second.contains("set aside"); });
    REQUIRE(aside != backups.end());
    stage(RunOnScreen { aside->put_back })(ConfirmDialog {})(Go { "/t/acme/rooms" });
    CHECK(stage.rooms().count == 2);
    stage(LeaveTenant {});
    Stage again { on_disk({ "acme" }), FilesState::opened };
    CHECK(again.rooms().count == 2);
}

TEST_CASE("a backup opens as a company of its own, and as a file", "[portal]")
{
    FaultDisk disk;
    auto const held = a_company(disk);
    auto& stage = *held;
    stage(Go { "/t/acme/data" })(RunOnScreen { "backup-now" });
    auto const line = care(stage).backups.front();
    stage(RunOnScreen { line.take_out });
    REQUIRE(stage.count<Download>() == 1);
    stage(RunOnScreen { line.copy });
    CHECK(stage.address() == "/t/acme-2/overview");
    CHECK(stage.rooms().count == 1);
    auto const file =
        std::ranges::find_if(stage.seen, [](Effect const& each) { return std::holds_alternative<Download>(each); });
    auto const& bytes = std::get<Download>(*file).bytes;
    stage.import("mine.db", { reinterpret_cast<char const*>(bytes.data()), bytes.size() });
    CHECK(stage.address() == "/t/mine/overview");
    CHECK(stage.rooms().count == 1);
    stage.import("torn.db", { reinterpret_cast<char const*>(bytes.data()), bytes.size() / 2 });
    CHECK(stage.toasts().back().contains("This file is no sound database"));
}

TEST_CASE("a damaged database is rebuilt from its journal, or from a backup and what follows", "[portal]")
{
    FaultDisk disk;
    {
        auto const held = a_company(disk);
        auto& stage = *held;
        stage(Go { "/t/acme/data" })(RunOnScreen { "backup-now" });
        add_room(stage, "Cellar");
        stage(LeaveTenant {});
        auto const copies = stage.copies;
        REQUIRE(!copies.empty());
        // Where the file says what tables there are.
        auto bytes = disk.content("acme.db");
        auto const lose = [&](std::size_t from, std::size_t to) {
            std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                bytes.begin() + static_cast<std::ptrdiff_t>(to), std::byte { 0x5A });
            disk.set_content("acme.db", bytes);
        };
        auto const with_backup = GENERATE(true, false);
        lose(100, 512);
        Stage again { on_disk({ "acme", "another" }), FilesState::opened }; // so that none opens by itself
        if (with_backup) again.copies = copies;
        again.lying = [&disk](std::string const& name) {
            auto const content = disk.content(name);
            return std::string { reinterpret_cast<char const*>(content.data()), content.size() };
        };
        again(OpenTenantIntent { "acme" });
        REQUIRE(!again.model().session);
        CHECK(again.model().welcome.failure.contains("damaged"));
        auto const damaged = disk.content("acme.db");
        REQUIRE(!again.model().welcome.remedies.empty());
        again(RunOnScreen { again.model().welcome.remedies.front().run });
        if (!with_backup) {
            REQUIRE(!again.model().session);
            CHECK(again.model().welcome.failure.contains("no sound backup"));
            CHECK(disk.content("acme.db") == damaged); // kept as it is
            return;
        }
        REQUIRE(again.model().session);
        CHECK(again.address() == "/t/acme/data");
        CHECK(again.data().rebuilt.contains("rebuilt with 2 entries"));
        CHECK(again.data().rebuilt.contains("is missing"));
        CHECK(std::ranges::any_of(again.copies, [](auto const& each) { return each.first.ends_with(".aside"); }));
        again(Go { "/t/acme/rooms" });
        CHECK(again.rooms().count == 1);
    }
}

TEST_CASE("a size is told in the unit people use", "[portal]")
{
    struct Row
    {
        double bytes;
        char const* english;
        char const* german;
    };
    auto const row = GENERATE(values<Row>({
        { 268'000,        "268 kB",  "268 kB"  },
        { 1'240'000,      "1.2 MB",  "1,2 MB"  },
        { 999'000'000,    "999 MB",  "999 MB"  },
        { 10'737'000'000, "10.7 GB", "10,7 GB" },
    }));
    CAPTURE(row.english);
    CHECK(size_text(Words { Language::english }, row.bytes) == row.english);
    CHECK(size_text(Words { Language::german }, row.bytes) == row.german);
}
