#include "portal/exchange.hpp"

#include "portal/journal_model.hpp"
#include "portal/journal_words.hpp"
#include "portal/navigation.hpp"

#include <algorithm>
#include <format>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_lost = 200; // of a list that people work through
constexpr std::size_t most_rows_told = 3;

FindingLine finding_line(Words const& words, BackendFinding const& finding, std::string const& origin)
{
    auto const key = "exchange.finding." + finding.what;
    auto const outcome = key + (finding.good ? ".good" : ".bad");
    return { .mark = finding.good ? Mark::yes : Mark::no,
        .text = std::string { words.knows(outcome) ? words(outcome) : std::string_view { finding.what } },
        .second = finding.detail,
        .advice = finding.advice.empty() ? std::string {}
                                         : words("exchange.advice." + finding.advice, { { "origin", origin } }) };
}

ExchangeAction action(Words const& words, std::string_view run)
{
    return { std::string { run }, std::string { words("exchange.action." + std::string { run }) } };
}

// --- how far it has come ---------------------------------------------------------------------------------------------

std::string time_text(Scene const& scene, Instant at)
{
    auto const local = at + scene.utc_offset;
    auto const minutes = std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<Days>(local)).count();
    return std::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string trouble_text(Words const& words, Exchanging const& exchanging, sync::Status const& status)
{
    if (exchanging.fault) return words.error(*exchanging.fault);
    if (!exchanging.online) return std::string { words("exchange.trouble.offline") };
    auto const trouble = exchanging.spec.kind == BackendKind::static_host ? exchanging.trouble : status.trouble;
    if (trouble == sync::Trouble::none) return {};
    return std::string { words("exchange.trouble." + std::string { sync::word_of(trouble) }) };
}

std::string state_text(Words const& words, Exchanging const& exchanging, sync::Status const& status)
{
    if (exchanging.spec.kind == BackendKind::static_host)
        return std::string { words(
            exchanging.nothing_published ? "exchange.state.unpublished" : "exchange.state.static") };
    if (status.on_this_device > 0) return words.plural("exchange.state.here", status.on_this_device);
    return std::string { words(status.resting ? "exchange.state.sent" : "exchange.state.looking") };
}

// What is not sent yet, where it should be.
Chip sending_state(Words const& words, sync::Status const& status, Exchanging const& exchanging)
{
    bool const stopped = exchanging.fault || status.trouble != sync::Trouble::none;
    if (status.on_this_device > 0)
        return { stopped ? Tone::ending : Tone::planned, words.plural("session.unsent", status.on_this_device) };
    if (stopped) return { Tone::ending, std::string { words("session.sent_stopped") } };
    return { Tone::covered, std::string { words("session.sent") } };
}

void add_status(Scene const& scene, Exchanging const& exchanging, ExchangeModel& model)
{
    auto const& words = scene.words;
    auto const status = scene.session.exchanges() ? scene.session.exchange_status() : sync::Status {};
    model.state = state_text(words, exchanging, status);
    model.trouble = trouble_text(words, exchanging, status);
    bool const is_paused = exchanging.going == sync::Going::paused;
    if (is_paused)
        model.state_second = words("exchange.paused");
    else if (exchanging.due > scene.now)
        model.state_second = words("exchange.next_look", { { "time", time_text(scene, exchanging.due) } });
    bool const is_read = exchanging.spec.kind == BackendKind::static_host;
    model.tone = !model.trouble.empty()           ? Tone::missing
        : is_read || !status.resting || is_paused ? Tone::ending
                                                  : Tone::covered;
    model.working = !status.resting && !is_paused && model.trouble.empty() && !is_read;
    auto const fact = [&](std::string_view key, std::int64_t count) {
        model.facts.emplace_back(words(key), words.number(count));
    };
    if (!is_read) {
        fact("exchange.fact.here", status.on_this_device);
        fact("exchange.fact.sent", status.sent);
        fact("exchange.fact.seen", status.seen);
    }
    fact("exchange.fact.received", status.received);
    (is_paused ? model.go : model.pause) = action(words, is_paused ? "go" : "pause");
    if (!is_paused) model.now = action(words, "now");
    model.second = exchanging.spec.url;
}

// --- where -----------------------------------------------------------------------------------------------------------

void add_place(Scene const& scene, Exchanging const& exchanging, ExchangeModel& model)
{
    auto const& words = scene.words;
    ScreenForm const no_form;
    auto const& form = scene.form ? *scene.form : no_form;
    auto const written = written_backend(form, exchanging.spec);
    model.fields = exchange_fields(words, form, exchanging.spec);
    if (written.kind != BackendKind::none) {
        model.help = words("exchange.help." + std::string { name_of(written.kind) });
        model.test = action(words, "test");
        model.recipes = exchange_recipes(words, written.kind, exchanging.origin);
        if (!model.recipes.empty()) model.recipes_text = words("exchange.recipes", { { "origin", exchanging.origin } });
    }
    if (written != exchanging.spec) model.save = action(words, "save");
    model.testing = exchanging.testing;
    for (auto const& finding : exchanging.findings)
        model.findings.push_back(finding_line(words, finding, exchanging.origin));
}

// --- commands that lost their ground ---------------------------------------------------------------------------------

ScreenKind place_for(engine::Command const& command)
{
    auto const kind = kind_of_entry(command);
    if (kind == "orders") return ScreenKind::orders;
    if (kind == "licences") return ScreenKind::assign;
    if (kind == "devices") return ScreenKind::devices;
    if (kind == "people") return ScreenKind::people;
    if (kind == "support") return ScreenKind::support;
    if (kind == "compliance") return ScreenKind::compliance;
    if (kind == "data") return ScreenKind::data;
    return ScreenKind::rooms;
}

std::string reason_text(Words const& words, store::JournalEntry const& entry)
{
    auto const outcome = codec::outcome_of(entry.fate, entry.reasons);
    if (!outcome) return words.error(outcome.error());
    if (outcome->why) return words.denial(*outcome->why);
    std::vector<std::string> reasons;
    for (auto const& [row, why] : outcome->rows) {
        if (reasons.size() == most_rows_told) break;
        reasons.push_back(words("exchange.lost_row", { { "row", words.number(row + 1) } }) + ' ' + words.denial(why));
    }
    auto text = words.plural("exchange.lost_rows", std::ssize(outcome->rows));
    for (auto const& reason : reasons) text += ' ' + reason;
    return text;
}

LostEntry lost_line(Scene const& scene, store::JournalEntry const& entry)
{
    auto const& words = scene.words;
    auto const name = text_of({ entry.entry.device, entry.entry.sequence });
    bool const is_import = entry.fate == codec::Fate::in_part;
    auto const screen = place_for(entry.entry.command);
    bool const would_do = !is_import && !scene.session.is_read_only() && !scene.session.refusal_of(entry.entry.command);
    LostEntry line { .key = name,
        .text = command_text(scene, entry.entry.command),
        .second = author_text(scene, entry.entry),
        .reason = reason_text(words, entry),
        .advice = std::string { words(is_import ? "exchange.advice.import"
                : would_do                      ? "exchange.advice.again"
                                                : "exchange.advice.differently") },
        .again = {},
        .open_fragment = scene.link(plain_screen(screen)),
        .open_label = words("exchange.action.open", { { "screen", std::string { words(screen_key(screen)) } } }),
        .drop = { "drop:" + name, std::string { words("exchange.action.drop") } },
        .entry = entry.id };
    if (would_do) line.again = { "again:" + name, std::string { words("exchange.action.again") } };
    return line;
}

} // namespace

ExchangeTold told_of(Session const& session, Exchanging const& exchanging)
{
    return { .status = session.exchanges() ? session.exchange_status() : sync::Status {},
        .trouble = exchanging.trouble,
        .nothing_published = exchanging.nothing_published,
        .fault = exchanging.fault };
}

std::vector<store::JournalEntry> lost_entries(Session const& session)
{
    if (!session.is_exchanged()) return {};
    auto entries = session.store().lost_entries(most_lost);
    auto const aside = session.store().set_aside();
    if (!entries || !aside) return {};
    std::erase_if(*entries, [&](store::JournalEntry const& each) {
        return std::ranges::binary_search(*aside, codec::EntryName { each.entry.device, each.entry.sequence });
    });
    return std::move(*entries);
}

ExchangeModel exchange_model(Scene const& scene, Exchanging const& exchanging)
{
    auto const& words = scene.words;
    ExchangeModel model;
    model.state = words("exchange.state.none");
    if (exchanging.spec.kind != BackendKind::none) add_status(scene, exchanging, model);
    if (scene.session.is_read_only()) model.newer = words("exchange.newer");
    if (scene.is_one_file)
        model.help = words("exchange.one_file");
    else
        add_place(scene, exchanging, model);
    if (scene.session.exchanges()) model.folder = scene.session.kept().tenant;
    model.bundle = action(words, "bundle");
    model.bundle_second = words("exchange.bundle");
    auto const lost = lost_entries(scene.session);
    for (auto const& entry : lost) model.lost.push_back(lost_line(scene, entry));
    if (!lost.empty()) model.lost_second = words.plural("exchange.lost", std::ssize(lost));
    return model;
}

Chip saved_state(Words const& words, Session const& session, Exchanging const& exchanging)
{
    if (session.place() == store::Place::memory) return { Tone::missing, std::string { words("session.not_kept") } };
    auto const kind = exchanging.spec.kind;
    if (!exchanging.online)
        return { Tone::neutral,
            std::string { words(kind == BackendKind::none ? "session.offline" : "session.sync_waits") } };
    if (!takes_entries(kind) || !session.exchanges()) return { Tone::covered, std::string { words("session.saved") } };
    return sending_state(words, session.exchange_status(), exchanging);
}

} // namespace keyrack::portal
