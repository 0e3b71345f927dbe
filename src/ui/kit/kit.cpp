#include "ui/kit/imgui_bridge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace keyrack::ui {

namespace {

constexpr std::uint64_t forget_after_frames = 600;

constexpr ImGuiWindowFlags bare_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground
    | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav
    | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoMouseInputs;

std::array<char, 24> window_name(Id id)
{
    std::array<char, 24> name {};
    std::snprintf(name.data(), name.size(), "##layer%08x", id);
    return name;
}

ImDrawList* begin_window(KitState& state, Id id)
{
    ImGui::SetNextWindowPos({ 0, 0 });
    ImGui::SetNextWindowSize({ state.input.size.width, state.input.size.height });
    ImGui::Begin(window_name(id).data(), nullptr, bare_window);
    state.layer_windows.push_back(id);
    auto* const list = ImGui::GetWindowDrawList();
    list->_FringeScale = 1 / state.input.ratio; // edges fade over one device pixel, not over one CSS pixel
    list->PushClipRect({ 0, 0 }, { state.input.size.width, state.input.size.height });
    return list;
}

void end_window(ImDrawList* list)
{
    list->PopClipRect();
    ImGui::End();
}

std::string_view css_of(Cursor cursor)
{
    switch (cursor) {
    case Cursor::normal: return "default";
    case Cursor::pointer: return "pointer";
    case Cursor::text: return "text";
    case Cursor::grab: return "grab";
    case Cursor::grabbing: return "grabbing";
    }
    return "default";
}

template <typename Map>
void forget_unseen(Map& map, std::uint64_t frame)
{
    std::erase_if(map, [frame](auto const& entry) { return entry.second.seen + forget_after_frames < frame; });
}

// Dialogs, menus and details that were there in the last frame and are not in this one give the focus back, unless it
// is somewhere else by now.
void settle_overlays(KitState& state)
{
    for (auto place = state.overlays.begin(); place != state.overlays.end();) {
        if (place->second.seen == state.frame) {
            ++place;
            continue;
        }
        auto const lost = state.focused == 0 || !state.semantics.holds(state.focused);
        if (place->second.return_focus != 0 && lost) {
            state.focus_wanted = place->second.return_focus;
            state.focus_wanted_frames = 0;
        }
        state.moving = true;
        place = state.overlays.erase(place);
    }
}

// A request for a node that never came is dropped, so that it does not steal the focus much later.
void settle_focus_request(KitState& state)
{
    if (state.focus_wanted == 0) return;
    if (++state.focus_wanted_frames > 6) {
        state.focus_wanted = 0;
        return;
    }
    state.moving = true;
}

// Struck after what lay over the page was closed, and before a frame that answers without it: they wait for that frame.
std::vector<PressedKey> waiting_keys(KitState& state)
{
    bool const uncovers = state.catching_layer < state.catching_before;
    auto const from = uncovers ? state.keys.begin() : std::ranges::find_if(state.keys, closes);
    std::vector<PressedKey> waiting { from, state.keys.end() };
    state.keys.erase(from, state.keys.end());
    std::erase_if(waiting, [](PressedKey const& key) { return key.taken; });
    state.moving = state.moving || !waiting.empty();
    return waiting;
}

// Keys that nobody took scroll the largest area that can scroll, as a page in a browser does.
void scroll_by_keys(KitState& state)
{
    ScrollRegion const* largest = nullptr;
    for (auto const& region : state.regions) {
        if (region.sideways || region.layer < state.catching_layer || state.scrolls[region.id].most <= 0) continue;
        auto const area = region.area.width * region.area.height;
        if (largest == nullptr || area > largest->area.width * largest->area.height) largest = &region;
    }
    if (largest == nullptr) return;
    auto& scroll = state.scrolls[largest->id];
    auto const page = largest->area.height * 0.9F;
    for (auto const& key : state.keys) {
        if (key.taken || key.event.mods != Mods {}) continue;
        auto by = 0.0F;
        if (key.event.key == "PageDown" || key.event.key == " ")
            by = page;
        else if (key.event.key == "PageUp")
            by = -page;
        else if (key.event.key == "ArrowDown")
            by = 44;
        else if (key.event.key == "ArrowUp")
            by = -44;
        else if (key.event.key == "Home")
            by = -scroll.target;
        else if (key.event.key == "End")
            by = scroll.most - scroll.target;
        else
            continue;
        scroll.target = std::clamp(scroll.target + by, 0.0F, scroll.most);
        scroll.smooth = !state.input.reduced_motion;
        if (!scroll.smooth) scroll.offset = scroll.target;
        state.moving = true;
    }
}

void order_windows(KitState const& state)
{
    for (auto const id : state.layer_windows)
        if (auto* const window = ImGui::FindWindowByName(window_name(id).data()); window != nullptr)
            ImGui::BringWindowToDisplayFront(window);
}

void start_imgui_frame(FrameInput const& input, double time_before)
{
    auto& io = ImGui::GetIO();
    io.DisplaySize = { input.size.width, input.size.height };
    io.DisplayFramebufferScale = { input.ratio, input.ratio };
    io.DeltaTime = std::clamp(static_cast<float>(input.time_seconds - time_before), 0.0001F, 0.1F);
    ImGui::NewFrame();
}

} // namespace

Kit::Kit(Fonts fonts, KitWords words) : m_state(std::make_unique<KitState>()), m_frame(*m_state)
{
    m_state->fonts = fonts;
    m_state->words = std::move(words);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags = ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    auto& style = ImGui::GetStyle();
    style.WindowPadding = { 0, 0 };
    style.WindowBorderSize = 0;
    style.CircleTessellationMaxError = 0.1F;
    style.CurveTessellationTol = 0.5F;
}

Kit::~Kit() = default;

void Kit::take(PointerEvent const& event)
{
    m_state->pointer_queue.push_back(event);
}

void Kit::take(WheelEvent const& event)
{
    m_state->wheel_queue.push_back(event);
}

void Kit::take(KeyEvent const& event)
{
    m_state->keys.push_back({ .event = event });
}

void Kit::take(FocusEvent const& event)
{
    m_state->focus_moved = m_state->focus_moved || m_state->focused != event.id;
    m_state->focused = event.id;
    m_state->focus_visible = event.visible;
}

void Kit::take(ActivateEvent const& event)
{
    m_state->activate_queue.push_back(event);
}

void Kit::take(TextEvent const& event)
{
    m_state->texts.push_back(event);
}

void Kit::set_words(KitWords words)
{
    m_state->words = std::move(words);
}

void Kit::forget_mirror()
{
    m_state->mirror_forgotten = true;
}

Frame& Kit::begin(FrameInput const& input)
{
    auto& state = *m_state;
    state.time_before = state.frame == 0 ? input.time_seconds : state.input.time_seconds;
    state.input = input;
    ++state.frame;
    state.moving = false;
    state.next_frame.reset();
    state.output = {};
    state.cursor.reset();
    std::swap(state.hits, state.hits_before);
    std::swap(state.regions, state.regions_before);
    std::stable_sort(state.hits_before.begin(), state.hits_before.end(),
        [](Hit const& a, Hit const& b) { return a.layer < b.layer; });
    state.hits.clear();
    state.regions.clear();
    state.open_regions.clear();
    state.covers.clear();
    state.text_uses.clear();
    state.cut_texts.clear();
    state.out_of_reach.clear();
    state.layer_windows.clear();
    state.catching_before = state.catching_layer;
    state.modal_before = state.modal_layer;
    state.catching_layer = state.modal_layer = state.layer = 0;
    resolve_input(state);
    advance_scrolls(state);
    start_imgui_frame(input, state.time_before);
    state.semantics.begin();
    state.ids.assign(1, 0x4B52U);
    state.clips.assign(1, Rect { 0, 0, input.size.width, input.size.height });
    state.list = begin_window(state, 0);
    auto const& tokens = m_frame.tokens();
    state.output.ground = m_frame.phone() ? tokens.surface : tokens.ground; // of the browser's own bars, too
    m_frame.stand_on(m_frame.window(), state.output.ground);
    return m_frame;
}

FrameOutput const& Kit::end()
{
    auto& state = *m_state;
    draw_toasts(m_frame);
    end_window(state.list);
    // A menu whose owner is no longer drawn is closed.
    if (state.menu_drawn + 1 < state.frame) state.open_menu = 0;
    settle_overlays(state);
    settle_focus_request(state);
    auto waiting = waiting_keys(state);
    scroll_by_keys(state);
    order_windows(state);
    ImGui::Render();

    auto& output = state.output;
    auto const& text = state.semantics.finish(state.modal_layer, state.catching_layer, state.covers);
    if (state.mirror_forgotten || text != state.semantics_before) {
        state.semantics_before = text;
        output.semantics = &state.semantics_before;
    }
    state.mirror_forgotten = false;
    output.cursor = css_of(state.cursor.value_or(state.pointer.cursor));
    output.next_frame_seconds = state.moving ? std::optional { 0.0 } : state.next_frame;
    state.keys = std::move(waiting);
    state.clicks.clear();
    state.texts.clear();
    state.focus_moved = false;
    forget_unseen(state.animations, state.frame);
    forget_unseen(state.heights, state.frame);
    return output;
}

Id opener(KitState const& state)
{
    constexpr std::uint64_t moment = 6;
    auto const lately = state.last_pressed != 0 && state.last_pressed_frame + moment >= state.frame;
    return lately ? state.last_pressed : state.focused;
}

bool Kit::wants_frames() const
{
    return m_state->moving;
}

Layer::Layer(Frame& frame, WidgetKey key, LayerKind kind, int level)
    : m_frame(frame),
      m_list(frame.state().list),
      m_opacity(frame.state().opacity),
      m_layer(frame.state().layer),
      m_on_sidebar(frame.state().on_sidebar)
{
    auto& state = frame.state();
    state.layer = level;
    if (kind != LayerKind::passive) state.catching_layer = std::max(state.catching_layer, level);
    if (kind == LayerKind::modal) state.modal_layer = std::max(state.modal_layer, level);
    state.ids.push_back(key.under(0x4C41U + static_cast<Id>(level)));
    m_clips.swap(state.clips);
    m_regions.swap(state.open_regions);
    state.clips.assign(1, frame.window());
    state.opacity = 1;
    state.on_sidebar = false;
    state.list = begin_window(state, state.ids.back());
    state.semantics.enter_layer();
}

Layer::~Layer()
{
    auto& state = m_frame.state();
    state.semantics.leave_layer();
    end_window(state.list);
    state.list = m_list;
    state.ids.pop_back();
    state.clips.swap(m_clips);
    state.open_regions.swap(m_regions);
    state.opacity = m_opacity;
    state.on_sidebar = m_on_sidebar;
    state.layer = m_layer;
}

void block_pointer(Frame& f, Rect area)
{
    auto& state = f.state();
    state.hits.push_back({ .id = 0, .area = visible_part(f, area), .layer = state.layer });
    if (state.layer >= layer::toasts) state.covers.push_back(area);
}

} // namespace keyrack::ui
