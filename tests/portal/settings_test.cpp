// What can be set for a company, the large accounts, and the catalogue.

#include "portal/catalogue_model.hpp"
#include "portal/compliance_model.hpp"
#include "portal/large_accounts_model.hpp"
#include "portal/settings_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <map>

namespace keyrack::portal {

namespace {

SettingLine setting_of(test::Stage& stage, std::string_view key)
{
    stage.go_to("/t/northwind/settings");
    for (auto const& group : stage.apart<SettingsModel>().groups)
        for (auto const& line : group.lines)
            if (line.key == key) return line;
    FAIL("no setting " << key);
    return {};
}

} // namespace

TEST_CASE(
    "each number that the documents leave open is set, told with its origin, and taken back", "[portal][settings]")
{
    struct Row
    {
        char const* key;
        char const* number;
        char const* value;
    };
    auto const row = GENERATE(values<Row>({
        // key                       number  value
        { "user_limit",          "40",     "40 people may have access" },
        { "base_warranty",       "3",      "3 years of base warranty"  },
        { "threshold:EU",        "500",    "From 500 user licences"    },
        { "target:large_user.2", "240",    "4 h at most"               },
        { "price:srp_percent",   "30",     "30 percent"                },
        { "price:reminder_fee",  "49",     "USD 49"                    },
        { "price:lapsed_amount", "1200.5", "USD 1,200.50"              },
    }));
    CAPTURE(row.key);
    auto const stage = test::demo_stage();
    (*stage)(RunOnScreen { setting_of(*stage, row.key).run });
    REQUIRE(stage->model().dialog);
    (*stage)(EditDialog { "number", "no number" })(ConfirmDialog {});
    CHECK(!stage->model().dialog->fields.front().error.empty());
    (*stage)(EditDialog { "number", row.number })(ConfirmDialog {});
    CHECK(!stage->model().dialog);
    auto const set = setting_of(*stage, row.key);
    CHECK(set.value == row.value);
    bool const is_price = std::string_view { row.key }.starts_with("price:");
    CHECK(set.second.starts_with("Set in entry ") == !is_price);
    (*stage)(RunOnScreen { set.run })(EditDialog { "number", "" })(ConfirmDialog {});
    CHECK(setting_of(*stage, row.key).value == "Not set");
}

TEST_CASE("each group of what the documents leave open says so, with the decision", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/settings");
    std::vector<std::string> decisions;
    for (auto const& group : stage->apart<SettingsModel>().groups)
        if (auto const at = group.second.find("Left open by the documents "); at != std::string::npos)
            decisions.push_back(group.second.substr(at + 27));
    CHECK(decisions == std::vector<std::string> { "(D11)", "(D6)", "(D1)", "(D19)", "(D19)" });
}

TEST_CASE("a price is written in dollars, with the comma or the point of whoever writes it", "[portal][settings]")
{
    struct Row
    {
        char const* written;
        char const* value; // as the setting shows it; empty: it is no price
        char const* again; // as the dialog shows it the next time
    };
    auto const row = GENERATE(values<Row>({
        { "49",          "USD 49",    "49"    },
        { "1",           "USD 1",     "1"     },
        { "49.50",       "USD 49.50", "49.50" },
        { "49,5",        "USD 49.50", "49.50" },
        { "0.05",        "USD 0.05",  "0.05"  },
        { "0",           "",          ""      },
        { "0.00",        "",          ""      },
        { "-1",          "",          ""      },
        { "49.",         "",          ""      },
        { "1,200",       "",          ""      },
        { "49.5x",       "",          ""      },
        { ".5",          "",          ""      },
        { "99999999999", "",          ""      },
    }));
    CAPTURE(row.written);
    auto const stage = test::demo_stage();
    auto const ask = setting_of(*stage, "price:reminder_fee").run;
    (*stage)(RunOnScreen { ask });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->fields.front().hint.starts_with("USD"));
    (*stage)(EditDialog { "number", row.written })(ConfirmDialog {});
    bool const taken = *row.value != '\0';
    CHECK(stage->model().dialog.has_value() == !taken);
    if (!taken) {
        CHECK(stage->model().dialog->fields.front().error == "Write an amount above zero, such as 49 or 49.50.");
        return;
    }
    CHECK(setting_of(*stage, "price:reminder_fee").value == row.value);
    (*stage)(RunOnScreen { ask });
    CHECK(stage->model().dialog->fields.front().value == row.again);
}

TEST_CASE("a subscription is recorded, matched by address and domain, and classified", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/large-accounts");
    (*stage)(RunOnScreen { "subscription" })(EditDialog { "account", "Fabrikam" })(
        EditDialog { "service", "Zoho CRM" })(EditDialog { "super_admin_email", "ada@fabrikam.example" })(
        EditDialog { "domain", "fabrikam.example" })(EditDialog { "user_licences", "700" })(ConfirmDialog {});
    auto const& accounts = stage->apart<LargeAccountsModel>();
    CHECK(std::ranges::any_of(accounts.accounts, [](auto const& line) { return line.text == "Fabrikam"; }));
    for (auto const* const asked : { "ada@fabrikam.example", "someone@fabrikam.example", "fabrikam.example" }) {
        CAPTURE(asked);
        (*stage)(SearchScreen { asked });
        CHECK(stage->apart<LargeAccountsModel>().match == std::string { asked } + " belongs to Fabrikam");
    }
    (*stage)(SearchScreen { "nobody@elsewhere.example" });
    CHECK(stage->apart<LargeAccountsModel>().match == "nobody@elsewhere.example leads to no subscription");
    (*stage)(RunOnScreen { "set:threshold:EU" })(EditDialog { "number", "600" })(ConfirmDialog {});
    stage->go_to("/t/northwind/large-accounts/Fabrikam");
    auto const& detail = stage->apart<LargeAccountsModel>().detail;
    REQUIRE(detail);
    auto const eu = std::ranges::find(detail->regions, "EU", &ActionLine::key);
    REQUIRE(eu != detail->regions.end());
    CHECK(eu->text == "EU · Large user account");
    (*stage)(RunOnScreen { detail->subscriptions.front().run });
    CHECK(!stage->apart<LargeAccountsModel>().detail);
}

TEST_CASE("a partner's region is told by its name, not by its letters", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/large-accounts");
    std::vector<std::string> names;
    for (auto const& line : stage->apart<LargeAccountsModel>().thresholds) names.push_back(line.text);
    CHECK(names
        == std::vector<std::string> {
            "United States", "India", "Australia", "Japan", "Saudi Arabia", "Canada", "EU", "United Kingdom" });
    CHECK(setting_of(*stage, "threshold:UK").label == "United Kingdom");
    (*stage)(RunOnScreen { "set:threshold:UK" });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->title == "Threshold: United Kingdom");
}

TEST_CASE("a value in the catalogue begins with a capital, in whatever language", "[portal][settings]")
{
    auto const lower = [](std::string_view text) {
        auto const first = static_cast<unsigned char>(text[0]), second = static_cast<unsigned char>(text[1]);
        return (first >= 'a' && first <= 'z') || (first == 0xC3 && second >= 0xA0); // as in "én"
    };
    for (auto const* const language : { "en", "de", "nb" }) {
        auto const stage = test::demo_stage();
        (*stage)(SetLanguage { language });
        stage->go_to("/t/northwind/catalogue");
        auto const sections = stage->apart<CatalogueModel>().sections;
        REQUIRE(!sections.empty());
        for (auto const& line : sections.front().lines) {
            CAPTURE(language, line.label, line.text);
            REQUIRE(line.text.size() > 1);
            CHECK(!lower(line.text));
        }
    }
}

TEST_CASE("every rule of the catalogue stands on its screen, with where it stands", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/catalogue/rules");
    std::size_t rules = 0;
    for (auto const& section : stage->apart<CatalogueModel>().sections)
        for (auto const& line : section.lines) {
            CHECK((line.label.starts_with("R") || line.label.starts_with("D"))); // or a decision
            CHECK(!line.text.empty());
            CHECK(line.text.find('{') == std::string::npos);
            ++rules;
        }
    CHECK(rules > 180);
    (*stage)(SearchScreen { "R39" });
    REQUIRE(stage->apart<CatalogueModel>().sections.size() == 1);
    CHECK(stage->apart<CatalogueModel>().sections.front().lines.front().label == "R39");
    // Where the tag of a reason leads: to that rule alone, and to a decision as well.
    for (std::string const tag : { "R3", "D3" }) {
        CAPTURE(tag);
        (*stage)(SearchScreen { tag });
        REQUIRE(stage->apart<CatalogueModel>().sections.size() == 1);
        REQUIRE(stage->apart<CatalogueModel>().sections.front().lines.size() == 1);
        CHECK(stage->apart<CatalogueModel>().sections.front().lines.front().label == tag);
    }
}

TEST_CASE("a rule is told in the reader's words, and its heading is quoted in his language", "[portal][settings]")
{
    struct Row
    {
        char const* language;
        char const* rule;
        char const* heading;
    };
    auto const row = GENERATE(values<Row>({
        { "en", "R3",   "“The Customer received the Invitation, what should they do next?”"    },
        { "de", "R3",   "„Der Kunde hat die Einladung erhalten. Was ist als Nächstes zu tun?“" },
        { "nb", "R3",   "«Kunden har mottatt invitasjonen. Hva er neste steg?»"                },
        { "en", "R130", "“Resolution time”"                                                    },
        { "de", "R130", "„Lösungszeit“"                                                        },
        { "nb", "R130", "«Løsningstid»"                                                        },
        { "en", "R194", "“Programme terms”"                                                    },
        { "de", "R194", "„Programmbedingungen“"                                                },
        { "nb", "R194", "«Programvilkår»"                                                      },
    }));
    auto const stage = test::demo_stage();
    (*stage)(SetLanguage { row.language });
    stage->go_to("/t/northwind/catalogue/rules?q=" + std::string { row.rule });
    auto const& rule = stage->apart<CatalogueModel>().sections.front().lines.front();
    CHECK(!rule.text.empty());
    CHECK(rule.origin == row.heading);
}

TEST_CASE("no two rules of a document read alike", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    for (auto const* const language : { "en", "de", "nb" }) {
        (*stage)(SetLanguage { language });
        stage->go_to("/t/northwind/catalogue/rules");
        for (auto const& section : stage->apart<CatalogueModel>().sections) {
            std::map<std::string, std::string> seen;
            for (auto const& line : section.lines) {
                if (!line.label.starts_with('R')) continue; // a decision
                auto const [at, is_new] = seen.try_emplace(line.text + '\n' + line.origin, line.label);
                CAPTURE(language, line.text, at->second, line.label);
                CHECK(is_new);
                CHECK(!line.text.empty());
            }
        }
    }
}

TEST_CASE("an amount has its currency where the language puts it", "[portal][settings]")
{
    CHECK(money_text(Words { Language::english }, 120'050) == "USD 1,200.50");
    CHECK(money_text(Words { Language::german }, 120'050) == "1.200,50 USD");
    CHECK(money_text(Words { Language::norwegian }, 4'905) == "49,05 USD");
}

TEST_CASE("shortcuts of one letter are switched off and on again", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    CHECK(stage->model().single_keys);
    stage->go_to("/t/northwind/settings");
    (*stage)(RunOnScreen { "single_keys" });
    CHECK(!stage->model().single_keys);
    CHECK(stage->remembered["single_keys"] == "off");
    (*stage)(RunOnScreen { "single_keys" });
    CHECK(stage->model().single_keys);
    (*stage)(SetContrast { Contrast::high });
    CHECK(stage->portal.contrast() == Contrast::high);
    CHECK(stage->remembered["contrast"] == "high");
}

TEST_CASE("targets of support are told in hours where they are whole hours", "[portal][settings]")
{
    auto const stage = test::demo_stage();
    stage->go_to("/t/northwind/catalogue/support");
    std::string all;
    for (auto const& line : stage->apart<CatalogueModel>().sections.front().lines) all += line.text + '\n';
    CHECK(all.contains("48 h at most"));
    CHECK(all.contains("30 min at most"));
    CHECK(all.contains("first mark after 1 h"));
    CHECK(!all.contains("minute"));
}

} // namespace keyrack::portal
