#include "portal/import_list_model.hpp"

#include "base/text.hpp"
#include "portal/list_work.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace keyrack::portal {

namespace {

using codec::RowFate;

constexpr std::array fates { RowFate::added, RowFate::changed, RowFate::same, RowFate::refused };
constexpr std::array<std::string_view, 4> fate_words { "added", "changed", "same", "refused" };
constexpr std::array<Tone, 4> fate_tones { Tone::covered, Tone::ending, Tone::neutral, Tone::missing };
constexpr std::size_t most_samples = 3;
constexpr std::size_t longest_sample = 24;

std::string_view word(RowFate fate)
{
    return fate_words[static_cast<std::size_t>(fate)];
}

// What of a list's fields can be the same for all rows; a key cannot.
bool may_be_for_all(std::string_view field)
{
    return field != "id" && field != "name" && field != "serial" && field != "room";
}

bool is_date(std::string_view field)
{
    return field == "purchased_on" || field == "in_room_since";
}

struct Builder
{
    Scene const& scene;
    ListWork const& work;
    Words const& words = scene.words;

    [[nodiscard]] std::string said(std::string_view key) const { return std::string { words(key) }; }
    [[nodiscard]] std::string field_name(std::string_view field) const
    {
        auto const key = "list.field." + std::string { field };
        return words.knows(key) ? said(key) : std::string { field };
    }

    // "Fjord, Boardroom, Atlas": what stands in the column, so that it is known without its name.
    [[nodiscard]] std::string samples(std::size_t column) const
    {
        std::vector<std::string> found;
        for (auto const& row : work.table().rows) {
            if (found.size() == most_samples) break;
            if (column >= row.cells.size() || row.cells[column].empty()) continue;
            auto text = shortened(row.cells[column], longest_sample);
            if (std::ranges::find(found, text) == found.end()) found.push_back(std::move(text));
        }
        std::string text;
        for (auto const& each : found) text += text.empty() ? each : ", " + each;
        return text.empty() ? said("list.empty_column") : text;
    }

    [[nodiscard]] FormField company_field(std::string const& name) const
    {
        FormField field { .key = "company",
            .label = said("list.company"),
            .value = name,
            .hint = said("list.company.hint"),
            .error = {} };
        field.required = true;
        if (auto const fault = work.company_fault())
            field.error =
                said(fault == TextFault::empty ? "dialog.error.required" : "fault." + std::string { code(*fault) });
        return field;
    }

    [[nodiscard]] FormField kind_field() const
    {
        bool const rooms = work.mapping().kind == codec::ListKind::rooms;
        return { .key = "kind",
            .label = said("list.kind"),
            .value = rooms ? "rooms" : "devices",
            .hint = {},
            .error = {},
            .kind = FormField::Kind::segments,
            .choices = { { "rooms", said("list.kind.rooms") }, { "devices", said("list.kind.devices") } } };
    }

    [[nodiscard]] FormField column_field(std::size_t column) const
    {
        FormField field { .key = "column." + std::to_string(column),
            .label = work.table().header[column],
            .value = {},
            .hint = samples(column),
            .error = {},
            .kind = FormField::Kind::choice };
        if (field.label.empty())
            field.label = words("list.column", { { "number", words.number(std::int64_t(column) + 1) } });
        field.choices.emplace_back(std::string {}, said("list.left_out"));
        for (auto const each : codec::fields_of(work.mapping().kind)) {
            field.choices.emplace_back(std::string { each }, field_name(each));
            auto const source = work.mapping().fields.find(each);
            if (source != work.mapping().fields.end() && source->second.column == column) field.value = each;
        }
        return field;
    }

    [[nodiscard]] FormField for_all(std::string_view name, std::string value) const
    {
        using Kind = FormField::Kind;
        FormField field { .key = "all." + std::string { name },
            .label = field_name(name),
            .value = std::move(value),
            .hint = {},
            .error = {},
            .kind = name == "sync" ? Kind::choice
                : is_date(name)    ? Kind::date
                                   : Kind::text };
        if (name == "country") field.hint = said("list.country.hint");
        if (auto const day = parse_date(field.value); field.kind == Kind::date && day)
            field.shown = words.short_date(*day);
        if (name == "sync")
            field.choices = { { std::string {}, said("list.not_said") }, { "yes", said("list.yes") },
                { "no", said("list.no") } };
        return field;
    }

    // 03/04/2026 is two days: somebody has to say which.
    [[nodiscard]] bool has_slash_dates() const
    {
        return std::ranges::any_of(work.mapping().fields, [&](auto const& each) {
            auto const column = each.second.column;
            return is_date(each.first) && column && std::ranges::any_of(work.table().rows, [&](auto const& row) {
                return *column < row.cells.size() && row.cells[*column].contains('/');
            });
        });
    }

    [[nodiscard]] FormField dates_field() const
    {
        auto const how = work.mapping().slash_dates;
        return { .key = "dates",
            .label = said("list.dates"),
            .value = how == codec::SlashDates::day_first ? "day_first"
                : how == codec::SlashDates::month_first  ? "month_first"
                                                         : "",
            .hint = said("list.dates.hint"),
            .error = {},
            .kind = FormField::Kind::segments,
            .choices = {
                { "day_first", said("list.dates.day_first") }, { "month_first", said("list.dates.month_first") } } };
    }

    void add_fields(ImportListModel& model) const
    {
        if (work.company()) model.kind.push_back(company_field(*work.company()));
        model.kind.push_back(kind_field());
        for (std::size_t column = 0; column < work.table().header.size(); ++column)
            model.columns.push_back(column_field(column));
        if (has_slash_dates()) model.for_all.push_back(dates_field());
        for (auto const field : codec::fields_of(work.mapping().kind)) {
            if (!may_be_for_all(field)) continue;
            auto const source = work.mapping().fields.find(field);
            bool const unsaid = source == work.mapping().fields.end();
            if (unsaid || !source->second.column)
                model.for_all.push_back(for_all(field, unsaid ? std::string {} : source->second.value));
        }
    }

    // --- the rows --------------------------------------------------------------------------------------------------

    // As the report of an import says it: short. What a rule refuses there, it refuses here too.
    [[nodiscard]] std::string denial_text(engine::Denial const& denial) const
    {
        if (denial.reason > engine::last_structural_reason) return words.denial(denial);
        std::string const reason { engine::code(denial.reason) };
        auto const detail = "report.detail." + reason;
        auto const told = words.knows(detail) ? words.parts(detail, words.arguments(denial.facts)) : std::string {};
        return joined({ told, std::string { words("report.denial." + reason) } });
    }

    [[nodiscard]] std::string reason(codec::PlannedRow const& row) const
    {
        if (auto const* const denial = std::get_if<engine::Denial>(&row.reason)) return denial_text(*denial);
        auto const* const error = std::get_if<Error>(&row.reason);
        if (!error) return {};
        auto const key = "error." + error->what;
        auto const text = std::string { words(words.knows(key) ? key : "error.unknown") };
        if (error->detail == row.key) return text; // the row is called that
        auto const detail = words.input(error->detail);
        return joined({ error->where.empty() ? std::string {} : field_name(error->where), detail, text });
    }

    [[nodiscard]] std::string changes(codec::PlannedRow const& row) const
    {
        std::vector<std::string> texts;
        for (auto const& change : row.changes) {
            auto const value = [&](std::string const& each) {
                if (each.empty()) return said("list.nothing");
                auto const key = "list." + each; // yes and no
                return change.field == "sync" && words.knows(key) ? said(key) : each;
            };
            texts.push_back(words("list.change",
                { { "field", field_name(change.field) }, { "from", value(change.from) }, { "to", value(change.to) } }));
        }
        return joined(texts);
    }

    // A room that is there already is known by its name.
    [[nodiscard]] std::string name_of(codec::PlannedRow const& row) const
    {
        if (work.mapping().kind != codec::ListKind::rooms) return row.key;
        auto const& rooms = scene.ledger().rooms();
        auto const room = scene.ledger().room(row.key);
        bool const stands = room.exists() && rooms[room].standing == engine::Standing::valid;
        return stands ? rooms[room].name : row.key;
    }

    [[nodiscard]] std::string what_of(codec::PlannedRow const& row) const
    {
        if (row.fate == RowFate::refused) return reason(row);
        if (row.unlisted_model.empty()) return changes(row);
        return words("rule.product_supported.no", { { "model", row.unlisted_model } });
    }

    [[nodiscard]] ImportRow row_of(codec::PlannedRow const& row) const
    {
        auto const fate = static_cast<std::size_t>(row.fate);
        return { .line = words.number(row.line),
            .name = name_of(row),
            .fate = { fate_tones[fate], said("list.fate." + std::string { fate_words[fate] }) },
            .what = what_of(row) };
    }
};

// Which of the plan's rows are shown.
std::vector<std::size_t> shown_rows(Builder const& builder, codec::ListPlan const& plan, ImportListRoute const& route)
{
    std::vector<std::size_t> shown;
    auto const query = folded(route.query);
    for (std::size_t at = 0; at < plan.rows.size(); ++at) {
        auto const& row = plan.rows[at];
        if (!route.show.empty() && word(row.fate) != route.show) continue;
        if (!query.empty() && !folded(row.key).contains(query)) {
            auto const line = builder.row_of(row);
            if (!folded(line.name).contains(query) && !folded(line.what).contains(query)) continue;
        }
        shown.push_back(at);
    }
    return shown;
}

void add_filters(
    Builder const& builder, codec::ListPlan const& plan, ImportListRoute const& route, ImportListModel& model)
{
    auto const link = [&](std::string show) {
        return builder.scene.link(ImportListRoute { .show = std::move(show), .query = route.query });
    };
    model.filters.push_back({ builder.said("list.filter.all"), std::ssize(plan.rows), route.show.empty(), link({}) });
    for (auto const fate : fates) {
        std::string const name { word(fate) };
        model.filters.push_back(
            { builder.said("list.filter." + name), plan.count(fate), route.show == name, link(name) });
    }
}

// What pressing the button would do, and what it would leave out.
void add_action(Builder const& builder, codec::ListPlan const& plan, ImportListModel& model)
{
    auto const& words = builder.words;
    auto const does = plan.count(RowFate::added) + plan.count(RowFate::changed);
    auto const refused = plan.count(RowFate::refused);
    bool const named = !builder.work.company_fault();
    model.ready = does > 0 && named && !builder.scene.route.as_of;
    model.action = does > 0 ? words.plural("list.import", does) : builder.said("list.import_none");
    auto const unlisted = std::ranges::count_if(plan.rows, [](auto const& row) { return !row.unlisted_model.empty(); });
    if (refused > 0) model.note = words.plural("list.refused", refused);
    if (unlisted > 0) model.note += (refused > 0 ? " " : "") + words.plural("list.unlisted", unlisted);
    if (model.ready) return;
    model.reason = builder.said(does > 0 && !named ? "list.company.unnamed"
            : does > 0                             ? "list.not_today"
            : refused > 0                          ? "list.all_refused"
                                                   : "list.nothing_new");
}

void add_plan(Builder const& builder, codec::ListPlan const& plan, ImportListRoute const& route, ImportListModel& model)
{
    model.query = route.query;
    add_filters(builder, plan, route, model);
    add_action(builder, plan, model);
    auto const shown = std::make_shared<std::vector<std::size_t> const>(shown_rows(builder, plan, route));
    model.count = shown->size();
    // The screen asks before anything of the plan can change: a change makes the model anew.
    model.row = [shown, &plan, scene = builder.scene, &work = builder.work](
                    std::size_t index) { return Builder { scene, work }.row_of(plan.rows[(*shown)[index]]); };
}

} // namespace

ImportListModel import_list_model(Scene const& scene, ImportListRoute const& route, ListWork const* work)
{
    ImportListModel model;
    model.back = scene.link(DataRoute {});
    if (!work) return model;
    Builder const builder { scene, *work };
    model.chosen = true;
    model.title = work->file();
    model.second = joined({ scene.words.plural("list.rows", std::ssize(work->table().rows)),
        scene.words.plural("list.columns", std::ssize(work->table().header)) });
    builder.add_fields(model);
    model.action = builder.said("list.import_none");
    if (auto const fault = work->fault(); !fault) {
        model.fault =
            builder.said(work->mapping().kind == codec::ListKind::rooms ? "list.no_key.rooms" : "list.no_key.devices");
        model.reason = model.fault;
        return model;
    }
    auto const* const plan = work->plan(scene.session);
    model.trying = plan == nullptr;
    model.share = work->share();
    if (plan)
        add_plan(builder, *plan, route, model);
    else
        model.reason = builder.said("list.trying");
    return model;
}

} // namespace keyrack::portal
