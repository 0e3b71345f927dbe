#include "engine/command.hpp"

#include <utility>

namespace keyrack::engine {

Command::Command() = default;
Command::Command(Command const& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(Command const& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;
bool Command::operator==(Command const& other) const = default;

namespace {

using Taken = std::optional<Command>;

template <class Other>
Taken taking_back(Other const&)
{
    return std::nullopt;
}

Taken taking_back(SetBaseWarranty const& set)
{
    return SetBaseWarranty { .expects_years = set.years, .years = set.expects_years };
}

Taken taking_back(AddAccount const& added)
{
    return RemoveAccount { .account = added.key };
}

Taken taking_back(PlaceOrder const& placed)
{
    return RemoveOrder { .order = placed.order };
}

Taken taking_back(CancelOrder const& cancelled)
{
    return WithdrawCancellation { .order = cancelled.order, .expects_on = cancelled.on };
}

Taken taking_back(WithdrawCancellation const& withdrawn)
{
    return CancelOrder { .order = withdrawn.order, .on = withdrawn.expects_on };
}

Taken taking_back(AddRoom const& added)
{
    return RemoveRoom { .room = added.room };
}

Taken taking_back(CorrectRoom const& corrected)
{
    return CorrectRoom { .room = corrected.room, .expects = corrected.details, .details = corrected.expects };
}

Taken taking_back(SetInSync const& set)
{
    return SetInSync { .room = set.room, .expects = set.in_sync, .in_sync = set.expects };
}

Taken taking_back(AddDevice const& added)
{
    return RemoveDevice { .serial = added.serial };
}

Taken taking_back(MoveDevice const& moved)
{
    return MoveDevice {
        .serial = moved.serial, .expects_room = moved.room, .room = moved.expects_room, .on = moved.on
    };
}

Taken taking_back(Assign const& assigned)
{
    WithdrawAssignments withdrawn;
    for (Pairing const& pair : assigned.pairs) withdrawn.assignments.push_back({ pair.licence, assigned.from });
    return withdrawn;
}

Taken taking_back(EndAssignment const& ended)
{
    return EndAssignment {
        .licence = ended.licence, .from = ended.from, .expects_to = ended.to, .to = ended.expects_to
    };
}

Taken taking_back(AddOrgId const& added)
{
    return RemoveOrgId { .org = added.org };
}

Taken taking_back(AddProductLine const& added)
{
    return RemoveProductLine { .product_line = added.product_line };
}

Taken taking_back(AddSoftwareLicences const& added)
{
    return RemoveSoftwareLicences { .licences = added.licences };
}

Taken taking_back(TransferLicences const& transferred)
{
    return WithdrawTransfer { .licences = transferred.licences, .becomes = transferred.becomes };
}

Taken taking_back(BuyCoverage const& bought)
{
    return RemoveCoverage { .contract = bought.contract };
}

Taken taking_back(UpgradeTier const& upgraded)
{
    return WithdrawUpgrade { .contracts = upgraded.contracts, .from = upgraded.from };
}

Taken taking_back(RenewContract const& renewed)
{
    return RemoveCoverage { .contract = renewed.renewal };
}

Taken taking_back(ReinstateContract const& reinstated)
{
    return RemoveCoverage { .contract = reinstated.reinstatement };
}

Taken taking_back(UseHours const& used)
{
    return WithdrawHours { .use = used.use };
}

Taken taking_back(SetLifecycle const& set)
{
    return SetLifecycle {
        .product_line = set.product_line, .version = set.version, .expects = set.dates, .dates = set.expects
    };
}

Taken taking_back(SetCssPrice const& set)
{
    SetCssPrice back = set;
    std::swap(back.expects, back.amount);
    return back;
}

Taken taking_back(PlaceServiceOrder const& placed)
{
    return RemoveServiceOrder { .order = placed.order };
}

Taken taking_back(RecordAddress const& recorded)
{
    return ForgetAddress { .address = recorded.address };
}

Taken taking_back(SendInvitation const& sent)
{
    return WithdrawInvitation { .link = sent.link };
}

Taken taking_back(WithdrawInvitation const& withdrawn)
{
    return ReopenInvitation { .link = withdrawn.link };
}

Taken taking_back(ReopenInvitation const& reopened)
{
    return WithdrawInvitation { .link = reopened.link };
}

Taken taking_back(DelegateAccess const& delegated)
{
    return RemovePerson { .email = delegated.email };
}

Taken taking_back(SetRole const& set)
{
    return SetRole { .email = set.email, .expects = set.role, .role = set.expects };
}

Taken taking_back(EndAccess const& ended)
{
    return EndAccess { .email = ended.email, .expects_to = ended.to, .to = ended.expects_to };
}

Taken taking_back(SetUserLimit const& set)
{
    return SetUserLimit { .expects = set.limit, .limit = set.expects };
}

Taken taking_back(ExtendWarranty const& extended)
{
    return WithdrawExtension { .licence = extended.licence, .serial = extended.serial };
}

Taken taking_back(SetCountryTerms const& set)
{
    SetCountryTerms back = set;
    std::swap(back.expects, back.terms);
    return back;
}

Taken taking_back(SetCourier const& set)
{
    return SetCourier { .site = set.site, .expects = set.courier, .courier = set.expects };
}

Taken taking_back(OpenTicket const& opened)
{
    return RemoveTicket { .ticket = opened.ticket };
}

Taken taking_back(TurnTicket const& turned)
{
    return WithdrawTurn { .ticket = turned.ticket, .at = turned.at, .step = turned.step };
}

Taken taking_back(WritePrimaryEmail const& written)
{
    return WithdrawTurn { .ticket = written.ticket, .at = written.at, .step = TicketStep::write_email };
}

Taken taking_back(RecordSubscription const& recorded)
{
    return ForgetSubscription { .subscription = recorded.subscription };
}

Taken taking_back(SetLicenceThreshold const& set)
{
    return SetLicenceThreshold { .region = set.region, .expects = set.large_user_from, .large_user_from = set.expects };
}

Taken taking_back(SetSupportTarget const& set)
{
    SetSupportTarget back = set;
    std::swap(back.expects_minutes, back.limit_minutes);
    return back;
}

Taken taking_back(LinkSyncRoom const& linked)
{
    return UnlinkSyncRoom { .room = linked.room, .sync_id = linked.sync_id };
}

Taken taking_back(UnlinkSyncRoom const& unlinked)
{
    return LinkSyncRoom { .room = unlinked.room, .sync_id = unlinked.sync_id };
}

Taken taking_back(ReportRoomState const& reported)
{
    return ReportRoomState { .sync_id = reported.sync_id, .expects = reported.state, .state = reported.expects };
}

Taken taking_back(AgreeSpare const& agreed)
{
    return WithdrawSpare { .spare = agreed.spare };
}

Taken taking_back(SetSignIn const& set)
{
    return SetSignIn { .expects = set.sign_in, .sign_in = set.expects };
}

Taken taking_back(RenameTenant const& renamed)
{
    return RenameTenant { .expects = renamed.name, .name = renamed.expects };
}

Taken taking_back(SetCapEffect const& set)
{
    return SetCapEffect { .expects = set.effect, .effect = set.expects };
}

} // namespace

std::optional<Command> compensation(Command const& command)
{
    return std::visit([](auto const& each) { return taking_back(each); }, command);
}

} // namespace keyrack::engine
