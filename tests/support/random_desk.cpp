#include "support/random_desk.hpp"

#include "codec/catalogue_json.hpp"
#include "engine/setup.hpp"
#include "support/clocks.hpp"

#include <array>

namespace keyrack::test {

using namespace engine;

namespace {

using Make = Command (*)(Tenant const&, Random&);

std::string one(char const* stem, Random& random, int count = 4)
{
    return stem + std::to_string(random.below(count));
}

Date some_day(Random& random)
{
    return date("2025-01-01") + Days { random.below(900) };
}

Instant some_moment(Random& random)
{
    return instant("2026-03-01T08:00:00Z") + std::chrono::minutes { random.below(60 * 24 * 20) };
}

std::string some_email(Random& random)
{
    return one("Person", random) + "@acme.example";
}

template <class Enum>
Enum one_of(Random& random, int count)
{
    return static_cast<Enum>(random.below(count));
}

std::optional<std::int32_t> perhaps(Random& random, int limit)
{
    return random.one_in(3) ? std::nullopt : std::optional { 1 + random.below(limit) };
}

OrderDetails some_details(Random& random)
{
    OrderDetails details {
        one("V-", random), { "Acme", some_email(random), one("Main Street ", random) },
          "Ada", "",
        { "Resell", "sales@resell.example", "R 1" },
          { "Distri", "x@distri.example", "D 1" },
        one_of<MailLanguage>(random, 3)
    };
    if (random.one_in(6)) details.reseller.name.clear();
    return details;
}

std::vector<OrderLine> some_lines(Random& random)
{
    if (random.one_in(10)) return {};
    return {
        { random.one_in(2) ? "select" : "sync_plus", 1, 1 + random.below(3) }
    };
}

TicketPlace some_place(Random& random)
{
    return random.one_in(3) ? TicketPlace {} : TicketPlace { "emea", "DE", "" };
}

Command an_account(Tenant const&, Random& random)
{
    return AddAccount { one("acc-", random), "Acme", random.one_in(2) ? "NO" : "",
        random.one_in(2) ? one("acc-", random) : std::string {} };
}

Command a_service_order(Tenant const&, Random& random)
{
    return PlaceServiceOrder { one("SO-", random, 6), some_lines(random), some_day(random), some_details(random) };
}

Command a_correction(Tenant const&, Random& random)
{
    return CorrectServiceOrder { one("SO-", random, 6), some_lines(random), some_day(random), some_details(random) };
}

Command a_processing(Tenant const& tenant, Random& random)
{
    auto const link = "L" + std::to_string(tenant.next_entry().row());
    return ProcessServiceOrder { one("SO-", random, 6), random.one_in(2) ? one("acc-", random) : "", link,
        some_day(random) };
}

Command a_change_of_service_order(Tenant const&, Random& random)
{
    auto const key = one("SO-", random, 6);
    switch (random.below(4)) {
    case 0: return RemoveServiceOrder { key };
    case 1: return RemoveOrder { key };
    case 2: return CancelOrder { key, some_day(random) };
    default: return RejectServiceOrder { key, "wrong address" };
    }
}

Command an_address(Tenant const&, Random& random)
{
    auto const text = one("Main street ", random);
    if (random.one_in(4)) return ForgetAddress { text };
    return RecordAddress { text, one("acc-", random), one_of<AddressKind>(random, 2) };
}

Command an_order_of_account(Tenant const&, Random& random)
{
    auto const number = random.below(4);
    auto const programme = number == 0 ? "extended_warranty" : "select";
    return PlaceOrder { "PA-" + std::to_string(number), random.one_in(3) ? "" : one("acc-", random), programme, 3,
        1 + random.below(4), some_day(random), std::nullopt };
}

Command a_room_of_account(Tenant const&, Random& random)
{
    return AddRoom { one("site-room-", random), "Room", one("Site ", random, 2), random.one_in(2) ? "NO" : "",
        random.one_in(2) ? one("acc-", random) : "", one_of<InSync>(random, 2), one_of<Importance>(random, 2) };
}

Command an_assignment(Tenant const&, Random& random)
{
    Assign assign { {}, some_day(random), never };
    assign.pairs.push_back({
        { random.one_in(2) ? one("SO-", random, 6) : one("PA-", random), 1 + random.below(2) },
        one("site-room-", random)
    });
    if (random.one_in(2)) assign.to = assign.from + Days { 1 + random.below(300) };
    return assign;
}

Command an_extension(Tenant const&, Random& random)
{
    LicenceKey const licence { "PA-0", 1 + random.below(4) };
    if (random.one_in(4)) return WithdrawExtension { licence, one("SN-", random) };
    return ExtendWarranty { licence, one("SN-", random), some_day(random) };
}

Command a_range_setting(Tenant const&, Random& random)
{
    if (random.one_in(2)) return SetCourier { one("Site ", random, 2), Courier::unknown, one_of<Courier>(random, 3) };
    return SetCountryTerms {
        "select", random.one_in(2) ? "NO" : "DE", date("2026-01-01"), {},
        CountryRule { one_of<Availability>(random, 3), "slower RMA" }
    };
}

// By the entry and not by chance, so that all else which comes by chance stays as it was.
Command perhaps_withdrawn(ResendInvitation again, EntryId entry)
{
    if (entry.row() % 3 != 0) return again;
    if (entry.row() % 9 == 0) return ReopenInvitation { again.link };
    return WithdrawInvitation { again.link };
}

Command an_invitation(Tenant const& tenant, Random& random)
{
    auto const link = "L" + std::to_string(tenant.next_entry().row());
    auto const& known = tenant.ledger.invitations().rows();
    if (known.empty() || random.one_in(3))
        return SendInvitation { link, some_email(random), one("Name ", random, 2), one_of<Role>(random, 2),
            one_of<MailLanguage>(random, 2), some_day(random) };
    return perhaps_withdrawn(
        { random.one_of(known).key, link, random.one_in(2) ? "" : some_email(random), some_day(random) },
        tenant.next_entry());
}

Command an_acceptance(Tenant const& tenant, Random& random)
{
    auto const& known = tenant.ledger.invitations().rows();
    if (known.empty()) return an_invitation(tenant, random);
    Invitation const& row = random.one_of(known);
    return AcceptInvitation { row.key, row.email, row.sent_on + Days { random.below(30) } };
}

Command a_delegation(Tenant const&, Random& random)
{
    auto const from = some_day(random);
    return DelegateAccess { some_email(random), "Pat", "Partner", one_of<Role>(random, 2), from,
        random.one_in(2) ? never : from + Days { 1 + random.below(90) } };
}

Command a_change_of_person(Tenant const& tenant, Random& random)
{
    auto const& people = tenant.ledger.people().rows();
    if (people.empty()) return a_delegation(tenant, random);
    Person const& row = random.one_of(people);
    switch (random.below(3)) {
    case 0: return RemovePerson { row.key };
    case 1: return SetRole { row.key, row.role, one_of<Role>(random, 2) };
    default:
        return EndAccess { row.key, row.days.to, random.one_in(3) ? never : row.days.from + Days { random.below(60) } };
    }
}

Command a_css_thing(Tenant const&, Random& random)
{
    switch (random.below(4)) {
    case 0:
        return AddOrgId { one("org-", random, 3), "Org", random.one_in(2) ? one("acc-", random) : "",
            one_of<OrgRegion>(random, 4) };
    case 1: return AddProductLine { one("line-", random, 2), "Line", one_of<LineKind>(random, 3) };
    case 2:
        return SetLifecycle {
            one("line-", random, 2), one("v", random, 2), {},
                  { date("2024-01-01"), std::nullopt, date("2030-01-01") }
        };
    default:
        return SetCssPrice { one_of<CssPriceKind>(random, 6), one("line-", random, 2), "", LicencePricing::standard,
            catalogue::CssTier::select, 1, {}, 100 + random.below(9) };
    }
}

template <class Each>
Command timed(Each command, Date Each::* day)
{
    command.at = moment_within(command.*day);
    return command;
}

Command software_licences(Tenant const& tenant, Random& random)
{
    auto const lot = one("lot-", random, 6);
    switch (random.below(5)) {
    case 0: return timed(RetireLicences { lot, 1 + random.below(4), some_day(random) }, &RetireLicences::on);
    case 1:
        return timed(TransferLicences { lot, one("org-", random, 3),
                         "moved-" + std::to_string(tenant.next_entry().row()), 1 + random.below(4), some_day(random) },
            &TransferLicences::on);
    case 2: return RemoveSoftwareLicences { lot };
    default:
        return timed(AddSoftwareLicences { lot, one("line-", random, 2), one("org-", random, 3),
                         random.one_in(2) ? "" : "Premium", one_of<LicencePricing>(random, 2), 5 + random.below(20),
                         some_day(random) },
            &AddSoftwareLicences::acquired_on);
    }
}

CoverageLine some_coverage(Random& random)
{
    return { one("line-", random, 2), one("org-", random, 3), 1 + random.below(20),
        random.one_in(2) ? std::nullopt : std::optional<std::int64_t> { random.below(90'000) } };
}

Command a_contract(Tenant const& tenant, Random& random)
{
    auto const& known = tenant.ledger.css().contracts().rows();
    auto const key = known.empty() ? one("C-", random) : random.one_of(known).key;
    auto const next = "C" + std::to_string(tenant.next_entry().row());
    switch (random.below(7)) {
    case 0: return RemoveCoverage { key };
    case 1:
    case 2:
        return timed(
            UpgradeTier { { key }, one_of<catalogue::CssTier>(random, 3), some_day(random) }, &UpgradeTier::from);
    case 3: return RenewContract { key, next, 1 + random.below(3), some_day(random), { some_coverage(random) } };
    case 4:
        return timed(ReinstateContract { key, next, 1, some_day(random) + Days { 700 }, { some_coverage(random) } },
            &ReinstateContract::on);
    default:
        return timed(
            BuyCoverage {
                one("C-", random), one_of<catalogue::CssTier>(random, 3), some_day(random), 1 + random.below(3),
                { some_coverage(random), some_coverage(random) }
        },
            &BuyCoverage::start);
    }
}

Command some_hours(Tenant const&, Random& random)
{
    auto const use = one("use-", random, 5);
    if (random.one_in(5)) return WithdrawHours { use };
    return UseHours { one("C-", random), use, 1 + random.below(10), some_day(random), one_of<ChangeEvent>(random, 3) };
}

Command a_subscription(Tenant const&, Random& random)
{
    auto const key = one("S-", random, 3);
    if (random.one_in(4)) return ForgetSubscription { key };
    return RecordSubscription { key, "acme", some_email(random), "acme.example", "Zoho CRM", "zu1", "zo1",
        perhaps(random, 900) };
}

Command a_number(Tenant const& tenant, Random& random)
{
    auto const known = [&](std::string const& key) -> std::optional<std::int32_t> {
        auto const id = tenant.ledger.setting(key);
        if (!id.exists() || tenant.ledger.settings()[id].number == 0) return std::nullopt;
        return tenant.ledger.settings()[id].number;
    };
    switch (random.below(3)) {
    case 0: return SetUserLimit { known("user_limit"), perhaps(random, 9) };
    case 1: return SetLicenceThreshold { "EU", known("large_user_from/EU"), perhaps(random, 800) };
    default:
        return SetSupportTarget { catalogue::Desk::large_user, catalogue::Measure::response, 2, catalogue::Tier::none,
            known("support_target/large_user/response/2/none"), perhaps(random, 300) };
    }
}

Command a_partners_ticket(Tenant const&, Random& random)
{
    OpenTicket open;
    open.ticket = one("T-", random, 6);
    open.desk = catalogue::Desk::large_user;
    open.at = instant("2026-03-01T07:00:00Z");
    open.severity = 2 + random.below(3);
    PartnerForm form { "Zoho CRM", "zo1", "No sign-in", "Since this morning.\nEverybody.",
        random.one_in(2) ? some_email(random) : "", "", "", random.one_in(3) ? "zo1" : "" };
    open.partner = PartnerCase { "EU", "EU", PartnerAccess::granted, catalogue::RouteKind::email, std::move(form) };
    return open;
}

Command a_ticket(Tenant const& tenant, Random& random)
{
    if (random.one_in(2)) return a_partners_ticket(tenant, random);
    OpenTicket open;
    open.ticket = one("T-", random, 6);
    open.at = instant("2026-03-01T07:00:00Z");
    open.place = some_place(random);
    if (open.ticket < "T-3") open.description = "Dark since eight.\n\n  Plugged in again: no change.";
    if (random.one_in(2)) {
        open.desk = catalogue::Desk::customer_success;
        open.severity = 1 + random.below(4);
        open.about = TicketSubject { "", RoomState::unknown, "", one("org-", random, 3), one("line-", random, 2) };
        return open;
    }
    open.about = TicketSubject { random.one_in(3) ? "" : one("site-room-", random), one_of<RoomState>(random, 4),
        random.one_in(3) ? one("SN-", random) : "", "", "" };
    return open;
}

// By its moment and not by chance, so that all else which comes by chance stays as it was.
TurnTicket perhaps_a_note(TurnTicket turn)
{
    auto const minute = std::chrono::floor<std::chrono::minutes>(turn.at.time_since_epoch()).count();
    if (minute % 4 != 0) return turn;
    turn = { turn.ticket, turn.at, TicketStep::note, {}, {}, {} };
    if (minute % 24 != 0) turn.note = "Called back.\n  Nobody there."; // or else it is refused
    return turn;
}

Command a_turn(Tenant const& tenant, Random& random)
{
    auto const ticket = one("T-", random, 6);
    if (random.one_in(3)) return WritePrimaryEmail { ticket, some_moment(random), some_email(random) };
    if (random.one_in(8)) {
        auto const& turns = tenant.ledger.ticket_turns().rows();
        if (!turns.empty())
            return WithdrawTurn { tenant.ledger.tickets()[turns.back().ticket].key, turns.back().at,
                turns.back().step };
    }
    TurnTicket turn { ticket, some_moment(random), one_of<TicketStep>(random, 13), {}, {}, {} };
    if (turn.step == TicketStep::change_severity) turn.severity = 1 + random.below(4);
    if (turn.step == TicketStep::change_tier) turn.tier = one_of<catalogue::Tier>(random, 4);
    if (turn.step == TicketStep::change_place) turn.place = some_place(random);
    return perhaps_a_note(std::move(turn));
}

Command of_rooms(Tenant const& tenant, Random& random)
{
    return random_command(tenant, random);
}

RoomState known_state(Tenant const& tenant, std::string const& sync_id)
{
    auto const id = tenant.ledger.sync_room(sync_id);
    return id.exists() ? tenant.ledger.sync_rooms()[id].state : RoomState::unknown;
}

std::optional<SignInSetup> known_sign_in(Tenant const& tenant)
{
    auto const& rows = tenant.ledger.sign_ins().rows();
    if (rows.empty() || rows.front().standing != Standing::valid) return std::nullopt;
    return SignInSetup { rows.front().issuer, rows.front().client_id };
}

Command a_setting_up(Tenant const& tenant, Random& random)
{
    auto const sync_id = one("sync-", random);
    switch (random.below(7)) {
    case 0:
    case 1: return LinkSyncRoom { one("site-room-", random), sync_id };
    case 2: return UnlinkSyncRoom { one("site-room-", random), sync_id };
    case 3: return ReportRoomState { sync_id, known_state(tenant, sync_id), one_of<RoomState>(random, 4) };
    case 4: return AgreeSpare { one("spare-", random), "Rally Bar", "Bern", "", some_day(random) };
    case 5: return SetCapEffect { cap_effect(tenant.ledger), one_of<CapEffect>(random, 2) };
    default: {
        std::optional<SignInSetup> const own {
            { "https://login.acme.example", one("client-", random) }
        };
        return SetSignIn { known_sign_in(tenant), random.one_in(3) ? std::nullopt : own };
    }
    }
}

} // namespace

Command random_desk_command(Tenant const& tenant, Random& random)
{
    static constexpr std::array<Make, 28> makes { an_account, a_service_order, a_service_order, a_correction,
        a_processing, a_processing, a_change_of_service_order, an_address, an_order_of_account, a_room_of_account,
        an_assignment, an_assignment, an_extension, a_range_setting, an_invitation, an_acceptance, a_delegation,
        a_change_of_person, a_css_thing, software_licences, a_contract, some_hours, a_subscription, a_number, a_ticket,
        a_turn, a_setting_up, of_rooms };
    return makes[static_cast<std::size_t>(random.below(static_cast<int>(makes.size())))](tenant, random);
}

Tenant random_desk(std::uint64_t seed, Manner manner, int steps)
{
    Random random { seed };
    Tenant tenant { codec::shipped_catalogue() };
    for (int step = 0; step < steps; ++step) (void)tenant.try_to(random_desk_command(tenant, random), manner);
    return tenant;
}

} // namespace keyrack::test
