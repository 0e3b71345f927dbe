// keyrack_bench: the engine's share of `./dev bench`, native and under Node. One work a call, one line of JSON: the
// milliseconds of each run, and what was answered.
//
//     keyrack_bench answers FILE DAY RUNS     the line of checksums; another day each run, the first answer is not timed
//     keyrack_bench import FILE RUNS          from bytes in memory to a ledger that answers
//     keyrack_bench fold FILE COUNT RUNS      the file's commands, decided and applied
//     keyrack_bench late FILE COUNT BACK RUNS the same, then entries that come late and sort BACK commands before the end
//     keyrack_bench store FILE PATH           the file's tenant as a database at PATH, with the image that opening reads
//     keyrack_bench tables FILE PATH          the same without
//     keyrack_bench merge COUNT RUNS          two journals of COUNT entries, written at the same time, from bundles to a ledger
//     keyrack_bench bundle FILE PATH RUNS     the file's rows as a bundle at PATH: written, and read into a ledger
//     keyrack_bench load PATH RUNS            that database opened and its ledger loaded; the bytes of memory that took

#include "exchange.hpp"
#include "load.hpp"
#include "questions.hpp"
#include "tenant.hpp"

#include "base/date.hpp"
#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/command_json.hpp"
#include "engine/checksum.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace keyrack;

constexpr int days_between_runs = 17; // as the peers
constexpr std::size_t commands_a_batch = 50'000;

struct Measured
{
    std::vector<double> milliseconds;
    std::vector<std::string> answers;
    std::int64_t count = 0; // of what the work is made of
};

template <class Work>
double milliseconds_of(Work&& work)
{
    auto const began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

Measured answers(std::string const& file, Date day, int runs)
{
    auto const ledger = bench::ledger_of_file(file);
    Measured measured { .count = static_cast<std::int64_t>(ledger.rooms().size()) };
    measured.answers.push_back(engine::checksum(ledger, codec::shipped_catalogue(), day));
    for (int run = 1; run <= runs; ++run) {
        std::string line;
        Date const asked { day - Days { days_between_runs * run } };
        measured.milliseconds.push_back(
            milliseconds_of([&] { line = engine::checksum(ledger, codec::shipped_catalogue(), asked); }));
        measured.answers.push_back(std::move(line));
    }
    return measured;
}

Measured import(std::string const& file, int runs)
{
    auto const bytes = bench::contents(file);
    Measured measured { .count = static_cast<std::int64_t>(bytes.size()) };
    for (int run = 0; run < runs; ++run) {
        engine::Ledger ledger;
        measured.milliseconds.push_back(milliseconds_of([&] { ledger = bench::ledger_of_bytes(bytes); }));
        measured.answers.push_back(std::to_string(ledger.rooms().size()));
    }
    return measured;
}

// The file's first `most` commands in batches: of a million rooms, nobody could hold all of them in WebAssembly's memory.
template <class Take>
void for_each_batch(std::string const& file, std::size_t most, Take&& take)
{
    std::vector<engine::Command> batch;
    batch.reserve(commands_a_batch + codec::rows_a_block);
    auto const gather = [&](codec::ImportBlock& block) {
        auto const count = std::min(most, block.commands.size());
        std::ranges::move(std::span(block.commands).first(count), std::back_inserter(batch));
        most -= count;
        if (batch.size() < commands_a_batch) return;
        take(batch);
        batch.clear();
    };
    std::ignore = bench::ledger_of_file(file, gather);
    take(batch);
}

void fold_in(engine::Ledger& ledger, engine::Command const& command)
{
    VERIFY(engine::fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(1), engine::Manner::history));
}

Measured fold(std::string const& file, std::size_t count, int runs)
{
    Measured measured;
    for (int run = 0; run < runs; ++run) {
        auto ledger = bench::opened_ledger();
        double milliseconds = 0;
        measured.count = 0;
        for_each_batch(file, count, [&](std::vector<engine::Command> const& batch) {
            milliseconds += milliseconds_of([&] {
                for (engine::Command const& command : batch) fold_in(ledger, command);
            });
            measured.count += std::ssize(batch);
        });
        measured.milliseconds.push_back(milliseconds);
        measured.answers.push_back(std::to_string(ledger.assignments().size()));
    }
    return measured;
}

// Each run brings one more room, which sorts before the last `back` commands: they are taken back and folded once more.
Measured late(std::string const& file, std::size_t count, std::size_t back, int runs)
{
    auto ledger = bench::opened_ledger();
    ledger.remember(4 * back);
    std::vector<engine::Command> tail;
    for_each_batch(file, count, [&](std::vector<engine::Command>& batch) {
        std::ranges::move(batch, std::back_inserter(tail));
        auto const early = std::span(tail).first(tail.size() - std::min(tail.size(), back));
        for (engine::Command const& command : early) fold_in(ledger, command);
        tail.erase(tail.begin(), tail.begin() + std::ssize(early));
    });
    auto const before = ledger.moment();
    for (engine::Command const& command : tail) fold_in(ledger, command);
    Measured measured { .count = std::ssize(tail) };
    for (int run = 1; run <= runs; ++run) {
        auto const name = "late-" + std::to_string(run);
        engine::Command const room = engine::AddRoom { name, name, {}, {}, {}, engine::InSync::no, {} };
        VERIFY(ledger.remembers(before));
        measured.milliseconds.push_back(milliseconds_of([&] {
            ledger.take_back(before);
            fold_in(ledger, room);
            for (engine::Command const& command : tail) fold_in(ledger, command);
        }));
        measured.answers.push_back(std::to_string(ledger.rooms().size()));
    }
    return measured;
}

Measured store(std::string const& file, std::string const& path, bench::Image image)
{
    bench::write_tenant(path, image, [&](bench::Block const& take) {
        std::ignore =
            bench::ledger_of_file(file, [&](codec::ImportBlock const& block) { take(block.commands, block.changes); });
    });
    return { .milliseconds = { 0 }, .answers = { path } };
}

Measured merge(std::size_t entries, int runs)
{
    auto [milliseconds, count] = bench::merge(entries, runs);
    return { .milliseconds = std::move(milliseconds), .answers = { std::to_string(count) }, .count = count };
}

// Writing comes first, then reading, as often each.
Measured bundle(std::string const& file, std::string const& path, int runs)
{
    std::vector<std::string> rows;
    std::ignore = bench::ledger_of_file(file, [&](codec::ImportBlock const& block) {
        for (auto const& command : block.commands) rows.push_back(codec::to_json(command));
    });
    auto [written, read, text] = bench::bundle(std::move(rows), runs);
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const stream { std::fopen(path.c_str(), "wb"), &std::fclose };
    VERIFY(stream != nullptr && std::fwrite(text.data(), 1, text.size(), stream.get()) == text.size());
    std::ranges::copy(read.milliseconds, std::back_inserter(written.milliseconds));
    return { .milliseconds = std::move(written.milliseconds),
        .answers = { std::to_string(read.count) },
        .count = written.count };
}

Measured load(std::string const& path, int runs)
{
    Measured measured;
    for (int run = 0; run < runs; ++run) {
        engine::Ledger ledger;
        measured.milliseconds.push_back(milliseconds_of([&] { ledger = bench::load_tenant(path); }));
        measured.count = static_cast<std::int64_t>(bench::memory_bytes());
        measured.answers.push_back(std::to_string(ledger.assignments().size()));
    }
    return measured;
}

void print(Measured const& measured)
{
    std::string text = "{\"count\":" + std::to_string(measured.count) + ",\"milliseconds\":[";
    for (double const each : measured.milliseconds) text += std::to_string(each) + ",";
    text.back() = ']';
    text += ",\"answers\":[";
    for (std::string const& each : measured.answers) text += "\"" + each + "\",";
    text.back() = ']';
    std::printf("%s}\n", text.c_str());
}

} // namespace

int main(int count, char** given)
{
    std::vector<std::string> const words { given + 1, given + count };
    auto const number = [&](std::size_t at) { return std::atoi(words[at].c_str()); };
    if (words.size() == 4 && words[0] == "answers" && parse_date(words[2]))
        print(answers(words[1], *parse_date(words[2]), number(3)));
    else if (words.size() == 3 && words[0] == "import")
        print(import(words[1], number(2)));
    else if (words.size() == 4 && words[0] == "fold")
        print(fold(words[1], static_cast<std::size_t>(number(2)), number(3)));
    else if (auto const answer = bench::answer(words))
        std::printf("%s\n", answer->c_str());
    else if (words.size() == 3 && words[0] == "merge")
        print(merge(static_cast<std::size_t>(number(1)), number(2)));
    else if (words.size() == 4 && words[0] == "bundle")
        print(bundle(words[1], words[2], number(3)));
    else if (words.size() == 5 && words[0] == "late")
        print(late(words[1], static_cast<std::size_t>(number(2)), static_cast<std::size_t>(number(3)), number(4)));
    else if (words.size() == 3 && words[0] == "store")
        print(store(words[1], words[2], bench::Image::written));
    else if (words.size() == 3 && words[0] == "tables")
        print(store(words[1], words[2], bench::Image::none));
    else if (words.size() == 3 && words[0] == "load")
        print(load(words[1], number(2)));
    else {
        std::fprintf(stderr,
            "usage: keyrack_bench answers FILE DAY RUNS | import FILE RUNS | fold FILE COUNT RUNS | late FILE COUNT "
            "BACK RUNS | questions.hpp\n");
        return 2;
    }
    return 0;
}
