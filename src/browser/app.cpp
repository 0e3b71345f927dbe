#include "browser/app.hpp"

#include "browser/clock.hpp"
#include "browser/glyphs.hpp"
#include "browser/page.hpp"

#include <format>
#include <type_traits>
#include <utility>
#include <variant>

namespace keyrack::browser {

namespace {

// A job works on between the frames, and so often its progress is drawn. Where a browser draws in software, a frame
// keeps the worker for tens of milliseconds.
constexpr double job_frame_seconds = 0.25;

std::string css(ui::Colour colour)
{
    return std::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

// Of the dialogs and plain pages that are the page's own: shell/*.css names them.
std::string colours_of_page(ui::Tokens const& t)
{
    std::pair<std::string_view, ui::Colour> const named[] { { "surface", t.surface }, { "raised", t.raised },
        { "sunken", t.sunken }, { "line", t.line }, { "line-strong", t.line_strong }, { "outline", t.outline },
        { "ink", t.ink }, { "ink-second", t.ink_second }, { "accent", t.accent }, { "accent-hover", t.accent_hover },
        { "on-accent", t.on_accent }, { "focus", t.focus }, { "covered-ink", t.covered.ink },
        { "covered-soft", t.covered.soft }, { "ending-ink", t.ending.ink }, { "ending-soft", t.ending.soft },
        { "missing-ink", t.missing.ink }, { "missing-soft", t.missing.soft } };
    std::string lines;
    for (auto const& [name, colour] : named) lines += std::format("{}\t{}\n", name, css(colour));
    return lines;
}

void perform(portal::SetAddress const& effect)
{
    page::route(
        effect.fragment, effect.history == portal::History::push ? page::History::push : page::History::replace);
}

void perform(portal::PickFile const& effect)
{
    page::choose("import", effect.accept);
}

void perform(portal::Download const& effect)
{
    page::download(effect.name, effect.type, effect.bytes);
}

void perform(portal::OpenFiles const& effect)
{
    page::open_files(effect.slug, effect.claim == portal::Claim::take ? page::Claim::take : page::Claim::ask);
}

void perform(portal::CloseFiles const& effect)
{
    page::close_files(effect.slug);
}

void perform(portal::ForgetFiles const& effect)
{
    page::forget_files(effect.slug);
}

void perform(portal::Remember const& effect)
{
    page::remember(effect.key, effect.value);
}

void perform(portal::Announce const& effect)
{
    page::announce(effect.text, page::Politeness::polite);
}

void perform(portal::UseBackend const& effect)
{
    page::use_backend(effect.slug, portal::to_text(effect.spec));
}

void perform(portal::TestBackend const& effect)
{
    page::test_backend(effect.slug, portal::to_text(effect.spec));
}

void perform(portal::Request const& effect)
{
    page::request(effect.slug, static_cast<double>(effect.request),
        effect.verb == portal::Verb::put ? page::Verb::put : page::Verb::get, effect.path, effect.body);
}

void perform(portal::WakeAt const& effect)
{
    page::wake_at(static_cast<double>(effect.at.time_since_epoch().count()));
}

void perform(portal::OpenTab const& effect)
{
    page::open_tab(effect.fragment);
}

void perform(portal::OpenMail const& effect)
{
    page::open_mail(effect.address);
}

void perform(portal::AskPersistence const&)
{
    page::ask_persistence();
}

void perform(portal::AskStorage const& effect)
{
    page::ask_storage(effect.slug);
}

void perform(portal::SignIn const& effect)
{
    page::sign_in({ effect.tenant, effect.issuer, effect.client_id, effect.email, effect.fragment });
}

void perform(portal::SignOut const&)
{
    page::sign_out();
}

void perform(portal::OpenScanner const& effect)
{
    std::string lines;
    for (auto const& [key, text] : effect.words) lines += std::format("{}\t{}\n", key, text);
    page::open_scanner(lines);
}

void perform(portal::TellScanner const& effect)
{
    auto const tone = effect.tone == portal::Tone::covered ? "covered"
        : effect.tone == portal::Tone::ending              ? "ending"
                                                           : "missing";
    page::tell_scanner({ tone, effect.code, effect.verdict, effect.count });
}

void perform(portal::CloseScanner const&)
{
    page::close_scanner();
}

void perform(portal::Reload const&)
{
    page::reload();
}

void perform(portal::KeepBackup const& effect)
{
    page::keep_backup(effect.slug, effect.file, effect.bytes);
}

void perform(portal::DropBackup const& effect)
{
    page::drop_backup(effect.slug, effect.file);
}

void perform(portal::ReadBackup const& effect)
{
    page::read_backup(effect.slug, effect.file, effect.set_aside_as);
}

portal::Portal make_portal(portal::Environment environment)
{
    auto const time = read_clock();
    environment.utc_offset = time.utc_offset;
    return portal::Portal { std::move(environment), time.now, time.today };
}

} // namespace

App::App(Graphics& graphics, portal::Environment environment)
    : m_graphics(graphics), m_portal(make_portal(std::move(environment))), m_interface(m_portal, add_fonts())
{ }

App::~App() = default;

portal::Portal& App::portal()
{
    auto const time = read_clock();
    m_portal.clock(time.now, time.today);
    return m_portal;
}

void App::resize(ui::Viewport const& viewport)
{
    m_viewport = viewport;
    m_interface.resize(viewport);
}

std::optional<double> App::frame(double time_seconds)
{
    bool const has_work = portal().work();
    auto const result = m_interface.frame(time_seconds);
    m_graphics.draw(m_viewport.size, m_viewport.ratio, result.kit->ground);
    tell_page(result);
    do_effects();
    if (m_portal.hurries()) return 0;
    return has_work ? job_frame_seconds : result.kit->next_frame_seconds;
}

void App::tell_page(ui::FrameResult const& result)
{
    auto const& kit = *result.kit;
    if (m_told.title != result.title || m_told.language != result.language) {
        m_told.title = result.title;
        m_told.language = result.language;
        page::title(m_told.title, m_told.language);
    }
    if (m_told.theme != result.theme || m_told.ground != kit.ground) {
        m_told.theme = result.theme;
        m_told.ground = kit.ground;
        page::theme(ui::is_dark(result.theme), css(kit.ground), colours_of_page(ui::tokens_of(result.theme)));
    }
    if (m_told.cursor != kit.cursor) {
        m_told.cursor = kit.cursor;
        page::cursor(m_told.cursor);
    }
    if (kit.semantics != nullptr) page::semantics(*kit.semantics);
    if (kit.copied) page::copy(*kit.copied);
    for (auto const& [text, how] : kit.announcements)
        page::announce(text, how == ui::Politeness::polite ? page::Politeness::polite : page::Politeness::assertive);
}

void App::do_effects()
{
    for (auto const& effect : m_portal.take_effects()) std::visit([](auto const& each) { perform(each); }, effect);
}

} // namespace keyrack::browser
