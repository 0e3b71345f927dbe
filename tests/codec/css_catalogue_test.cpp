// The shipped Customer Success Services, held against the document's table.

#include "codec/catalogue_json.hpp"

#include <catch_amalgamated.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace keyrack::codec {

using catalogue::Benefit;

TEST_CASE("the shipped tiers give what the document's table says",
    "[codec][R146][R147][R148][R149][R152][R153][R154][R155][R156][R157][R158][R159][R160][R161][R162][R163][R164]"
    "[R165][R166][R167][R168][R169][R170][D12]")
{
    struct Row
    {
        Benefit benefit;
        int select, priority, priority_plus;
        char const* rule;
    };
    auto const row = GENERATE(values<Row>({
        { Benefit::software_updates,          1, 1,   1,   "R147" },
        { Benefit::long_term_release,         1, 1,   1,   "R148" },
        { Benefit::unlimited_support,         1, 1,   1,   "R149" },
        { Benefit::platform_uptime,           0, 995, 995, "R152" },
        { Benefit::support_toolkit,           1, 1,   1,   "R153" },
        { Benefit::app_layering,              1, 1,   1,   "R154" },
        { Benefit::extended_support_option,   1, 1,   1,   "R155" },
        { Benefit::priority_queue,            0, 1,   2,   "R156" },
        { Benefit::critical_situation,        0, 1,   1,   "R157" },
        { Benefit::scheduled_support,         0, 40,  80,  "R158" },
        { Benefit::root_cause_analysis,       0, 1,   1,   "R159" },
        { Benefit::health_checks,             1, 1,   1,   "R160" },
        { Benefit::environment_management,    1, 1,   1,   "R161" },
        { Benefit::operational_review,        0, 1,   1,   "R162" },
        { Benefit::e_learning,                1, 1,   1,   "R163" },
        { Benefit::tech_edge,                 1, 1,   1,   "R164" },
        { Benefit::installation_assistance,   1, 1,   1,   "R165" },
        { Benefit::technical_account_manager, 0, 1,   1,   "R166" },
        { Benefit::success_planning,          0, 1,   1,   "R167" },
        { Benefit::customer_success_manager,  0, 1,   1,   "R168" },
        { Benefit::customised_packages,       0, 0,   1,   "R169" },
        { Benefit::executive_sponsor,         0, 0,   1,   "R170" },
    }));
    auto const& shipped = shipped_catalogue().css().row(row.benefit);
    CAPTURE(code(row.benefit));
    CHECK(shipped.select == row.select);
    CHECK(shipped.priority == row.priority);
    CHECK(shipped.priority_plus == row.priority_plus);
    CHECK(shipped.origin.reference == row.rule);
    CHECK(shipped_catalogue().source(row.rule) != nullptr);
}

TEST_CASE("terms, phases, the threshold and the open parameters are as documents and decisions have them",
    "[codec][R168][R189][R190][R191][R194][D19][D23]")
{
    auto const& css = shipped_catalogue().css();
    for (int const years : { 0, 6 }) CHECK_FALSE(css.sells(years));
    for (int const years : { 1, 2, 3, 4, 5 }) CHECK(css.sells(years));
    using enum catalogue::Phase;
    CHECK((css.serves(normal) && css.serves(extended) && !css.serves(end_of_life) && !css.serves(before)));
    CHECK(css.manager_dollars.value == 1'000'000);
    CHECK(css.hours_reset_years.origin.reference == "D23");
    CHECK_FALSE(css.reinstatement.srp_percent.value.has_value());
    CHECK_FALSE(css.reinstatement.lapsed_amount_cents.value.has_value());
    CHECK_FALSE(css.reinstatement.reminder_fee_cents.value.has_value());
    CHECK(css.reinstatement.srp_percent.origin.reference == "D19");
}

TEST_CASE("tiers that are not cumulative, and a table that is not whole, are refused", "[codec][R146]")
{
    std::ifstream file { KEYRACK_SOURCE_FOLDER "/assets/catalogue/css.json" };
    std::string const shipped { std::istreambuf_iterator<char> { file }, {} };
    REQUIRE(css_from_json(shipped).has_value());
    struct Row
    {
        char const* old;
        char const* with;
        char const* what;
    };
    auto const row = GENERATE(values<Row>({
        { R"("priority": 40)",                    R"("priority": 81)",                    "bad_number"    },
        { R"("priority": 40)",                    R"("priority": -1)",                    "bad_number"    },
        { R"("benefit": "software_updates")",     R"("benefit": "tech_edge")",            "bad_number"    },
        { R"("benefit": "software_updates")",     R"("benefit": "free_lunch")",           "bad_word"      },
        { R"("hours_reset_years": { "value": 1)", R"("hours_reset_years": { "value": 0)", "bad_number"    },
        { R"([1, 2, 3, 4, 5])",                   R"([])",                                "bad_number"    },
        { R"([1, 2, 3, 4, 5])",                   R"([0])",                               "bad_number"    },
        { R"("phases")",                          R"("faces")",                           "missing_field" },
    }));
    auto text = shipped;
    auto const at = text.find(row.old);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string_view { row.old }.size(), row.with);
    auto const read = css_from_json(text);
    CAPTURE(row.with);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == row.what);
}

} // namespace keyrack::codec
