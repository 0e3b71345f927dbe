#include "ui/kit/semantics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr std::array<std::string_view, 37> role_names {
    "button",
    "link",
    "heading",
    "textbox",
    "searchbox",
    "checkbox",
    "switch",
    "radio",
    "radiogroup",
    "tab",
    "tablist",
    "tabpanel",
    "grid",
    "row",
    "columnheader",
    "gridcell",
    "list",
    "listitem",
    "dialog",
    "alertdialog",
    "status",
    "alert",
    "progressbar",
    "img",
    "navigation",
    "main",
    "complementary",
    "banner",
    "region",
    "group",
    "menu",
    "menuitem",
    "text",
    "combobox",
    "listbox",
    "option",
    "slider",
};

constexpr std::string_view flag_letters = "dcCmsexpPfirohlbnut";

// Backslash, TAB and line feed separate; other control characters mean nothing to a reader.
void write_field(std::string& out, std::string_view text)
{
    for (auto const c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
}

void write_number(std::string& out, std::uint32_t number)
{
    std::array<char, 12> buffer {};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    out.append(buffer.data(), end);
}

void write_length(std::string& out, float length)
{
    auto const tenths = std::lround(length * 10);
    std::array<char, 24> buffer {};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::labs(tenths) / 10).ptr;
    if (tenths < 0) out += '-';
    out.append(buffer.data(), end);
    out += '.';
    out += static_cast<char>('0' + std::labs(tenths) % 10);
}

void write_node(std::string& out, Id parent, Node const& node)
{
    write_number(out, node.id);
    out += '\t';
    write_number(out, parent);
    out += '\t';
    out += role_name(node.role);
    for (auto const length : { node.bounds.x, node.bounds.y, node.bounds.width, node.bounds.height }) {
        out += '\t';
        write_length(out, length);
    }
    out += '\t';
    out += node.flags.letters();
    out += '\t';
    write_field(out, node.name);
    out += '\t';
    write_field(out, node.value);
    out += '\t';
    write_field(out, node.extra.text());
    out += '\n';
}

bool is_field(Role role)
{
    return role == Role::textbox || role == Role::searchbox || role == Role::combobox;
}

bool any_covers(std::vector<Rect> const& covers, Rect bounds)
{
    for (auto const& cover : covers)
        if (!cover.meet(bounds).empty()) return true;
    return false;
}

} // namespace

std::string_view role_name(Role role)
{
    return role_names.at(static_cast<std::size_t>(role));
}

std::string Flags::letters() const
{
    std::string result;
    for (std::size_t i = 0; i < flag_letters.size(); ++i)
        if ((m_bits & (1U << i)) != 0) result += flag_letters[i];
    return result;
}

Extra& Extra::put(std::string_view key, std::string_view value)
{
    if (!m_text.empty()) m_text += ';';
    m_text += key;
    m_text += '=';
    for (auto const c : value) {
        if (c == ';')
            m_text += "%3B";
        else if (c == '%')
            m_text += "%25";
        else
            m_text += c;
    }
    return *this;
}

Extra& Extra::put(std::string_view key, long long value)
{
    return put(key, std::string_view { std::to_string(value) });
}

Extra& Extra::put_id(std::string_view key, Id id)
{
    return put(key, std::string_view { std::to_string(id) });
}

void Semantics::begin()
{
    m_nodes.clear();
    m_open.clear();
    m_bases.clear();
}

void Semantics::add(Node node, int layer)
{
    auto const base = m_bases.empty() ? 0 : m_bases.back();
    auto const parent = m_open.size() > base ? m_open.back() : 0;
    m_nodes.push_back({ std::move(node), parent, layer });
}

void Semantics::open(Node node, int layer)
{
    auto const id = node.id;
    add(std::move(node), layer);
    m_open.push_back(id);
}

void Semantics::close()
{
    m_open.pop_back();
}

void Semantics::enter_layer()
{
    m_bases.push_back(m_open.size());
}

void Semantics::leave_layer()
{
    m_bases.pop_back();
}

bool Semantics::holds(Id id) const
{
    for (auto const& placed : m_nodes)
        if (placed.node.id == id) return true;
    return false;
}

void Semantics::forget_focus()
{
    for (auto& placed : m_nodes) {
        placed.node.flags.drop(Flag::take_focus);
    }
}

void Semantics::move_to_end(std::size_t from, std::size_t end)
{
    auto const at = [this](std::size_t index) { return m_nodes.begin() + static_cast<std::ptrdiff_t>(index); };
    std::rotate(at(from), at(end), m_nodes.end());
}

std::string const& Semantics::finish(int modal_layer, int catching_layer, std::vector<Rect> const& covers)
{
    m_text.clear();
    int highest = 0;
    for (auto const& placed : m_nodes) highest = std::max(highest, placed.layer);
    // A layer opened in the middle of the page follows after the page: it is read when it is entered.
    for (int layer = modal_layer; layer <= highest; ++layer) {
        for (auto& placed : m_nodes) {
            if (placed.layer != layer) continue;
            auto const covered = layer < catching_layer || (layer < 90 && any_covers(covers, placed.node.bounds));
            if (is_field(placed.node.role) && covered) placed.node.flags.add(Flag::hidden);
            write_node(m_text, placed.parent, placed.node);
        }
    }
    return m_text;
}

} // namespace keyrack::ui
