#include "portal/stage.hpp"

#include "portal/overview_model.hpp"

#include <catch_amalgamated.hpp>

#include <format>

namespace keyrack::test {

using namespace portal;

namespace {

std::string text_of(std::vector<std::byte> const& bytes)
{
    return { reinterpret_cast<char const*>(bytes.data()), bytes.size() };
}

Instant morning_of(std::string_view day)
{
    return Instant { std::chrono::sys_days { date(day).time_since_epoch() } + std::chrono::hours { 8 } };
}

} // namespace

Environment an_environment()
{
    Environment environment;
    environment.languages = { "en-GB" };
    environment.device = "device-a";
    environment.rows_per_slice = 1'000;
    return environment;
}

Stage::Stage(Environment environment, FilesState how_files_open, std::string_view today)
    : portal(environment, morning_of(today), date(today)),
      opens(how_files_open),
      m_history { environment.fragment },
      m_now(morning_of(today))
{
    settle();
}

Stage& Stage::operator()(Intent const& intent)
{
    portal.perform(intent);
    settle();
    return *this;
}

void Stage::do_effects()
{
    for (auto effects = portal.take_effects(); !effects.empty(); effects = portal.take_effects()) {
        for (auto const& effect : effects) {
            seen.push_back(effect);
            perform(effect);
        }
    }
}

void Stage::settle()
{
    do_effects();
    // As frames would: what is about to be read is said in a model first.
    do {
        (void)portal.model();
        do_effects();
    } while (portal.work() || portal.hurries());
    do_effects();
}

void Stage::perform(Effect const& effect)
{
    if (auto const* const address = std::get_if<SetAddress>(&effect)) {
        if (address->history == History::push)
            m_history.resize(++m_at);
        else
            m_history.resize(m_at);
        m_history.push_back(address->fragment);
    }
    if (auto const* const files = std::get_if<OpenFiles>(&effect)) portal.files_opened(files->slug, opens);
    if (auto const* const request = std::get_if<Request>(&effect); request && folder) {
        sync::Answer answer { .request = request->request, .how = fault, .body = {} };
        if (fault == sync::Answered::done && request->verb == Verb::put) (*folder)[request->path] = request->body;
        if (fault == sync::Answered::done && request->verb == Verb::get) {
            auto const found = folder->find(request->path);
            answer.how = found == folder->end() ? sync::Answered::absent : sync::Answered::found;
            if (found != folder->end()) answer.body = found->second;
        }
        portal.answered(request->slug, answer);
    }
    if (auto const* const note = std::get_if<Remember>(&effect)) remembered[note->key] = note->value;
    if (auto const* const asked = std::get_if<AskStorage>(&effect)) tell_copies(asked->slug);
    if (auto const* const keep = std::get_if<KeepBackup>(&effect)) {
        copies[keep->file] = text_of(keep->bytes);
        tell_copies(keep->slug);
    }
    if (auto const* const drop = std::get_if<DropBackup>(&effect)) copies.erase(drop->file);
    if (auto const* const read = std::get_if<ReadBackup>(&effect)) {
        if (!read->set_aside_as.empty())
            copies[read->set_aside_as] = lying ? lying(read->slug + ".db") : std::string {};
        auto const found = copies.find(read->file);
        bool const is_there = read->file.empty() || found != copies.end();
        portal.backup_read(read->slug, read->file, found == copies.end() ? std::string {} : found->second,
            is_there ? "" : "not found");
    }
}

void Stage::tell_copies(std::string const& slug)
{
    std::vector<KeptFile> files;
    for (auto const& [name, bytes] : copies) files.push_back({ name, static_cast<double>(bytes.size()) });
    portal.storage_seen(slug, files, { 1'000'000, 10'000'000 });
}

void Stage::confirm()
{
    (*this)(RunOnScreen { "confirm-import" });
}

void Stage::later(std::chrono::seconds seconds)
{
    m_now += seconds;
    portal.clock(m_now, Date { std::chrono::floor<Days>(m_now.time_since_epoch()) });
    settle();
}

void Stage::go_back()
{
    REQUIRE(m_at > 0);
    portal.address_changed(m_history[--m_at]);
    settle();
}

void Stage::go_forward()
{
    REQUIRE(m_at + 1 < m_history.size());
    portal.address_changed(m_history[++m_at]);
    settle();
}

void Stage::go_to(std::string fragment)
{
    m_history.resize(++m_at);
    m_history.push_back(fragment);
    portal.address_changed(fragment);
    settle();
}

SessionModel const& Stage::session()
{
    REQUIRE(model().session);
    return *model().session;
}

RoomsModel const& Stage::rooms()
{
    // The first screen of a tenant is another one; its rooms are one link away.
    if (std::holds_alternative<Apart<OverviewModel>>(session().screen))
        for (auto const& item : std::vector(session().navigation))
            if (item.screen == ScreenKind::rooms) (*this)(Go { item.fragment });
    REQUIRE(std::holds_alternative<RoomsModel>(session().screen));
    return std::get<RoomsModel>(session().screen);
}

OverviewModel const& Stage::overview()
{
    return apart<OverviewModel>();
}

OrdersModel const& Stage::orders()
{
    REQUIRE(std::holds_alternative<OrdersModel>(session().screen));
    return std::get<OrdersModel>(session().screen);
}

AssignModel const& Stage::assign()
{
    REQUIRE(std::holds_alternative<AssignModel>(session().screen));
    return std::get<AssignModel>(session().screen);
}

DataModel const& Stage::data()
{
    REQUIRE(std::holds_alternative<DataModel>(session().screen));
    return std::get<DataModel>(session().screen);
}

RoomLine Stage::line(std::string_view name)
{
    auto const& list = rooms();
    for (std::size_t index = 0; index < list.count; ++index)
        if (auto line = list.line(index); line.name == name) return line;
    FAIL("no room " << name << " in the list");
    return {};
}

std::vector<std::string> Stage::names()
{
    std::vector<std::string> names;
    auto const& list = rooms();
    for (std::size_t index = 0; index < list.count; ++index) names.push_back(list.line(index).name);
    return names;
}

std::vector<std::string> Stage::toasts()
{
    std::vector<std::string> texts;
    for (auto const& toast : model().toasts) texts.push_back(toast.text);
    return texts;
}

std::int64_t Stage::last_toast()
{
    REQUIRE(!model().toasts.empty());
    return model().toasts.back().id;
}

void Stage::begin_import(std::string_view name, std::string_view text, std::size_t bytes)
{
    portal.file_begins(name, static_cast<double>(text.size()));
    do_effects();
    portal.file_chunk(text.substr(0, bytes));
    settle();
}

void Stage::import(std::string_view name, std::string_view text, std::size_t piece)
{
    portal.file_begins(name, static_cast<double>(text.size()));
    settle();
    for (; portal.wants_more() && !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
        portal.file_chunk(text.substr(0, piece));
        settle();
    }
    portal.file_ends();
    settle();
}

std::unique_ptr<Stage> demo_stage(Environment environment)
{
    auto stage = std::make_unique<Stage>(std::move(environment));
    (*stage)(OpenDemo {});
    return stage;
}

std::string tenant_file(int rooms)
{
    std::string orders, room_rows, assignments, devices;
    orders = std::format(
        R"({{"id":"PO-1","service":"select","years":3,"quantity":{},"purchased_on":"2025-01-10","cancelled_on":null}})",
        rooms);
    orders +=
        R"(,{"id":"PO-2","service":"select","years":2,"quantity":20,"purchased_on":"2026-10-01","cancelled_on":null})";
    for (int i = 1; i <= rooms; ++i) {
        auto const comma = i == 1 ? "" : ",";
        room_rows += std::format(R"({}{{"id":"room-{}","name":"Room {}","site":"Site {}","country":"CH","sync":{}}})",
            comma, i, i, (i - 1) / 10 + 1, i % 2 == 0);
        devices +=
            std::format(R"({}{{"serial":"SN{:06}","model":"Rally Bar","room":"room-{}","purchased_on":"2024-03-01"}})",
                comma, i, i);
        if (i % 3 == 0) continue;
        assignments += std::format(R"({}{{"licence":"PO-1/{}","room":"room-{}","from":"2025-02-01","to":null}})",
            assignments.empty() ? "" : ",", i, i);
    }
    return std::format(
        R"({{"orders":[{}],"rooms":[{}],"assignments":[{}],"devices":[{}]}})", orders, room_rows, assignments, devices);
}

} // namespace keyrack::test
