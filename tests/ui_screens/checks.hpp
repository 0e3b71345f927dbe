#pragma once
// What holds for every screen: what the tests of each ask for in one line.

#include "ui_screens/stage.hpp"

#include <catch_amalgamated.hpp>

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

// Texts that lie over one another, which side by side or below one another never share more than an edge: "one | other".
[[nodiscard]] std::vector<std::string> overlaps(std::vector<SeenNode> const& nodes);

enum class Layers { one, several }; // a dialog lies over texts, and is meant to

// At every width no text is cut off or lies over another, and whatever is pressed has a node.
void check_fits(portal::PortalModel const& model, portal::Language language, Layers layers = Layers::one);

inline void check_whole_everywhere(Stage::Draw const& draw)
{
    for (auto const size : { wide, tablet, phone }) {
        check_whole(draw, size);
    }
}

} // namespace keyrack::ui::fixture
