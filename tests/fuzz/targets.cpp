#include "fuzz/targets.hpp"

#include "base/text.hpp"
#include "base/verify.hpp"
#include "cli/questions.hpp"
#include "codec/answer_json.hpp"
#include "codec/bundle.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/command_json.hpp"
#include "codec/demo.hpp"
#include "codec/difference_json.hpp"
#include "codec/json_value.hpp"
#include "codec/list_json.hpp"
#include "codec/plain_rows.hpp"
#include "codec/segment.hpp"
#include "codec/sha256.hpp"
#include "codec/support_json.hpp"
#include "codec/tenant_export.hpp"
#include "codec/tenant_import.hpp"
#include "codec/ticket_json.hpp"
#include "engine/fold.hpp"
#include "store/store.hpp"
#include "store/workload.hpp"
#include "support/whole_fork.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace keyrack::fuzz {

using namespace engine;

namespace {

Ledger opened()
{
    Ledger ledger;
    VERIFY(fold(ledger, codec::shipped_catalogue(), OpenTenant { "tenant" }, EntryId::of_row(0), Manner::live));
    return ledger;
}

// Two rooms, an order of each programme, a device, an assignment: something for commands to meet.
Ledger const& small_tenant()
{
    static Ledger const made = [] {
        Ledger ledger = opened();
        auto const give = [&](Command const& command) {
            VERIFY(fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(1), Manner::live));
        };
        for (auto const* room : { "a", "b" })
            give(AddRoom { room, room, "Oslo", "NO", "", InSync::yes, Importance::ordinary });
        Date const bought = *parse_date("2026-01-10");
        give(PlaceOrder { "P1", "", "select", 1, 3, bought, std::nullopt });
        give(PlaceOrder { "P2", "", "sync_plus", 1, 2, bought, std::nullopt });
        give(AddDevice { "S1", "Rally Bar", bought, "a", std::nullopt });
        give(Assign { { { { "P1", 1 }, "a" } }, plus_days(bought, 10), never });
        return ledger;
    }();
    return made;
}

void work_off(codec::TenantImport& import)
{
    while (import.has_work()) std::ignore = import.step(codec::rows_a_block);
}

std::string exported(Ledger const& ledger)
{
    return codec::tenant_file_of(ledger, codec::shipped_catalogue());
}

// Every command has to be applied.
void give_all(Ledger& ledger, std::vector<Command> const& commands)
{
    for (Command const& command : commands)
        VERIFY(fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(2), Manner::live));
}

// Up to the line's end, which is taken away with it.
std::string_view take_line(std::string_view& text)
{
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

// A table is read as it was written; only the numbers of lines may be others.
void write_and_read(codec::CsvTable table)
{
    std::string text = codec::csv_line(table.header);
    for (auto const& row : table.rows) text += codec::csv_line(row.cells);
    auto again = codec::read_csv(text);
    VERIFY(again.has_value());
    for (auto* each : { &table, &*again })
        for (auto& row : each->rows) row.line = 1;
    VERIFY(*again == table);
}

// What the commands would change, said on an excerpt and on a copy.
void compare(Ledger const& ledger, std::vector<Command> const& commands, Date day)
{
    auto const& catalogue = codec::shipped_catalogue();
    auto said = what_if(ledger, catalogue, commands, day);
    auto const whole = test::what_if_on_a_copy(ledger, catalogue, commands, day);
    VERIFY(said.has_value() == whole.has_value());
    if (!said) {
        VERIFY(said.error() == whole.error());
        return;
    }
    said->fees = {};
    said->brought.clear();
    VERIFY(*said == *whole);
}

// As to_text(Segment) puts them: no fuzzer would find a digest.
std::string with_digest(std::string_view body)
{
    std::string text = R"({"sha256":")" + codec::sha256_hex(body) + "\",\"content\":\n";
    return text.append(body).append("}\n");
}

} // namespace

void run_command(std::string_view bytes)
{
    auto const command = codec::command_from_json(bytes);
    if (!command) return;
    auto const again = codec::command_from_json(codec::to_json(*command));
    VERIFY(again.has_value() && *again == *command);
    std::ignore = compensation(*command);
}

namespace {

codec::TenantImport imported(std::string_view bytes, std::size_t cut)
{
    codec::TenantImport import { opened(), codec::shipped_catalogue(), EntryId::of_row(1) };
    import.feed(bytes.substr(0, cut));
    work_off(import);
    import.feed(bytes.substr(cut));
    work_off(import);
    import.end_of_file();
    work_off(import);
    VERIFY(import.done());
    return import;
}

} // namespace

void run_tenant_file(std::string_view bytes)
{
    auto const cut = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front()) * bytes.size() / 256;
    auto import = imported(bytes, cut);
    if (!import.report().accepted()) return;
    auto const text = exported(import.take_ledger());
    auto again = imported(text, 0);
    VERIFY(again.report().accepted());
    VERIFY(exported(again.take_ledger()) == text);
}

void run_row(std::string_view bytes)
{
    if (bytes.empty()) return;
    auto const number = static_cast<unsigned char>(bytes.front()) % codec::section_names.size();
    auto const section = static_cast<codec::Section>(number);
    auto const text = bytes.substr(1);
    auto const quickly = codec::plain_row(section, text);
    if (!quickly) return;
    auto const strictly = codec::parse_json(text).and_then(
        [&](auto const& value) { return codec::read_row(section, value, codec::JsonPath {}); });
    VERIFY(strictly.has_value() && *strictly == *quickly);
}

void run_catalogue(std::string_view bytes)
{
    constexpr std::string_view no_sources = R"({"sources":[]})";
    std::ignore = codec::catalogue_from_json(std::array { bytes }, no_sources);
    std::ignore = codec::catalogue_from_json({}, bytes);
    std::ignore = codec::desk_from_json(bytes);
    std::ignore = codec::css_from_json(bytes);
    std::ignore = codec::range_from_json(bytes);
    std::ignore = codec::guidebook_from_json(bytes);
    std::ignore = codec::support_from_json(bytes, bytes, bytes);
    std::ignore = codec::demo_from_json(bytes, *parse_date("2026-06-01"));
}

void run_commands(std::string_view bytes)
{
    auto const commands = codec::commands_from_json(bytes);
    if (!commands) return;
    Date const day = *parse_date("2026-06-01");
    compare(small_tenant(), *commands, day);
    Ledger ledger = small_tenant();
    for (Command const& command : *commands) {
        auto const before = ledger;
        auto const folded = fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(2), Manner::live);
        VERIFY(folded.has_value() || ledger == before);
    }
}

void run_exchange(std::string_view bytes)
{
    if (auto const read = codec::read_segment(with_digest(bytes))) {
        auto const again = codec::read_segment(codec::to_text(read->segment));
        VERIFY(again.has_value() && again->segment == read->segment);
    }
    if (auto const card = codec::read_lane_card(with_digest(bytes)))
        VERIFY(codec::read_lane_card(codec::to_text(*card)) == *card);
    if (auto const bundle = codec::read_bundle(bytes)) VERIFY(codec::read_bundle(codec::to_text(*bundle)) == *bundle);
}

void run_list(std::string_view bytes)
{
    auto const table = codec::read_csv(bytes);
    if (!table) return;
    write_and_read(*table);
    auto mapping = codec::guessed_mapping(codec::guessed_kind(table->header), table->header);
    mapping.slash_dates = static_cast<codec::SlashDates>(bytes.size() % 3);
    if (!codec::check(mapping)) return;
    auto ledger = small_tenant();
    auto const plan = codec::planned(*table, mapping, ledger, codec::shipped_catalogue(), *parse_date("2026-06-01"));
    VERIFY(codec::parse_json(codec::to_json(*table, mapping, plan)).has_value());
    give_all(ledger, plan.commands);
    if (auto const back = codec::taken_back(plan.commands)) {
        give_all(ledger, *back);
        VERIFY(exported(ledger) == exported(small_tenant()));
    }
}

void run_question(std::string_view bytes)
{
    Ledger ledger = small_tenant();
    if (auto const commands = codec::commands_from_json(take_line(bytes)))
        for (Command const& command : *commands)
            std::ignore = fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(2), Manner::live);
    auto const day = parse_date(take_line(bytes));
    if (!day) return;
    std::vector<std::string> words;
    while (!bytes.empty()) words.emplace_back(take_line(bytes));
    auto const question = cli::read_question(words, std::nullopt);
    if (!question) return;
    auto const answer = verdict(ledger, codec::shipped_catalogue(), *question, *day);
    if (!answer) return;
    codec::Ground const ground { ledger, codec::shipped_catalogue(), *day };
    auto const text = codec::to_json(ground, *answer); // proofs go deeper than parse_json does
    VERIFY(is_utf8(text) && text.starts_with('{') && text.ends_with('}'));
}

void run_ticket(std::string_view bytes)
{
    auto const at = *parse_instant("2026-12-29T12:00:00Z");
    auto const answer = codec::ticket_answer(bytes, codec::shipped_catalogue().support(), at);
    if (answer) VERIFY(is_utf8(*answer) && answer->starts_with('{') && answer->ends_with('}'));
}

namespace {

// What the small tenant came from, each command an entry of a journal.
std::vector<std::byte> written_database()
{
    auto store = store::Store::open("fuzz.db", store::Place::memory);
    VERIFY(store.has_value());
    Ledger ledger;
    Date const bought = *parse_date("2026-01-10");
    std::vector<Command> const commands {
        OpenTenant { "tenant" },
         AddRoom { "a", "a", "Oslo", "NO", "", InSync::yes, Importance::ordinary },
        PlaceOrder { "P1", "", "select", 1, 3, bought, std::nullopt },
        AddDevice { "S1", "Rally Bar", bought, "a", std::nullopt },
        Assign { { { { "P1", 1 }, "a" } }, plus_days(bought, 10), never }
    };
    for (std::uint32_t row = 0; row < commands.size(); ++row) {
        auto const decision =
            decide(ledger, codec::shipped_catalogue(), commands[row], EntryId::of_row(row), Manner::live);
        VERIFY(decision.has_value());
        VERIFY(store->append(test::entry_of(commands[row], row + 1), decision->changes).has_value());
        for (Change const& change : decision->changes) ledger.apply(change);
    }
    auto bytes = store->bytes();
    VERIFY(bytes.has_value());
    return std::move(*bytes);
}

} // namespace

void run_database(std::string_view bytes)
{
    static std::vector<std::byte> const sound = written_database();
    auto changed = sound;
    for (; bytes.size() >= 3; bytes.remove_prefix(3)) {
        auto const high = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0]));
        auto const low = static_cast<std::size_t>(static_cast<unsigned char>(bytes[1]));
        // All over the file, whatever its size.
        changed[(high * 256 + low) * changed.size() / 65'536] = static_cast<std::byte>(bytes[2]);
    }
    auto const opened = store::Store::open_bytes(changed);
    if (!opened) return;
    std::ignore = opened->load();
    std::ignore = opened->faults();
    std::ignore = opened->entries(EntryId::of_row(0), 100);
}

} // namespace keyrack::fuzz
