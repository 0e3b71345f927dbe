// Gathers what a person could read.
#include "portal/care_model.hpp"
#include "portal/catalogue_model.hpp"
#include "portal/cockpit_model.hpp"
#include "portal/compliance_model.hpp"
#include "portal/demo_strip.hpp"
#include "portal/devices_model.hpp"
#include "portal/exchange_model.hpp"
#include "portal/import_list_model.hpp"
#include "portal/journal_model.hpp"
#include "portal/large_accounts_model.hpp"
#include "portal/outbox_model.hpp"
#include "portal/overview_model.hpp"
#include "portal/palette_model.hpp"
#include "portal/people_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/settings_model.hpp"
#include "portal/spares_model.hpp"
#include "portal/stage.hpp"
#include "portal/support_model.hpp"
#include "portal/time_model.hpp"
#include "portal/what_if_model.hpp"

#include <algorithm>

namespace keyrack::test {

using namespace portal;

namespace {

constexpr std::size_t most_rows = 40; // of a list: enough to meet every kind of row

class Texts
{
public:
    std::vector<std::string> found;

    template <class... More>
    void add(More const&... texts)
    {
        (found.push_back(texts), ...);
    }
    void add_pairs(std::vector<std::pair<std::string, std::string>> const& pairs)
    {
        for (auto const& [label, value] : pairs) add(label, value);
    }
    void add_proof(ProofModel const& proof)
    {
        add(proof.question, proof.verdict, proof.because, proof.answer_text);
        for (auto const& step : proof.steps) {
            add(step.text, step.second);
            for (auto const& tag : step.rules) add(tag.text, tag.fragment);
            for (auto const& link : step.links) add(link.text, link.fragment);
        }
        for (auto const& cure : proof.cures) add(cure.text, cure.second, cure.action);
        for (auto const& source : proof.sources) add(source.place, source.rules);
    }
    void add_report(ImportReportModel const& report)
    {
        add(report.title, report.second);
        for (auto const& action : report.actions) add(action.text);
        for (auto const& group : report.groups) {
            add(group.text, group.more);
            for (auto const& example : group.examples) add(example);
        }
    }

    void operator()(RoomsModel const& rooms)
    {
        add(rooms.second);
        for (auto const& filter : rooms.filters) add(filter.text);
        for (std::size_t index = 0; index < std::min(rooms.count, most_rows); ++index) {
            auto const line = rooms.line(index);
            add(line.name, line.site, line.programme, line.cover.text, line.until, line.devices, line.second);
        }
        if (rooms.detail) add_detail(*rooms.detail);
    }
    void operator()(OrdersModel const& orders)
    {
        add(orders.second);
        for (auto const& figure : orders.figures) add(figure.label, figure.value, figure.second, figure.why);
        for (auto const& line : orders.lines)
            add(line.order, line.programme, line.account, line.licences, line.free, line.start, line.end,
                line.state.text, line.second);
        add_proof(orders.spares);
        if (!orders.detail) return;
        add(orders.detail->second, orders.detail->state.text, orders.detail->cancel_note);
        add_pairs(orders.detail->facts);
        add_proof(orders.detail->proof);
    }
    void operator()(AssignModel const& assign)
    {
        add(assign.second, assign.chosen_text, assign.from_text, assign.refusal, assign.action, assign.empty_text,
            assign.empty_second);
        for (auto const& card : assign.licences) add(card.title, card.second, card.blocked);
        for (std::size_t index = 0; index < std::min(assign.room_count, most_rows); ++index) {
            auto const card = assign.room(index);
            add(card.name, card.second, card.cover.text, card.blocked);
        }
        for (auto const& change : assign.changes) add(change.label, change.value);
        for (auto const& warning : assign.warnings) add(warning);
    }
    template <class Model>
    void operator()(Apart<Model> const& model)
    {
        (*this)(*model);
    }
    void add_lines(std::vector<ActionLine> const& lines)
    {
        for (auto const& line : lines) add(line.text, line.second, line.chip.text, line.action, line.fragment);
    }
    void operator()(OverviewModel const& overview)
    {
        add(overview.greeting, overview.second, overview.needs_count, overview.more_sites, overview.timeline.more,
            overview.no_terms);
        for (auto const& figure : overview.figures)
            add(figure.label, figure.value, figure.second, figure.link, figure.fragment);
        add_lines(overview.needs);
        for (auto const& word : overview.timeline.axis) add(word.text);
        for (auto const& row : overview.timeline.rows) add(row.title, row.second, row.says, row.fragment);
        for (auto const& site : overview.sites) add(site.name, site.text, site.says, site.fragment);
    }
    void operator()(RenewalsModel const& renewals)
    {
        add(renewals.second, renewals.month, renewals.free, renewals.list);
        for (auto const& row : renewals.rows) {
            add(row.title);
            for (auto const& cell : row.cells) add(cell.text, cell.says, cell.fragment);
        }
        add_lines(renewals.endings);
        add_lines(renewals.proposals);
        if (!renewals.detail) return;
        auto const& detail = *renewals.detail;
        add(detail.title, detail.second, detail.chip.text, detail.more_rooms, detail.as_of_text, detail.as_of_fragment);
        add_pairs(detail.facts);
        add_story(detail.story, {});
        for (auto const& source : detail.sources) add(source.place);
    }
    void operator()(PeopleModel const& people)
    {
        add(people.second, people.acting.text, people.acting.second, people.acting.action, people.limit);
        add_lines(people.people);
        add_lines(people.invitations);
        add_lines(people.partners);
        if (!people.detail) return;
        add(people.detail->title, people.detail->second, people.detail->chip.text, people.detail->note);
        add_pairs(people.detail->facts);
        for (auto const& action : people.detail->actions) add(action.label);
        add_story(people.detail->story, people.detail->sources);
    }
    void operator()(OutboxModel const& outbox)
    {
        add(outbox.second);
        add_lines(outbox.drafts);
        add_lines(outbox.mails);
        if (!outbox.detail) return;
        add(outbox.detail->title, outbox.detail->second, outbox.detail->about_text);
        add_pairs(outbox.detail->facts);
    }
    void operator()(JournalModel const& journal)
    {
        add(journal.second, journal.since.shown, journal.until.shown, journal.until.error);
        for (auto const& choice : journal.who) add(choice.label);
        for (auto const& choice : journal.kinds) add(choice.label);
        for (std::size_t index = 0; index < journal.count; ++index) {
            auto const line = journal.line(index);
            add(line.number, line.text, line.second);
        }
    }
    void operator()(ExchangeModel const& exchange)
    {
        add(exchange.second, exchange.state, exchange.state_second, exchange.trouble, exchange.newer, exchange.help,
            exchange.recipes_text);
        add_pairs(exchange.facts);
        for (auto const& field : exchange.fields) add(field.label, field.hint, field.error);
        for (auto const& finding : exchange.findings) add(finding.text, finding.advice, finding.second);
        for (auto const& lost : exchange.lost) add(lost.text, lost.second, lost.reason, lost.advice);
    }
    void operator()(ComplianceModel const& compliance)
    {
        add(compliance.second);
        for (auto const& breach : compliance.breaches) {
            add(breach.title, breach.second);
            add_lines(breach.remedies);
            add_story(breach.story, breach.sources);
        }
        add_lines(compliance.orgs);
        add_lines(compliance.contracts);
        if (!compliance.detail) return;
        add(compliance.detail->title, compliance.detail->second, compliance.detail->chip.text,
            compliance.detail->run_label);
        add_pairs(compliance.detail->facts);
        add_lines(compliance.detail->lines);
        add_story(compliance.detail->story, compliance.detail->sources);
        for (auto const& group : compliance.detail->groups) {
            add(group.title);
            add_story(group.steps, {});
        }
        for (auto const& tab : compliance.detail->tabs) add(tab.text);
        if (compliance.detail->benefits) add_benefits(*compliance.detail->benefits);
    }
    void add_benefits(BenefitsModel const& benefits)
    {
        add(benefits.notice, benefits.back);
        add_lines(benefits.lines);
        for (auto const& tier : benefits.tiers) add(tier.name, tier.chip.text);
        for (auto const& pillar : benefits.pillars) {
            add(pillar.title, pillar.second);
            for (auto const& feature : pillar.features) {
                add(feature.name, feature.says);
                for (auto const& cell : feature.cells) add(cell.text);
            }
        }
        if (!benefits.proof) return;
        add_proof(*benefits.proof);
    }
    void add_story(std::vector<ProofStep> const& steps, std::vector<ProofSource> const& sources)
    {
        for (auto const& step : steps) {
            add(step.text, step.second);
            for (auto const& tag : step.rules) add(tag.text, tag.fragment);
            for (auto const& link : step.links) add(link.text, link.fragment);
        }
        for (auto const& source : sources) add(source.place, source.rules);
    }
    void operator()(DataModel const& data)
    {
        add(data.storage, data.rebuilt);
        add_pairs(data.facts);
        if (data.care) add_care(*data.care);
        if (data.report) add_report(*data.report);
        for (std::size_t index = 0; index < data.journal_count; ++index) {
            auto const line = data.journal(index);
            add(line.number, line.text, line.second);
        }
    }

    void operator()(ImportListModel const& list)
    {
        add(list.title, list.second, list.fault, list.note, list.action, list.reason);
        for (auto const* const fields : { &list.kind, &list.columns, &list.for_all }) add_fields(*fields);
        for (auto const& filter : list.filters) add(filter.text, filter.fragment);
        for (std::size_t index = 0; index < std::min(list.count, most_rows); ++index) {
            auto const row = list.row(index);
            add(row.line, row.name, row.fate.text, row.what);
        }
    }
    void operator()(Apart<SupportModel> const& support)
    {
        add(support->second);
        for (auto const& filter : support->filters) add(filter.text, filter.fragment);
        for (std::size_t index = 0; index < std::min(support->count, most_rows); ++index) {
            auto const line = support->line(index);
            add(line.key, line.title, line.desk, line.severity, line.clock.text, line.measure, line.opened,
                line.second);
        }
        if (support->detail) add_ticket(*support->detail);
        if (support->form) add_form(*support->form);
    }
    void operator()(Apart<DevicesModel> const& devices)
    {
        add(devices->second);
        for (auto const& filter : devices->filters) add(filter.text, filter.fragment);
        for (std::size_t index = 0; index < std::min(devices->count, most_rows); ++index) {
            auto const line = devices->line(index);
            add(line.model, line.serial, line.room, line.warranty.text, line.until, line.second);
        }
        if (devices->detail) add_device(*devices->detail);
        if (!devices->adding) return;
        add(devices->adding->second, devices->adding->action_text);
        add_fields(devices->adding->fields);
        for (auto const& line : devices->adding->lines) add(line.serial, line.model, line.result.text, line.second);
    }
    void operator()(Apart<SparesModel> const& spares)
    {
        add(spares->second, spares->above, spares->advice, spares->match.text, spares->match_text);
        for (auto const& figure : { spares->earned, spares->next }) add(figure.label, figure.value, figure.second);
        for (auto const& step : spares->steps) add(step.when, step.order, step.licences, step.spares);
        for (auto const& line : spares->candidates)
            add(line.model, line.deployed, line.important, line.courier, line.chip.text, line.why);
        for (auto const& site : spares->sites) {
            add(site.site, site.second);
            add_pairs(site.choices);
        }
        add_proof(spares->proof);
    }

    void add_section(CatalogueSection const& section)
    {
        add(section.title, section.second);
        for (auto const& line : section.lines) add(line.label, line.text, line.origin);
    }
    void operator()(CatalogueModel const& catalogue)
    {
        add(catalogue.second, catalogue.nothing);
        for (auto const& part : catalogue.parts) add(part.text, part.fragment);
        for (auto const& section : catalogue.sections) add_section(section);
    }
    void operator()(LargeAccountsModel const& accounts)
    {
        add(accounts.second, accounts.match, accounts.match_second, accounts.match_chip.text, accounts.match_fragment);
        add_lines(accounts.accounts);
        add_lines(accounts.thresholds);
        add_section(accounts.excluded);
        if (!accounts.detail) return;
        add(accounts.detail->title, accounts.detail->second, accounts.detail->chip.text);
        add_lines(accounts.detail->subscriptions);
        add_lines(accounts.detail->regions);
    }
    void operator()(SettingsModel const& settings)
    {
        add(settings.acting.text, settings.acting.second, settings.acting.action, settings.device);
        for (auto const& group : settings.groups) {
            add(group.title, group.second);
            for (auto const& line : group.lines) add(line.label, line.value, line.second, line.action);
        }
    }
    void operator()(WhatIfModel const& what_if)
    {
        add(what_if.second, what_if.refusal);
        add_lines(what_if.steps);
        add_lines(what_if.kept);
        for (auto const& figure : what_if.figures) add(figure.label, figure.before, figure.after, figure.second);
        for (auto const& group : what_if.groups) {
            add(group.title, group.more);
            add_lines(group.lines);
        }
    }
    void operator()(CockpitModel const& cockpit)
    {
        add(cockpit.second, cockpit.nothing, cockpit.progress, cockpit.timeline.more, cockpit.offline);
        for (auto const& figure : cockpit.figures)
            add(figure.label, figure.value, figure.second, figure.link, figure.fragment);
        for (auto const& company : cockpit.companies) {
            add(company.name, company.second, company.covered, company.state, company.more, company.fragment);
            add_lines(company.needs);
        }
        for (auto const& hits : cockpit.hits) {
            add(hits.name, hits.more);
            add_lines(hits.lines);
        }
        for (auto const& row : cockpit.timeline.rows) add(row.title, row.second, row.says, row.fragment);
        add_lines(cockpit.endings);
        add_lines(cockpit.proposals);
    }
    void add_time(TimeBar const& time)
    {
        add(time.shown, time.known_shown, time.text, time.from_text, time.to_text);
        for (auto const* const steps : { &time.back, &time.ahead })
            for (auto const& step : *steps) add(step.name);
        for (auto const& mark : time.marks) add(mark.text);
    }
    void add_palette(PaletteModel const& palette)
    {
        add(palette.found);
        for (auto const& line : palette.lines) add(line.text, line.second, line.group);
    }

private:
    void add_care(CareModel const& care)
    {
        add_pairs(care.facts);
        add(care.no_backups);
        for (auto const& each : care.exports) add(each.text);
        for (auto const& each : care.backups) add(each.text, each.second);
    }
    void add_fields(std::vector<FormField> const& fields)
    {
        for (auto const& field : fields) {
            add(field.label, field.hint, field.error, field.shown, field.scan);
            add_pairs(field.choices);
        }
    }
    void add_ticket(TicketDetail const& ticket)
    {
        add(ticket.title, ticket.second, ticket.hours, ticket.room, ticket.room_second, ticket.room_cover.text,
            ticket.room_state.text, ticket.why_title, ticket.way.goes, ticket.way.text);
        for (auto const& rule : ticket.way.rules) add(rule.text, rule.fragment);
        if (ticket.note) add_fields({ *ticket.note });
        for (auto const& chip : ticket.chips) add(chip.text);
        for (auto const& clock : ticket.clocks) {
            add(clock.title, clock.chip.text, clock.target, clock.second, clock.name);
            for (auto const& piece : clock.pieces) add(piece.label);
            for (auto const& stretch : clock.stretches)
                add(stretch.when, stretch.length, stretch.reason, stretch.began);
        }
        for (auto const& event : ticket.events) add(event.who, event.text, event.when);
        for (auto const& device : ticket.devices)
            add(device.model, device.serial, device.chip.text, device.second, device.action_text);
        for (auto const& action : ticket.next) add(action.text, action.second);
        for (auto const& action : ticket.turns) add(action.text);
        for (auto const& route : ticket.routes) add(route.text);
        for (auto const& draft : ticket.drafts) add(draft.subject);
        add_pairs(ticket.facts);
        add_proof(ticket.proof);
    }
    void add_form(TicketFormModel const& form)
    {
        add_fields(form.fields);
        for (auto const& desk : form.desks) add(desk.text);
        add(form.missing, form.severity.text, form.severity_text, form.attached_title, form.hours, form.refusal,
            form.way.goes, form.way.text);
        for (auto const& rule : form.way.rules) add(rule.text, rule.fragment);
        for (auto const& line : form.attached) add(line);
        for (auto const& clock : form.clocks) add(clock.title, clock.target);
        for (auto const& route : form.routes) add(route.text);
        for (auto const& step : form.story) add(step.text, step.second);
    }
    void add_device(DeviceDetail const& device)
    {
        add(device.title, device.second, device.warranty.text, device.warranty_text, device.warranty_why,
            device.bar.name, device.room, device.next_day.text, device.spare.text, device.jumpstart.text,
            device.arrives);
        for (auto const& tab : device.tabs) add(tab.text);
        for (auto const& ticket : device.tickets) add(ticket.title, ticket.second, ticket.chip.text);
        for (auto const& change : device.moving.changes) add(change.label, change.value);
        add(device.moving.more, device.moving.note, device.moving.action_text);
        for (auto const& line : device.history) add(line.text, line.second);
        add_pairs(device.facts);
        add_proof(device.proof);
    }
    void add_detail(RoomDetail const& detail)
    {
        add(detail.name, detail.second, detail.cover.text);
        add_pairs(detail.facts);
        for (auto const& feature : detail.features) add(feature.name, feature.chip.text);
        add_proof(detail.proof);
        for (auto const& device : detail.devices)
            add(device.model, device.serial, device.warranty, device.chip.text, device.why);
        for (auto const& line : detail.history) add(line.text, line.second);
    }
};

} // namespace

std::vector<std::string> texts_of(PortalModel const& model)
{
    Texts texts;
    texts.add(model.title, model.opening, model.welcome.note, model.welcome.failure, model.welcome.invited);
    for (auto const& tenant : model.welcome.tenants) texts.add(tenant.name, tenant.second, tenant.initials);
    if (model.welcome.report) texts.add_report(*model.welcome.report);
    if (model.job) texts.add(model.job->title, model.job->second, model.job->cancel);
    if (model.banner) texts.add(model.banner->text, model.banner->action);
    for (auto const& toast : model.toasts) texts.add(toast.text);
    if (model.dialog) {
        texts.add(
            model.dialog->title, model.dialog->text, model.dialog->confirm, model.dialog->cancel, model.dialog->error);
        for (auto const& way : model.dialog->ways) texts.add(way.text, way.second, way.action);
        if (model.dialog->download) texts.add(model.dialog->download->text);
        for (auto const& field : model.dialog->fields) {
            texts.add(field.label, field.hint, field.error, field.scan);
            texts.add_pairs(field.choices);
        }
    }
    if (model.session) {
        auto const& session = *model.session;
        texts.add(session.tenant, session.tenant_second, session.as_of, session.saved);
        for (auto const& item : session.navigation) texts.add(item.text, item.fragment);
        std::visit(texts, session.screen);
        if (session.demo)
            for (auto const& mark : session.demo->marks) texts.add(mark.text, mark.why, mark.date, session.demo->value);
        if (session.time) texts.add_time(*session.time);
        if (session.what_if) texts.add(session.what_if->text, session.what_if->fragment);
    }
    if (model.cockpit) texts(model.cockpit);
    if (model.palette) texts.add_palette(*model.palette);
    return std::move(texts.found);
}

} // namespace keyrack::test
