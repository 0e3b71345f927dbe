#include "ui/screens/import_report.hpp"

#include <algorithm>
#include <vector>

namespace keyrack::ui {

namespace {

constexpr float example_indent = 28;
constexpr float close_width = 36;

Tone tone_of(portal::Mark outcome)
{
    switch (outcome) {
    case portal::Mark::yes: return Tone::covered;
    case portal::Mark::no: return Tone::missing;
    default: return Tone::ending;
    }
}

Icon icon_of(portal::Mark outcome)
{
    switch (outcome) {
    case portal::Mark::yes: return Icon::circle_check;
    case portal::Mark::no: return Icon::circle_x;
    default: return Icon::triangle_alert;
    }
}

struct ReportPlace
{
    float title = 0;
    float second = 0;
    std::vector<float> groups;
    float height = 0;
};

float group_height(Frame const& f, float width, portal::ReportGroup const& group)
{
    auto const inner = width - example_indent;
    auto height = paragraph_height(f, inner, group.text, Type::body_strong);
    for (auto const& example : group.examples) {
        height += 2 + paragraph_height(f, inner, example, Type::second);
    }
    if (!group.more.empty()) {
        height += 2 + paragraph_height(f, inner, group.more, Type::second);
    }
    return height;
}

ReportPlace measure(Frame const& f, float width, portal::ImportReportModel const& report)
{
    ReportPlace place;
    auto const inner = width - 2 * space::card;
    auto const head = inner - 32 - space::medium - close_width;
    place.title = paragraph_height(f, head, report.title, Type::heading);
    place.second = report.second.empty() ? 0 : paragraph_height(f, head, report.second, Type::second);
    place.height = 2 * space::card + std::max(place.title + 2 + place.second, 36.0F);
    for (auto const& group : report.groups) {
        place.groups.push_back(group_height(f, inner, group));
        place.height += space::gap + place.groups.back();
    }
    if (!report.actions.empty()) {
        place.height += space::gap + height::button;
    }
    return place;
}

// What can be done now. A button without anything to run takes the import no further.
std::vector<ButtonSpec> buttons_of(portal::ImportReportModel const& report)
{
    std::vector<ButtonSpec> buttons;
    for (std::size_t i = 0; i < report.actions.size(); ++i) {
        auto const& action = report.actions[i];
        buttons.push_back({ .key = i,
            .label = action.text,
            .icon = action.run.starts_with("undo") ? std::optional { Icon::undo_2 } : std::nullopt,
            .look = action.main ? ButtonLook::primary : ButtonLook::outlined });
    }
    return buttons;
}

void draw_actions(Drawing& d, Rect line, portal::ImportReportModel const& report)
{
    auto const pressed = button_row(d.f, line, buttons_of(report), Side::left);
    if (!pressed) {
        return;
    }
    auto const& run = report.actions[*pressed].run;
    if (run.empty()) {
        d.want(portal::CancelJob {});
    } else {
        d.want(portal::RunOnScreen { run });
    }
}

void draw_group(Drawing& d, Rect area, portal::ReportGroup const& group)
{
    auto const& tokens = d.f.tokens();
    auto const refused = group.tone == portal::Tone::missing;
    Scope item { d.f, "group", { .role = Role::listitem, .bounds = area } };
    auto const mark = area.take_left(example_indent);
    icon_named(d.f, "mark", { mark.x, mark.y, 16, 20 }, refused ? Icon::circle_x : Icon::flag,
        tokens.tone(kit_tone(group.tone)).ink, d.words(refused ? "ui.report.refused" : "ui.report.flagged"), 16);
    paragraph(d.f, area.take_top(paragraph_height(d.f, area.width, group.text, Type::body_strong)), "text", group.text,
        { .type = Type::body_strong });
    for (std::size_t i = 0; i < group.examples.size(); ++i) {
        area.skip_top(2);
        auto const& example = group.examples[i];
        paragraph(d.f, area.take_top(paragraph_height(d.f, area.width, example, Type::second)), i, example,
            { .type = Type::second, .ink = tokens.ink_second });
    }
    if (group.more.empty()) {
        return;
    }
    area.skip_top(2);
    paragraph(d.f, area, "more", group.more, { .type = Type::second, .ink = tokens.ink_third });
}

} // namespace

void draw_import_report(Drawing& d, Rect& from, portal::ImportReportModel const& report)
{
    auto const place = measure(d.f, from.width, report);
    auto const area = from.take_top(place.height);
    Scope region { d.f, "report", { .role = Role::region, .bounds = area, .name = report.title } };
    auto inside = card(d.f, area);
    auto head = inside.take_top(std::max(place.title + 2 + place.second, 36.0F));
    icon_tile(d.f, head.take_left(32).take_top(32), icon_of(report.outcome), tone_of(report.outcome));
    head.skip_left(space::medium);
    auto const close = head.take_right(close_width).take_top(close_width);
    if (!report.waits
        && icon_button(d.f, close, { .key = "close", .icon = Icon::x, .name = d.words("ui.report.close") })) {
        d.want(portal::DismissReport {});
    }
    wrapped_heading(d, head.take_top(place.title), "title", report.title, 2, { .type = Type::heading });
    head.skip_top(2);
    if (place.second > 0) {
        paragraph(d.f, head, "second", report.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    if (!report.actions.empty()) {
        draw_actions(d, inside.take_bottom(height::button), report);
        inside.skip_bottom(space::gap);
    }
    if (report.groups.empty()) {
        return;
    }
    Scope list { d.f, "groups",
        { .role = Role::list, .bounds = inside, .name = std::string { d.words("ui.report.groups") } } };
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        IdScope const scope { d.f, i };
        inside.skip_top(space::gap);
        draw_group(d, inside.take_top(place.groups[i]), report.groups[i]);
    }
}

} // namespace keyrack::ui
