// The door of the worker's JavaScript (web/worker/worker.mjs): one function a message of docs/boundary.md. Texts are
// UTF-8, ended by a zero byte, and belong to the caller; lists are lines.

#include "base/verify.hpp"
#include "browser/app.hpp"
#include "browser/glyphs.hpp"
#include "browser/handles.hpp"
#include "browser/page.hpp"
#include "portal/backups.hpp"

#include <emscripten.h>
#include <imgui.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace keyrack;

namespace {

browser::Graphics graphics;
std::unique_ptr<browser::App> app;
// What is known of a sign-in before the portal starts.
std::optional<portal::Identity> identity;
std::string sign_in_failure;

browser::App& running()
{
    VERIFY(app != nullptr);
    return *app;
}

// What is to be done outside, and whether there is something to be drawn after it.
int do_effects()
{
    running().do_effects();
    auto& portal = running().portal();
    return portal.has_changed() || portal.has_work() ? 1 : 0;
}

std::vector<std::string> lines(std::string_view text)
{
    std::vector<std::string> result;
    for (auto const line : text | std::views::split('\n'))
        if (!line.empty()) result.emplace_back(line.begin(), line.end());
    return result;
}

ui::Mods mods_of(int bits)
{
    return {
        .shift = (bits & 1) != 0,
        .control = (bits & 2) != 0,
        .alt = (bits & 4) != 0,
        .meta = (bits & 8) != 0,
    };
}

portal::Environment environment_from(std::vector<std::string> const& remembered)
{
    constexpr std::string_view name_prefix = "name:", acting_prefix = "acting:", backend_prefix = "backend:";
    portal::Environment result;
    for (auto const& line : remembered) {
        auto const tab = line.find('\t');
        if (tab == std::string::npos) continue;
        auto const key = line.substr(0, tab);
        auto const value = line.substr(tab + 1);
        if (key == "language")
            result.remembered_language = value;
        else if (key == "appearance")
            result.remembered_appearance = value;
        else if (key == "contrast")
            result.remembered_contrast = value;
        else if (key == "chance")
            result.chance = value;
        else if (key == "address")
            result.address = value;
        else if (key.starts_with(name_prefix))
            result.tenant_names.emplace_back(key.substr(name_prefix.size()), value);
        else if (key.starts_with(acting_prefix))
            result.acting.emplace_back(key.substr(acting_prefix.size()), value);
        else if (key.starts_with(backend_prefix))
            result.backends.emplace_back(key.substr(backend_prefix.size()), value);
        else
            result.kept_words.emplace_back(key, value);
    }
    return result;
}

portal::Kept kept_of(int code)
{
    VERIFY(code >= 0 && code <= 2);
    return static_cast<portal::Kept>(code);
}

} // namespace

extern "C" {

// 0: the browser gives no WebGL 2, and nothing else may be called.
EMSCRIPTEN_KEEPALIVE int kr_open_graphics()
{
    on_broken(browser::page::broken);
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    return graphics.open() ? 1 : 0;
}

// Before `kr_start`: who signed in earlier in this visit …
EMSCRIPTEN_KEEPALIVE void kr_signed_in(char const* tenant, char const* issuer, char const* email, char const* name)
{
    identity = portal::Identity { .tenant = tenant, .issuer = issuer, .email = email, .name = name };
}

// … or why a sign-in came to nothing: a code.
EMSCRIPTEN_KEEPALIVE void kr_sign_in_came_to_nothing(char const* why)
{
    sign_in_failure = why;
}

// The sign-in cannot be begun.
EMSCRIPTEN_KEEPALIVE void kr_sign_in_failed()
{
    running().portal().sign_in_failed();
}

// `remembered`: a line holds a key, a TAB and its value. `kept`: 0 until the browser clears it, 1 persistent, 2 not
// at all.
EMSCRIPTEN_KEEPALIVE void kr_start(char const* languages, char const* tenants, char const* remembered,
    char const* device, char const* origin, char const* fragment, int kept, int one_file)
{
    browser::use_browser_handles();
    auto environment = environment_from(lines(remembered));
    environment.languages = lines(languages);
    environment.tenants = lines(tenants);
    environment.device = device;
    environment.origin = origin;
    environment.fragment = fragment;
    environment.kept = kept_of(kept);
    environment.one_file = one_file != 0;
    environment.identity = std::exchange(identity, {});
    environment.sign_in_failure = std::exchange(sign_in_failure, {});
    app = std::make_unique<browser::App>(graphics, std::move(environment));
}

EMSCRIPTEN_KEEPALIVE void kr_resize(
    float width, float height, float ratio, float top, float right, float bottom, float left)
{
    running().resize({ .size = { width, height }, .ratio = ratio, .safe = { top, right, bottom, left } });
}

EMSCRIPTEN_KEEPALIVE void kr_prefers(int dark, int contrast, int reduced_motion, int touch)
{
    running().interface().prefers({
        .dark = dark != 0,
        .high_contrast = contrast != 0,
        .reduced_motion = reduced_motion != 0,
        .touch = touch != 0,
    });
}

// Milliseconds until the next frame is needed, though nothing happens: 0 at once, negative: not at all.
EMSCRIPTEN_KEEPALIVE double kr_frame(double time_milliseconds)
{
    auto const next = running().frame(time_milliseconds / 1000);
    return next ? *next * 1000 : -1;
}

EMSCRIPTEN_KEEPALIVE void kr_pointer(int phase, float x, float y, int button, int kind, int mods)
{
    VERIFY(phase >= 0 && phase <= static_cast<int>(ui::input::Phase::leave));
    VERIFY(kind >= 0 && kind <= static_cast<int>(ui::input::Kind::pen));
    running().interface().take(ui::input::Pointer {
        .phase = static_cast<ui::input::Phase>(phase),
        .at = { x, y },
        .button = button,
        .kind = static_cast<ui::input::Kind>(kind),
        .mods = mods_of(mods),
    });
}

EMSCRIPTEN_KEEPALIVE void kr_wheel(float x, float y, float dx, float dy, int mods)
{
    running().interface().take(ui::input::Wheel { .at = { x, y }, .dx = dx, .dy = dy, .mods = mods_of(mods) });
}

EMSCRIPTEN_KEEPALIVE void kr_key(char const* key, int mods)
{
    running().interface().take(ui::input::Key { .key = key, .mods = mods_of(mods) });
}

EMSCRIPTEN_KEEPALIVE void kr_focus(ui::Id id, int visible)
{
    running().interface().take(ui::input::Focus { .id = id, .visible = visible != 0 });
}

EMSCRIPTEN_KEEPALIVE void kr_activate(ui::Id id)
{
    running().interface().take(ui::input::Activate { .id = id });
}

EMSCRIPTEN_KEEPALIVE void kr_text(ui::Id id, char const* value, int start, int end, int phase)
{
    VERIFY(phase >= 0 && phase <= static_cast<int>(ui::input::Editing::cancel));
    running().interface().take(ui::input::Text {
        .id = id,
        .value = value,
        .start = start,
        .end = end,
        .phase = static_cast<ui::input::Editing>(phase),
    });
}

EMSCRIPTEN_KEEPALIVE void kr_drag(int over)
{
    running().interface().drag(over != 0);
}

EMSCRIPTEN_KEEPALIVE void kr_route(char const* fragment)
{
    running().portal().address_changed(fragment);
}

// A code that the scanner has read.
EMSCRIPTEN_KEEPALIVE void kr_scanned(char const* code)
{
    running().portal().scanned(code);
}

// The scanner did not arrive.
EMSCRIPTEN_KEEPALIVE void kr_scanner_failed()
{
    running().portal().scanner_failed();
}

EMSCRIPTEN_KEEPALIVE void kr_persistence(int kept)
{
    running().portal().persistence(kept_of(kept));
}

// A newer version lies ready for the next start.
EMSCRIPTEN_KEEPALIVE void kr_update_arrived()
{
    running().portal().update_arrived();
}

EMSCRIPTEN_KEEPALIVE void kr_files_opened(char const* tenant, int state)
{
    VERIFY(state >= 0 && state <= static_cast<int>(portal::FilesState::not_available));
    running().portal().files_opened(tenant, static_cast<portal::FilesState>(state));
}

// An answer of a place to a request. `how` counts as `sync::Answered` does. What it leads to does not wait for a frame.
// Whether there is something to be drawn then.
EMSCRIPTEN_KEEPALIVE int kr_answered(char const* tenant, double request, int how, char const* body, int count)
{
    VERIFY(how >= 0 && how <= static_cast<int>(sync::Answered::failed));
    running().portal().answered(tenant,
        { .request = static_cast<std::int64_t>(request),
            .how = static_cast<sync::Answered>(how),
            .body = { body, static_cast<std::size_t>(count) } });
    return do_effects();
}

// A line is a finding: what, 1 or 0, detail, advice, with a TAB between.
EMSCRIPTEN_KEEPALIVE void kr_backend_tested(char const* tenant, char const* findings)
{
    std::vector<portal::BackendFinding> found;
    for (auto const& line : lines(findings)) {
        std::vector<std::string> parts;
        for (auto const part : line | std::views::split('\t')) parts.emplace_back(part.begin(), part.end());
        VERIFY(parts.size() == 4);
        found.push_back({ .what = parts[0], .good = parts[1] == "1", .detail = parts[2], .advice = parts[3] });
    }
    running().portal().backend_tested(tenant, std::move(found));
}

EMSCRIPTEN_KEEPALIVE void kr_online(int is_online)
{
    running().portal().online(is_online != 0);
    running().do_effects();
}

// It is as late as `WakeAt` had said. Whether there is something to be drawn then.
EMSCRIPTEN_KEEPALIVE int kr_woken()
{
    running().portal().work();
    return do_effects();
}

EMSCRIPTEN_KEEPALIVE void kr_give_up_files()
{
    running().portal().give_up_files();
}

// `files`: a line holds a name, a TAB and how many bytes it has. 0 where the browser does not say.
EMSCRIPTEN_KEEPALIVE void kr_storage_seen(char const* tenant, char const* files, double used, double quota)
{
    std::vector<portal::KeptFile> found;
    for (auto const& line : lines(files)) {
        auto const tab = line.find('\t');
        if (tab == std::string::npos) continue;
        found.push_back({ line.substr(0, tab), std::strtod(line.c_str() + tab + 1, nullptr) });
    }
    running().portal().storage_seen(tenant, found, { used, quota });
}

// `fault`: why it could not be read; empty: here it is.
EMSCRIPTEN_KEEPALIVE void kr_backup_read(
    char const* bytes, int count, char const* tenant, char const* file, char const* fault)
{
    running().portal().backup_read(tenant, file, { bytes, static_cast<std::size_t>(count) }, fault);
}

EMSCRIPTEN_KEEPALIVE double kr_idle_after_milliseconds()
{
    return std::chrono::duration<double, std::milli> { portal::backup_plan().idle }.count();
}

// 1: a frame is wanted.
EMSCRIPTEN_KEEPALIVE int kr_idle()
{
    return running().portal().idle() ? 1 : 0;
}

// 1: work() would do something.
EMSCRIPTEN_KEEPALIVE int kr_has_work()
{
    return running().portal().has_work() ? 1 : 0;
}

// 1: the file is taken; 0: not now.
EMSCRIPTEN_KEEPALIVE int kr_file_begins(char const* name, double size)
{
    bool const taken = running().portal().file_begins(name, size);
    running().do_effects(); // its company's files are opened before the next frame
    return taken ? 1 : 0;
}

// 1: the next chunk, please; 0: not yet; -1: never, the job has ended.
EMSCRIPTEN_KEEPALIVE int kr_wants_more()
{
    if (running().portal().wants_more()) return 1;
    return running().portal().takes_file() ? 0 : -1;
}

EMSCRIPTEN_KEEPALIVE void kr_file_chunk(char const* bytes, int count)
{
    running().portal().file_chunk({ bytes, static_cast<std::size_t>(count) });
}

EMSCRIPTEN_KEEPALIVE void kr_file_ends()
{
    running().portal().file_ends();
}

// A slice of the running job, beside those that the frames do. 1: there is more to do.
EMSCRIPTEN_KEEPALIVE int kr_work()
{
    return running().portal().work() ? 1 : 0;
}

// A slice of what may be done while nobody does anything. 1: there is more to do; 2: it has found what is to be shown, and ends.
EMSCRIPTEN_KEEPALIVE int kr_leisure()
{
    auto& portal = running().portal();
    bool const more = portal.use_leisure();
    return portal.has_changed() ? 2 : more ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void kr_file_failed(char const* why)
{
    running().portal().file_failed(why);
}

// A font has come that was not there when the first glyphs were drawn.
EMSCRIPTEN_KEEPALIVE void kr_fonts_changed()
{
    browser::forget_glyphs();
}

EMSCRIPTEN_KEEPALIVE void kr_graphics_lost()
{
    graphics.lose();
}

EMSCRIPTEN_KEEPALIVE void kr_graphics_restored()
{
    graphics.restore();
}

// For the tests of the crash page.
EMSCRIPTEN_KEEPALIVE void kr_break()
{
    broken("the test's own expectation", "tests/browser/shell.test.mjs", 0);
}

// For the bench: 1 where so many rooms were added, each committed by itself.
EMSCRIPTEN_KEEPALIVE int kr_add_rooms(int count)
{
    return running().portal().add_rooms(static_cast<std::size_t>(count)) ? 1 : 0;
}

} // extern "C"
