#include "portal/journal_line.hpp"

#include "portal/data_model.hpp"
#include "portal/journal_words.hpp"

#include <utility>

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

// Of own entries, how far they have come; those of others came from there.
std::pair<std::string_view, Tone> whereabouts(Scene const& scene, engine::Entry const& entry)
{
    auto const& session = scene.session;
    if (!session.exchanges() || entry.device != session.kept().device) return {};
    auto const status = session.exchange_status();
    if (entry.sequence > status.sent) return { "exchange.whereabouts.here", Tone::ending };
    if (entry.sequence > status.seen) return { "exchange.whereabouts.sent", Tone::neutral };
    return { "exchange.whereabouts.seen", Tone::covered };
}

} // namespace

JournalLine journal_line(Scene const& scene, EntryId id)
{
    return { .number = scene.words.number(std::int64_t { id.row() } + 1),
        .text = {},
        .second = {},
        .can_undo = false,
        .entry = id };
}

JournalLine journal_line(Scene const& scene, store::JournalEntry const& written)
{
    auto const& [id, entry, fate, reasons] = written;
    auto line = journal_line(scene, id);
    bool const is_unknown = fate == codec::Fate::unknown;
    line.text = is_unknown ? std::string { scene.words("journal.unknown") } : entry_text(scene, entry);
    line.second = author_text(scene, entry);
    if (entry.undoes.has_value()) {
        auto const undone = scene.words.number(std::int64_t { entry.undoes->row() } + 1);
        line.second = joined({ line.second, scene.words("journal.undoes", { { "number", undone } }) });
    }
    if (fate == codec::Fate::holds) {
        line.can_undo = !scene.session.is_read_only() && way_back(scene.session, entry).has_value();
        auto const [key, tone] = whereabouts(scene, entry);
        if (!key.empty()) line.state = scene.words(key);
        line.state_tone = tone;
    } else {
        line.state = scene.words(fate_key(fate));
        line.state_tone = Tone::missing;
    }
    return line;
}

} // namespace keyrack::portal
