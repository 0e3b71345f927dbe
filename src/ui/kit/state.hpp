#pragma once
// Promise: what the kit remembers between frames. Only the kit's own files include this.
//
// Pointer events are answered against the items of the frame before: that is what the person saw. So a press and its
// release may arrive together between two frames, and the result does not depend on how many frames were drawn.

#include "ui/kit/draw.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/table.hpp"
#include "ui/kit/toast.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

struct ImDrawList;

namespace keyrack::ui {

// Layers, low to high. Popups of popups count up from `first_overlay`.
namespace layer {
inline constexpr int page = 0;
inline constexpr int first_overlay = 1;
inline constexpr int toasts = 90;
inline constexpr int tips = 95;
} // namespace layer

// A place that takes the pointer. Without an id it only hides what lies below.
struct Hit
{
    Id id = 0;
    Rect area;
    int layer = 0;
    Cursor cursor = Cursor::normal;
    bool takes_focus = false;
    bool pressable = true;
};

struct ScrollRegion
{
    Id id = 0;
    Rect area;
    int layer = 0;
    int parent = -1; // index into the regions
    bool sideways = false;
};

struct ScrollState
{
    float offset = 0;
    float most = 0;     // the largest offset
    float target = 0;   // where a smooth scroll leads
    float velocity = 0; // CSS pixels a second, after a touch
    bool smooth = false;
    double shown_until = 0; // the bar stays until then
    std::uint64_t seen = 0;
};

struct Animation
{
    float from = 0;
    float to = 0;
    float value = 0;
    double started = 0;
    double seconds = 0.14;
    std::uint64_t seen = 0;
};

struct Click
{
    Id id = 0;
    Mods mods = {};
    bool by_pointer = false;
};

struct PressedKey
{
    KeyEvent event;
    bool taken = false;
};
[[nodiscard]] inline bool closes(PressedKey const& key)
{
    return key.taken && key.event.key == "Escape";
}

// A dialog or menu that was drawn in the last frames, and where the focus goes when it is gone.
struct Overlay
{
    Id id = 0;
    Id return_focus = 0;
    float content_height = 0;
    std::uint64_t seen = 0;
    bool fresh = true;
};

struct Toast
{
    ToastSpec spec;
    double shown_at = 0;
    double left_seconds = 0;
    bool leaving = false;
    bool gone = false;
};

struct TableMemory
{
    std::size_t active = 0; // the row in the tab order
    std::optional<std::size_t> anchor;
    std::optional<std::size_t> wants_focus; // once it is in view
    std::optional<std::size_t> wants_view;
    std::optional<std::size_t> current_before;
    Id focused_row = 0; // the row that has the DOM's focus
    std::size_t focused_index = 0;
    std::vector<Id> row_ids; // drawn in the last frame
    std::uint64_t seen = 0;
};

struct PointerState
{
    Point at { -1e6F, -1e6F };
    PointerKind kind = PointerKind::mouse;
    Mods mods;
    bool down = false;
    Point press_at;
    Id pressed = 0;
    Id hot = 0;
    double hot_since = 0;
    Cursor cursor = Cursor::normal;
    Id scrolling = 0; // the area that a finger drags
    bool scrolling_sideways = false;
    double pressed_at = 0;
    Id carried = 0;      // what goes along with the pointer until it is let go
    Point carried_to;    // where it is, or was let go
    bool let_go = false; // in this frame
    bool given_up = false;
    Id held_by_drag = 0; // a scroll bar's thumb
    float grip = 0;      // where on the thumb it was taken
    Point last;
    float dragged_by = 0; // in this frame
    float velocity = 0;
    double last_moved = 0;
};

struct KitState
{
    Fonts fonts;
    KitWords words;
    FrameInput input;
    std::uint64_t frame = 0;
    double time_before = 0;

    PointerState pointer;
    std::vector<PointerEvent> pointer_queue;
    std::vector<WheelEvent> wheel_queue;
    std::vector<ActivateEvent> activate_queue;
    std::vector<PressedKey> keys;
    std::vector<Click> clicks;
    std::vector<TextEvent> texts;

    Id focused = 0;
    bool focus_visible = false;
    bool focus_moved = false; // in this frame
    Id last_pressed = 0;      // by pointer or DOM, and when
    std::uint64_t last_pressed_frame = 0;
    Id focus_wanted = 0;
    int focus_wanted_frames = 0;
    int focus_first_in_layer = 0; // the first item of this layer takes the focus; 0: none

    std::vector<Hit> hits;
    std::vector<Hit> hits_before;
    std::vector<ScrollRegion> regions;
    std::vector<ScrollRegion> regions_before;
    std::vector<std::size_t> open_regions;
    // What went wrong in this frame; none of it, the tests demand.
    std::vector<std::string> cut_texts;    // did not fit on their line, or were broken inside of a word
    std::vector<std::string> out_of_reach; // are cut off where nothing scrolls
    std::vector<Rect> covers;              // areas of passive layers: fields under them take no pointer

    Semantics semantics;
    std::string semantics_before;
    bool mirror_forgotten = true;

    std::vector<Id> ids; // the stack of seeds
    std::vector<Rect> clips;
    ImDrawList* list = nullptr;
    float opacity = 1;
    bool on_sidebar = false; // rings are drawn in its colour
    int layer = 0;
    int catching_layer = 0; // the highest layer that keeps input from those below, in this frame
    int modal_layer = 0;
    int catching_before = 0;
    int modal_before = 0;
    bool detail_covers = false;    // the last list_detail had room for the detail only
    std::vector<Id> layer_windows; // ids in the order of drawing

    std::unordered_map<Id, unsigned> text_uses; // in this frame
    Colour ground;
    std::unordered_map<Id, ScrollState> scrolls;
    std::unordered_map<Id, bool> unfolded;
    std::unordered_map<Id, Animation> animations;
    std::unordered_map<Id, Overlay> overlays;
    std::unordered_map<Id, TableMemory> tables;
    std::unordered_map<Id, double> tips;       // when the thing was first pointed at
    std::unordered_map<Id, std::string> edits; // the value when editing began
    std::vector<Toast> toasts;
    std::optional<std::uint64_t> toast_action;
    Rect no_toasts;                         // what they keep clear of in this frame
    std::vector<std::uint64_t> toasts_gone; // not told yet
    Id open_menu = 0;
    std::uint64_t menu_drawn = 0; // the last frame in which it was
    bool menu_entered = false;    // it had the focus
    std::size_t menu_active = 0;

    bool moving = false;
    std::optional<double> next_frame;
    FrameOutput output;
    std::optional<Cursor> cursor;
    std::unordered_map<Id, KeptHeights> heights; // of long lists
};

// A layer of its own above what is drawn so far: a full-size ImGui window without decoration.
enum class LayerKind {
    modal,    // keeps input from what is below, and leaves it out of the semantics
    catching, // keeps input from what is below
    passive,  // lets input through where nothing of its own lies
};

class Layer
{
public:
    Layer(Frame& frame, WidgetKey key, LayerKind kind, int level);
    ~Layer();
    Layer(Layer const&) = delete;
    Layer& operator=(Layer const&) = delete;

private:
    Frame& m_frame;
    ImDrawList* m_list;
    std::vector<Rect> m_clips;
    std::vector<std::size_t> m_regions;
    float m_opacity;
    int m_layer;
    bool m_on_sidebar;
};

// Blocks the pointer from what lies below, without being pressed.
void block_pointer(Frame& f, Rect area);

// Device pixels.
[[nodiscard]] float snap(Frame const& f, float length);
[[nodiscard]] Rect snap(Frame const& f, Rect area);

// What was pressed a moment ago, or has the focus: there the focus goes back to.
[[nodiscard]] Id opener(KitState const& state);

void draw_toasts(Frame& f);
void resolve_input(KitState& state); // queue → clicks, hover, scrolling
void advance_scrolls(KitState& state);

} // namespace keyrack::ui
