#pragma once
// Promise: where people write. The page's real input does the editing; the field
// keeps the value and tells what changed.
//
//     if (auto r = text_field(f, page.take_top(field_height(f, page.width, spec)), spec, state.name); r.committed) …
//
// Label above (unless it is hidden: then it is still said), the box, then the hint or the error below.

#include "ui/kit/frame.hpp"

namespace keyrack::ui {

enum class FieldKind {
    text,
    search,
    email,
    date,   // the value is yyyy-mm-dd or empty
    number, // the value is what was written; parse it and give `error`
    long_text,
    password, // drawn as dots
    url,
};

enum class LabelPlace {
    above,
    hidden, // said only
};

// A list below a field that what is written chooses from: the field is a combobox
// then, and the DOM's focus stays in it.
struct Suggestions
{
    Id list = 0;
    Id active = 0; // the line that Enter takes; 0: none
};

struct FieldSpec
{
    WidgetKey key;
    std::string_view label;
    FieldKind kind = FieldKind::text;
    LabelPlace label_place = LabelPlace::above;
    std::string_view placeholder = {};
    std::string_view hint = {};
    std::string_view error = {}; // says what to do; the field is then invalid
    std::optional<Icon> icon = {};
    std::string_view shortcut = {};     // shown at the end while empty: "Ctrl K"
    std::string_view keys = {};         // the same for the page: "Control+K"
    std::string_view autocomplete = {}; // as in HTML
    std::string_view shown = {};        // for dates: what stands there while it is not edited ("22 Nov 2026")
    int limit = 0;                      // UTF-16 units, 0: none
    int lines = 4;                      // of a long text
    std::optional<Suggestions> suggestions = {};
    bool among_fields = false; // a search whose edge is that of the fields beside it
    bool required = false;
    bool disabled = false;
    // Number fields: steps by the buttons and the arrow keys.
    long long step = 1;
    std::optional<long long> least = {};
    std::optional<long long> most = {};
};

struct FieldResult
{
    Id id = 0;
    bool changed = false;   // with every stroke
    bool committed = false; // Enter, or the focus left after a change
    bool cancelled = false; // Escape
    bool focused = false;
};

[[nodiscard]] float field_height(Frame const& f, float width, FieldSpec const& spec);
// `area` starts at the label; the box takes the whole width.
FieldResult text_field(Frame& f, Rect area, FieldSpec const& spec, std::string& value);

// Without label, 36 high, with a magnifier and a button that empties it.
FieldResult search_field(Frame& f, Rect area, FieldSpec spec, std::string& value);
FieldResult date_field(Frame& f, Rect area, FieldSpec spec, std::string& value);
FieldResult number_field(Frame& f, Rect area, FieldSpec spec, std::string& value);

} // namespace keyrack::ui
