// The exchange of the open tenant: set up, tested, gone on with.
#include "portal/exchange.hpp"

#include "codec/sha256.hpp"
#include "portal/file_reading.hpp"
#include "portal/state.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>
#include <variant>

namespace keyrack::portal {

namespace {

using namespace std::chrono_literals;

constexpr auto after_a_fault = 60s;
constexpr auto patience = std::chrono::milliseconds { sync::patience_ms };
constexpr auto between_looks = 5min; // at a static host: a bundle is read whole each time
constexpr std::size_t largest_bundle_bytes = std::size_t { 1 } << 30;
constexpr std::string_view published_name = "bundle.json";

std::int64_t milliseconds(Instant at)
{
    return at.time_since_epoch().count();
}

std::string memory_key(std::string_view slug)
{
    return "backend:" + std::string { slug };
}

} // namespace

BackendSpec Portal::State::remembered_backend(std::string_view slug) const
{
    auto const found =
        std::ranges::find(environment.backends, slug, [](auto const& each) -> std::string_view { return each.first; });
    return found == environment.backends.end() ? BackendSpec {} : backend_from_text(found->second);
}

void Portal::State::begin_exchange()
{
    auto const is_online = exchanging.online;
    exchanging = {};
    exchanging.online = is_online;
    if (!environment.one_file) exchanging.spec = remembered_backend(session->slug());
    exchanging.lost = std::ssize(lost_entries(*session));
    exchanging.origin = environment.origin;
    if (exchanging.spec.kind != BackendKind::none) effects.push_back(UseBackend { session->slug(), exchanging.spec });
}

// Whether what is written on the form will do; where not, it says what is missing.
bool Portal::State::form_will_do(BackendSpec const& written)
{
    form.of = exchange_form;
    form.tried = true;
    return missing_fields(written).empty();
}

void Portal::State::save_backend()
{
    auto const written = written_backend(form, exchanging.spec);
    if (!form_will_do(written)) return;
    auto const& slug = session->slug();
    bool const is_another = written.kind != exchanging.spec.kind || written.url != exchanging.spec.url
        || written.bucket != exchanging.spec.bucket;
    if (is_another)
        if (auto const gone = session->exchange_elsewhere(); !gone) return say_setback(gone.error());
    session->exchange_wake();
    std::erase_if(environment.backends, [&](auto const& each) { return each.first == slug; });
    auto const text = written.kind == BackendKind::none ? std::string {} : to_text(written);
    if (!text.empty()) environment.backends.emplace_back(slug, text);
    effects.push_back(Remember { memory_key(slug), text });
    effects.push_back(UseBackend { slug, written });
    exchanging.spec = written;
    exchanging.due = {};
    exchanging.trouble = sync::Trouble::none;
    exchanging.fault.reset();
    form = {};
    say(Tone::neutral, std::string { words("exchange.saved") });
}

void Portal::State::test_backend()
{
    auto const written = written_backend(form, exchanging.spec);
    if (!form_will_do(written) || written.kind == BackendKind::none) return;
    exchanging.testing = true;
    exchanging.findings.clear();
    effects.push_back(TestBackend { session->slug(), written });
}

void Portal::State::backend_tested(std::string_view slug, std::vector<BackendFinding> findings)
{
    if (!session || session->slug() != slug || !exchanging.testing) return;
    exchanging.testing = false;
    exchanging.findings = std::move(findings);
    stale = true;
}

void Portal::State::answered(std::string_view slug, sync::Answer const& answer)
{
    // While an import is open nothing else is written, and a what-if keeps its ground; the
    // request times out and is made again.
    if (!session || session->slug() != slug || job || !session->exchanges() || session->is_aside()) return;
    bool const nothing_is_written = session->stamp() == exchanging.stamp;
    exchange_part([&] {
        if (exchanging.spec.kind == BackendKind::static_host) return take_bundle(answer);
        after_exchange(session->exchange_take(answer, milliseconds(now)));
    });
    if (nothing_is_written) exchanging.stamp = session->stamp(); // what came is nothing to send
}

void Portal::State::online(bool is_online)
{
    bool const is_back = is_online && !exchanging.online;
    bool const has_gone = !is_online && exchanging.online;
    exchanging.online = is_online;
    stale = true;
    bool const waits = session && exchanging.spec.kind != BackendKind::none;
    if (has_gone)
        effects.push_back(Announce { std::string { words(waits ? "session.sync_waits" : "session.offline") } });
    if (is_back) effects.push_back(Announce { std::string { words("session.online") } });
    if (!is_back) return;
    if (session) session->exchange_wake();
    exchanging.due = {};
}

// --- steps -----------------------------------------------------------------------------------------------------------

void Portal::State::exchange_work()
{
    if (!session || exchanging.spec.kind == BackendKind::none || !exchanging.online || opening) return;
    if (session->is_aside()) return;
    bool const is_read = exchanging.spec.kind == BackendKind::static_host; // and nothing is sent to it
    bool const has_written = !is_read && !exchanging.fault && session->stamp() != exchanging.stamp;
    if (!has_written && now < exchanging.due) return;
    if (has_written && exchanging.stamp != 0) session->exchange_hurry();
    exchange_part([this] { exchange_step(); });
    exchanging.stamp = session->stamp();
}

void Portal::State::exchange_step()
{
    if (auto begun = session->begin_exchange(); !begun) return after_exchange(std::unexpected(begun.error()));
    session->exchange_go(exchanging.going);
    if (exchanging.spec.kind == BackendKind::static_host) return look_at_bundle();
    after_exchange(session->exchange_tick(milliseconds(now)));
}

void Portal::State::exchange_part(std::function<void()> const& part)
{
    auto const before = told_of(*session, exchanging);
    part();
    auto const* const here = tenant_route();
    bool const is_looked_at = here && std::holds_alternative<ExchangeRoute>(here->screen);
    stale = stale || is_looked_at || told_of(*session, exchanging) != before;
}

void Portal::State::after_exchange(Result<Exchanged> const& step)
{
    if (!note_exchanged(step)) return wake_at(now + after_a_fault);
    perform_exchange(step->effects);
}

bool Portal::State::note_exchanged(Result<Exchanged> const& step)
{
    if (!step) {
        exchanging.fault = step.error();
        stale = true; // memory was read from the disk again
        return false;
    }
    exchanging.fault.reset();
    if (!step->entries_changed) return true;
    note_name(session->slug(), session->recorded_ledger().tenant().name);
    renumber(*step);
    views = Views {};
    stale = true;
    auto const lost = std::ssize(lost_entries(*session));
    if (lost > exchanging.lost) say(Tone::ending, words.plural("exchange.lost_now", lost - exchanging.lost));
    exchanging.lost = lost;
    return true;
}

void Portal::State::perform_exchange(sync::Effects const& asked)
{
    for (auto const& each : asked) {
        if (auto const* const get = std::get_if<sync::Get>(&each))
            effects.push_back(Request { session->slug(), get->request, Verb::get, get->path, {} });
        if (auto const* const put = std::get_if<sync::Put>(&each))
            effects.push_back(Request { session->slug(), put->request, Verb::put, put->path, put->body });
        if (auto const* const wait = std::get_if<sync::Wait>(&each))
            return wake_at(Instant { std::chrono::milliseconds { wait->until_ms } });
    }
    wake_at(now + patience); // for the answer; paused, nothing comes of it
}

void Portal::State::wake_at(Instant at)
{
    exchanging.due = at;
    effects.push_back(WakeAt { at });
}

// What people may still take back names entries by their places.
void Portal::State::renumber(Exchanged const& exchanged)
{
    if (!exchanged.first_moved.exists()) return;
    for (auto& toast : toasts)
        for (auto& done : toast.undo) {
            if (done.entry < exchanged.first_moved) continue;
            auto const at = done.entry.row() - exchanged.first_moved.row();
            if (at < exchanged.moved.size() && exchanged.moved[at]) done.entry = *exchanged.moved[at];
        }
}

// --- a static host ---------------------------------------------------------------------------------------------------

// It is only read: what somebody uploaded is one bundle.
void Portal::State::look_at_bundle()
{
    if (exchanging.going == sync::Going::paused) return wake_at(now + patience);
    exchanging.is_asking = true;
    effects.push_back(Request { session->slug(), ++exchanging.request, Verb::get,
        session->kept().tenant + '/' + std::string { published_name }, {} });
    wake_at(now + patience);
}

void Portal::State::take_bundle(sync::Answer const& answer)
{
    if (!exchanging.is_asking || answer.request != exchanging.request) return;
    exchanging.is_asking = false;
    exchanging.nothing_published = answer.how == sync::Answered::absent;
    exchanging.trouble = answer.how == sync::Answered::refused ? sync::Trouble::refused
        : answer.how == sync::Answered::failed                 ? sync::Trouble::unreachable
                                                               : sync::Trouble::none;
    if (answer.how == sync::Answered::found) take_published(answer.body);
    wake_at(now + between_looks);
}

// A bundle that is what it was the last time holds nothing new, whatever was entered here meanwhile.
void Portal::State::take_published(std::string_view body)
{
    auto digest = codec::sha256_hex(body);
    if (digest == exchanging.published) return exchanging.fault.reset();
    auto const bundle = codec::read_bundle(body);
    if (!bundle) {
        exchanging.trouble = sync::Trouble::foreign;
        return;
    }
    if (note_exchanged(session->merge(std::span { &*bundle, 1 }))) exchanging.published = std::move(digest);
}

// --- files -----------------------------------------------------------------------------------------------------------

bool Portal::State::begin_bundle(std::string const& file, double bytes)
{
    auto reading = std::make_unique<FileReading>(file, bytes, largest_bundle_bytes);
    auto* const there = reading.get();
    return begin_job(std::move(reading), JobKind::read, {}, [this, there] {
        auto const name = there->file();
        auto const text = there->take();
        job.reset();
        take_in_bundle(name, text);
    });
}

void Portal::State::take_in_bundle(std::string const& file, std::string_view text)
{
    stale = true;
    auto bundle = bundle_from_file(text);
    if (!bundle) return say_setback(bundle.error());
    if (session) {
        auto const before = session->store().next_entry().row();
        auto const merged = session->merge(std::span { &*bundle, 1 });
        if (!merged) return say_setback(merged.error());
        note_exchanged(merged);
        return say(Tone::covered, words.plural("exchange.merged", session->store().next_entry().row() - before));
    }
    auto name = name_in(*bundle);
    if (name.empty()) return say_setback(Error { "segment_missing", file, {} });
    open_fresh(std::move(name), Purpose::bundle);
    if (opening) opening->bundle = std::make_shared<codec::Bundle const>(std::move(*bundle));
}

void Portal::State::download_bundle()
{
    if (refused_as_busy()) return;
    auto const bundle = session->bundle();
    if (!bundle) return say_setback(bundle.error());
    auto const text = codec::to_text(*bundle);
    auto const bytes = std::as_bytes(std::span { text });
    effects.push_back(
        Download { session->slug() + ".bundle.json", "application/json", { bytes.begin(), bytes.end() } });
}

// --- commands that lost their ground ---------------------------------------------------------------------------------

void Portal::State::try_again(std::string_view text)
{
    if (refused_as_unrecorded()) return;
    auto const name = entry_name(text);
    auto const entries = lost_entries(*session);
    auto const found = std::ranges::find_if(entries, [&](store::JournalEntry const& each) {
        return name && each.entry.device == name->device && each.entry.sequence == name->sequence;
    });
    if (found == entries.end()) return;
    auto const again = found->entry.command;
    if (auto refused = carry_out({ again }, std::string { words("exchange.done_again") }))
        return say_refused(*std::move(refused));
    set_aside(text);
}

void Portal::State::set_aside(std::string_view text)
{
    auto const name = entry_name(text);
    if (!name) return;
    if (auto const done = session->set_aside(*name); !done) return say_setback(done.error());
    exchanging.lost = std::ssize(lost_entries(*session));
}

void Portal::State::run_on_exchange(std::string_view action)
{
    if (action == "save") return save_backend();
    if (action == "test") return test_backend();
    if (action == "bundle") return download_bundle();
    if (action == "pause" || action == "go") {
        exchanging.going = action == "pause" ? sync::Going::paused : sync::Going::on;
        exchanging.due = {};
    }
    if (action == "now") {
        session->exchange_wake();
        exchanging.due = {};
    }
    if (action.starts_with("again:")) return try_again(action.substr(6));
    if (action.starts_with("drop:")) return set_aside(action.substr(5));
}

} // namespace keyrack::portal
