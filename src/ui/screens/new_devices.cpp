// Many devices at once: what was pasted at the left, what becomes of each at the right.
#include "ui/screens/devices.hpp"
#include "ui/screens/form_fields.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>
#include <array>

namespace keyrack::ui {

namespace {

constexpr float form_width = 420;

void draw_foot(Drawing& d, Rect& area, portal::NewDevicesModel const& model)
{
    auto const foot = area.take_bottom(foot_height);
    keep_toasts_clear(d.f, foot);
    fill(d.f, foot, d.f.tokens().surface);
    line_above(d.f, foot, d.f.tokens().line);
    ButtonSpec const buttons[] {
        { .key = "cancel", .label = d.words("ui.devices.cancel"), .href = model.back },
        { .key = "add",
            .label = model.action_text,
            .icon = Icon::plus,
            .look = ButtonLook::primary,
            .state = model.ready ? ButtonState::ready : ButtonState::disabled,
            .reason = d.words("ui.devices.add_reason") },
    };
    auto const line = foot.inset(page_margin(d.f), 0).middle(d.f.touch() ? height::touch : height::button);
    auto const pressed = button_row(d.f, line, buttons);
    if (pressed == 0U) {
        d.want(portal::Go { model.back });
    }
    if (pressed == 1U && model.ready) {
        d.want(portal::RunOnScreen { "add" });
    }
}

void draw_results(Drawing& d, Rect area, portal::NewDevicesModel const& model)
{
    std::string const chips[] { std::string { d.words("devices.new.good") },
        std::string { d.words("devices.new.bad") } };
    std::array<Column, 4> const columns { {
        { .key = "serial",
            .title = d.words("ui.devices.column.serial"),
            .least = 130,
            .sortable = false,
            .phone = PhonePlace::title },
        { .key = "model", .title = d.words("ui.devices.column.model"), .least = 110, .priority = 2, .sortable = false },
        { .key = "result",
            .title = d.words("ui.devices.column.result"),
            .least = column_for_chips(d.f, chips),
            .share = 0.2F,
            .sortable = false,
            .phone = PhonePlace::end },
        { .key = "why",
            .title = d.words("ui.devices.column.why"),
            .least = 150,
            .share = 2,
            .priority = 1,
            .sortable = false,
            .phone = PhonePlace::second },
    } };
    TableSpec const spec {
        .key = "results", .name = d.words("ui.devices.results"), .columns = columns, .rows = model.lines.size()
    };
    (void)table(d.f, area, spec, [&](std::size_t index, TableRow& row) {
        auto const& line = model.lines[index];
        row.key = index;
        row.cells = {
            { .text = line.serial, .look = CellLook::strong },
            { .text = line.model },
            { .text = line.result.text, .look = CellLook::chip, .tone = kit_tone(line.result.tone) },
            { .text = line.second, .look = CellLook::second },
        };
    });
}

} // namespace

void draw_new_devices(Drawing& d, Rect area, portal::NewDevicesModel const& model)
{
    IdScope const scope { d.f, "new-devices" };
    draw_foot(d, area, model);
    auto const margin = page_margin(d.f);
    auto page = area.inset(margin);
    draw_page_top(d, page,
        { .back = model.back,
            .back_text = d.words("ui.devices.title"),
            .title = d.words("ui.devices.add"),
            .second = model.second });
    bool const wide = page.width >= two_columns_from;
    auto form = wide ? page.take_left(form_width) : page;
    page.skip_left(wide ? space::gap : 0);
    if (wide && !model.lines.empty()) {
        draw_results(d, page, model);
    } else if (wide) {
        (void)empty_state(d.f, page,
            { .icon = Icon::list, .title = d.words("ui.devices.paste"), .text = d.words("ui.devices.paste.text") });
    }
    // Down to the foot, so that a form which all but fits is seen whole.
    auto const left = wide ? form.x : area.x;
    ScrollArea scroll { d.f, "form", { left, form.y, wide ? form.width : area.width, area.bottom() - form.y },
        wide ? Insets { 0, 0, space::small, 0 } : Insets { 0, margin, space::page, margin } };
    auto& content = scroll.content();
    {
        GrowingCard card { d.f, content };
        // A scanner that types begins at once; a keyboard on the screen would cover the page.
        if (d.f.arrives(d.f.id("arrival")) && !d.f.touch()) {
            d.f.focus(d.f.id("serials"));
        }
        draw_form_fields(d, card.content(), model.fields);
    }
    if (!wide && !model.lines.empty()) {
        constexpr float least_table = 360;
        content.skip_top(space::gap);
        draw_results(d, content.take_top(std::max(least_table, area.height * 0.6F)), model);
    }
}

} // namespace keyrack::ui
