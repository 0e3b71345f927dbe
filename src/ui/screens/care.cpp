#include "ui/screens/care.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float backup_row = 52;

float head_height(Frame const& f, float width, std::string_view text)
{
    auto const inner = width - tile_size - space::medium;
    return std::max(tile_size, 22 + paragraph_height(f, inner, text, Type::second));
}

void draw_head(Drawing& d, Rect& inside, Icon symbol, std::string_view title, std::string_view text)
{
    auto area = inside.take_top(head_height(d.f, inside.width, text));
    icon_tile(d.f, area.take_left(tile_size).take_top(tile_size), symbol, Tone::accent);
    area.skip_left(space::medium);
    heading(d.f, area.take_top(20), title, 2);
    area.skip_top(2);
    paragraph(d.f, area, "text", text, { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::gap);
}

ButtonSpec export_button(portal::CareModel const& model, std::size_t at, std::string_view name = {})
{
    return {
        .key = at, .label = model.exports[at].text, .icon = Icon::download, .size = ButtonSize::small, .name = name
    };
}

Rect place_export(Drawing const& d, Flow& flow, float width, ButtonSpec const& spec)
{
    return flow.place({ std::min(button_width(d.f, spec), width), button_line(d.f, ButtonSize::small) });
}

float exports_height(Drawing const& d, float width, portal::CareModel const& model)
{
    Rect const inside { 0, 0, width - 2 * space::card, 0 };
    Flow flow { inside, space::small };
    for (std::size_t i = 0; i < model.exports.size(); ++i) {
        (void)place_export(d, flow, inside.width, export_button(model, i));
    }
    auto const head = head_height(d.f, inside.width, d.words("ui.data.export.text")) + space::gap;
    return 2 * space::card + head + flow.used_height();
}

// `least`: how high the card beside it is.
void draw_exports(Drawing& d, Rect& from, portal::CareModel const& model, float least = 0)
{
    IdScope const scope { d.f, "exports" };
    GrowingCard card { d.f, from, CardLook::surface, space::card, least };
    auto& inside = card.content();
    draw_head(d, inside, Icon::file_down, d.words("ui.data.export"), d.words("ui.data.export.text"));
    Flow flow { inside, space::small };
    for (std::size_t i = 0; i < model.exports.size(); ++i) {
        auto const& each = model.exports[i];
        auto const name = d.words("ui.data.export.name", { { "what", each.text } });
        auto const spec = export_button(model, i, name);
        if (button(d.f, place_export(d, flow, inside.width, spec), spec)) {
            d.want(portal::RunOnScreen { each.run });
        }
    }
    inside.skip_top(flow.used_height());
}

void draw_backup(Drawing& d, Rect area, portal::BackupLine const& line)
{
    Scope item { d.f, line.key, { .role = Role::listitem, .bounds = area } };
    std::array<MenuItem, 3> const items { {
        { .key = "put-back", .label = d.words("ui.data.backup.put_back"), .icon = Icon::rotate_ccw },
        { .key = "copy", .label = d.words("ui.data.backup.copy"), .icon = Icon::copy },
        { .key = "download", .label = d.words("ui.data.backup.download"), .icon = Icon::download },
    } };
    auto const name = d.words("ui.data.backup_more", { { "moment", line.text } });
    IconButtonSpec const more { .key = "more", .icon = Icon::ellipsis, .name = name };
    auto const chosen = menu_button(d.f, area.take_right(height::button).middle(height::button), more, items);
    area.skip_right(space::small);
    auto text = area.middle(38);
    label(d.f, "text", text.take_top(20), line.text, { .type = Type::body });
    label(d.f, "second", text, line.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (chosen) {
        std::string const* const runs[] { &line.put_back, &line.copy, &line.take_out };
        d.want(portal::RunOnScreen { *runs[*chosen] });
    }
}

void draw_backups(Drawing& d, Rect& from, portal::CareModel const& model, float least = 0)
{
    IdScope const scope { d.f, "backups" };
    GrowingCard card { d.f, from, CardLook::surface, space::card, least };
    auto& inside = card.content();
    draw_head(d, inside, Icon::archive, d.words("ui.data.backups"), d.words("ui.data.backups.text"));
    ButtonSpec const now {
        .key = "now", .label = d.words("ui.data.backup_now"), .icon = Icon::archive, .size = ButtonSize::small
    };
    if (!model.backup_now.empty()) {
        auto line = inside.take_top(d.f.touch() ? height::touch : height::button_small);
        if (button(d.f, line.take_left(std::min(button_width(d.f, now), line.width)), now)) {
            d.want(portal::RunOnScreen { model.backup_now });
        }
        inside.skip_top(space::small);
    }
    if (model.backups.empty()) {
        auto const high = paragraph_height(d.f, inside.width, model.no_backups, Type::second);
        paragraph(d.f, inside.take_top(high), "none", model.no_backups,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        return;
    }
    auto const area = inside.take_top(backup_row * static_cast<float>(model.backups.size()));
    Scope list { d.f, "list",
        { .role = Role::list, .bounds = area, .name = std::string { d.words("ui.data.backups") } } };
    auto rows = area;
    for (std::size_t i = 0; i < model.backups.size(); ++i) {
        auto const row = rows.take_top(backup_row);
        if (i > 0) {
            line_above(d.f, row, d.f.tokens().line);
        }
        draw_backup(d, row, model.backups[i]);
    }
}

} // namespace

void draw_care(Drawing& d, Rect& from, portal::CareModel const& model)
{
    if (from.width < two_narrow_columns_from || !model.keeps_backups) {
        draw_exports(d, from, model);
        from.skip_top(space::gap);
        if (model.keeps_backups) {
            draw_backups(d, from, model);
        }
        from.skip_top(space::card_gap);
        return;
    }
    auto const halves = columns(from, 2, space::gap);
    auto left = halves[0];
    auto right = halves[1];
    draw_backups(d, left, model, exports_height(d, right.width, model));
    draw_exports(d, right, model, left.y - from.y);
    from.skip_top(right.y - from.y + space::card_gap);
}

} // namespace keyrack::ui
