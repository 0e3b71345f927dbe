#include "engine/ticket_words.hpp"

namespace keyrack::engine {

std::string_view code(catalogue::Desk desk)
{
    switch (desk) {
    case catalogue::Desk::rooms: return "rooms";
    case catalogue::Desk::large_user: return "large_user";
    case catalogue::Desk::customer_success: return "customer_success";
    }
    return {};
}

std::string_view code(catalogue::Tier tier)
{
    switch (tier) {
    case catalogue::Tier::none: return "none";
    case catalogue::Tier::select: return "select";
    case catalogue::Tier::priority: return "priority";
    case catalogue::Tier::priority_plus: return "priority_plus";
    }
    return {};
}

std::string_view code(catalogue::Measure measure)
{
    switch (measure) {
    case catalogue::Measure::response: return "response";
    case catalogue::Measure::determination: return "determination";
    case catalogue::Measure::restoration: return "restoration";
    case catalogue::Measure::solution: return "solution";
    }
    return {};
}

std::string_view code(catalogue::RouteKind kind)
{
    switch (kind) {
    case catalogue::RouteKind::partner_help_centre: return "partner_help_centre";
    case catalogue::RouteKind::help_centre: return "help_centre";
    case catalogue::RouteKind::email: return "email";
    }
    return {};
}

std::string_view code(TicketStep step)
{
    switch (step) {
    case TicketStep::change_severity: return "change_severity";
    case TicketStep::change_tier: return "change_tier";
    case TicketStep::change_place: return "change_place";
    case TicketStep::lose_entitlement: return "lose_entitlement";
    case TicketStep::regain_entitlement: return "regain_entitlement";
    case TicketStep::pause: return "pause";
    case TicketStep::resume: return "resume";
    case TicketStep::respond: return "respond";
    case TicketStep::determine: return "determine";
    case TicketStep::restore: return "restore";
    case TicketStep::inform: return "inform";
    case TicketStep::resolve: return "resolve";
    case TicketStep::reopen: return "reopen";
    case TicketStep::write_email: return "write_email";
    case TicketStep::note: return "note";
    }
    return {};
}

std::string_view code(RoomState state)
{
    switch (state) {
    case RoomState::unknown: return "unknown";
    case RoomState::online: return "online";
    case RoomState::needs_attention: return "needs_attention";
    case RoomState::offline: return "offline";
    }
    return {};
}

std::string_view code(SeverityPath path)
{
    switch (path) {
    case SeverityPath::automatic: return "automatic";
    case SeverityPath::manual: return "manual";
    case SeverityPath::ask_the_partner: return "ask_the_partner";
    case SeverityPath::excluded_service: return "excluded_service";
    case SeverityPath::not_large_user: return "not_large_user";
    case SeverityPath::form_incomplete: return "form_incomplete";
    case SeverityPath::as_given: return "as_given";
    }
    return {};
}

std::string_view code(MatchedBy by)
{
    switch (by) {
    case MatchedBy::nothing: return "nothing";
    case MatchedBy::super_admin_email: return "super_admin_email";
    case MatchedBy::customer_email: return "customer_email";
    case MatchedBy::zuid: return "zuid";
    case MatchedBy::zoid: return "zoid";
    case MatchedBy::domain: return "domain";
    }
    return {};
}

std::string_view code(FormField field)
{
    switch (field) {
    case FormField::service: return "service";
    case FormField::organisation_id: return "organisation_id";
    case FormField::subject: return "subject";
    case FormField::description: return "description";
    case FormField::primary_email: return "primary_email";
    }
    return {};
}

std::string_view code(ClockStanding standing)
{
    switch (standing) {
    case ClockStanding::none: return "none";
    case ClockStanding::in_time: return "in_time";
    case ClockStanding::warned: return "warned";
    case ClockStanding::breached: return "breached";
    }
    return {};
}

std::string_view code(Lacking lacking)
{
    switch (lacking) {
    case Lacking::region: return "region";
    case Lacking::hours: return "hours";
    case Lacking::zone: return "zone";
    case Lacking::holidays: return "holidays";
    case Lacking::target: return "target";
    }
    return {};
}

std::string_view code(InformDuty duty)
{
    switch (duty) {
    case InformDuty::none: return "none";
    case InformDuty::reminded: return "reminded";
    case InformDuty::due: return "due";
    case InformDuty::done: return "done";
    }
    return {};
}

bool says_something(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

} // namespace keyrack::engine
