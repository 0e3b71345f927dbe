// The same promises over the operating system's files, and the sqlite3 shell as a second opinion.
#ifndef __EMSCRIPTEN__

#include "store/fault_disk.hpp"
#include "store/raw_database.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"

#include <catch_amalgamated.hpp>

#include <stdlib.h> // mkdtemp is POSIX

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using namespace keyrack;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

class Folder
{
public:
    Folder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "keyrack-store-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }

    [[nodiscard]] std::string file(char const* name) const { return (m_path / name).string(); }

    [[nodiscard]] std::map<std::string, std::string> contents() const
    {
        std::map<std::string, std::string> contents;
        for (auto const& each : std::filesystem::directory_iterator { m_path }) {
            std::ifstream stream { each.path(), std::ios::binary };
            contents.emplace(each.path().filename(), std::string { std::istreambuf_iterator { stream }, {} });
        }
        return contents;
    }

    void write(char const* name, Bytes const& bytes) const
    {
        std::ofstream stream { m_path / name, std::ios::binary };
        stream.write(reinterpret_cast<char const*>(bytes.data()), std::ssize(bytes));
        REQUIRE(stream);
    }

private:
    std::filesystem::path m_path;
};

Result<Store> opened(std::string const& file)
{
    return Store::open(file, Place::file, { "select", "sync_plus" });
}

// What the shell prints, its complaints included.
std::string shell(std::string const& file, std::string const& query)
{
    auto const command = "sqlite3 '" + file + "' \"" + query + "\" 2>&1";
    auto* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string printed;
    std::array<char, 4096> some {};
    while (auto const count = std::fread(some.data(), 1, some.size(), pipe)) printed.append(some.data(), count);
    pclose(pipe);
    return printed;
}

} // namespace

TEST_CASE("a tenant in a file of the operating system", "[store]")
{
    Folder const folder;
    auto const file = folder.file("northwind.db");
    auto const script = a_script(21, 60);
    {
        auto store = opened(file);
        REQUIRE(store);
        for (auto const& step : script.steps) REQUIRE(write(*store, step));
        CHECK(store->load() == script.ledgers.back());
        auto const second = opened(file);
        REQUIRE(!second);
        CHECK(second.error().what == "database_in_use");
    }
    CHECK(folder.contents().size() == 1); // closed: no log, no journal beside it
    CHECK(opened(file)->load() == script.ledgers.back());
    CHECK(opened(file)->last_ending() == Ending::clean);
}

TEST_CASE("a download opens in the sqlite3 shell", "[store]")
{
    Folder const folder;
    auto const script = a_script(21, 60);
    auto store = Store::open("northwind.db", Place::memory, { "select", "sync_plus" });
    REQUIRE(store);
    for (auto const& step : script.steps) REQUIRE(write(*store, step));
    folder.write("download.db", *store->bytes());
    auto const file = folder.file("download.db");
    CHECK(shell(file, "PRAGMA integrity_check") == "ok\n");
    CHECK(shell(file, "PRAGMA journal_mode") == "delete\n");
    CHECK(shell(file, "SELECT count(*) FROM journal") == "60\n");
    CHECK(shell(file, "SELECT name FROM tenant") == "Northwind\n");
    for (auto const* const view : { "orders", "rooms", "devices", "assignments", "journal" }) {
        auto const both = "SELECT (SELECT count(*) FROM readable_" + std::string { view } + ") = (SELECT count(*) FROM "
            + view + ") AND (SELECT count(*) FROM " + view + ") > 0";
        CHECK(shell(file, both) == "1\n");
    }
}

TEST_CASE("files of the operating system that are refused are kept, and nothing is put beside them", "[store]")
{
    struct Row
    {
        char const* name;
        char const* sql; // run by the shell on a database of ours
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        // name               sql                                                           want
        {"another program's", "PRAGMA application_id = 7",                                  "foreign_database"},
        {"a newer one",       "PRAGMA user_version = 999",                                   "newer_database"},
        {"in another mode",   "PRAGMA journal_mode = DELETE; DROP TABLE stays",             "damaged_database"},
        {"a table missing",   "DROP TABLE stays",                                           "damaged_database"},
        // clang-format on
    }));
    CAPTURE(row.name);
    Folder const folder;
    auto const file = folder.file("northwind.db");
    REQUIRE(opened(file));
    shell(file, row.sql);
    auto const before = folder.contents();
    auto const store = opened(file);
    CHECK((store ? "opened" : store.error().what) == row.want);
    CHECK(folder.contents() == before);
}

TEST_CASE("a file of the operating system that is no database is kept", "[store]")
{
    Folder const folder;
    folder.write("northwind.db", Bytes(3000, std::byte { '{' }));
    auto const before = folder.contents();
    CHECK(opened(folder.file("northwind.db")).error().what == "damaged_database");
    CHECK(folder.contents() == before);
    CHECK(opened(folder.file("missing/northwind.db")).error().what == "disk_failed");
}

#endif
