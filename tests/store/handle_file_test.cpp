// One file behind the handles against a plain model of a file, whatever is gathered, drained, cut or read ahead.

#include "store/fault_disk.hpp"
#include "store/gathered_writes.hpp"
#include "store/handle_file.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <utility>

using namespace keyrack::store;
using namespace keyrack::test;

namespace {

Bytes filled(std::size_t count, std::uint64_t value)
{
    return Bytes(count, static_cast<std::byte>(value));
}

using Spans = std::vector<std::pair<std::int64_t, std::size_t>>; // offset, count

Spans runs_of(GatheredWrites const& gathered)
{
    Spans runs;
    for (auto const& [at, bytes] : gathered.runs()) runs.emplace_back(at, bytes.size());
    return runs;
}

std::size_t sum(Spans const& spans)
{
    std::size_t sum = 0;
    for (auto const& [at, count] : spans) sum += count;
    return sum;
}

// What a file is, without a disk.
struct Model
{
    Bytes bytes;

    void write(std::size_t at, Bytes const& written)
    {
        bytes.resize(std::max(bytes.size(), at + written.size()));
        std::ranges::copy(written, bytes.begin() + static_cast<std::ptrdiff_t>(at));
    }

    [[nodiscard]] Bytes read(std::size_t at, std::size_t count) const
    {
        Bytes wanted(count);
        for (std::size_t done = 0; done < count && at + done < bytes.size(); ++done) wanted[done] = bytes[at + done];
        return wanted;
    }
};

// Most offsets lie near one another, as in a log and in a table; some are far.
struct Mover
{
    std::mt19937_64 random;
    std::size_t last = 0;

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random() % limit); }
    std::size_t offset(std::size_t count)
    {
        auto const at = below(4) == 0 ? below(3'000'000) : last;
        last = at + count;
        return at;
    }
};

} // namespace

TEST_CASE("gathered writes that touch become one run", "[store]")
{
    struct Row
    {
        char const* name;
        Spans writes;
        Spans runs;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        // name                    writes                               runs
        {"one",                    {{10, 5}},                           {{10, 5}}},
        {"one behind the other",   {{10, 5}, {15, 5}},                  {{10, 10}}},
        {"the earlier one later",  {{15, 5}, {10, 5}},                  {{10, 10}}},
        {"apart",                  {{10, 5}, {16, 5}},                  {{10, 5}, {16, 5}}},
        {"bridged",                {{10, 5}, {20, 5}, {15, 5}},         {{10, 15}}},
        {"overlapping",            {{10, 5}, {12, 9}},                  {{10, 11}}},
        {"within",                 {{10, 9}, {12, 2}},                  {{10, 9}}},
        {"over several",           {{10, 2}, {14, 2}, {18, 4}, {9, 11}}, {{9, 13}}},
        {"nothing",                {{10, 0}},                           {}},
        // clang-format on
    }));
    CAPTURE(row.name);
    GatheredWrites gathered;
    for (auto const& [at, count] : row.writes) gathered.put(at, filled(count, 1));
    CHECK(runs_of(gathered) == row.runs);
    CHECK(gathered.held() == sum(row.runs));
}

TEST_CASE("cutting a file forgets what was gathered behind its new end", "[store]")
{
    struct Row
    {
        char const* name;
        std::int64_t size;
        Spans runs;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        // name                   size  runs
        {"behind everything",     40,   {{10, 5}, {20, 10}}},
        {"at the end",            30,   {{10, 5}, {20, 10}}},
        {"within the last run",   21,   {{10, 5}, {20, 1}}},
        {"before the last run",   20,   {{10, 5}}},
        {"between the runs",      17,   {{10, 5}}},
        {"to nothing",            0,    {}},
        // clang-format on
    }));
    CAPTURE(row.name);
    GatheredWrites gathered;
    gathered.put(10, filled(5, 1));
    gathered.put(20, filled(10, 1));
    gathered.cut(row.size);
    CHECK(runs_of(gathered) == row.runs);
    CHECK(gathered.held() == sum(row.runs));
}

TEST_CASE("a file behind the handles reads as if nothing were gathered", "[store]")
{
    auto const seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    FaultDisk disk { seed };
    disk.plug_in();
    auto const handles = FaultDisk::handles();
    HandleFile file { handles, handles.find("a file") };
    Model model;
    Mover mover { std::mt19937_64 { seed } };
    for (int step = 0; step < 400; ++step) {
        auto const count = 1 + mover.below(mover.below(8) == 0 ? 300'000 : 9'000);
        auto const at = mover.offset(count);
        switch (mover.below(10)) {
        case 0: REQUIRE(file.sync() == Outcome::done); break;
        case 1:
            REQUIRE(file.truncate(static_cast<std::int64_t>(at)) == Outcome::done);
            model.bytes.resize(at);
            break;
        case 2:
        case 3:
        case 4:
        case 5: {
            auto const written = filled(count, mover.random());
            REQUIRE(file.write(static_cast<std::int64_t>(at), written) == Outcome::done);
            model.write(at, written);
            break;
        }
        default: {
            Bytes read(count, std::byte { 0xAA });
            REQUIRE(file.read(static_cast<std::int64_t>(at), read) == Outcome::done);
            REQUIRE(read == model.read(at, count));
        }
        }
        REQUIRE(file.size() == std::ssize(model.bytes));
    }
    REQUIRE(file.sync() == Outcome::done);
    CHECK(disk.content("a file") == model.bytes);
}

TEST_CASE("a file holds a bounded amount and writes adjacent pages at once", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const handles = FaultDisk::handles();
    HandleFile file { handles, handles.find("a file") };
    auto const page = filled(4096, 7);
    for (std::int64_t at = 0; at < 10 * 256 * 4096; at += 4096) REQUIRE(file.write(at, page) == Outcome::done);
    CHECK(disk.writes() == 10); // 10 MB in pieces of one
    REQUIRE(file.sync() == Outcome::done);
    CHECK(disk.writes() == 10);
    CHECK(disk.flushes() == 1);
}

TEST_CASE("what a disk refuses is told and not tried again", "[store]")
{
    auto const answer = GENERATE(FullAnswer::short_count, FullAnswer::minus_one, FullAnswer::minus_eight);
    FaultDisk disk;
    disk.plug_in();
    auto const handles = FaultDisk::handles();
    HandleFile file { handles, handles.find("a file") };
    REQUIRE(file.write(0, filled(100, 1)) == Outcome::done);
    REQUIRE(file.sync() == Outcome::done);
    disk.fill_up_at(disk.writes(), answer);
    REQUIRE(file.write(100, filled(100, 2)) == Outcome::done); // gathered
    CHECK(file.size() == 200);
    CHECK(file.sync() == Outcome::full);
    CHECK(file.size() == std::ssize(disk.content("a file")));
    disk.make_room();
    CHECK(file.write(50, filled(50, 3)) == Outcome::done);
    CHECK(file.sync() == Outcome::done);
    Bytes read(100);
    REQUIRE(file.read(0, read) == Outcome::done);
    auto wanted = filled(50, 1);
    wanted.resize(100, std::byte { 3 });
    CHECK(read == wanted);
}

TEST_CASE("a flush that fails is told", "[store]")
{
    FaultDisk disk;
    disk.plug_in();
    auto const handles = FaultDisk::handles();
    HandleFile file { handles, handles.find("a file") };
    disk.fail_flushes_from(0);
    REQUIRE(file.write(0, filled(10, 1)) == Outcome::done);
    CHECK(file.sync() == Outcome::failed);
}
