#include "portal/journal_line.hpp"

#include "portal/data_model.hpp"
#include "portal/journal_words.hpp"
#include "portal/rows_job.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace keyrack::portal {

namespace {

std::string_view fate_key(codec::Fate fate)
{
    switch (fate) {
    case codec::Fate::holds: return {};
    case codec::Fate::lost: return "journal.fate.lost";
    case codec::Fate::in_part: return "journal.fate.in_part";
    case codec::Fate::unknown: return "journal.fate.unknown";
    }
    return {};
}

// How far an own entry has come.
std::pair<std::string_view, Tone> told(sync::Whereabouts whereabouts)
{
    switch (whereabouts) {
    case sync::Whereabouts::on_this_device: return { "exchange.whereabouts.here", Tone::ending };
    case sync::Whereabouts::sent: return { "exchange.whereabouts.sent", Tone::neutral };
    case sync::Whereabouts::seen_by_others: return { "exchange.whereabouts.seen", Tone::covered };
    }
    return {};
}

} // namespace

JournalLines::JournalLines(Scene const& scene)
    : m_scene(scene), m_exchange(scene.session.exchanges() ? scene.session.exchange_status() : sync::Status {})
{ }

JournalLine JournalLines::line(EntryId id)
{
    if (auto const* const entry = find(id)) return of(*entry);
    return { .number = m_scene.words.number(std::int64_t { id.row() } + 1),
        .text = {},
        .second = {},
        .can_undo = false,
        .entry = id };
}

store::JournalEntry const* JournalLines::find(EntryId id)
{
    auto const first = static_cast<std::uint32_t>(id.row() / entries_a_page * entries_a_page);
    auto found = m_pages.find(first);
    if (found == m_pages.end()) {
        auto page = m_scene.session.entries(EntryId::of_row(first), entries_a_page);
        if (!page) return nullptr;
        found = m_pages.emplace(first, std::move(*page)).first;
    }
    auto const entry = std::ranges::find(found->second, id, &store::JournalEntry::id);
    return entry == found->second.end() ? nullptr : &*entry;
}

JournalLine JournalLines::of(store::JournalEntry const& written)
{
    auto const& [id, entry, fate, reasons] = written;
    auto const& words = m_scene.words;
    auto const& session = m_scene.session;
    JournalLine line { .number = words.number(std::int64_t { id.row() } + 1),
        .text = fate == codec::Fate::unknown ? std::string { words("journal.unknown") } : entry_text(m_scene, entry),
        .second = author_text(m_scene, entry),
        .can_undo = can_undo(written),
        .entry = id };
    if (entry.undoes.has_value()) {
        auto const undone = words.number(std::int64_t { entry.undoes->row() } + 1);
        line.second = joined({ line.second, words("journal.undoes", { { "number", undone } }) });
    }
    if (fate != codec::Fate::holds) {
        line.state = words(fate_key(fate));
        line.state_tone = Tone::missing;
    } else if (session.exchanges() && entry.device == session.kept().device) { // those of others came from there
        auto const [key, tone] = told(sync::whereabouts(m_exchange, entry.sequence));
        line.state = words(key);
        line.state_tone = tone;
    }
    return line;
}

// Of an import it costs some reading, and is asked with every frame.
bool JournalLines::can_undo(store::JournalEntry const& written)
{
    auto const& [id, entry, fate, reasons] = written;
    if (fate != codec::Fate::holds || m_scene.session.is_read_only()) return false;
    if (!std::holds_alternative<engine::Import>(entry.command)) return way_back(m_scene.session, entry).has_value();
    if (entry.undoes) return false;
    auto const [known, is_new] = m_imports.emplace(id, false);
    if (is_new) known->second = import_stands(m_scene.session, id);
    return known->second;
}

} // namespace keyrack::portal
