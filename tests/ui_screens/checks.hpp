#pragma once
// What holds for every screen: what the tests of each ask for in one line.

#include "ui/screens/view.hpp"
#include "ui_screens/stage.hpp"

#include <catch_amalgamated.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace keyrack::ui::fixture {

// Something to press, and the intents that this means.
struct Press
{
    char const* role;
    char const* name;
    std::vector<std::string> wanted;
};

// The pointer in the node's middle and an activation by the DOM mean the same, and exactly `wanted`.
inline void check_press(Stage::Draw const& draw, Press const& press, StageSize size = wide)
{
    CAPTURE(press.role, press.name);
    Stage by_pointer { size };
    (void)by_pointer.show(draw);
    CHECK(by_pointer.press(draw, by_pointer.node(press.role, press.name)) == press.wanted);
    Stage by_dom { size };
    (void)by_dom.show(draw);
    CHECK(by_dom.activate(draw, by_dom.node(press.role, press.name)) == press.wanted);
}

// Every thing that is pressed has a node with a name, and nothing draws an intent out of thin air.
inline void check_whole(Stage::Draw const& draw, StageSize size)
{
    CAPTURE(size.width);
    Stage stage { size };
    CHECK(stage.show(draw).empty());
    CHECK(stage.silent_items().empty());
    for (auto const& node : stage.nodes()) {
        static std::set<std::string> const named { "button", "link", "heading", "textbox", "searchbox", "checkbox",
            "switch", "radio", "tab", "columnheader", "dialog", "alertdialog", "navigation", "main", "complementary",
            "region", "combobox", "menuitem", "grid", "img", "status", "alert", "progressbar", "tabpanel", "text" };
        CAPTURE(node.role, node.id);
        CHECK((!named.contains(node.role) || !node.name.empty()));
    }
}

// A piece of a line that is set as one; where it wraps, its bounds are those of all its lines.
inline bool is_piece(std::string_view name)
{
    return name.starts_with("·") || name.starts_with(" ·") || name.ends_with("·") || name.ends_with("· ");
}

inline bool is_measured(SeenNode const& node)
{
    static std::set<std::string, std::less<>> const roles { "text", "heading", "link", "button", "tab", "radio",
        "checkbox", "switch", "textbox", "searchbox", "combobox", "img" };
    return roles.contains(node.role) && !node.has('u') && !node.bounds.empty();
}

// A card that is pressed as a whole has its words in it.
inline bool lies_in(SeenNode const& inner, SeenNode const& outer)
{
    static std::set<std::string, std::less<>> const plain { "text", "heading" };
    return !plain.contains(outer.role) && inner.bounds.meet(outer.bounds) == inner.bounds;
}

inline bool share_a_line(SeenNode const& one, SeenNode const& other)
{
    bool const links = one.role == "link" || other.role == "link";
    return (links && one.parent == other.parent) || is_piece(one.name) || is_piece(other.name);
}

inline bool lies_over(SeenNode const& one, SeenNode const& other)
{
    auto const shared = one.bounds.meet(other.bounds);
    return shared.width > 2 && shared.height > 3 && !lies_in(one, other) && !lies_in(other, one)
        && !share_a_line(one, other);
}

// Words and what is pressed never share more than an edge, side by side or below one another: "one | other".
inline std::vector<std::string> overlaps(std::vector<SeenNode> const& nodes)
{
    std::vector<SeenNode const*> measured;
    for (auto const& node : nodes)
        if (is_measured(node)) measured.push_back(&node);
    std::vector<std::string> found;
    for (auto one = measured.begin(); one != measured.end(); ++one)
        for (auto other = one + 1; other != measured.end(); ++other)
            if (lies_over(**one, **other))
                found.push_back((*one)->role + " " + (*one)->name + " | " + (*other)->role + " " + (*other)->name);
    return found;
}

inline std::vector<std::string> with_an_id_of_others(std::vector<SeenNode> const& nodes)
{
    std::set<Id> ids;
    std::vector<std::string> found;
    for (auto const& node : nodes)
        if (!ids.insert(node.id).second) found.push_back(node.role + " " + node.name);
    return found;
}

// What holds of a screen at every size and in every language. Below 390 px a line may end in "…"; its node says it whole.
// What floats over a list that scrolls is measured in the window that has room for most of it.
inline void check_fits(Stage& stage, StageSize size)
{
    std::vector<std::string> const none;
    bool const scrolls = size.height <= wide.height;
    if (size.width >= phone.width) CHECK(stage.cut_texts() == none);
    CHECK(stage.out_of_reach() == none);
    if (size.width >= tablet.width || !scrolls) CHECK(overlaps(stage.nodes()) == none);
    CHECK(with_an_id_of_others(stage.nodes()) == none);
    CHECK(stage.silent_items().empty());
}

inline void check_whole_everywhere(Stage::Draw const& draw)
{
    for (auto const size : { wide, tablet, phone }) {
        check_whole(draw, size);
    }
}

inline Stage::Draw drawing(portal::PortalModel const& model)
{
    auto const memory = std::make_shared<ViewMemory>();
    return [model, memory](Frame& frame, Rect) {
        static portal::Words const words { portal::Language::english };
        return draw_view(frame, model, words, portal::Appearance::system, *memory);
    };
}

// The name of the node that begins so.
inline std::string full_name(Stage const& stage, std::string_view role, std::string_view beginning)
{
    auto const found = std::ranges::find_if(
        stage.nodes(), [&](SeenNode const& node) { return node.role == role && node.name.starts_with(beginning); });
    REQUIRE(found != stage.nodes().end());
    return found->name;
}

} // namespace keyrack::ui::fixture
