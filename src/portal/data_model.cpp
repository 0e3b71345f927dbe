#include "portal/data_model.hpp"

#include "portal/care.hpp"
#include "portal/journal_line.hpp"
#include "portal/rows_job.hpp"

#include <algorithm>
#include <map>

namespace keyrack::portal {

namespace {

constexpr std::size_t entries_a_page = 64;

// Reads the journal a page at a time, as it is scrolled.
class Journal
{
public:
    explicit Journal(Scene const& scene) : m_scene(scene) { }

    [[nodiscard]] JournalLine line(std::size_t newest_first)
    {
        auto const count = m_scene.session.next_entry().row();
        auto const row = count - 1 - static_cast<std::uint32_t>(newest_first);
        auto const id = EntryId::of_row(row);
        auto const* const entry = find(id);
        if (!entry) return journal_line(m_scene, id);
        auto line = journal_line(m_scene, *entry);
        bool const is_import = std::holds_alternative<engine::Import>(entry->entry.command);
        if (is_import && entry->fate == codec::Fate::holds) line.can_undo = can_undo(id, entry->entry);
        return line;
    }

private:
    // Of an import it costs some reading, and is asked with every frame.
    [[nodiscard]] bool can_undo(EntryId id, engine::Entry const& entry)
    {
        if (entry.undoes || m_scene.session.is_read_only()) return false;
        auto const [known, is_new] = m_imports.emplace(id, false);
        if (is_new) known->second = import_stands(m_scene.session, id);
        return known->second;
    }

    [[nodiscard]] store::JournalEntry const* find(EntryId id)
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

    Scene m_scene;
    std::map<std::uint32_t, std::vector<store::JournalEntry>> m_pages; // by their first entry
    std::map<EntryId, bool> m_imports;                                 // whether they can be taken back
};

std::string_view storage_key(Scene const& scene, Kept kept)
{
    if (scene.session.place() == store::Place::memory) return "data.storage.memory";
    return kept == Kept::persistent ? "data.storage.persistent" : "data.storage.until_cleared";
}

std::vector<std::pair<std::string, std::string>> facts_of(Scene const& scene)
{
    auto const& words = scene.words;
    auto const cover = scene.views.cover(scene.session, scene.day());
    auto const places = scene.views.places(scene.session, scene.day());
    auto const fact = [&](std::string_view label, std::int64_t count) {
        return std::pair { std::string { words(label) }, words.number(count) };
    };
    auto const standing = [](auto const& rows) {
        return std::ranges::count(rows, engine::Standing::valid, [](auto const& row) { return row.standing; });
    };
    auto const& ledger = scene.ledger();
    return { fact("data.entries", scene.session.next_entry().row()), fact("data.rooms", cover->total),
        fact("data.sites", static_cast<std::int64_t>(places->site_count())),
        fact("data.orders", standing(ledger.orders().rows())),
        fact("data.assignments", standing(ledger.assignments().rows())),
        fact("data.devices", standing(ledger.devices().rows())) };
}

} // namespace

std::optional<engine::Command> way_back(Session const& session, engine::Entry const& entry)
{
    auto command = engine::compensation(entry.command);
    if (!command || session.refusal_of(*command)) return {};
    return command;
}

DataModel data_model(
    Scene const& scene, DataRoute const& route, Kept kept, std::optional<ImportResult> const& report, Care const& care)
{
    DataModel model;
    model.storage = scene.words(storage_key(scene, kept));
    model.storage_tone = scene.session.place() == store::Place::memory ? Tone::missing
        : kept == Kept::persistent                                     ? Tone::covered
                                                                       : Tone::neutral;
    model.facts = facts_of(scene);
    if (report) model.report = report_model(scene.words, *report, &scene);
    model.care = std::make_shared<CareModel const>(care_model(scene, care));
    model.journal_count = scene.session.next_entry().row();
    model.journal = [journal = std::make_shared<Journal>(scene)](std::size_t index) { return journal->line(index); };
    if (route.entry && route.entry->row() < model.journal_count)
        model.journal_selected = model.journal_count - 1 - route.entry->row();
    return model;
}

} // namespace keyrack::portal
