#include "codec/verdict_json.hpp"

#include "codec/catalogue_json.hpp"
#include "codec/command_json.hpp"
#include "codec/json_value.hpp"
#include "codec/proof_json.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <string>

namespace keyrack::codec {

using test::date;

namespace {

test::Tenant a_tenant()
{
    test::Tenant tenant { shipped_catalogue() };
    tenant.base_warranty(2).room("fjord").room("limmat", engine::InSync::no);
    tenant.order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 1, "fjord", "2026-01-20");
    tenant.device("RB-1", "2024-05-01", "fjord");
    return tenant;
}

bool begins(std::string const& json, std::string_view with)
{
    INFO(json);
    return json.starts_with(with);
}

} // namespace

TEST_CASE("a covered room is told with until, by whom and why", "[codec][R76][R77]")
{
    auto const tenant = a_tenant();
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-06-01") };
    auto const room = tenant.room_id("fjord");
    auto const verdict = engine::covered(ground.ledger, ground.catalogue, room, ground.as_of);
    auto const json = coverage_json(ground, room, std::nullopt, verdict);
    CHECK(begins(json,
        R"({"question":{"kind":"coverage","room":"fjord"},"as_of":"2026-06-01","answer":"yes","until":"2029-01-20",)"
        R"("by":{"licence":"PO-1/1","from":"2026-01-20","to":null},"proof":[{"rule":"room_has_active_licence","holds":true,)"
        R"("citations":["R76","R77","R110","R111"],"sources":[{"rule":"R76","document":"sync_plus","place":"How it Works"})"));
    CHECK(json.contains(R"({"name":"start_within_days","value":60,"origin":{"kind":"decision","reference":"D4"}})"));
    CHECK(
        json.contains(R"({"name":"purchased","value":"2026-01-10","subject":{"kind":"order","key":"PO-1"},"entry":)"));
    CHECK(json.ends_with(R"("cures":[]})"));
}

TEST_CASE("a room that is not covered is told with what would cover it", "[codec]")
{
    auto const tenant = a_tenant();
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-06-01") };
    auto const room = tenant.room_id("limmat");
    auto const select = ground.catalogue.find("select");
    auto const verdict = engine::covered_by(ground.ledger, ground.catalogue, room, select, ground.as_of);
    REQUIRE_FALSE(verdict.cures.empty());
    auto const json = coverage_json(ground, room, select, verdict);
    CHECK(begins(json,
        R"({"question":{"kind":"coverage","room":"limmat","programme":"select"},"as_of":"2026-06-01","answer":"no","proof":[)"));
    CHECK(json.contains(R"("cures":[{"kind":"assign_free_licence","until":"2029-01-20",)"));
    CHECK(json.contains(
        R"("steps":[{"kind":"assign","pairs":[{"licence":"PO-1/2","room":"limmat"}],"from":"2026-06-01"}]})"));
}

TEST_CASE("the steps of a cure are commands that can be read back", "[codec]")
{
    auto const tenant = a_tenant();
    auto const room = tenant.room_id("limmat");
    auto const verdict =
        engine::has_feature(tenant.ledger, tenant.catalogue(), room, catalogue::Feature::insights, date("2026-06-01"));
    REQUIRE_FALSE(verdict.cures.empty());
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-06-01") };
    auto const json = feature_json(ground, room, catalogue::Feature::insights, verdict);
    CHECK(begins(json, R"({"question":{"kind":"feature","room":"limmat","feature":"insights"},)"));
    for (auto const& cure : verdict.cures) {
        for (auto const& step : cure.steps) {
            CHECK(json.contains(to_json(step)));
            CHECK(command_from_json(to_json(step)) == step);
        }
    }
}

TEST_CASE("an order is told with its term and its licences", "[codec][R39]")
{
    auto const tenant = a_tenant();
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-02-01") };
    auto const order = tenant.order_id("PO-1");
    auto const json =
        order_json(ground, order, engine::status_of(ground.ledger, ground.catalogue, order, ground.as_of));
    CHECK(begins(json,
        R"({"question":{"kind":"order","order":"PO-1"},"as_of":"2026-02-01","programme":"select","state":"running",)"
        R"("purchased_on":"2026-01-10","first_assigned_on":"2026-01-20","term":{"from":"2026-01-20","to":"2029-01-20"},)"
        R"("licences":{"bought":2,"assigned":1,"free":1},"cancellable_until":"2026-02-09","proof":[)"));
}

TEST_CASE("a warranty is told with what each rule gives", "[codec][R87][R88][D6]")
{
    auto const tenant = a_tenant();
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-06-01") };
    auto const device = tenant.device_id("RB-1");
    auto const json =
        warranty_json(ground, device, engine::warranty_on(ground.ledger, ground.catalogue, device, ground.as_of));
    CHECK(begins(json,
        R"({"question":{"kind":"warranty","device":"RB-1"},"as_of":"2026-06-01","purchased_on":"2024-05-01","room":"fjord",)"
        R"("end":"2029-01-20","base_end":"2026-05-01","extended_to":"2029-01-20","proof":[)"));
    CHECK(json.contains(R"({"name":"warranty_cap_years","value":5,"origin":{"kind":"document","reference":"R88"}})"));
}

TEST_CASE("spares are told with the steps that led there", "[codec][R90][R91]")
{
    auto tenant = a_tenant();
    tenant.order("PO-2", "select", 1, 60, "2026-03-01");
    Ground const ground { tenant.ledger, tenant.catalogue(), date("2026-06-01") };
    auto const answer =
        engine::verdict(ground.ledger, ground.catalogue, engine::SparesQuestion {}, ground.as_of).value();
    auto const json = spares_json(ground, std::get<engine::SparesAnswer>(answer));
    CHECK(begins(json,
        R"({"question":{"kind":"spares"},"as_of":"2026-06-01","licences":62,"entitled":1,"earned":1,"above_entitlement":0,)"
        R"("licences_to_next":38,"steps":[{"on":"2026-01-10","licences":2,"entitled":0,"order":"PO-1"},)"
        R"({"on":"2026-03-01","licences":62,"entitled":1,"order":"PO-2"}],"all_agreed":"no","agreed":[],"proof":[)"));
}

TEST_CASE("days without a name are null", "[codec]")
{
    JsonWriter json;
    json.begin_list();
    write_date(json, never);
    write_date(json, always);
    write_date(json, date("2026-06-01"));
    json.end_list();
    CHECK(json.take() == R"([null,null,"2026-06-01"])");
}

} // namespace keyrack::codec
