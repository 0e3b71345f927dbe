#include "portal/data_model.hpp"

#include "portal/care.hpp"
#include "portal/journal_line.hpp"

#include <algorithm>
#include <memory>

namespace keyrack::portal {

namespace {

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
    model.journal = [lines = std::make_shared<JournalLines>(scene), count = model.journal_count](
                        std::size_t newest_first) {
        return lines->line(EntryId::of_row(static_cast<std::uint32_t>(count - 1 - newest_first)));
    };
    if (route.entry && route.entry->row() < model.journal_count)
        model.journal_selected = model.journal_count - 1 - route.entry->row();
    return model;
}

} // namespace keyrack::portal
