#pragma once
// Promise: what a widget is, said in words for the page's mirror, in the format of
// the boundary between page and worker.

#include "ui/kit/geometry.hpp"
#include "ui/kit/input.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::ui {

enum class Role {
    button,
    link,
    heading,
    textbox,
    searchbox,
    checkbox,
    switch_,
    radio,
    radiogroup,
    tab,
    tablist,
    tabpanel,
    grid,
    row,
    columnheader,
    gridcell,
    list,
    listitem,
    dialog,
    alertdialog,
    status,
    alert,
    progressbar,
    img,
    navigation,
    main,
    complementary,
    banner,
    region,
    group,
    menu,
    menuitem,
    text,
    combobox,
    listbox,
    option,
    slider,
};

[[nodiscard]] std::string_view role_name(Role role);

enum class Flag : std::uint32_t {
    disabled = 1U << 0U,
    checked = 1U << 1U,
    unchecked = 1U << 2U,
    mixed = 1U << 3U,
    selected = 1U << 4U,
    expanded = 1U << 5U,
    collapsed = 1U << 6U,
    pressed = 1U << 7U,
    not_pressed = 1U << 8U,
    take_focus = 1U << 9U,
    invalid = 1U << 10U,
    required = 1U << 11U,
    modal = 1U << 12U,
    current = 1U << 13U,
    long_text = 1U << 14U,
    busy = 1U << 15U,
    focusable = 1U << 16U,
    hidden = 1U << 17U,
    roving = 1U << 18U, // out of the tab order
};

class Flags
{
public:
    constexpr Flags() = default;
    constexpr Flags(Flag flag) : m_bits(static_cast<std::uint32_t>(flag)) { }
    [[nodiscard]] constexpr bool has(Flag flag) const { return (m_bits & static_cast<std::uint32_t>(flag)) != 0; }
    constexpr Flags& add(Flag flag)
    {
        m_bits |= static_cast<std::uint32_t>(flag);
        return *this;
    }
    constexpr Flags& add_if(bool when, Flag flag) { return when ? add(flag) : *this; }
    constexpr Flags& drop(Flag flag)
    {
        m_bits &= ~static_cast<std::uint32_t>(flag);
        return *this;
    }
    [[nodiscard]] std::string letters() const; // in the order of the boundary's list
    bool operator==(Flags const&) const = default;

private:
    std::uint32_t m_bits = 0;
};

[[nodiscard]] constexpr Flags operator|(Flags flags, Flag flag)
{
    return flags.add(flag);
}
[[nodiscard]] constexpr Flags operator|(Flag one, Flag other)
{
    return Flags { one }.add(other);
}

// The key=value pairs of a node, percent-encoded where they have to be.
class Extra
{
public:
    Extra& put(std::string_view key, std::string_view value);
    Extra& put(std::string_view key, long long value);
    Extra& put_id(std::string_view key, Id id);
    [[nodiscard]] std::string const& text() const { return m_text; }

private:
    std::string m_text;
};

struct Node
{
    Id id = 0;
    Role role = Role::text;
    Rect bounds = {};
    std::string name = {};
    std::string value = {};
    Flags flags = {};
    Extra extra = {};
};

// Gathers the nodes of a frame, in document order, and writes them as text.
class Semantics
{
public:
    void begin();
    void add(Node node, int layer); // below the node opened last
    void open(Node node, int layer);
    void close();
    // On a layer of its own a tree starts anew: its nodes hang from the root until `leave_layer`.
    void enter_layer();
    void leave_layer();
    // No node asks for the focus any more.
    void forget_focus();
    // Nodes `from` to `end` (without) are read after those that came since. They have the same parent.
    void move_to_end(std::size_t from, std::size_t end);
    // Leaves out everything below `modal_layer`, flags fields under `covers` as hidden, and writes the rest.
    [[nodiscard]] std::string const& finish(int modal_layer, int catching_layer, std::vector<Rect> const& covers);

    [[nodiscard]] std::string const& text() const { return m_text; }
    [[nodiscard]] bool holds(Id id) const;
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }

private:
    struct Placed
    {
        Node node;
        Id parent = 0;
        int layer = 0;
    };
    std::vector<Placed> m_nodes;
    std::vector<Id> m_open;
    std::vector<std::size_t> m_bases;
    std::string m_text;
};

} // namespace keyrack::ui
