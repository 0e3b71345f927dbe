#include "ui/screens/dialogs.hpp"

#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

using portal::DialogField;

FieldKind kind_of(DialogField const& field)
{
    switch (field.kind) {
    case DialogField::Kind::date: return FieldKind::date;
    case DialogField::Kind::number: return FieldKind::number;
    default: return FieldKind::text;
    }
}

void draw_written(Drawing& d, Rect& body, DialogField const& field)
{
    FieldSpec const spec { .key = field.key,
        .label = field.label,
        .kind = kind_of(field),
        .hint = field.hint,
        .error = field.error,
        .autocomplete = field.autocomplete,
        .shown = field.shown,
        .limit = 256,
        .least = 0 };
    auto value = field.value;
    auto const area = body.take_top(field_height(d.f, body.width, spec));
    auto const result = field.kind == DialogField::Kind::date ? date_field(d.f, area, spec, value)
        : field.kind == DialogField::Kind::number             ? number_field(d.f, area, spec, value)
                                                              : text_field(d.f, area, spec, value);
    if (result.changed || value != field.value) {
        d.want(portal::EditDialog { field.key, value });
    }
}

void draw_choice(Drawing& d, Rect& body, DialogField const& field)
{
    std::vector<Option> options;
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        options.push_back({ .key = field.choices[i].first, .label = field.choices[i].second });
        if (field.choices[i].first == field.value) {
            chosen = i;
        }
    }
    SelectSpec const spec { .key = field.key,
        .label = field.label,
        .options = options,
        .placeholder = d.words("ui.choose"),
        .hint = field.hint,
        .error = field.error };
    auto const picked = select(d.f, body.take_top(select_height(d.f, body.width, spec)), spec, chosen);
    if (picked) {
        d.want(portal::EditDialog { field.key, field.choices[*picked].first });
    }
}

void draw_toggle(Drawing& d, Rect& body, DialogField const& field)
{
    CheckSpec const spec { .key = field.key, .label = field.label, .second = field.hint };
    auto const on = field.value == "yes";
    auto const area = body.take_top(std::max(checkbox_height(d.f, body.width, spec), height::field));
    if (checkbox(d.f, area, spec, on ? Check::on : Check::off)) {
        d.want(portal::EditDialog { field.key, on ? std::string {} : std::string { "yes" } });
    }
}

void draw_field(Drawing& d, Rect& body, DialogField const& field)
{
    switch (field.kind) {
    case DialogField::Kind::choice: draw_choice(d, body, field); return;
    case DialogField::Kind::toggle: draw_toggle(d, body, field); return;
    default: draw_written(d, body, field); break;
    }
    if (!field.scan.empty()) draw_scan_button(d, body, field.scan);
}

// Once after each attempt to confirm the first invalid field takes the focus, seen from its label to what is wrong with it.
void draw_dialog_fields(Drawing& d, Rect& body, portal::DialogModel const& model)
{
    bool const tried = d.f.arrives(WidgetKey { model.attempts }.under(d.f.id("attempt"))) && model.attempts > 0;
    auto const invalid = std::ranges::find_if(model.fields, [](auto const& field) { return !field.error.empty(); });
    for (auto field = model.fields.begin(); field != model.fields.end(); ++field) {
        if (field != model.fields.begin()) {
            body.skip_top(space::gap);
        }
        auto const top = body.y;
        bool const takes_focus = tried && field == invalid;
        if (takes_focus) {
            d.f.focus(d.f.id(field->key));
        }
        draw_field(d, body, *field);
        if (takes_focus) {
            d.f.reveal({ body.x, top, body.width, body.y - top });
        }
    }
}

// Why it was refused, where no field says it, and what can be done.
void draw_refusal(Drawing& d, Rect& body, portal::DialogModel const& model)
{
    if (model.error.empty() && model.ways.empty()) {
        return;
    }
    if (!model.fields.empty()) {
        body.skip_top(space::gap);
    }
    auto const top = body.y;
    if (!model.error.empty()) {
        notice(d, body, "error", model.error, Tone::missing);
        body.skip_top(model.ways.empty() ? 0 : space::medium);
    }
    draw_ways(d, body, model.ways);
    bool const fresh = d.f.arrives(d.f.id("refusal"));
    if (fresh && !model.error.empty()) d.f.reveal({ body.x, top, body.width, body.y - top });
}

void draw_download(Drawing& d, Rect& body, portal::DialogAction const& action)
{
    ButtonSpec const download {
        .key = "download", .label = action.text, .icon = Icon::download, .look = ButtonLook::outlined
    };
    auto line = body.take_top(d.f.touch() ? height::touch : height::button);
    if (button(d.f, line.take_left(std::min(button_width(d.f, download), line.width)), download))
        d.want(portal::RunOnScreen { action.run });
    body.skip_top(space::gap);
}

void draw_trial(Drawing& d, Rect& body, portal::DialogModel const& model)
{
    ButtonSpec const trial { .key = "try",
        .label = d.words("ui.proof.try"),
        .icon = Icon::git_branch,
        .look = ButtonLook::outlined,
        .size = ButtonSize::small };
    if (!model.fields.empty()) {
        body.skip_top(space::gap);
    }
    auto line = body.take_top(button_line(d.f, ButtonSize::small));
    auto const width = std::min(button_width(d.f, trial), line.width);
    if (button(d.f, line.take_left(width).middle(height::button_small), trial)) {
        d.want(portal::RunOnScreen { "try-dialog" });
    }
}

} // namespace

void draw_dialog(Drawing& d, portal::DialogModel const& model)
{
    ButtonSpec const both[] {
        { .key = "cancel", .label = model.cancel },
        { .key = "confirm", .label = model.confirm, .look = model.danger ? ButtonLook::danger : ButtonLook::primary },
    };
    auto const actions = std::span { both }.first(model.confirm.empty() ? 1 : 2); // one where it only tells
    Dialog dialog { d.f,
        { .key = std::string_view { model.key },
            .title = model.title,
            .text = model.text,
            .actions = actions,
            .alert = model.danger } };
    auto& body = dialog.body();
    if (model.download) draw_download(d, body, *model.download);
    draw_dialog_fields(d, body, model);
    if (model.can_try) draw_trial(d, body, model);
    auto const wanted = d.intents.size();
    draw_refusal(d, body, model);
    if (d.intents.size() > wanted) dialog.focus_main();
    if (dialog.pressed() == 1U) {
        d.want(portal::ConfirmDialog {});
    } else if (dialog.dismissed() || dialog.pressed() == 0U) {
        d.want(portal::DismissDialog {});
    }
}

void draw_job(Drawing& d, portal::JobModel const& job)
{
    ButtonSpec const cancel { .key = "cancel", .label = job.cancel };
    auto const actions = job.can_cancel ? std::span { &cancel, 1 } : std::span<ButtonSpec const> {};
    Dialog dialog { d.f, { .key = "job", .title = job.title, .actions = actions } };
    auto& body = dialog.body();
    progress_bar(d.f, body.take_top(16),
        { .key = "progress", .name = job.title, .share = static_cast<float>(std::clamp(job.share, 0.0, 1.0)) });
    body.skip_top(space::small);
    label(d.f, "second", body.take_top(18), job.second,
        { .type = Type::second, .ink = d.f.tokens().ink_second, .figures = Figures::tabular });
    if (job.can_cancel && dialog.pressed()) {
        d.want(portal::CancelJob {});
    }
}

} // namespace keyrack::ui
