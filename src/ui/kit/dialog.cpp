#include "ui/kit/dialog.hpp"

#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/toast.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float head_line = 28;
constexpr float close_width = 36;
constexpr float foot_gap = 20;
constexpr float ring_room = 5; // around the body, so that rings at its edge are not cut off

float pad_of(Frame const& f)
{
    return f.phone() ? 20.0F : space::page;
}

// Beside the button that closes it, over as many lines as it needs.
float title_height(Frame const& f, float inner, std::string_view title)
{
    return std::max(head_line, paragraph_height(f, inner - close_width, title, Type::subtitle));
}

void draw_title(Frame& f, Rect area, std::string_view title)
{
    if (area.height <= head_line) return heading(f, area, title, 2, { .type = Type::subtitle });
    auto rest = area;
    draw_lines(f, rest, title, { .type = Type::subtitle });
    Node node { .role = Role::heading, .bounds = area, .name = std::string { title } };
    node.extra.put("level", 2);
    f.note("title", std::move(node));
}

// Height of all but the body.
float around_height(Frame const& f, DialogSpec const& spec, float width)
{
    auto const inner = width - 2 * pad_of(f);
    auto sum = 2 * pad_of(f) + title_height(f, inner, spec.title);
    if (!spec.text.empty()) sum += space::small + paragraph_height(f, inner, spec.text, Type::body);
    if (!spec.actions.empty()) sum += foot_gap + (f.phone() ? height::touch : height::button);
    return sum;
}

Rect place_panel(Frame& f, DialogSpec const& spec, float body, float shown)
{
    auto const window = f.window();
    if (spec.wide_sheet && !f.phone()) {
        auto const width = std::min(spec.width, window.width - 40);
        return Rect { window.right() - width, 0, width, window.height }.moved((1 - shown) * 40, 0);
    }
    auto const gap = body > 0 ? space::gap : 0.0F;
    if (f.phone()) {
        auto const high = around_height(f, spec, window.width) + gap + body + f.safe().bottom;
        auto const fits = std::min(high, window.height - f.safe().top - 32);
        return Rect { 0, window.height - fits, window.width, fits }.moved(0, (1 - shown) * 40);
    }
    auto const width = std::min(spec.width, window.width - 48);
    auto const high = std::min(around_height(f, spec, width) + gap + body, window.height - 64);
    auto panel = window.middle({ width, std::round(high) });
    panel.y = std::round(std::max(32.0F, panel.y * 0.85F));
    return panel.moved(0, (1 - shown) * 10);
}

} // namespace

struct Dialog::Layers
{
    Layers(Frame& frame, WidgetKey key)
        : layer(frame, key, LayerKind::modal, std::max(layer::first_overlay, frame.state().layer + 1))
    { }

    Layer layer;
    std::optional<Fade> fade;
};

Dialog::Dialog(Frame& frame, DialogSpec const& spec)
    : m_frame(frame), m_layers(std::make_unique<Layers>(frame, spec.key))
{
    auto& state = frame.state();
    m_id = frame.id("dialog");
    auto& overlay = state.overlays[m_id];
    m_fresh = overlay.seen == 0;
    if (m_fresh) overlay.return_focus = opener(state);
    overlay.id = m_id;
    overlay.seen = state.frame;

    // In the first frame nobody knows how high the body is, so that frame only measures.
    auto const shown = m_fresh ? 0.0F : frame.appear(frame.id("appear"), 0.15);
    if (m_fresh) frame.want_frame();
    auto const outside = frame.id("outside");
    state.hits.push_back({ .id = outside, .area = frame.window(), .layer = state.layer });
    for (auto const& click : state.clicks) m_dismissed = m_dismissed || click.id == outside;
    if (frame.pressed("Escape")) m_dismissed = true;
    m_layers->fade.emplace(frame, shown);
    fill(frame, frame.window(), frame.tokens().scrim);
    m_panel = place_panel(frame, spec, overlay.content_height, shown);
    draw_frame(spec);
}

void Dialog::draw_ground(DialogSpec const& spec)
{
    auto& f = m_frame;
    auto const& t = f.tokens();
    auto const corners = f.phone() ? Corners::top : spec.wide_sheet ? Corners::left : Corners::all;
    shadow(f, m_panel, 16, 28);
    fill(f, m_panel, t.raised, 16, corners);
    bool const needs_edge = is_dark(f.theme()) || has_contrast(f.theme()); // where a shadow does not part it
    if (needs_edge && corners == Corners::all) stroke(f, m_panel, t.line, 16);
    block_pointer(f, m_panel);
    keep_toasts_clear(f, m_panel);
    Node node { .role = spec.alert ? Role::alertdialog : Role::dialog,
        .bounds = m_panel,
        .name = std::string { spec.title },
        .flags = Flag::modal };
    f.open_at(m_id, std::move(node));
}

void Dialog::draw_actions(Rect& inside, DialogSpec const& spec)
{
    if (spec.actions.empty()) return;
    auto& f = m_frame;
    auto const high = f.phone() ? height::touch : height::button;
    m_pressed = button_row(f, inside.take_bottom(high), spec.actions);
    // What only a button destroys is not done by a key that was meant for a field.
    auto const& main = spec.actions.back();
    bool const confirms = main.look == ButtonLook::primary && main.state == ButtonState::ready && !spec.alert;
    if (!m_pressed && confirms && f.pressed("Enter")) m_pressed = spec.actions.size() - 1;
    inside.skip_bottom(foot_gap);
}

void Dialog::draw_frame(DialogSpec const& spec)
{
    auto& f = m_frame;
    draw_ground(spec);
    auto inside = m_panel.inset(pad_of(f));
    if (f.phone()) inside.skip_bottom(f.safe().bottom);
    auto title = inside.take_top(title_height(f, inside.width, spec.title));
    auto const close = title.take_right(close_width).take_top(head_line);
    draw_title(f, title, spec.title);
    if (!spec.text.empty()) {
        inside.skip_top(space::small);
        auto const high = paragraph_height(f, inside.width, spec.text, Type::body);
        paragraph(f, inside.take_top(high), "text", spec.text, { .ink = f.tokens().ink_second });
    }
    // Drawn now, because whoever made the dialog asks what was pressed; read after the body.
    m_foot_from = f.state().semantics.size();
    draw_actions(inside, spec);
    m_first = spec.actions.empty() ? f.id("dismiss") : f.id(spec.actions.front().key);
    m_main = spec.actions.empty() ? m_first : f.id(spec.actions.back().key);
    if (icon_button(f, close.middle({ close_width, close_width }).moved(8, 0),
            { .key = "dismiss", .icon = Icon::x, .name = f.words().close }))
        m_dismissed = true;
    m_foot_end = f.state().semantics.size();
    if (m_fresh) f.state().focus_first_in_layer = f.state().layer;
    if (inside.height > space::gap) inside.skip_top(space::gap);
    // Wider, so that rings at the edge are not cut off and the bar stands beside the fields.
    constexpr float bar_room = 14;
    m_body = f.id("body");
    m_scroll = std::make_unique<ScrollArea>(f, "body", inside.inset({ -ring_room, -bar_room, -ring_room, -ring_room }),
        Insets { ring_room, bar_room, ring_room, ring_room });
    m_top = m_scroll->content().y;
}

// A line where the body goes on behind what stays, or its first and last words would look cut.
void Dialog::mark_more(Rect view)
{
    auto const& scroll = m_frame.state().scrolls[m_body];
    auto const colour = m_frame.tokens().line;
    if (scroll.offset > 0.5F) fill(m_frame, { m_panel.x, view.y, m_panel.width, 1 }, colour);
    if (scroll.offset < scroll.most - 0.5F) fill(m_frame, { m_panel.x, view.bottom() - 1, m_panel.width, 1 }, colour);
}

Dialog::~Dialog()
{
    auto& state = m_frame.state();
    auto& overlay = state.overlays[m_id];
    auto const used = m_scroll->content().y - m_top;
    if (overlay.content_height != used) m_frame.want_frame();
    overlay.content_height = used;
    auto const view = m_scroll->view();
    m_scroll.reset();
    mark_more(view);
    state.semantics.move_to_end(m_foot_from, m_foot_end);
    if (m_fresh && state.focus_first_in_layer == state.layer) m_frame.focus(m_first);
    if (m_fresh) state.focus_first_in_layer = 0;
    m_frame.close();
    m_layers->fade.reset();
}

void Dialog::focus_main()
{
    m_frame.focus(m_main);
}

Rect& Dialog::body()
{
    return m_scroll->content();
}

} // namespace keyrack::ui
