#include "support/every_kind.hpp"

#include "support/css_tenant.hpp"
#include "support/tickets.hpp"

namespace keyrack::test {

using namespace engine;

namespace {

using Commands = std::vector<Command>;

void rooms_and_orders(Commands& into)
{
    into.insert(into.end(),
        {
            AddAccount { "acme", "Acme", "CH", "" },
             AddAccount { "acme-no", "Acme Norge", "NO", "acme" },
            AddRoom { "fjord", "Fjord", "Oslo", "NO", "acme-no", InSync::yes, Importance::important },
            AddRoom { "alp", "Alp", "Bern", "CH", "acme", InSync::no, Importance::ordinary },
            SetBaseWarranty { std::nullopt, 2 },
             SetCourier { "Oslo", Courier::unknown, Courier::reliable },
            SetCourier { "Oslo", Courier::reliable, Courier::unreliable },
            PlaceOrder { "PO-1", "acme", "select", 3, 4, date("2026-01-10"), std::nullopt },
            PlaceOrder { "PO-2", "acme", "sync_plus", 1, 2, date("2026-01-10"), std::nullopt },
            PlaceOrder { "EW-1", "acme", "extended_warranty", 1, 2, date("2026-01-10"), std::nullopt },
            adding_device("SN-1", "2026-01-05", "fjord"), adding_device("SN-2", "2026-01-05", "alp"),
            SetInSync { "alp", InSync::no, InSync::yes },
             assigning("PO-1", 1, "fjord", "2026-02-01"),
            assigning("PO-1", 2, "alp", "2026-03-01", "2026-06-01"), assigning("PO-2", 1, "alp", "2026-02-10"),
            MoveDevice { "SN-1", "fjord", "alp", date("2026-04-01") },
            MoveDevice { "SN-1", "alp", "", date("2026-05-01") },
            EndAssignment {
                        { "PO-1", 1 }, date("2026-02-01"), never, date("2026-09-01"), instant("2026-09-01T11:15:00Z") },
            assigning("PO-1", 1, "alp", "2026-10-01"),
            WithdrawAssignments { { { { "PO-1", 1 }, date("2026-10-01") } } },
            CancelOrder { "PO-2", date("2026-01-20") },
             WithdrawCancellation { "PO-2", date("2026-01-20") },
            ExtendWarranty { { "EW-1", 1 }, "SN-1", date("2026-03-01") },
             WithdrawExtension { { "EW-1", 1 }, "SN-1" },
            SetCountryTerms { "select", "NO", date("2026-06-01"), std::nullopt,
                        CountryRule { Availability::unavailable, "not sold" } },
            SetCountryTerms { "select", "NO", date("2026-06-01"), CountryRule { Availability::unavailable, "not sold" },
                        std::nullopt }
    });
}

void software(Commands& into)
{
    using enum LineKind;
    into.insert(into.end(),
        {
            AddOrgId { "north", "North", "", OrgRegion::emea },
             AddOrgId { "south", "South", "acme", OrgRegion::asia },
            AddOrgId { "gone", "Gone", "", OrgRegion::emea },
             RemoveOrgId { "gone" },
            AddProductLine { "apps", "Apps", cloud_subscription },
             AddProductLine { "desktop", "Desktop", perpetual },
            AddProductLine { "gone", "Gone", periodic },
             RemoveProductLine { "gone" },
            AddSoftwareLicences {
                      "lot-1", "desktop", "north", "pro", LicencePricing::standard, 40, date("2026-01-01") },
            AddSoftwareLicences { "lot-2", "apps", "south", "", LicencePricing::programme, 20, date("2026-01-01") },
            AddSoftwareLicences { "lot-3", "apps", "north", "", LicencePricing::standard, 5, date("2026-01-01") },
            RemoveSoftwareLicences { "lot-3" },
             RetireLicences { "lot-1", 10, date("2026-02-01") },
            TransferLicences { "lot-1", "south", "lot-4", 5, date("2026-02-15") },
            WithdrawTransfer { "lot-1", "lot-4" },
            BuyCoverage {
                      "C-1", catalogue::CssTier::select, date("2026-01-01"), 1, { { "desktop", "north", 40, 1'000 } } },
            BuyCoverage { "C-2", catalogue::CssTier::select, date("2026-01-01"), 1, { { "apps", "south", 20, {} } } },
            UpgradeTier { { "C-1", "C-2" }, catalogue::CssTier::priority, date("2026-03-01") },
            UseHours { "C-1", "use-1", 2, date("2026-04-01"), ChangeEvent::migration },
             WithdrawHours { "use-1" },
            WithdrawUpgrade { { "C-1", "C-2" }, date("2026-03-01") },
            RenewContract { "C-1", "C-3", 1, date("2026-12-01"), {} },
             RemoveCoverage { "C-3" },
            ReinstateContract { "C-2", "C-4", 1, date("2027-06-01"), {} },
            SetLifecycle { "desktop", "7.15", {}, { date("2024-01-01"), date("2026-01-01"), std::nullopt } },
            SetLifecycle { "desktop", "7.15", { date("2024-01-01"), date("2026-01-01"), std::nullopt },
                      { date("2024-01-01"), date("2026-06-01"), std::nullopt } }
    });
    SetCssPrice price { .price = CssPriceKind::product, .product_line = "desktop", .edition = "pro" };
    price.amount = 9'900;
    into.emplace_back(price);
    price.expects = price.amount;
    price.amount = 8'800;
    into.emplace_back(price);
}

void service_orders_and_people(Commands& into)
{
    OrderDetails const details {
        "V-1", { "Acme",        "it@acme.example",       "1 Main Street, Bern" },
         "Ada", "acme.example",
        { "Reseller",    "r@reseller.example",    "2 Side Street, Bern" },
        { "Distributor", "d@distributor.example", "3 Back Street, Bern" },
         MailLanguage::german
    };
    into.insert(into.end(),
        {
            RecordAddress { "1 Main Street, Bern", "acme", AddressKind::headquarters },
            RecordAddress { "9 Old Street, Bern", "acme", AddressKind::site },
             ForgetAddress { "9 Old Street, Bern" },
            PlaceServiceOrder { "SO-1", { { "select", 3, 5 } }, date("2026-01-10"), details },
            RejectServiceOrder { "SO-1", "no such SKU" },
            CorrectServiceOrder { "SO-1", { { "select", 2, 5 } }, date("2026-01-10"), details },
            ProcessServiceOrder { "SO-1", "", "L-1", date("2026-01-12") },
            PlaceServiceOrder { "SO-2", { { "select", 1, 1 } }, date("2026-01-10"), details },
            RemoveServiceOrder { "SO-2" },
             ResendInvitation { "L-1", "L-2", "", date("2026-01-20") },
            AcceptInvitation { "L-2", "it@acme.example", date("2026-01-21") },
            SendInvitation {
                           "L-3", "bob@acme.example", "Bob", Role::read_only, MailLanguage::norwegian, date("2026-02-01") },
            WithdrawInvitation { "L-3" },
             ReopenInvitation { "L-3" },
            DelegateAccess { "pat@partner.example", "Pat", "Partner", Role::admin, date("2026-04-01"), never },
            SetRole { "pat@partner.example", Role::admin, Role::read_only },
            EndAccess { "pat@partner.example", never, date("2026-12-01") },
             RemovePerson { "pat@partner.example" },
            SetUserLimit { std::nullopt, 100 },
             SetUserLimit { 100, std::nullopt }
    });
}

void tickets(Commands& into)
{
    into.insert(into.end(),
        {
            room_ticket("T-1", "2026-11-16T09:00Z", "fjord"), acme_subscription(600),
            SetLicenceThreshold { "EU", std::nullopt, 500 },
            partner_ticket("T-2", "2026-11-16T09:00Z", catalogue::RouteKind::help_centre, whole_form()),
            turning("T-1", "2026-11-16T10:00Z", TicketStep::respond),
            WithdrawTurn { "T-1", instant("2026-11-16T10:00Z"), TicketStep::respond },
            turning("T-1", "2026-11-16T10:00Z", TicketStep::respond),
            noted("T-1", "2026-11-16T10:05Z", "Called back.\n\n  Nobody there."),
            WritePrimaryEmail { "T-2", instant("2026-11-16T11:00Z"), "admin@acme.example" },
            room_ticket("T-3", "2026-11-16T09:00Z", "alp"), RemoveTicket { "T-3" },
             ForgetSubscription { "S-1" }
    });
}

void set_up(Commands& into)
{
    into.insert(into.end(),
        {
            LinkSyncRoom { "fjord", "sync-7" },
            ReportRoomState { "sync-7", RoomState::unknown, RoomState::offline },
            UnlinkSyncRoom { "fjord", "sync-7" },
            LinkSyncRoom { "alp", "sync-7" },
            AddRoom { "tarn", "Tarn", "Oslo", "NO", "", InSync::yes, Importance::ordinary },
            adding_device("SN-9", "2026-01-05", "tarn"),
            PlaceOrder { "PO-50", "acme", "select", 3, 100, date("2026-01-10"), std::nullopt },
            assigning("PO-50", 1, "tarn", "2026-02-01"),
            AgreeSpare { "spare-1", "Rally Bar", "Bern", "", date("2026-06-01") },
            WithdrawSpare { "spare-1" },
            SetSignIn { std::nullopt, SignInSetup { "https://login.acme.example", "keyrack" } },
            SetSignIn { SignInSetup { "https://login.acme.example", "keyrack" }, std::nullopt },
            SetCapEffect { CapEffect::warns, CapEffect::blocks },
            RenameTenant { "Northwind", "Southwind" },
            RenameTenant { "Southwind", "Northwind" },
            AddAccount { "acme-se", "Acme Sverige", "SE", "acme" },
            RemoveAccount { "acme-se" },
    });
}

} // namespace

std::vector<Command> commands_of_every_kind()
{
    Commands commands;
    rooms_and_orders(commands);
    software(commands);
    service_orders_and_people(commands);
    tickets(commands);
    set_up(commands);
    return commands;
}

} // namespace keyrack::test
