// A ledger goes out as a tenant file and comes in again as the same ledger.

#include "codec/tenant_export.hpp"

#include "codec/command_json.hpp"
#include "codec/tenant_import.hpp"
#include "engine/checksum.hpp"
#include "engine/retelling.hpp"
#include "support/css_tenant.hpp"
#include "support/random_desk.hpp"
#include "support/standing_rows.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

struct Imported
{
    codec::ImportReport report;
    std::optional<Ledger> ledger;
};

Imported imported(std::string_view file, catalogue::Catalogue const& catalogue)
{
    Ledger opened;
    REQUIRE(fold(opened, catalogue, OpenTenant { "again" }, EntryId::of_row(0), Manner::live));
    codec::TenantImport import { std::move(opened), catalogue, EntryId::of_row(1) };
    import.feed(file);
    import.end_of_file();
    while (import.has_work()) (void)import.step(codec::rows_a_block);
    Imported done { import.report(), {} };
    if (!done.report.accepted()) return done;
    done.ledger = import.take_ledger();
    RenameTenant const named { "again", done.report.company };
    REQUIRE(fold(*done.ledger, catalogue, named, EntryId::of_row(2), Manner::live));
    return done;
}

std::string first_refusal(codec::ImportReport const& report)
{
    if (report.error) return report.error->what + " " + report.error->where + " " + report.error->detail;
    if (report.refusals.empty()) return {};
    auto const& finding = report.refusals.front();
    return finding.code + " " + finding.first.front().path + " " + finding.first.front().key;
}

// What one has and the other has not, a line each.
std::string difference(std::vector<std::string> const& before, std::vector<std::string> const& after)
{
    std::string text;
    std::vector<std::string> only;
    std::ranges::set_difference(before, after, std::back_inserter(only));
    for (auto const& each : only) text += "- " + each + "\n";
    only.clear();
    std::ranges::set_difference(after, before, std::back_inserter(only));
    for (auto const& each : only) text += "+ " + each + "\n";
    return text;
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    for (auto const line : std::views::split(text, '\n')) lines.emplace_back(line.begin(), line.end());
    return lines;
}

// Where two files part.
std::string first_difference(std::string const& before, std::string const& after)
{
    if (before == after) return {};
    auto const all_left = lines_of(before), all_right = lines_of(after);
    for (std::size_t at = 0; at < std::min(all_left.size(), all_right.size()); ++at)
        if (all_left[at] != all_right[at]) return "- " + all_left[at] + "\n+ " + all_right[at] + "\n";
    return "one ends earlier";
}

void check_round_trip(Tenant const& tenant, Random& random)
{
    auto const& catalogue = tenant.catalogue();
    auto const file = codec::tenant_file_of(tenant.ledger, catalogue);
    auto const again = imported(file, catalogue);
    REQUIRE(first_refusal(again.report) == "");
    CHECK(first_difference(file, codec::tenant_file_of(*again.ledger, catalogue)) == "");
    CHECK(difference(standing_rows(tenant.ledger), standing_rows(*again.ledger)) == "");
    for (Date const day : days_to_look_at(tenant, random, 3))
        CHECK(checksum(*again.ledger, catalogue, day) == checksum(tenant.ledger, catalogue, day));
}

} // namespace

TEST_CASE("a random tenant goes out and comes in as it was", "[codec][readable][B9]")
{
    auto const manner = GENERATE(Manner::live, Manner::history);
    for (auto const seed : seeds(60)) {
        CAPTURE(seed, manner == Manner::live);
        Random random { seed };
        check_round_trip(random_tenant(seed, manner), random);
    }
}

TEST_CASE("a random tenant that has everything goes out and comes in as it was", "[codec][readable][B9]")
{
    auto const manner = GENERATE(Manner::live, Manner::history);
    std::set<std::string> kinds;
    for (auto const seed : seeds(60)) {
        CAPTURE(seed, manner == Manner::live);
        Random random { seed };
        auto const tenant = random_desk(seed, manner, 400);
        check_round_trip(tenant, random);
        for (auto const& command : retold(tenant.ledger, tenant.catalogue(), codec::base_warranty_years).commands)
            kinds.insert(codec::kind_of(command));
    }
    // Otherwise the property would hold of nothing.
    std::vector<std::string> missing;
    for (auto const* kind :
        { "set_base_warranty", "place_service_order", "reject_service_order", "process_service_order", "remove_order",
            "cancel_order", "record_address", "assign", "move_device", "extend_warranty", "set_country_terms",
            "set_courier", "send_invitation", "resend_invitation", "withdraw_invitation", "accept_invitation",
            "remove_person", "delegate_access", "set_role", "end_access", "add_org_id", "add_product_line",
            "add_software_licences", "transfer_licences", "retire_licences", "buy_coverage", "reinstate_contract",
            "upgrade_tier", "use_hours", "set_lifecycle", "set_css_price", "set_user_limit", "set_licence_threshold",
            "set_support_target", "record_subscription", "open_ticket", "turn_ticket", "write_primary_email",
            "link_sync_room", "report_room_state", "set_sign_in", "set_cap_effect" })
        if (!kinds.contains(kind)) missing.emplace_back(kind);
    CAPTURE(missing);
    CHECK((replays() || missing.empty()));
}

TEST_CASE("a company that nobody has named goes out without a name", "[codec][readable][B9]")
{
    auto const tenant = random_tenant(1, Manner::live);
    auto const file = codec::tenant_file_of(tenant.ledger, tenant.catalogue(), "");
    CHECK_FALSE(file.starts_with("{\n\"name\""));
    codec::TenantExport named { tenant.ledger, tenant.catalogue(), "Acme" };
    named.step(named.rows());
    CHECK(named.take() == "{\n\"name\":\"Acme\"," + file.substr(1));
}

TEST_CASE(
    "a renewal keeps its tier, whatever was recorded of the contract before it and after", "[codec][readable][R186]")
{
    using catalogue::CssTier;
    CssTenant tenant;
    tenant.covered("C-1", "apps", "north", 5);
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority, date("2026-03-01") });
    tenant.apply(RenewContract { "C-1", "C-2", 1, date("2026-06-01"), {} });
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority_plus, date("2026-07-01") }, Manner::history);
    auto const row = [](Ledger const& ledger) { return ledger.css().contracts()[ledger.css().contract("C-2")]; };
    CHECK(row(tenant.ledger).tier == CssTier::priority);
    auto const again = imported(codec::tenant_file_of(tenant.ledger, tenant.catalogue()), tenant.catalogue());
    REQUIRE(again.ledger.has_value());
    CHECK(row(*again.ledger).tier == CssTier::priority);
    CHECK(row(*again.ledger).origin == ContractOrigin::renewed);
    Random random { 1 };
    check_round_trip(tenant, random);
}
