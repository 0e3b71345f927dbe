#include "ui/kit/imgui_bridge.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr Point nowhere { -1e6F, -1e6F };
constexpr float slop = 8;             // a finger that moves less is still a press
constexpr float wheel_notch = 50;     // steps as large as this come from a wheel, which does not glide by itself
constexpr double rest_seconds = 0.08; // a finger that rested so long throws nothing

Hit const* hit_at(KitState const& state, Point at)
{
    for (auto hit = state.hits_before.rbegin(); hit != state.hits_before.rend(); ++hit) {
        if (hit->layer < state.catching_before) return nullptr;
        if (hit->area.contains(at)) return hit->id == 0 ? nullptr : &*hit;
    }
    return nullptr;
}

int layer_at(KitState const& state, Point at)
{
    for (auto hit = state.hits_before.rbegin(); hit != state.hits_before.rend(); ++hit)
        if (hit->area.contains(at)) return std::max(hit->layer, state.catching_before);
    return state.catching_before;
}

// The scroll areas under a point, innermost first.
std::vector<Id> regions_at(KitState const& state, Point at, bool sideways)
{
    std::vector<Id> found;
    auto const layer = layer_at(state, at);
    for (auto region = state.regions_before.rbegin(); region != state.regions_before.rend(); ++region)
        if (region->layer == layer && region->sideways == sideways && region->area.contains(at))
            found.push_back(region->id);
    return found;
}

bool can_move(ScrollState const& scroll, float by)
{
    return by < 0 ? scroll.target > 0.5F : scroll.target < scroll.most - 0.5F;
}

void shift(KitState& state, Id id, float by, bool smooth)
{
    auto& scroll = state.scrolls[id];
    scroll.velocity = 0;
    scroll.target = std::clamp(scroll.target + by, 0.0F, scroll.most);
    scroll.smooth = smooth && !state.input.reduced_motion;
    if (!scroll.smooth) scroll.offset = scroll.target;
    scroll.shown_until = state.input.time_seconds + 0.9;
}

void press(KitState& state, PointerEvent const& event)
{
    auto& pointer = state.pointer;
    pointer.down = true;
    pointer.press_at = pointer.last = event.at;
    pointer.pressed_at = state.input.time_seconds;
    pointer.scrolling = 0;
    for (auto const sideways : { false, true })
        for (auto const id : regions_at(state, event.at, sideways)) state.scrolls[id].velocity = 0;
    auto const* hit = hit_at(state, event.at);
    pointer.pressed = hit != nullptr && hit->pressable ? hit->id : 0;
    if (hit == nullptr || !hit->takes_focus) return;
    state.focus_wanted = hit->id;
    state.focus_wanted_frames = 0;
}

// The area that a finger's first steps choose: along the axis in which it goes, if that one can scroll at all.
void choose_scrolled(KitState& state, Point at)
{
    auto& pointer = state.pointer;
    auto const dx = std::abs(at.x - pointer.press_at.x);
    auto const dy = std::abs(at.y - pointer.press_at.y);
    if (std::max(dx, dy) < slop) return;
    for (auto const id : regions_at(state, pointer.press_at, dx > dy)) {
        if (state.scrolls[id].most <= 0) continue;
        pointer.scrolling = id;
        pointer.scrolling_sideways = dx > dy;
        pointer.last = at;
        break;
    }
    pointer.pressed = 0;
}

void drag(KitState& state, PointerEvent const& event)
{
    auto& pointer = state.pointer;
    if (!pointer.down || pointer.kind == PointerKind::mouse || pointer.held_by_drag != 0) return;
    if (pointer.scrolling == 0) choose_scrolled(state, event.at);
    if (pointer.scrolling == 0) return;
    auto const by = pointer.scrolling_sideways ? pointer.last.x - event.at.x : pointer.last.y - event.at.y;
    shift(state, pointer.scrolling, by, false);
    pointer.dragged_by += by;
    pointer.last = event.at;
    pointer.last_moved = state.input.time_seconds;
}

// What was carried is let go where it is, and presses nothing.
void let_go(PointerState& pointer)
{
    if (pointer.carried == 0) return;
    pointer.let_go = true;
    pointer.carried = pointer.pressed = 0;
}

void release(KitState& state, PointerEvent const& event)
{
    auto& pointer = state.pointer;
    let_go(pointer);
    auto const* hit = hit_at(state, event.at);
    if (pointer.down && pointer.pressed != 0 && hit != nullptr && hit->id == pointer.pressed)
        state.clicks.push_back({ .id = hit->id, .mods = event.mods, .by_pointer = true });
    if (pointer.scrolling != 0 && state.input.time_seconds - pointer.last_moved < rest_seconds)
        state.scrolls[pointer.scrolling].velocity = pointer.velocity;
    pointer.down = false;
    pointer.pressed = pointer.scrolling = pointer.held_by_drag = 0;
    if (event.kind == PointerKind::touch) pointer.at = nowhere;
}

void handle(KitState& state, PointerEvent const& event)
{
    auto& pointer = state.pointer;
    pointer.kind = event.kind;
    pointer.mods = event.mods;
    if (event.phase != PointerPhase::leave) pointer.at = event.at;
    if (pointer.carried != 0 && event.phase != PointerPhase::cancel) pointer.carried_to = pointer.at;
    switch (event.phase) {
    case PointerPhase::move: drag(state, event); break;
    case PointerPhase::down:
        if (event.button == 0) press(state, event);
        break;
    case PointerPhase::up:
        if (event.button == 0) release(state, event);
        break;
    case PointerPhase::cancel:
        pointer.given_up = pointer.carried != 0;
        pointer.carried = 0;
        pointer.down = false;
        pointer.pressed = pointer.scrolling = pointer.held_by_drag = 0;
        pointer.at = nowhere;
        break;
    case PointerPhase::leave:
        if (!pointer.down) pointer.at = nowhere;
        break;
    }
}

void handle(KitState& state, WheelEvent const& event)
{
    auto const sideways = std::abs(event.dx) > std::abs(event.dy) || event.mods.shift;
    auto const by = event.dx != 0 && std::abs(event.dx) > std::abs(event.dy) ? event.dx : event.dy;
    for (auto const id : regions_at(state, event.at, sideways)) {
        if (!can_move(state.scrolls[id], by)) continue;
        shift(state, id, by, std::abs(by) >= wheel_notch);
        return;
    }
}

// Held to the edge of what scrolls, it scrolls, the faster the nearer.
void scroll_under_carried(KitState& state, double elapsed)
{
    constexpr float edge = 56;
    constexpr float most_a_second = 900;
    auto const& pointer = state.pointer;
    if (pointer.carried == 0) return;
    auto const at = pointer.carried_to;
    for (auto const& region : state.regions_before) {
        if (region.sideways || !region.area.contains(at)) continue;
        auto const above = edge - (at.y - region.area.y);
        auto const below = edge - (region.area.bottom() - at.y);
        auto const share = above > 0 ? -above / edge : std::max(below, 0.0F) / edge;
        if (share == 0 || !can_move(state.scrolls[region.id], share)) continue;
        shift(state, region.id, share * most_a_second * static_cast<float>(std::min(elapsed, 0.05)), false);
        state.moving = true;
    }
}

void measure_velocity(KitState& state, double elapsed)
{
    auto& pointer = state.pointer;
    if (pointer.scrolling == 0 || elapsed <= 0) return;
    auto const now = pointer.dragged_by / static_cast<float>(elapsed);
    pointer.velocity = pointer.velocity * 0.3F + now * 0.7F;
    pointer.dragged_by = 0;
}

void find_hot(KitState& state)
{
    auto& pointer = state.pointer;
    auto const can_hover = pointer.kind != PointerKind::touch || pointer.down;
    auto const* hit = can_hover ? hit_at(state, pointer.at) : nullptr;
    auto const before = pointer.hot;
    // While something is held, nothing else answers.
    auto const holds = pointer.down && pointer.pressed != 0;
    pointer.hot = hit == nullptr || (holds && hit->id != pointer.pressed) ? 0 : hit->id;
    pointer.cursor = hit == nullptr ? Cursor::normal : hit->cursor;
    if (pointer.hot != before) pointer.hot_since = state.input.time_seconds;
}

} // namespace

// A press in the frame that takes an edit waits for the next one: a button drawn before the field would act without it.
void resolve_input(KitState& state)
{
    auto const elapsed = state.input.time_seconds - state.time_before;
    state.pointer.dragged_by = 0;
    state.pointer.let_go = state.pointer.given_up = false;
    bool const pressed = !state.pointer_queue.empty() || !state.activate_queue.empty();
    if (pressed && !state.texts.empty()) {
        state.moving = true;
        return find_hot(state);
    }
    for (auto const& event : state.activate_queue) state.clicks.push_back({ .id = event.id });
    for (auto const& event : state.pointer_queue) {
        if (event.phase == PointerPhase::up) measure_velocity(state, elapsed);
        handle(state, event);
    }
    measure_velocity(state, elapsed);
    for (auto const& event : state.wheel_queue) handle(state, event);
    scroll_under_carried(state, elapsed);
    state.activate_queue.clear();
    state.pointer_queue.clear();
    state.wheel_queue.clear();
    find_hot(state);
}

void advance_scrolls(KitState& state)
{
    auto const elapsed = static_cast<float>(std::clamp(state.input.time_seconds - state.time_before, 0.0, 1.0 / 20));
    for (auto& [id, scroll] : state.scrolls) {
        if (scroll.velocity != 0) {
            scroll.target = std::clamp(scroll.target + scroll.velocity * elapsed, 0.0F, scroll.most);
            scroll.offset = scroll.target;
            scroll.velocity *= std::exp(-2.2F * elapsed);
            auto const at_end = scroll.target <= 0 || scroll.target >= scroll.most;
            if (at_end || std::abs(scroll.velocity) < 12 || state.input.reduced_motion) scroll.velocity = 0;
            scroll.shown_until = state.input.time_seconds + 0.9;
        } else if (scroll.smooth) {
            scroll.offset += (scroll.target - scroll.offset) * (1 - std::exp(-20 * elapsed));
            if (std::abs(scroll.target - scroll.offset) < 0.5F) {
                scroll.offset = scroll.target;
                scroll.smooth = false;
            }
        }
        state.moving = state.moving || scroll.smooth || scroll.velocity != 0;
    }
}

} // namespace keyrack::ui
