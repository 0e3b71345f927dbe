#include "base/text.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace keyrack;

namespace {

std::string fault_code(std::string_view text)
{
    auto const fault = fault_of_name(text);
    return fault ? std::string { code(*fault) } : "none";
}

} // namespace

TEST_CASE("a name is UTF-8, not blank, not too long, and shows all that is in it", "[base]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // name    text              want
        { "plain", "Boardroom 3.14", "none" },
        { "umlauts", "Sitzungszimmer Zürich", "none" },
        { "curly quotes and dashes", "Ole’s – “Fjord”…", "none" },
        { "Japanese", "会議室", "none" },
        { "Arabic", "غرفة", "none" },
        { "emoji", "Lab 🔬", "none" },
        { "empty", "", "empty" },
        { "spaces", "   ", "empty" },
        { "no-break space", "\xC2\xA0", "empty" },
        { "zero-width space", "\xE2\x80\x8B", "empty" },
        { "256 bytes", std::string(256, 'x'), "none" },
        { "257 bytes", std::string(257, 'x'), "too_long" },
        { "257 bytes with a mark",
         std::string(254, 'x')
                + "å"
                  "y", "too_long" },
        { "10 KB", std::string(10'240, 'x'), "too_long" },
        { "line feed", "a\nb", "control_character" },
        { "tab", "a\tb", "control_character" },
        { "zero", std::string("a\0b", 3), "control_character" },
        { "delete", "a\x7F", "control_character" },
        { "next line, C1", "a\xC2\x85", "control_character" },
        { "line separator", "a\xE2\x80\xA8", "control_character" },
        { "right-to-left mark", "a\xE2\x80\x8F", "direction_mark" },
        { "right-to-left override",
         "a\xE2\x80\xAE"
            "b", "direction_mark" },
        { "isolate", "a\xE2\x81\xA6", "direction_mark" },
        { "Arabic letter mark", "a\xD8\x9C", "direction_mark" },
        { "hyphen beside the marks",
         "a\xE2\x80\x90"
            "b", "none" },
        { "lone continuation", "a\x80", "not_utf8" },
        { "cut character", "a\xC3", "not_utf8" },
        { "overlong slash", "\xC0\xAF", "not_utf8" },
        { "overlong in three bytes", "\xE0\x80\xAF", "not_utf8" },
        { "surrogate", "\xED\xA0\x80", "not_utf8" },
        { "past the last character", "\xF4\x90\x80\x80", "not_utf8" },
        { "bad and too long", std::string(300, '\xFF'), "not_utf8" },
    }));
    CAPTURE(row.name);
    CHECK(fault_code(row.text) == row.want);
}

TEST_CASE("a shortened text is whole characters within its bytes", "[base]")
{
    CHECK(shortened("Boardroom", 9) == "Boardroom");
    CHECK(shortened("Boardroom", 8) == "Board…");
    CHECK(shortened("åååå", 7) == "åå…");
    CHECK(shortened("åååå", 8) == "åååå");
    CHECK(shortened("a\nb", 10) == "a b");
    CHECK(shortened("abcdef", 2).empty());
    CHECK(shortened("", 0).empty());
    CHECK(shortened(std::string(100'000, 'x'), 20) == std::string(17, 'x') + "…");
    CHECK(is_utf8(shortened("a\xFF", 20)));
}

TEST_CASE("what follows the start of a text is empty where it does not begin so", "[base]")
{
    CHECK(after("role:jonas@northwind.example", "role:") == "jonas@northwind.example");
    CHECK(after("role:a:b", "role:") == "a:b");
    CHECK(after("role:", "role:").empty());
    CHECK(after("rol", "role:").empty());
    CHECK(after("a role:jonas", "role:").empty());
    CHECK(after("", "role:").empty());
    CHECK(after("role", "") == "role");
}

TEST_CASE("a folded text finds what a person types without accents and capitals", "[base]")
{
    struct Row
    {
        char const* text;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "Straße",             "strasse"   },
        { "STRAẞE",             "strasse"   },
        { "Ålesund",            "alesund"   },
        { "Møterom",            "moterom"   },
        { "Ærø",                "aero"      },
        { "Zürich",             "zurich"    },
        { "Łódź",               "lodz"      },
        { "Çeşme",              "cesme"     },
        { "București",          "bucuresti" },
        { "e\xCC\x81t\xC3\xA9", "ete"       },
        { "МОСКВА",             "москва"    },
        { "会議室",             "会議室"    },
        { "Room 3×4",           "room 3×4"  },
    }));
    CHECK(folded(row.text) == row.want);
}
