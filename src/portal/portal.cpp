#include "portal/portal.hpp"

#include "portal/state.hpp"

namespace keyrack::portal {

namespace {

Appearance appearance_of(std::string_view name)
{
    if (name == "light") return Appearance::light;
    if (name == "dark") return Appearance::dark;
    return Appearance::system;
}

} // namespace

Portal::State::State(Environment given, Instant the_time, Date the_day)
    : environment(std::move(given)),
      now(the_time),
      today(the_day),
      words(environment.remembered_language.empty() ? choose_language(environment.languages)
                                                    : choose_language({ &environment.remembered_language, 1 })),
      appearance(appearance_of(environment.remembered_appearance)),
      contrast(environment.remembered_contrast == "high" ? Contrast::high : Contrast::system)
{ }

Portal::Portal(Environment environment, Instant now, Date today)
    : m_state(std::make_unique<State>(std::move(environment), now, today))
{
    m_state->start();
}

Portal::~Portal() = default;

void Portal::clock(Instant now, Date today)
{
    // Support clocks go on by the minute.
    using Minutes = std::chrono::minutes;
    bool const clocks_moved = std::chrono::floor<Minutes>(now) != std::chrono::floor<Minutes>(m_state->now);
    auto const* const tenant = m_state->tenant_route();
    bool const shows_clocks = tenant && std::holds_alternative<SupportRoute>(tenant->screen);
    m_state->stale = m_state->stale || today != m_state->today || (shows_clocks && clocks_moved);
    m_state->now = now;
    m_state->today = today;
}

void Portal::address_changed(std::string_view fragment)
{
    m_state->address_changed(fragment);
}

void Portal::files_opened(std::string_view slug, FilesState state)
{
    m_state->files_opened(slug, state);
}

void Portal::give_up_files()
{
    m_state->give_up_files();
}

void Portal::persistence(Kept kept)
{
    m_state->environment.kept = kept;
    m_state->stale = true;
}

void Portal::answered(std::string_view slug, sync::Answer const& answer)
{
    m_state->answered(slug, answer);
}

void Portal::online(bool is_online)
{
    m_state->online(is_online);
}

void Portal::backend_tested(std::string_view slug, std::vector<BackendFinding> findings)
{
    m_state->backend_tested(slug, std::move(findings));
}

void Portal::storage_seen(std::string_view slug, std::vector<KeptFile> const& files, Usage usage)
{
    m_state->storage_seen(slug, files, usage);
}

void Portal::backup_read(std::string_view slug, std::string_view file, std::string_view bytes, std::string_view fault)
{
    m_state->backup_read(slug, file, bytes, fault);
}

bool Portal::idle()
{
    m_state->keep_backup_if_due(BackupWhen::idle);
    return !m_state->effects.empty();
}

bool Portal::has_work() const
{
    return m_state->has_work();
}

void Portal::sign_in_failed()
{
    m_state->say(Tone::missing, std::string { m_state->words("sign_in.failure.unreachable") });
}

void Portal::scanned(std::string_view code)
{
    m_state->stale = true;
    m_state->scanned(code);
}

void Portal::scanner_failed()
{
    m_state->say(Tone::missing, std::string { m_state->words("scan.unloaded") });
}

void Portal::update_arrived()
{
    m_state->update = Update::ready;
    m_state->stale = true;
}

bool Portal::file_begins(std::string_view name, double size)
{
    return m_state->file_begins(name, size);
}

bool Portal::wants_more() const
{
    return m_state->job && m_state->job->wants_more();
}

bool Portal::takes_file() const
{
    return (m_state->job && !m_state->job_waits) || (m_state->opening && m_state->opening->purpose == Purpose::import);
}

void Portal::file_chunk(std::string_view bytes)
{
    if (m_state->job) m_state->job->feed(bytes);
}

void Portal::file_ends()
{
    m_state->file_ends();
}

void Portal::file_failed(std::string_view why)
{
    m_state->file_failed(why);
}

bool Portal::add_rooms(std::size_t count)
{
    return m_state->add_rooms(count);
}

bool Portal::work()
{
    return m_state->work();
}

bool Portal::use_leisure()
{
    return m_state->use_leisure();
}

bool Portal::has_changed() const
{
    return m_state->stale;
}

PortalModel const& Portal::model()
{
    if (m_state->stale) m_state->make_model();
    return m_state->model;
}

Words const& Portal::words() const
{
    return m_state->words;
}

Appearance Portal::appearance() const
{
    return m_state->appearance;
}

Contrast Portal::contrast() const
{
    return m_state->contrast;
}

bool Portal::hurries() const
{
    auto const& state = *m_state;
    return state.looking_back.said || (state.palette && state.palette->searches());
}

std::vector<Effect> Portal::take_effects()
{
    return std::exchange(m_state->effects, {});
}

} // namespace keyrack::portal
