#include "ui/screens/care.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float backup_row = 52;

void draw_head(Drawing& d, Rect& inside, Icon symbol, std::string_view title, std::string_view text)
{
    auto const inner = inside.width - tile_size - space::medium;
    auto area = inside.take_top(std::max(tile_size, 22 + paragraph_height(d.f, inner, text, Type::second)));
    icon_tile(d.f, area.take_left(tile_size).take_top(tile_size), symbol, Tone::accent);
    area.skip_left(space::medium);
    heading(d.f, area.take_top(20), title, 2);
    area.skip_top(2);
    paragraph(d.f, area, "text", text, { .type = Type::second, .ink = d.f.tokens().ink_second });
    inside.skip_top(space::gap);
}

void draw_exports(Drawing& d, Rect& from, portal::CareModel const& model)
{
    IdScope const scope { d.f, "exports" };
    GrowingCard card { d.f, from };
    auto& inside = card.content();
    draw_head(d, inside, Icon::file_down, d.words("ui.data.export"), d.words("ui.data.export.text"));
    Flow flow { inside, space::small };
    for (std::size_t i = 0; i < model.exports.size(); ++i) {
        auto const& each = model.exports[i];
        auto const name = d.words("ui.data.export.name", { { "what", each.text } });
        ButtonSpec const spec {
            .key = i, .label = each.text, .icon = Icon::download, .size = ButtonSize::small, .name = name
        };
        auto const width = std::min(button_width(d.f, spec), inside.width);
        auto const high = button_line(d.f, ButtonSize::small);
        if (button(d.f, flow.place({ width, high }), spec)) {
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

void draw_backups(Drawing& d, Rect& from, portal::CareModel const& model)
{
    IdScope const scope { d.f, "backups" };
    GrowingCard card { d.f, from };
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
    auto const width = (from.width - space::gap) / 2;
    auto left = from;
    left.width = width;
    auto right = from;
    right.skip_left(width + space::gap);
    auto const top = from.y;
    draw_backups(d, left, model);
    draw_exports(d, right, model);
    from.skip_top(std::max(left.y, right.y) - top + space::card_gap);
}

} // namespace keyrack::ui
