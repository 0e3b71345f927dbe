// keyrack_bench: the engine's share of `./dev bench`, native and under Node. One work a call, one line of JSON: the
// milliseconds of each run, and what was answered.
//
//     keyrack_bench answers FILE DAY RUNS     the line of checksums; another day each run, the first answer is not timed
//     keyrack_bench import FILE RUNS          from bytes in memory to a ledger that answers
//     keyrack_bench fold FILE COUNT RUNS      the file's commands, decided and applied

#include "base/date.hpp"
#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/tenant_import.hpp"
#include "engine/checksum.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace keyrack;

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr int days_between_runs = 17; // as the peers

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

std::string contents(std::string const& path)
{
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) broken("the file of the bench can be read", path.c_str(), 0);
    std::string bytes;
    for (std::size_t count = 1; count > 0;) {
        auto const before = bytes.size();
        bytes.resize(before + 1024 * 1024);
        count = std::fread(bytes.data() + before, 1, bytes.size() - before, file);
        bytes.resize(before + count);
    }
    std::fclose(file);
    return bytes;
}

engine::Ledger opened_ledger()
{
    engine::Ledger ledger;
    auto const opened = engine::fold(
        ledger, codec::shipped_catalogue(), engine::OpenTenant { "tenant" }, EntryId::of_row(0), engine::Manner::live);
    VERIFY(opened.has_value());
    return ledger;
}

// The ledger of a file; `each` sees the blocks on the way.
template <class Each>
engine::Ledger imported(std::string_view bytes, Each&& each)
{
    codec::TenantImport import { opened_ledger(), codec::shipped_catalogue(), EntryId::of_row(1) };
    auto const work_off = [&] {
        while (import.has_work()) each(import.step(codec::rows_a_block));
    };
    while (!bytes.empty()) {
        import.feed(bytes.substr(0, piece_bytes));
        bytes.remove_prefix(std::min(piece_bytes, bytes.size()));
        work_off();
    }
    import.end_of_file();
    work_off();
    VERIFY(import.report().accepted());
    return import.take_ledger();
}

engine::Ledger imported(std::string_view bytes)
{
    return imported(bytes, [](codec::ImportBlock const&) { });
}

Measured answers(std::string const& file, Date day, int runs)
{
    auto const ledger = imported(contents(file));
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
    auto const bytes = contents(file);
    Measured measured { .count = static_cast<std::int64_t>(bytes.size()) };
    for (int run = 0; run < runs; ++run) {
        engine::Ledger ledger;
        measured.milliseconds.push_back(milliseconds_of([&] { ledger = imported(bytes); }));
        measured.answers.push_back(std::to_string(ledger.rooms().size()));
    }
    return measured;
}

Measured fold(std::string const& file, std::size_t count, int runs)
{
    std::vector<engine::Command> commands;
    std::ignore = imported(contents(file), [&](codec::ImportBlock const& block) {
        commands.insert(commands.end(), block.commands.begin(), block.commands.end());
    });
    commands.resize(std::min(commands.size(), count));
    Measured measured { .count = static_cast<std::int64_t>(commands.size()) };
    for (int run = 0; run < runs; ++run) {
        auto ledger = opened_ledger();
        measured.milliseconds.push_back(milliseconds_of([&] {
            for (engine::Command const& command : commands) {
                auto const folded = engine::fold(
                    ledger, codec::shipped_catalogue(), command, EntryId::of_row(1), engine::Manner::history);
                VERIFY(folded.has_value());
            }
        }));
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
    else {
        std::fprintf(stderr, "usage: keyrack_bench answers FILE DAY RUNS | import FILE RUNS | fold FILE COUNT RUNS\n");
        return 2;
    }
    return 0;
}
