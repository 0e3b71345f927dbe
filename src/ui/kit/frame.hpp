#pragma once
// Promise: what a screen holds while it draws one frame. It is passed on explicitly; the kit has no globals.
//
//     Kit kit{fonts, words};                       // once; an ImGui context with a renderer exists already
//     kit.take(PointerEvent{…});                   // as they come
//     Frame& f = kit.begin(FrameInput{…});
//     screen(f, f.bounds(), model);
//     FrameOutput const& out = kit.end();          // ImGui's draw data is ready; `out` goes to the page
//
// Ids. A widget is told a `WidgetKey` that is unique among its siblings; the id is the hash of all keys above it, so
// put the parts of a list under `IdScope row{f, room.id}`. Never use a translated text as a key.
//
// Everything that can be pressed goes through `Frame::item`, which tests the pointer, takes activations of the DOM and
// writes the semantic node in one step. Screens rarely call it: the widgets do.

#include "ui/kit/fonts.hpp"
#include "ui/kit/geometry.hpp"
#include "ui/kit/icon.hpp"
#include "ui/kit/input.hpp"
#include "ui/kit/semantics.hpp"
#include "ui/kit/tokens.hpp"
#include "ui/kit/type.hpp"
#include "ui/kit/words.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::ui {

// The name of a widget among its siblings: a word or a number.
class WidgetKey
{
public:
    constexpr WidgetKey(char const* word) : m_word(word) { }
    constexpr WidgetKey(std::string_view word) : m_word(word) { }
    WidgetKey(std::string const& word) : m_word(word) { }
    template <std::integral Number>
    constexpr WidgetKey(Number number) : m_number(static_cast<std::uint64_t>(number))
    { }
    [[nodiscard]] Id under(Id seed) const;

private:
    std::string_view m_word;
    std::uint64_t m_number = 0;
};

// By the width of the window: below 600, to 840, above.
enum class WidthClass {
    phone,
    rail,
    wide,
};

enum class Cursor {
    normal,
    pointer,
    text,
    grab,
    grabbing,
};

// Of what a pointer carries from one place to another.
enum class Carrying {
    nothing,
    under_way,
    let_go,   // just now
    given_up, // just now: Escape, or the browser took the pointer away
};

enum class Politeness {
    polite,
    assertive,
};

struct Announcement
{
    std::string text;
    Politeness how = Politeness::polite;
};

struct FrameOutput
{
    std::string const* semantics = nullptr; // null when nothing changed since the last frame
    std::string_view cursor = "default";    // CSS
    std::vector<Announcement> announcements;
    std::optional<std::string> copied; // for the clipboard
    Colour ground;                     // behind everything
    // Seconds until the next frame is needed, though nothing happens: 0 at once, none: not at all.
    std::optional<double> next_frame_seconds;
};

// Whether a node's bounds are only what is visible of it. Fields keep theirs, as the page's input lies there.
enum class ClipBounds {
    yes,
    no,
};

// How an item takes part.
struct ItemOptions
{
    Cursor cursor = Cursor::pointer;
    bool pointer = true;        // the canvas answers the pointer inside the bounds
    bool focus_on_press = true; // a press moves the DOM's focus here
    bool container = false;     // nodes that follow lie in it, until `close`
    ClipBounds clip_bounds = ClipBounds::yes;
    std::optional<Rect> hit = {};   // where the pointer counts, when larger than the bounds
    std::optional<Rect> whole = {}; // what is to be in view with it once it has the focus, likewise
};

// Heights that cost something to find out, kept from frame to frame. `of`: a hash of all that they follow from.
struct KeptHeights
{
    std::uint64_t of = 0;
    std::vector<float> heights = {};
    std::uint64_t seen = 0;
};

struct Interaction
{
    Id id = 0;
    bool hovered = false;
    bool held = false;
    bool clicked = false; // by pointer or by the DOM: alike
    bool focused = false;
    bool ring = false; // focused, and the focus is to be seen
    Mods mods = {};    // of the click
};

struct KitState; // the kit's memory, see state.hpp

class Frame
{
public:
    explicit Frame(KitState& state) : m_state(state) { }
    Frame(Frame const&) = delete;
    Frame& operator=(Frame const&) = delete;

    // Facts of this frame.
    [[nodiscard]] Rect bounds() const; // the whole window without what notches cover
    [[nodiscard]] Rect window() const; // the whole window
    [[nodiscard]] Insets safe() const;
    [[nodiscard]] WidthClass width_class() const;
    [[nodiscard]] bool phone() const { return width_class() == WidthClass::phone; }
    [[nodiscard]] bool touch() const;
    [[nodiscard]] bool reduced_motion() const;
    [[nodiscard]] Theme theme() const;
    [[nodiscard]] Tokens const& tokens() const;
    [[nodiscard]] Colour ground() const; // what is drawn next stands on
    void stand_on(Rect area, Colour ground);
    [[nodiscard]] KitWords const& words() const;
    [[nodiscard]] float ratio() const;
    [[nodiscard]] double time_seconds() const;

    // Ids.
    [[nodiscard]] Id id(WidgetKey key) const;
    void push_id(WidgetKey key);
    void pop_id();

    // Semantics. `note` is for what is read and not pressed; `open`/`close` for what holds others (better: `Scope`).
    Id note(WidgetKey key, Node node);
    Id note_at(Id id, Node node);
    Id open(WidgetKey key, Node node);
    Id open_at(Id id, Node node);
    void close();

    // What can be pressed or edited. `node.id` is set by the frame.
    Interaction item(WidgetKey key, Node node, ItemOptions options = {});
    Interaction item_at(Id id, Node node, ItemOptions options = {});

    // Focus lives in the DOM. `focus` asks for it once; the node must be emitted in this frame or the next ones.
    void focus(Id id);
    [[nodiscard]] Id focused() const;
    [[nodiscard]] bool focus_visible() const;
    // Scrolls `area` into view in every scroll area around the place of the call.
    void reveal(Rect area);

    // The page's shortcut, if nothing on a layer above took it: `if (f.pressed("k", {.control = true}))`.
    bool pressed(std::string_view key, Mods mods = {});
    [[nodiscard]] Point pointer() const;
    [[nodiscard]] bool hovers(Rect area) const; // on this layer, and not cut off
    // The pointer was pressed on the item and is still down, wherever it is now. What is dragged so is not scrolled.
    bool drags(Id id);

    // Carrying: a mouse takes the item along once it moves, a finger once it has rested on it (before that it scrolls). True
    // in the frame in which that begins. Areas that scroll do so while something is held to their edge.
    bool begins_carrying(Id id);
    Carrying carrying();                              // asked once a frame, by who knows what is carried
    [[nodiscard]] Point carried_to() const;           // where it is
    [[nodiscard]] bool carried_over(Rect area) const; // on this layer, and not cut off

    // The value runs from where it is to `target`; at once under reduced motion. Asks for frames while it runs.
    float animate(Id id, float target, double seconds = 0.14);
    // The id was not asked about in the frames before: what was away for a while arrives anew.
    bool arrives(Id id);
    // Runs from 0 once the id arrives: for what appears.
    float appear(Id id, double seconds = 0.14);
    // Until a frame does not ask for them.
    KeptHeights& kept_heights(WidgetKey key);
    void want_frame();
    void want_frame_in(double seconds);

    // Effects.
    void announce(std::string text, Politeness how = Politeness::polite);
    void copy(std::string text);

    [[nodiscard]] KitState& state() { return m_state; }
    [[nodiscard]] KitState const& state() const { return m_state; }

private:
    KitState& m_state;
};

class IdScope
{
public:
    IdScope(Frame& frame, WidgetKey key) : m_frame(frame) { frame.push_id(key); }
    ~IdScope() { m_frame.pop_id(); }
    IdScope(IdScope const&) = delete;
    IdScope& operator=(IdScope const&) = delete;

private:
    Frame& m_frame;
};

// A semantic container and an id scope in one:
//     Scope main{f, "main", {.role = Role::main, .bounds = area, .name = words.main}};
class Scope
{
public:
    Scope(Frame& frame, WidgetKey key, Node node) : m_frame(frame), m_id(frame.open(key, std::move(node)))
    {
        frame.push_id(key);
    }
    ~Scope()
    {
        m_frame.pop_id();
        m_frame.close();
    }
    Scope(Scope const&) = delete;
    Scope& operator=(Scope const&) = delete;
    [[nodiscard]] Id id() const { return m_id; }

private:
    Frame& m_frame;
    Id m_id;
};

class Kit
{
public:
    // An ImGui context must be current and stay so; the kit sets its flags (no keyboard navigation, no settings file).
    Kit(Fonts fonts, KitWords words);
    ~Kit();
    Kit(Kit const&) = delete;
    Kit& operator=(Kit const&) = delete;

    void take(PointerEvent const& event);
    void take(WheelEvent const& event);
    void take(KeyEvent const& event);
    void take(FocusEvent const& event);
    void take(ActivateEvent const& event);
    void take(TextEvent const& event);
    void set_words(KitWords words);
    // Sends the semantics again with the next frame: the page has a fresh mirror.
    void forget_mirror();

    // Between the two calls the screens draw. `end` renders ImGui's draw data (ImGui::GetDrawData()).
    Frame& begin(FrameInput const& input);
    FrameOutput const& end();

    [[nodiscard]] bool wants_frames() const; // something moves now

private:
    std::unique_ptr<KitState> m_state;
    Frame m_frame;
};

} // namespace keyrack::ui
