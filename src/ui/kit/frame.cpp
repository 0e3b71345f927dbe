#include "ui/kit/frame.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/imgui_bridge.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

bool is_pressable(Node const& node)
{
    return !node.flags.has(Flag::disabled) && !node.flags.has(Flag::busy);
}

Click const* click_on(KitState const& state, Id id)
{
    for (auto const& click : state.clicks)
        if (click.id == id) return &click;
    return nullptr;
}

// Whether something around what is drawn now can be scrolled along this axis, as far as the frame before knew.
bool scrolls(KitState const& state, bool sideways)
{
    return std::ranges::any_of(state.open_regions, [&](std::size_t at) {
        auto const& region = state.regions[at];
        return region.sideways == sideways && state.scrolls.at(region.id).most > 0;
    });
}

// Nothing scrolls there, so nobody ever sees the rest.
void note_what_is_cut(Frame& f, Node const& node)
{
    auto& state = f.state();
    auto const seen = visible_part(f, node.bounds);
    bool const across = seen.width < node.bounds.width - 1 && !scrolls(state, true);
    bool const down = seen.height < node.bounds.height - 1 && !scrolls(state, false);
    if (across || down) state.out_of_reach.push_back(node.name);
}

void place_bounds(Frame const& f, Node& node, ClipBounds clip)
{
    auto const seen = visible_part(f, node.bounds);
    if (seen.empty()) {
        node.flags.add(Flag::hidden);
        return;
    }
    auto const whole = seen.height >= node.bounds.height - 1 && seen.width >= node.bounds.width - 1;
    if (clip == ClipBounds::yes)
        node.bounds = seen;
    else if (!whole)
        node.flags.add(Flag::hidden);
}

// Asks for the DOM's focus once: by id, or for the first thing of a layer that opened.
void place_focus(KitState& state, Node& node)
{
    auto const first =
        state.focus_first_in_layer != 0 && state.focus_first_in_layer == state.layer && is_pressable(node);
    // What lies under a dialog is not in the page's mirror.
    if (state.layer < state.modal_before || (state.focus_wanted != node.id && !first)) return;
    state.semantics.forget_focus(); // what asked earlier in this frame, a pressed button, gives way to what it opened
    node.flags.add(Flag::take_focus);
    state.focus_wanted = 0;
    state.focus_first_in_layer = 0;
}

float ease_out(float share)
{
    auto const left = 1 - share;
    return 1 - left * left * left;
}

} // namespace

Id WidgetKey::under(Id seed) const
{
    auto const id =
        m_word.empty() ? ImHashData(&m_number, sizeof m_number, seed) : ImHashData(m_word.data(), m_word.size(), seed);
    return id == 0 ? 1 : id;
}

Rect Frame::window() const
{
    return { 0, 0, m_state.input.size.width, m_state.input.size.height };
}

Rect Frame::bounds() const
{
    return window().inset(m_state.input.safe);
}

Insets Frame::safe() const
{
    return m_state.input.safe;
}

WidthClass Frame::width_class() const
{
    auto const width = m_state.input.size.width;
    if (width < 600) return WidthClass::phone;
    return width < 840 ? WidthClass::rail : WidthClass::wide;
}

bool Frame::touch() const
{
    return m_state.input.touch;
}

bool Frame::reduced_motion() const
{
    return m_state.input.reduced_motion;
}

Theme Frame::theme() const
{
    return m_state.input.theme;
}

Tokens const& Frame::tokens() const
{
    return tokens_of(m_state.input.theme);
}

Colour Frame::ground() const
{
    return m_state.ground;
}

void Frame::stand_on(Rect area, Colour ground)
{
    fill(*this, area, ground);
    m_state.ground = ground;
}

KitWords const& Frame::words() const
{
    return m_state.words;
}

float Frame::ratio() const
{
    return m_state.input.ratio;
}

double Frame::time_seconds() const
{
    return m_state.input.time_seconds;
}

Id Frame::id(WidgetKey key) const
{
    return key.under(m_state.ids.back());
}

void Frame::push_id(WidgetKey key)
{
    m_state.ids.push_back(id(key));
}

void Frame::pop_id()
{
    m_state.ids.pop_back();
}

Id Frame::note(WidgetKey key, Node node)
{
    return note_at(id(key), std::move(node));
}

Id Frame::note_at(Id id, Node node)
{
    node.id = id;
    note_what_is_cut(*this, node);
    place_bounds(*this, node, ClipBounds::yes);
    if (m_state.focus_wanted == id) place_focus(m_state, node);
    m_state.semantics.add(std::move(node), m_state.layer);
    return id;
}

Id Frame::open(WidgetKey key, Node node)
{
    return open_at(id(key), std::move(node));
}

Id Frame::open_at(Id id, Node node)
{
    node.id = id;
    place_bounds(*this, node, ClipBounds::yes);
    if (m_state.focus_wanted == id) place_focus(m_state, node);
    m_state.semantics.open(std::move(node), m_state.layer);
    return id;
}

void Frame::close()
{
    m_state.semantics.close();
}

Interaction Frame::item(WidgetKey key, Node node, ItemOptions options)
{
    return item_at(id(key), std::move(node), options);
}

Interaction Frame::item_at(Id id, Node node, ItemOptions options)
{
    auto const hit_area = visible_part(*this, options.hit.value_or(node.bounds));
    auto const pressable = is_pressable(node);
    if (options.pointer && !hit_area.empty()) {
        m_state.hits.push_back({ .id = id,
            .area = hit_area,
            .layer = m_state.layer,
            .cursor = pressable ? options.cursor : Cursor::normal,
            .takes_focus = options.focus_on_press && pressable,
            .pressable = pressable });
    }
    // ImGui is told of the item, so that the hooks of the tests see it; it does not decide anything.
    ImGui::ItemAdd({ upper_left(node.bounds), lower_right(node.bounds) }, id);

    Interaction result { .id = id };
    auto const& pointer = m_state.pointer;
    result.hovered = pressable && pointer.hot == id;
    result.held = result.hovered && pointer.down && pointer.pressed == id;
    result.focused = m_state.focused == id;
    result.ring = result.focused && m_state.focus_visible;
    if (auto const* click = click_on(m_state, id); click != nullptr && pressable) {
        result.clicked = true;
        result.mods = click->mods;
        m_state.last_pressed = id;
        m_state.last_pressed_frame = m_state.frame;
    }
    // Not under the pointer that presses it: it would slip away before the release.
    if (result.focused && m_state.focus_moved && !pointer.down) reveal(options.whole.value_or(node.bounds));

    node.id = id;
    if (!options.container) note_what_is_cut(*this, node);
    place_bounds(*this, node, options.clip_bounds);
    place_focus(m_state, node);
    if (options.container)
        m_state.semantics.open(std::move(node), m_state.layer);
    else
        m_state.semantics.add(std::move(node), m_state.layer);
    return result;
}

void Frame::focus(Id id)
{
    m_state.focus_wanted = id;
    m_state.focus_wanted_frames = 0;
    want_frame();
}

Id Frame::focused() const
{
    return m_state.focused;
}

bool Frame::focus_visible() const
{
    return m_state.focus_visible;
}

bool Frame::drags(Id id)
{
    auto& pointer = m_state.pointer;
    if (!pointer.down || pointer.pressed != id) return false;
    pointer.held_by_drag = id;
    return true;
}

bool Frame::begins_carrying(Id id)
{
    constexpr float moved = 6;
    constexpr double rested = 0.35;
    auto& pointer = m_state.pointer;
    if (!pointer.down || pointer.pressed != id || pointer.held_by_drag != 0) return false;
    if (pointer.kind == PointerKind::mouse) {
        auto const by = std::hypot(pointer.at.x - pointer.press_at.x, pointer.at.y - pointer.press_at.y);
        if (by < moved) return false;
    } else if (auto const wait = pointer.pressed_at + rested - time_seconds(); wait > 0) {
        want_frame_in(wait);
        return false;
    }
    pointer.carried = pointer.held_by_drag = id;
    pointer.carried_to = pointer.at;
    return true;
}

Carrying Frame::carrying()
{
    auto& pointer = m_state.pointer;
    if (pointer.let_go) return Carrying::let_go;
    if (pointer.given_up) return Carrying::given_up;
    if (pointer.carried == 0) return Carrying::nothing;
    if (pressed("Escape")) {
        pointer.carried = pointer.pressed = pointer.held_by_drag = 0;
        return Carrying::given_up;
    }
    m_state.cursor = Cursor::grabbing;
    return Carrying::under_way;
}

Point Frame::carried_to() const
{
    return m_state.pointer.carried_to;
}

bool Frame::carried_over(Rect area) const
{
    return m_state.layer >= m_state.catching_before && visible_part(*this, area).contains(m_state.pointer.carried_to);
}

bool Frame::pressed(std::string_view key, Mods mods)
{
    if (m_state.layer < m_state.catching_before && m_state.layer < layer::toasts) return false;
    for (auto& pressed : m_state.keys) {
        if (closes(pressed)) return false; // what was struck after it is for what it uncovers
        if (pressed.taken || pressed.event.key != key || pressed.event.mods != mods) continue;
        pressed.taken = true;
        return true;
    }
    return false;
}

Point Frame::pointer() const
{
    return m_state.pointer.at;
}

bool Frame::hovers(Rect area) const
{
    if (m_state.layer < m_state.catching_before) return false;
    if (m_state.pointer.kind == PointerKind::touch && !m_state.pointer.down) return false;
    return visible_part(*this, area).contains(m_state.pointer.at);
}

KeptHeights& Frame::kept_heights(WidgetKey key)
{
    auto& kept = m_state.heights[id(key)];
    kept.seen = m_state.frame;
    return kept;
}

float Frame::animate(Id id, float target, double seconds)
{
    auto const [place, fresh] = m_state.animations.try_emplace(id);
    auto& animation = place->second;
    animation.seen = m_state.frame;
    if (fresh || reduced_motion()) {
        animation = { .from = target, .to = target, .value = target, .seconds = seconds, .seen = m_state.frame };
        return target;
    }
    if (animation.to != target) {
        animation.from = animation.value;
        animation.to = target;
        animation.started = time_seconds();
        animation.seconds = seconds;
    }
    if (animation.value == animation.to) return target;
    auto const share = static_cast<float>((time_seconds() - animation.started) / animation.seconds);
    if (share >= 1) {
        animation.value = animation.to;
        return target;
    }
    want_frame();
    animation.value = animation.from + (animation.to - animation.from) * ease_out(std::max(share, 0.0F));
    return animation.value;
}

bool Frame::arrives(Id id)
{
    auto const known = m_state.animations.find(id);
    bool const away = known == m_state.animations.end() || known->second.seen + 2 < m_state.frame;
    if (away) m_state.animations.erase(id);
    animate(id, 1);
    return away;
}

float Frame::appear(Id id, double seconds)
{
    if (arrives(id) && !reduced_motion()) {
        m_state.animations[id] = {
            .from = 0, .to = 0, .value = 0, .started = time_seconds(), .seconds = seconds, .seen = m_state.frame
        };
    }
    return animate(id, 1, seconds);
}

void Frame::want_frame()
{
    m_state.moving = true;
}

void Frame::want_frame_in(double seconds)
{
    auto const wait = std::max(seconds, 0.0);
    m_state.next_frame = m_state.next_frame ? std::min(*m_state.next_frame, wait) : wait;
}

void Frame::announce(std::string text, Politeness how)
{
    m_state.output.announcements.push_back({ std::move(text), how });
}

void Frame::copy(std::string text)
{
    m_state.output.copied = std::move(text);
}

} // namespace keyrack::ui
