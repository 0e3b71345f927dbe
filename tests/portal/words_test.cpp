// Texts, dates and numbers in the three languages, and that no key is missing anywhere.
#include "base/text.hpp"
#include "codec/error_codes.hpp"
#include "engine/denial.hpp"
#include "engine/ticket_words.hpp"
#include "engine/verdict.hpp"
#include "portal/words.hpp"

#include "codec/catalogue_json.hpp"
#include "support/dates.hpp"
#include "sync/status.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace keyrack;
using namespace keyrack::portal;
using keyrack::test::date;

namespace {

constexpr Language all_languages[] { Language::english, Language::german, Language::norwegian };

std::string read(std::filesystem::path const& path)
{
    std::ifstream file { path };
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

bool names_a_file(std::string_view text)
{
    return std::ranges::any_of(
        std::array { ".conf", ".json", ".sql" }, [&](auto const* ending) { return text.ends_with(ending); });
}

// Quoted texts of the form `rooms.count` in the portal's own code.
std::set<std::string> keys_in_code()
{
    std::set<std::string> keys;
    std::regex const quoted { "\"([a-z_]+(?:\\.[a-z_0-9]+)+)\"" };
    for (auto const& entry : std::filesystem::directory_iterator { KEYRACK_SOURCE_FOLDER "/src/portal" }) {
        if (entry.path().extension() != ".cpp") continue;
        auto const text = read(entry.path());
        for (std::sregex_iterator at { text.begin(), text.end(), quoted }, end; at != end; ++at)
            if (auto key = (*at)[1].str(); !names_a_file(key)) keys.insert(std::move(key));
    }
    return keys;
}

Words in(Language language)
{
    return Words { language };
}

} // namespace

TEST_CASE("every key in the portal's code has its text in every language", "[portal]")
{
    auto const keys = keys_in_code();
    REQUIRE(keys.size() > 200);
    for (auto const language : all_languages) {
        auto const words = in(language);
        for (auto const& key : keys) {
            CAPTURE(tag(language), key);
            CHECK(words.knows(key));
        }
    }
}

TEST_CASE("whatever the journal tells as done is proposed in words of its own", "[portal][refused][B1]")
{
    std::set<std::string> told;
    std::regex const quoted { "\"journal\\.([a-z_]+)\"" };
    for (auto const* const file : { "journal_words.cpp", "css_journal_words.cpp" }) {
        auto const text = read(std::filesystem::path { KEYRACK_SOURCE_FOLDER "/src/portal" } / file);
        for (std::sregex_iterator at { text.begin(), text.end(), quoted }, end; at != end; ++at)
            told.insert((*at)[1].str());
    }
    // Who made an entry, what only an entry can be, and parts of others.
    for (auto const* const other : { "this_device", "at", "import_undone", "target_of_severity" })
        REQUIRE(told.erase(other) == 1);
    for (int step = 0; step <= static_cast<int>(engine::TicketStep::note); ++step)
        told.insert("turn_ticket." + std::string { engine::code(static_cast<engine::TicketStep>(step)) });
    REQUIRE(told.size() > 90);
    for (auto const language : all_languages) {
        auto const words = in(language);
        for (auto const& key : told) {
            CAPTURE(tag(language), key);
            CHECK(words.knows("journal." + key));
            CHECK(words.knows("proposal." + key));
        }
    }
}

TEST_CASE("every value that is told has its words", "[portal]")
{
    for (auto const language : all_languages) {
        auto const words = in(language);
        CAPTURE(tag(language));
        auto const check = [&](std::string const& key) {
            CAPTURE(key);
            CHECK(words.knows(key));
        };
        for (int reason = 0; reason <= static_cast<int>(engine::Reason::parties_unknown); ++reason) {
            auto const code = std::string { engine::code(static_cast<engine::Reason>(reason)) };
            check("denial." + code);
            check("report.denial." + code);
        }
        for (int rule = 0; rule <= static_cast<int>(engine::last_rule); ++rule) {
            auto const code = std::string { engine::code(static_cast<engine::Rule>(rule)) };
            check("rule." + code + ".yes");
            check("rule." + code + ".no");
        }
        for (int kind = 0; kind <= static_cast<int>(engine::CureKind::withdraw_end); ++kind) {
            auto const code = "cure." + std::string { engine::code(static_cast<engine::CureKind>(kind)) };
            for (auto const* const end : { "", "_second", "_action" }) check(code + end);
        }
        for (int fault = 0; fault <= static_cast<int>(TextFault::direction_mark); ++fault)
            check("fault." + std::string { code(static_cast<TextFault>(fault)) });
        for (int feature = 0; feature <= static_cast<int>(catalogue::Feature::success_manager); ++feature)
            for (auto const* const place : { "feature.", "feature_in_text." })
                check(place + std::string { catalogue::code(static_cast<catalogue::Feature>(feature)) });
        for (auto const code : codec::error_codes) check("error." + std::string { code });
        for (int trouble = 0; trouble <= static_cast<int>(sync::Trouble::newer); ++trouble) {
            auto const word = std::string { sync::word_of(static_cast<sync::Trouble>(trouble)) };
            check("error.sync_" + word);
            if (trouble != 0) check("exchange.trouble." + word);
        }
    }
}

TEST_CASE("every guide, each of its steps and every reference has its words", "[portal][R54][R65][R98][R136]")
{
    auto const& book = codec::shipped_catalogue().guidebook();
    REQUIRE(book.guides.size() >= 12);
    for (auto const language : all_languages) {
        auto const words = in(language);
        for (auto const& guide : book.guides) {
            CAPTURE(tag(language), guide.key);
            CHECK(words.knows("guide." + guide.key));
            for (auto const& step : guide.steps.value) CHECK(words.knows("guide_step." + step));
        }
        for (auto const& reference : book.references) CHECK(words.knows("reference." + reference.key));
    }
}

TEST_CASE("every error of the store has its words", "[portal]")
{
    std::set<std::string> codes;
    std::regex const failing { "\"((?:disk|damaged|foreign|newer|busy|database)_[a-z_]+)\"" };
    for (auto const& entry : std::filesystem::directory_iterator { KEYRACK_SOURCE_FOLDER "/src/store" }) {
        if (entry.path().extension() != ".cpp") continue;
        auto const text = read(entry.path());
        for (std::sregex_iterator at { text.begin(), text.end(), failing }, end; at != end; ++at)
            codes.insert((*at)[1]);
    }
    REQUIRE(codes.size() >= 5);
    for (auto const language : all_languages)
        for (auto const& code : codes) {
            CAPTURE(tag(language), code);
            CHECK(in(language).knows("error." + code));
        }
}

TEST_CASE("dates are written as people write them", "[portal]")
{
    struct Row
    {
        Language language;
        char const* day;
        char const* written;
        char const* shortened;
    };
    auto const row = GENERATE(values<Row>({
        // language             day           written               short
        { Language::english,   "2029-05-14", "14 May 2029",      "14 May 2029"  },
        { Language::english,   "2026-11-03", "3 November 2026",  "3 Nov 2026"   },
        { Language::german,    "2029-05-14", "14. Mai 2029",     "14. Mai 2029" },
        { Language::german,    "2026-11-03", "3. November 2026", "3. Nov. 2026" },
        { Language::norwegian, "2029-05-14", "14. mai 2029",     "14. mai 2029" },
        { Language::norwegian, "2026-11-03", "3. november 2026", "3. nov. 2026" },
    }));
    CAPTURE(row.day, tag(row.language));
    CHECK(in(row.language).date(date(row.day)) == row.written);
    CHECK(in(row.language).short_date(date(row.day)) == row.shortened);
    CHECK(in(row.language).short_date(never).find('{') == std::string::npos);
}

TEST_CASE("numbers are grouped by language", "[portal]")
{
    struct Row
    {
        Language language;
        std::int64_t number;
        char const* written;
    };
    auto const row = GENERATE(values<Row>({
        { Language::english,   0,          "0"           },
        { Language::english,   999,        "999"         },
        { Language::english,   1'000,      "1,000"       },
        { Language::english,   12'345'678, "12,345,678"  },
        { Language::english,   -1'234,     "−1,234"      },
        { Language::german,    12'345,     "12.345"      },
        { Language::norwegian, 12'345,     "12\u00a0345" },
    }));
    CHECK(in(row.language).number(row.number) == row.written);
}

TEST_CASE("one is singular, everything else plural", "[portal]")
{
    auto const words = in(Language::english);
    CHECK(words.plural("rooms.count", 0) == "0 rooms");
    CHECK(words.plural("rooms.count", 1) == "1 room");
    CHECK(words.plural("rooms.count", 1'200) == "1,200 rooms");
    CHECK(words.relative_days(date("2026-11-22"), date("2026-11-22")) == "today");
    CHECK(words.relative_days(date("2026-11-23"), date("2026-11-22")) == "tomorrow");
    CHECK(words.relative_days(date("2027-01-28"), date("2026-11-22")) == "in 67 days");
    CHECK(words.relative_days(date("2026-11-12"), date("2026-11-22")) == "10 days ago");
}

TEST_CASE("the reader's language is the first that is spoken here", "[portal]")
{
    struct Row
    {
        std::vector<std::string> preferred;
        Language chosen;
    };
    auto const row = GENERATE(values<Row>({
        { { "de-CH", "en" }, Language::german    },
        { { "nb-NO" },       Language::norwegian },
        { { "nn", "de" },    Language::norwegian },
        { { "fr-FR", "de" }, Language::german    },
        { { "fr", "ja" },    Language::english   },
        { {},                Language::english   },
    }));
    CHECK(choose_language(row.preferred) == row.chosen);
}

TEST_CASE("parts without their facts are left out", "[portal]")
{
    auto const words = in(Language::english);
    Argument const from[] {
        { "from", "3 Nov 2026" }
    };
    CHECK(words.parts("rule.licence_is_assigned.yes_second", from) == "from 3 Nov 2026");
    CHECK(words.parts("rule.licence_is_assigned.yes_second", {}) == "");
}

TEST_CASE("an error says what, where and with what", "[portal]")
{
    auto const words = in(Language::english);
    constexpr auto date = "The date does not exist or is not written like 2026-11-22. Correct it.";
    struct Row
    {
        Error error;
        std::string want;
    };
    for (auto const& [error, want] : {
             Row { { "bad_date", "rooms[3].from", "2026-02-30" },
                  std::string { "Row 4 of “rooms”, field “from”: “2026-02-30”. " } + date                          },
             Row { { "bad_date", "rooms[3]", {} },                std::string { "Row 4 of “rooms”: " } + date      },
             Row { { "bad_date", "12:7", {} },                    std::string { "Line 12, column 7: " } + date     },
             Row { { "bad_date", {}, "2026-02-30" },              std::string { "“2026-02-30”: " } + date          },
             Row { { "bad_date", {}, {} },                        date                                             },
             // What is no row of a list stays as it is.
             Row { { "bad_date", "rooms[3].days[0].from", {} },   std::string { "rooms[3].days[0].from: " } + date },
             Row { { "bad_date", "rooms[x].from", {} },           std::string { "rooms[x].from: " } + date         },
             Row { { "bad_date", "[3].from", {} },                std::string { "[3].from: " } + date              },
             Row { { "bad_text", "rooms[3].name", "too_long" },
                  "Row 4 of “rooms”, field “name”: The text cannot be used: it is too long. Correct it."           },
    })
        CHECK(words.error(error) == want);
    CHECK(words.error({ "something_new", {}, {} }).starts_with("Something went wrong."));
}

TEST_CASE("no text of a rule is copied from the documents", "[portal]")
{
    // Phrases of the documents that a careless hand would carry over.
    static constexpr std::string_view phrases[] { "active Sync Plus licen", "earlier of", "does not extend beyond",
        "available for all rooms", "within 30 days of initial purchase", "single parent entity",
        "in force at the parent entity" };
    auto const text = read(KEYRACK_SOURCE_FOLDER "/assets/lang/en.json");
    for (auto const phrase : phrases) {
        CAPTURE(phrase);
        CHECK(!text.contains(phrase));
    }
}
