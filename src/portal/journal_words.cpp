#include "portal/journal_words.hpp"

#include "codec/command_json.hpp"
#include "codec/words.hpp"
#include "engine/ticket_words.hpp"
#include "portal/css_journal_words.hpp"
#include "portal/moments.hpp"
#include "portal/people_model.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>
#include <format>

namespace keyrack::portal {

namespace {

// Names where there are any, keys otherwise: an entry may speak of what is no longer there.
std::string room_name(Scene const& scene, std::string const& key)
{
    auto const room = scene.ledger().room(key);
    return room.exists() ? scene.ledger().rooms()[room].name : key;
}

std::string programme_name(Scene const& scene, std::string const& key)
{
    auto const programme = scene.catalogue().find(key);
    return programme.exists() ? scene.catalogue()[programme].name : key;
}

struct CommandText : CssCommandText
{
    Scene const& scene;

    CommandText(Scene const& a_scene, Telling telling)
        : CssCommandText { a_scene.words, { a_scene.words, telling } }, scene(a_scene)
    { }
    using CssCommandText::operator();

    // The person's name where it is known.
    [[nodiscard]] std::string named(std::string const& email) const { return person_name(scene.ledger(), email); }
    // Whom the link was sent to.
    [[nodiscard]] std::string invited(std::string const& link) const
    {
        auto const id = scene.ledger().invitation(link);
        return id.exists() ? scene.ledger().invitations()[id].email : link;
    }

    std::string operator()(engine::OpenTenant const& command) const
    {
        return tell("journal.open_tenant", { { "name", command.name } });
    }
    std::string operator()(engine::SetBaseWarranty const& command) const
    {
        if (!command.years) return tell("journal.no_base_warranty");
        return tell.plural("journal.base_warranty", *command.years);
    }
    std::string operator()(engine::AddAccount const& command) const
    {
        return tell("journal.add_account", { { "name", command.name } });
    }
    std::string operator()(engine::RemoveAccount const& command) const
    {
        auto const id = scene.ledger().account(command.account);
        auto const& name = id.exists() ? scene.ledger().accounts()[id].name : command.account;
        return tell("journal.remove_account", { { "name", name } });
    }
    std::string operator()(engine::PlaceOrder const& command) const
    {
        auto const programme = words.plural(
            "orders.programme_years", command.years, { { "programme", programme_name(scene, command.programme) } });
        return tell.plural(
            "journal.place_order", command.quantity, { { "order", command.order }, { "programme", programme } });
    }
    std::string operator()(engine::RemoveOrder const& command) const
    {
        return tell("journal.remove_order", { { "order", command.order } });
    }
    std::string operator()(engine::CancelOrder const& command) const
    {
        return tell("journal.cancel_order", { { "order", command.order }, { "date", words.short_date(command.on) } });
    }
    std::string operator()(engine::WithdrawCancellation const& command) const
    {
        return tell("journal.withdraw_cancellation", { { "order", command.order } });
    }
    std::string operator()(engine::AddRoom const& command) const
    {
        return tell("journal.add_room", { { "room", command.name } });
    }
    std::string operator()(engine::RemoveRoom const& command) const
    {
        return tell("journal.remove_room", { { "room", room_name(scene, command.room) } });
    }
    std::string operator()(engine::CorrectRoom const& command) const
    {
        auto const key = command.details.name == command.expects.name ? "journal.correct_room" : "journal.rename_room";
        return tell(key, { { "room", command.expects.name }, { "name", command.details.name } });
    }
    std::string operator()(engine::SetInSync const& command) const
    {
        auto const key = command.in_sync == engine::InSync::yes ? "journal.in_sync" : "journal.not_in_sync";
        return tell(key, { { "room", room_name(scene, command.room) } });
    }
    std::string operator()(engine::AddDevice const& command) const
    {
        auto const key = command.room.empty() ? "journal.add_device" : "journal.add_device_to";
        return tell(key,
            { { "device", joined({ command.model, command.serial }) }, { "room", room_name(scene, command.room) } });
    }
    std::string operator()(engine::RemoveDevice const& command) const
    {
        return tell("journal.remove_device", { { "device", command.serial } });
    }
    std::string operator()(engine::MoveDevice const& command) const
    {
        auto const key = command.room.empty() ? "journal.take_device_out" : "journal.move_device";
        return tell(key,
            { { "device", command.serial }, { "room", room_name(scene, command.room) },
                { "date", words.short_date(command.on) } });
    }
    std::string operator()(engine::Assign const& command) const
    {
        auto const from = words.short_date(command.from);
        if (command.pairs.size() == 1) {
            auto const& pair = command.pairs.front();
            return tell("journal.assign_one",
                { { "licence", codec::format(pair.licence) }, { "room", room_name(scene, pair.room) },
                    { "date", from } });
        }
        return tell.plural(
            "journal.assign", std::ssize(command.pairs), { { "order", orders_of(command) }, { "date", from } });
    }
    std::string operator()(engine::EndAssignment const& command) const
    {
        auto const licence = codec::format(command.licence);
        if (command.to >= never) return tell("journal.reopen_assignment", { { "licence", licence } });
        return tell("journal.end_assignment", { { "licence", licence }, { "date", words.short_date(command.to) } });
    }
    std::string operator()(engine::WithdrawAssignments const& command) const
    {
        return tell.plural("journal.withdraw_assignments", std::ssize(command.assignments));
    }
    std::string operator()(engine::PlaceServiceOrder const& command) const
    {
        return tell("journal.place_service_order", { { "order", command.order } });
    }
    std::string operator()(engine::RemoveServiceOrder const& command) const
    {
        return tell("journal.remove_service_order", { { "order", command.order } });
    }
    std::string operator()(engine::CorrectServiceOrder const& command) const
    {
        return tell("journal.correct_service_order", { { "order", command.order } });
    }
    std::string operator()(engine::RejectServiceOrder const& command) const
    {
        return tell("journal.reject_service_order", { { "order", command.order } });
    }
    std::string operator()(engine::ProcessServiceOrder const& command) const
    {
        return tell("journal.process_service_order", { { "order", command.order } });
    }
    std::string operator()(engine::RecordAddress const& command) const
    {
        return tell("journal.record_address", { { "address", command.address } });
    }
    std::string operator()(engine::ForgetAddress const& command) const
    {
        return tell("journal.forget_address", { { "address", command.address } });
    }
    std::string operator()(engine::SendInvitation const& command) const
    {
        return tell(
            "journal.send_invitation", { { "email", command.name.empty() ? named(command.email) : command.name } });
    }
    std::string operator()(engine::AcceptInvitation const& command) const
    {
        return tell("journal.accept_invitation", { { "email", named(command.email) } });
    }
    std::string operator()(engine::RemovePerson const& command) const
    {
        return tell("journal.remove_person", { { "email", named(command.email) } });
    }
    std::string operator()(engine::ResendInvitation const&) const { return tell("journal.resend_invitation"); }
    std::string operator()(engine::WithdrawInvitation const& command) const
    {
        return tell("journal.withdraw_invitation", { { "email", invited(command.link) } });
    }
    std::string operator()(engine::ReopenInvitation const& command) const
    {
        return tell("journal.reopen_invitation", { { "email", invited(command.link) } });
    }
    std::string operator()(engine::DelegateAccess const& command) const
    {
        return tell("journal.delegate_access", { { "email", named(command.email) }, { "partner", command.partner } });
    }
    std::string operator()(engine::SetRole const& command) const
    {
        auto const key = command.role == engine::Role::admin ? "journal.set_admin" : "journal.set_read_only";
        return tell(key, { { "email", named(command.email) } });
    }
    std::string operator()(engine::EndAccess const& command) const
    {
        if (command.to >= never) return tell("journal.reopen_access", { { "email", named(command.email) } });
        return tell(
            "journal.end_access", { { "email", named(command.email) }, { "date", words.short_date(command.to) } });
    }
    std::string operator()(engine::SetUserLimit const& command) const
    {
        if (!command.limit) return tell("journal.no_user_limit");
        return tell.plural("journal.user_limit", *command.limit);
    }
    std::string operator()(engine::ExtendWarranty const& command) const
    {
        return tell("journal.extend_warranty",
            { { "licence", codec::format(command.licence) }, { "device", command.serial },
                { "date", words.short_date(command.on) } });
    }
    std::string operator()(engine::WithdrawExtension const& command) const
    {
        return tell("journal.withdraw_extension",
            { { "licence", codec::format(command.licence) }, { "device", command.serial } });
    }
    std::string operator()(engine::SetCountryTerms const& command) const
    {
        return tell(command.terms ? "journal.set_country_terms" : "journal.no_country_terms",
            { { "programme", programme_name(scene, command.programme) }, { "country", command.country },
                { "date", words.short_date(command.from) } });
    }
    std::string operator()(engine::SetCourier const& command) const
    {
        auto const state = words("spares.courier." + std::string { codec::word(command.courier) });
        return tell("journal.set_courier", { { "site", command.site }, { "state", std::string { state } } });
    }
    // support tickets
    std::string operator()(engine::OpenTicket const& command) const
    {
        return tell("journal.open_ticket", { { "ticket", command.ticket } });
    }
    std::string operator()(engine::RemoveTicket const& command) const
    {
        return tell("journal.remove_ticket", { { "ticket", command.ticket } });
    }
    std::string operator()(engine::TurnTicket const& command) const
    {
        auto const severity = words.number(std::int64_t { command.severity.value_or(0) });
        return tell("journal.turn_ticket." + std::string { engine::code(command.step) },
            { { "ticket", command.ticket }, { "severity", severity } });
    }
    std::string operator()(engine::WritePrimaryEmail const& command) const
    {
        return tell("journal.turn_ticket.write_email", { { "ticket", command.ticket } });
    }
    std::string operator()(engine::WithdrawTurn const& command) const
    {
        return tell("journal.withdraw_turn", { { "ticket", command.ticket } });
    }
    std::string operator()(engine::RecordSubscription const& command) const
    {
        return tell("journal.record_subscription",
            { { "subscription", command.subscription }, { "account", command.account } });
    }
    std::string operator()(engine::ForgetSubscription const& command) const
    {
        return tell("journal.forget_subscription", { { "subscription", command.subscription } });
    }
    std::string operator()(engine::SetLicenceThreshold const& command) const
    {
        auto const region = region_name(words, command.region);
        if (!command.large_user_from) return tell("journal.no_licence_threshold", { { "region", region } });
        return tell.plural("journal.licence_threshold", *command.large_user_from, { { "region", region } });
    }
    std::string operator()(engine::SetSupportTarget const& command) const
    {
        auto what = measure_name(words, command.measure);
        if (command.severity > 0)
            what = words("journal.target_of_severity",
                { { "measure", what }, { "severity", words.number(std::int64_t { command.severity }) } });
        if (!command.limit_minutes) return tell("journal.no_support_target", { { "what", what } });
        return tell(
            "journal.support_target", { { "what", what }, { "limit", limit_text(words, *command.limit_minutes) } });
    }
    // how the tenant is set up
    std::string operator()(engine::LinkSyncRoom const& command) const
    {
        return tell(
            "journal.link_sync_room", { { "room", room_name(scene, command.room) }, { "sync_id", command.sync_id } });
    }
    std::string operator()(engine::UnlinkSyncRoom const& command) const
    {
        return tell(
            "journal.unlink_sync_room", { { "room", room_name(scene, command.room) }, { "sync_id", command.sync_id } });
    }
    std::string operator()(engine::ReportRoomState const& command) const
    {
        std::string const state { words("room_state." + std::string { engine::code(command.state) }) };
        return tell("journal.report_room_state", { { "sync_id", command.sync_id }, { "state", state } });
    }
    std::string operator()(engine::AgreeSpare const& command) const
    {
        return tell("journal.agree_spare",
            { { "spare", command.spare }, { "model", command.model }, { "ship_to", command.ship_to } });
    }
    std::string operator()(engine::WithdrawSpare const& command) const
    {
        return tell("journal.withdraw_spare", { { "spare", command.spare } });
    }
    std::string operator()(engine::SetSignIn const& command) const
    {
        if (!command.sign_in) return tell("journal.no_sign_in");
        return tell("journal.set_sign_in", { { "issuer", command.sign_in->issuer } });
    }
    std::string operator()(engine::RenameTenant const& command) const
    {
        return tell("journal.rename_tenant", { { "name", command.name } });
    }
    std::string operator()(engine::SetCapEffect const& command) const
    {
        bool const blocks = command.effect == engine::CapEffect::blocks;
        return tell(blocks ? "journal.cap_blocks" : "journal.cap_warns");
    }
    std::string operator()(engine::Import const& command) const
    {
        return tell.plural("journal.import", command.rows, { { "file", command.file } });
    }

    static std::string orders_of(engine::Assign const& command)
    {
        std::string text;
        std::string_view last;
        for (auto const& pair : command.pairs) {
            if (pair.licence.order == last) continue;
            if (!text.empty()) text += ", ";
            text += last = pair.licence.order;
        }
        return text;
    }
};

std::chrono::milliseconds local_time(Scene const& scene, engine::Entry const& entry)
{
    return std::chrono::milliseconds { entry.time_ms } + scene.utc_offset;
}

} // namespace

std::string command_text(Scene const& scene, engine::Command const& command)
{
    return std::visit(CommandText { scene, Telling::done }, command);
}

std::string proposal_text(Scene const& scene, engine::Command const& command)
{
    return std::visit(CommandText { scene, Telling::to_do }, command);
}

std::string entry_text(Scene const& scene, engine::Entry const& entry)
{
    auto const* const import = std::get_if<engine::Import>(&entry.command);
    if (!import || !entry.undoes) return command_text(scene, entry.command);
    return scene.words.plural("journal.import_undone", import->rows, { { "file", import->file } });
}

Date day_of(Scene const& scene, engine::Entry const& entry)
{
    return Date { std::chrono::floor<Days>(local_time(scene, entry)) };
}

std::string author_text(Scene const& scene, engine::Entry const& entry)
{
    auto const day = day_of(scene, entry);
    auto const since_midnight = local_time(scene, entry) - day.time_since_epoch();
    auto const minutes = std::chrono::floor<std::chrono::minutes>(since_midnight).count();
    auto const time = std::format("{:02}:{:02}", minutes / 60, minutes % 60);
    auto const actor = entry.actor.empty() ? std::string { scene.words("journal.this_device") }
                                           : person_name(scene.ledger(), entry.actor);
    return joined({ actor, scene.words("journal.at", { { "date", scene.words.short_date(day) }, { "time", time } }) });
}

std::string entry_second(Scene const& scene, EntryId id)
{
    auto const number = scene.words("proof.entry", { { "number", scene.words.number(std::int64_t { id.row() } + 1) } });
    auto const entry = scene.session.entry(id);
    return entry ? joined({ author_text(scene, *entry), number }) : number;
}

} // namespace keyrack::portal
