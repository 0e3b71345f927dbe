// Gathers what a person could read.
#include "portal/stage.hpp"

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
        add(proof.question, proof.answer_text, proof.answer_second);
        for (auto const& step : proof.steps) {
            add(step.text, step.second, step.rules);
            for (auto const& link : step.links) add(link.text, link.fragment);
        }
        for (auto const& cure : proof.cures) add(cure.text, cure.second, cure.action);
        for (auto const& source : proof.sources) add(source.place, source.rules);
    }
    void add_report(ImportReportModel const& report)
    {
        add(report.title, report.second);
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
    void operator()(DataModel const& data)
    {
        add(data.storage);
        add_pairs(data.facts);
        if (data.report) add_report(*data.report);
        for (std::size_t index = 0; index < data.journal_count; ++index) {
            auto const line = data.journal(index);
            add(line.number, line.text, line.second);
        }
    }

private:
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
    texts.add(model.title, model.opening, model.welcome.note, model.welcome.failure);
    for (auto const& tenant : model.welcome.tenants) texts.add(tenant.name, tenant.second, tenant.initials);
    if (model.welcome.report) texts.add_report(*model.welcome.report);
    if (model.job) texts.add(model.job->title, model.job->second, model.job->cancel);
    if (model.banner) texts.add(model.banner->text, model.banner->action);
    for (auto const& toast : model.toasts) texts.add(toast.text);
    if (model.dialog) {
        texts.add(
            model.dialog->title, model.dialog->text, model.dialog->confirm, model.dialog->cancel, model.dialog->error);
        for (auto const& field : model.dialog->fields) {
            texts.add(field.label, field.hint, field.error);
            texts.add_pairs(field.choices);
        }
    }
    if (model.session) {
        auto const& session = *model.session;
        texts.add(session.tenant, session.tenant_second, session.as_of, session.saved);
        for (auto const& item : session.navigation) texts.add(item.text, item.fragment);
        std::visit(texts, session.screen);
    }
    return std::move(texts.found);
}

} // namespace keyrack::test
