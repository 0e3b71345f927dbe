#include "base/text.hpp"
#include "portal/support_screen.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

struct Lines
{
    Scene scene;
    SupportRoute route;
    std::shared_ptr<TicketQueue const> queue;
    std::vector<std::uint32_t> rows; // of the queue

    TicketLine operator()(std::size_t index) const
    {
        auto const& queued = (*queue)[rows[index]];
        auto const& ticket = scene.ledger().tickets()[queued.id];
        auto const local = local_time(scene, queued.now.place);
        auto open = route;
        open.ticket = ticket.key;
        auto const severity = severity_name(scene.words, queued.now.severity);
        return { .row = queued.id.row(),
            .key = ticket.key,
            .title = ticket_title(scene, ticket),
            .desk = desk_name(scene.words, ticket.desk),
            .severity =
                severity.empty() ? std::string { scene.words("table.nothing") } : std::to_string(queued.now.severity),
            .clock = queue_chip(scene.words, queued, scene.moment()),
            .measure = queued.clock && !queued.now.resolved ? measure_name(scene.words, queued.clock->measure)
                                                            : std::string {},
            .opened = local.moment(ticket.opened_at, scene.moment()),
            .second = severity.empty() ? ticket_second(scene, ticket) : joined({ ticket.key, severity }),
            .fragment = scene.link(std::move(open)) };
    }
};

bool finds(Scene const& scene, engine::SupportTicket const& ticket, std::string_view folded_query)
{
    if (folded_query.empty()) return true;
    auto const text = folded(ticket.key + '\n' + ticket_title(scene, ticket));
    return text.contains(folded_query);
}

// A filter narrows what the one before left; without any, what is closed is left out.
bool shown(QueuedTicket const& ticket, SupportRoute const& route)
{
    if (route.show.empty()) return !ticket.now.resolved || !route.query.empty();
    return std::ranges::any_of(route.show, [&](TicketFilter filter) { return passes(ticket, filter); });
}

std::vector<std::uint32_t> rows_of(Scene const& scene, SupportRoute const& route, TicketQueue const& queue)
{
    auto const query = folded(route.query);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < queue.size(); ++row)
        if (shown(queue[row], route) && finds(scene, scene.ledger().tickets()[queue[row].id], query))
            rows.push_back(row);
    return rows;
}

LinkChip chip(
    Scene const& scene, SupportRoute route, TicketQueue const& queue, TicketFilter filter, std::string_view key)
{
    // One at a time: they are steps on the way of a ticket.
    bool const on = route.show.contains(filter) || (route.show.empty() && filter == TicketFilter::open);
    route.show.clear();
    if (!on && filter != TicketFilter::open) route.show.insert(filter);
    return { std::string { scene.words(key) }, count_of(queue, filter), on, scene.link(std::move(route)) };
}

std::vector<LinkChip> filter_chips(Scene const& scene, SupportRoute const& route, TicketQueue const& queue)
{
    return {
        chip(scene, route, queue, TicketFilter::open, "support.filter.open"),
        chip(scene, route, queue, TicketFilter::at_risk, "support.filter.at_risk"),
        chip(scene, route, queue, TicketFilter::support_turn, "support.filter.support_turn"),
        chip(scene, route, queue, TicketFilter::customer_turn, "support.filter.customer_turn"),
        chip(scene, route, queue, TicketFilter::closed, "support.filter.closed"),
    };
}

std::string fresh_link(Scene const& scene)
{
    return scene.link(SupportRoute { .desk = "rooms" });
}

} // namespace

SupportModel support_model(Scene const& scene, SupportRoute const& route)
{
    auto const queue = scene.views.tickets(scene.session, scene.moment());
    SupportRoute list { .query = route.query, .show = route.show };
    SupportModel model;
    auto const open = count_of(*queue, TicketFilter::open);
    auto const risky = count_of(*queue, TicketFilter::at_risk);
    if (!queue->empty())
        model.second = joined({ scene.words.plural("support.open", open),
            risky > 0 ? scene.words.plural("support.at_risk", risky) : std::string {} });
    model.query = route.query;
    model.filters = filter_chips(scene, list, *queue);
    model.none_at_all = queue->empty();
    model.all = scene.link(SupportRoute {});
    model.fresh = fresh_link(scene);
    if (desk_of(route)) {
        model.form = ticket_form(scene, route);
        return model;
    }
    auto const ticket = scene.ledger().ticket(route.ticket);
    if (!route.ticket.empty() && ticket.exists()
        && scene.ledger().tickets()[ticket].standing == engine::Standing::valid) {
        model.detail = ticket_detail(scene, route, ticket);
        return model;
    }
    auto rows = rows_of(scene, route, *queue);
    model.count = rows.size();
    model.line = Lines { scene, list, queue, std::move(rows) };
    return model;
}

} // namespace keyrack::portal
