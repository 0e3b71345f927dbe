#pragma once
// Commands of every kind, made from a seed: the same seed, the same commands.

#include "engine/command.hpp"
#include "support/random_tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::test {

class RandomCommands
{
public:
    explicit RandomCommands(std::uint64_t seed) : m_random(seed) { }

    engine::Command next() { return of_kind(below(std::variant_size_v<engine::CommandKinds>)); }

    engine::Command of_kind(std::size_t kind)
    {
        engine::Command command;
        std::size_t index = 0;
        for_each_alternative([&]<class T>(std::type_identity<T>) {
            if (index++ == kind) {
                T made {};
                fill(made);
                command = std::move(made);
            }
        });
        return command;
    }

private:
    template <class Visit>
    static void for_each_alternative(Visit&& visit)
    {
        [&]<class... Each>(std::type_identity<std::variant<Each...>>) { (visit(std::type_identity<Each> {}), ...); }(
            std::type_identity<engine::CommandKinds> {});
    }

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random.next() % count); }
    bool heads() { return below(2) == 0; }

    std::string name()
    {
        static constexpr std::string_view pieces[] { "PO-77", "Boardroom", "Zürich", "会議室", "🗝", "\"", "\\", "/",
            " ", "Ø", "a", "'", "{", "}", "null", "é", "<b>" };
        std::string text = "N"; // a name of blanks is none
        for (std::size_t count = 1 + below(5); count > 0; --count) {
            text += pieces[below(std::size(pieces))];
        }
        return text;
    }
    std::string name_or_nothing() { return heads() ? name() : std::string {}; }
    std::int32_t number() { return static_cast<std::int32_t>(1 + below(2'000'000'000)); }
    Date date()
    {
        return date_from_days(static_cast<int>(below(2'932'896 + 719'162)) - 719'161);
    } // 0001-01-02 … 9999-12-30
    Date open_date() { return heads() ? never : date(); }
    engine::LicenceKey licence() { return { name(), number() }; }
    engine::InSync in_sync() { return heads() ? engine::InSync::yes : engine::InSync::no; }

    template <class T>
    std::optional<T> perhaps(T value)
    {
        return heads() ? std::optional { value } : std::nullopt;
    }

    void fill(engine::OpenTenant& made) { made = { name() }; }
    void fill(engine::SetBaseWarranty& made) { made = { perhaps(number()), perhaps(number()) }; }
    void fill(engine::AddAccount& made) { made = { name(), name(), "CH", name_or_nothing() }; }
    void fill(engine::RemoveAccount& made) { made = { name() }; }
    void fill(engine::PlaceOrder& made)
    {
        made = { name(), name_or_nothing(), name(), number(), number(), date(), perhaps(date()) };
    }
    void fill(engine::RemoveOrder& made) { made = { name() }; }
    void fill(engine::CancelOrder& made) { made = { name(), date(), perhaps(moment()) }; }
    void fill(engine::WithdrawCancellation& made) { made = { name(), date() }; }
    void fill(engine::AddRoom& made)
    {
        auto const importance = heads() ? engine::Importance::important : engine::Importance::ordinary;
        made = { name(), name(), name_or_nothing(), "NO", name_or_nothing(), in_sync(), importance };
    }
    void fill(engine::RemoveRoom& made) { made = { name() }; }
    engine::RoomDetails room_details() { return { name(), name_or_nothing(), heads() ? "NO" : "" }; }
    void fill(engine::CorrectRoom& made) { made = { name(), room_details(), room_details() }; }
    void fill(engine::SetInSync& made) { made = { name(), in_sync(), in_sync() }; }
    void fill(engine::AddDevice& made) { made = { name(), name(), date(), name_or_nothing(), perhaps(date()) }; }
    void fill(engine::RemoveDevice& made) { made = { name() }; }
    void fill(engine::MoveDevice& made)
    {
        made = { name(), name_or_nothing(), name_or_nothing(), date(), perhaps(moment()) };
    }
    void fill(engine::Assign& made)
    {
        for (std::size_t count = below(4); count > 0; --count) {
            made.pairs.push_back({ licence(), name() });
        }
        made.from = date();
        made.to = open_date();
        made.at = perhaps(moment());
    }
    void fill(engine::EndAssignment& made)
    {
        made = { licence(), date(), open_date(), open_date(), perhaps(moment()) };
    }
    void fill(engine::WithdrawAssignments& made)
    {
        for (std::size_t count = below(4); count > 0; --count) {
            made.assignments.push_back({ licence(), date() });
        }
    }
    void fill(engine::Import& made)
    {
        made = { name(), static_cast<std::int64_t>(m_random.next() % 1'000'000'000'000) };
    }

    // Customer Success Services
    template <class Enum>
    Enum one_of_first(std::size_t count)
    {
        return static_cast<Enum>(below(count));
    }
    catalogue::CssTier tier() { return one_of_first<catalogue::CssTier>(3); }
    engine::LicencePricing pricing() { return one_of_first<engine::LicencePricing>(2); }
    std::vector<engine::CoverageLine> coverage()
    {
        std::vector<engine::CoverageLine> lines;
        for (std::size_t count = below(3); count > 0; --count)
            lines.push_back({ name(), name(), number(), perhaps(std::int64_t { number() }) });
        return lines;
    }
    engine::Lifecycle lifecycle() { return { perhaps(date()), perhaps(date()), perhaps(date()) }; }

    void fill(engine::AddOrgId& made)
    {
        made = { name(), name(), name_or_nothing(), one_of_first<engine::OrgRegion>(4) };
    }
    void fill(engine::RemoveOrgId& made) { made = { name() }; }
    void fill(engine::AddProductLine& made) { made = { name(), name(), one_of_first<engine::LineKind>(3) }; }
    void fill(engine::RemoveProductLine& made) { made = { name() }; }
    void fill(engine::AddSoftwareLicences& made)
    {
        made = { name(), name(), name(), name_or_nothing(), pricing(), number(), date(), perhaps(moment()) };
    }
    void fill(engine::RemoveSoftwareLicences& made) { made = { name() }; }
    void fill(engine::RetireLicences& made) { made = { name(), number(), date(), perhaps(moment()) }; }
    void fill(engine::TransferLicences& made)
    {
        made = { name(), name(), name(), number(), date(), perhaps(moment()) };
    }
    void fill(engine::WithdrawTransfer& made) { made = { name(), name() }; }
    void fill(engine::BuyCoverage& made) { made = { name(), tier(), date(), number(), coverage(), perhaps(moment()) }; }
    void fill(engine::RemoveCoverage& made) { made = { name() }; }
    void fill(engine::UpgradeTier& made)
    {
        made = {
            { name(), name() },
            tier(), date(), perhaps(moment())
        };
    }
    void fill(engine::WithdrawUpgrade& made) { made = { { name() }, date() }; }
    void fill(engine::RenewContract& made) { made = { name(), name(), number(), date(), coverage() }; }
    void fill(engine::ReinstateContract& made)
    {
        made = { name(), name(), number(), date(), coverage(), perhaps(moment()) };
    }
    void fill(engine::UseHours& made)
    {
        made = { name(), name(), number(), date(), one_of_first<engine::ChangeEvent>(3) };
    }
    void fill(engine::WithdrawHours& made) { made = { name() }; }
    void fill(engine::SetLifecycle& made) { made = { name(), name(), lifecycle(), lifecycle() }; }
    void fill(engine::SetCssPrice& made)
    {
        made = { one_of_first<engine::CssPriceKind>(6), name_or_nothing(), name_or_nothing(), pricing(), tier(),
            number(), perhaps(std::int64_t { number() }), perhaps(std::int64_t { number() }) };
    }
    engine::Party party() { return { name(), name(), name() }; }
    engine::MailLanguage language() { return static_cast<engine::MailLanguage>(below(3)); }
    engine::Role role() { return heads() ? engine::Role::admin : engine::Role::read_only; }
    engine::OrderDetails details()
    {
        return { name_or_nothing(), party(), name_or_nothing(), name_or_nothing(), party(), party(), language() };
    }
    std::vector<engine::OrderLine> lines()
    {
        std::vector<engine::OrderLine> made;
        for (std::size_t count = below(3); count > 0; --count) {
            made.push_back({ name_or_nothing(), number(), number() });
        }
        return made;
    }
    void fill(engine::PlaceServiceOrder& made) { made = { name(), lines(), date(), details() }; }
    void fill(engine::RemoveServiceOrder& made) { made = { name() }; }
    void fill(engine::CorrectServiceOrder& made) { made = { name(), lines(), date(), details() }; }
    void fill(engine::RejectServiceOrder& made) { made = { name(), name() }; }
    void fill(engine::ProcessServiceOrder& made) { made = { name(), name_or_nothing(), name(), date() }; }
    void fill(engine::RecordAddress& made)
    {
        made = { name(), name(), heads() ? engine::AddressKind::site : engine::AddressKind::headquarters };
    }
    void fill(engine::ForgetAddress& made) { made = { name() }; }
    void fill(engine::SendInvitation& made)
    {
        made = { name(), name(), name_or_nothing(), role(), language(), date() };
    }
    void fill(engine::ResendInvitation& made) { made = { name(), name(), name_or_nothing(), date() }; }
    void fill(engine::WithdrawInvitation& made) { made = { name() }; }
    void fill(engine::ReopenInvitation& made) { made = { name() }; }
    void fill(engine::AcceptInvitation& made) { made = { name(), name(), date(), perhaps(name()) }; }
    void fill(engine::DelegateAccess& made)
    {
        made = { name(), name_or_nothing(), name(), role(), date(), open_date() };
    }
    void fill(engine::RemovePerson& made) { made = { name() }; }
    void fill(engine::SetRole& made) { made = { name(), role(), role() }; }
    void fill(engine::EndAccess& made) { made = { name(), open_date(), open_date() }; }
    void fill(engine::SetUserLimit& made) { made = { perhaps(number()), perhaps(number()) }; }
    void fill(engine::ExtendWarranty& made)
    {
        made = {
            { name(), number() },
            name(), date()
        };
    }
    void fill(engine::WithdrawExtension& made)
    {
        made = {
            { name(), number() },
            name()
        };
    }
    engine::CountryRule country_rule()
    {
        return { heads() ? engine::Availability::unavailable : engine::Availability::other_terms, name_or_nothing() };
    }
    void fill(engine::SetCountryTerms& made)
    {
        made = { name(), "NO", date(), perhaps(country_rule()), perhaps(country_rule()) };
    }
    engine::Courier courier() { return heads() ? engine::Courier::reliable : engine::Courier::unreliable; }
    void fill(engine::SetCourier& made) { made = { name(), courier(), courier() }; }

    // Support tickets
    Instant moment()
    {
        return instant_from_milliseconds(static_cast<std::int64_t>(m_random.next() % 4'000'000'000'000));
    }
    catalogue::Tier support_tier() { return one_of_first<catalogue::Tier>(4); }
    engine::TicketStep step() { return one_of_first<engine::TicketStep>(15); }
    std::string prose_or_nothing() { return heads() ? name() + "\n\n  " + name() : std::string {}; }
    engine::TicketPlace place() { return { name_or_nothing(), name_or_nothing(), name_or_nothing() }; }
    engine::TicketSubject about()
    {
        return { name_or_nothing(), one_of_first<engine::RoomState>(4), name_or_nothing(), name_or_nothing(),
            name_or_nothing() };
    }
    engine::PartnerCase partner()
    {
        engine::PartnerForm const form { name_or_nothing(), name_or_nothing(), name_or_nothing(),
            name() + "\n" + name(), name_or_nothing(), name_or_nothing(), name_or_nothing(), name_or_nothing() };
        return { name_or_nothing(), name_or_nothing(), one_of_first<engine::PartnerAccess>(2),
            one_of_first<catalogue::RouteKind>(3), form };
    }
    void fill(engine::OpenTicket& made)
    {
        made = { name(), one_of_first<catalogue::Desk>(3), moment(), number(), perhaps(support_tier()),
            perhaps(place()), perhaps(about()), perhaps(partner()), prose_or_nothing() };
    }
    void fill(engine::RemoveTicket& made) { made = { name() }; }
    void fill(engine::TurnTicket& made)
    {
        made = { name(), moment(), step(), perhaps(number()), perhaps(support_tier()), perhaps(place()),
            prose_or_nothing() };
    }
    void fill(engine::WritePrimaryEmail& made) { made = { name(), moment(), name() }; }
    void fill(engine::WithdrawTurn& made) { made = { name(), moment(), step() }; }
    void fill(engine::RecordSubscription& made)
    {
        made = { name(), name(), name_or_nothing(), name_or_nothing(), name_or_nothing(), name_or_nothing(),
            name_or_nothing(), perhaps(number()) };
    }
    void fill(engine::ForgetSubscription& made) { made = { name() }; }
    void fill(engine::SetLicenceThreshold& made) { made = { name(), perhaps(number()), perhaps(number()) }; }
    void fill(engine::SetSupportTarget& made)
    {
        made = { one_of_first<catalogue::Desk>(3), one_of_first<catalogue::Measure>(4), number(), support_tier(),
            perhaps(number()), perhaps(number()) };
    }

    // How a tenant is set up
    engine::RoomState room_state() { return one_of_first<engine::RoomState>(4); }
    engine::CapEffect cap_effect() { return one_of_first<engine::CapEffect>(2); }
    void fill(engine::LinkSyncRoom& made) { made = { name(), name() }; }
    void fill(engine::UnlinkSyncRoom& made) { made = { name(), name() }; }
    void fill(engine::ReportRoomState& made) { made = { name(), room_state(), room_state() }; }
    void fill(engine::AgreeSpare& made) { made = { name(), name(), name(), name_or_nothing(), date() }; }
    void fill(engine::WithdrawSpare& made) { made = { name() }; }
    void fill(engine::SetSignIn& made)
    {
        made = { perhaps(engine::SignInSetup { name(), name() }), perhaps(engine::SignInSetup { name(), name() }) };
    }
    void fill(engine::RenameTenant& made) { made = { name(), name() }; }
    void fill(engine::SetCapEffect& made) { made = { cap_effect(), cap_effect() }; }

    Random m_random;
};

} // namespace keyrack::test
