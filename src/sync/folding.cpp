#include "sync/folding.hpp"

#include "codec/command_json.hpp"
#include "engine/fold.hpp"
#include "engine/row_access.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace keyrack::sync {

namespace {

using codec::Fate;
using codec::Outcome;

class Folding
{
public:
    Folding(engine::Ledger& ledger, catalogue::Catalogue const& catalogue, codec::TravellingEntry const& entry,
        EntryId id, std::vector<engine::TouchedRow>& touched)
        : m_ledger(ledger), m_catalogue(catalogue), m_entry(entry), m_id(id), m_touched(touched)
    { }

    [[nodiscard]] Outcome run()
    {
        if (m_entry.schema > newest_entry_schema) return { .fate = Fate::unknown };
        auto const command = codec::command_from_json(m_entry.command);
        if (!command) return { .fate = Fate::unknown };
        auto const actor = actor_of(m_entry.actor, m_entry.time_ms);
        if (std::holds_alternative<engine::Import>(*command)) {
            if (auto denial = engine::objection_to(m_ledger, actor, *command)) return lost(std::move(*denial));
            return rows();
        }
        auto decision = engine::decide_as(actor, m_ledger, m_catalogue, *command, m_id, engine::Manner::live);
        if (!decision) return lost(std::move(decision.error()));
        apply(std::move(decision->changes));
        return {};
    }

private:
    static Outcome lost(engine::Denial why) { return { .fate = Fate::lost, .why = std::move(why) }; }

    // A row that this version cannot read makes the whole import unknown: half of one would be another one.
    [[nodiscard]] Outcome rows()
    {
        std::vector<engine::Command> commands;
        for (auto const& text : m_entry.rows) {
            auto command = codec::command_from_json(text);
            if (!command) return { .fate = Fate::unknown };
            commands.push_back(std::move(*command));
        }
        Outcome outcome;
        for (std::int64_t row = 0; auto const& command : commands) {
            auto decision = engine::decide(m_ledger, m_catalogue, command, m_id, engine::Manner::history);
            if (decision)
                apply(std::move(decision->changes));
            else
                outcome.rows.push_back({ row, std::move(decision.error()) });
            ++row;
        }
        if (!outcome.rows.empty()) outcome.fate = Fate::in_part;
        return outcome;
    }

    void apply(std::vector<engine::Change> changes)
    {
        for (auto& change : changes) {
            m_touched.push_back(engine::touched_by(change));
            m_ledger.apply(std::move(change));
        }
    }

    engine::Ledger& m_ledger;
    catalogue::Catalogue const& m_catalogue;
    codec::TravellingEntry const& m_entry;
    EntryId m_id;
    std::vector<engine::TouchedRow>& m_touched;
};

} // namespace

engine::Actor actor_of(std::string_view actor, std::int64_t time_ms)
{
    return { actor, Date { std::chrono::floor<Days>(std::chrono::milliseconds { time_ms }) } };
}

bool is_understood(codec::TravellingEntry const& entry)
{
    return entry.schema <= newest_entry_schema && codec::command_from_json(entry.command).has_value()
        && std::ranges::all_of(
            entry.rows, [](std::string const& row) { return codec::command_from_json(row).has_value(); });
}

Outcome fold_entry(engine::Ledger& ledger, catalogue::Catalogue const& catalogue, codec::TravellingEntry const& entry,
    EntryId id, std::vector<engine::TouchedRow>& touched)
{
    return Folding { ledger, catalogue, entry, id, touched }.run();
}

} // namespace keyrack::sync
