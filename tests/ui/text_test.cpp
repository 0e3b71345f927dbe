// Text: measured, cut, wrapped. Every glyph of these fonts is half as wide as the size.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

// Runs `look` with a frame at hand.
template <typename Look>
void with_frame(Look const& look)
{
    KitStage stage;
    stage.frame([&](Frame& f) { look(f); });
}

std::vector<std::string> as_strings(std::vector<std::string_view> const& lines)
{
    return { lines.begin(), lines.end() };
}

} // namespace

TEST_CASE("text is as wide as its glyphs", "[ui]")
{
    struct Row
    {
        char const* text;
        Type type;
        float want;
    };
    auto const row = GENERATE(values<Row>({
        // text            type               want
        { "",               Type::body,  0  },
        { "abcd",           Type::body,  30 },
        { "abcd",           Type::small, 25 }, // 12.5 px
        { "Ærø",            Type::table, 21 },
        { "日本",           Type::table, 14 },
        { "\u200Eab\u200F", Type::table, 14 }, // direction marks have no width
        { "\xFF\xFE",       Type::table, 14 }, // not UTF-8: two replacements
    }));
    CAPTURE(row.text);
    with_frame([&](Frame& f) { CHECK(text_width(f, row.text, row.type) == row.want); });
}

TEST_CASE("what does not fit ends in an ellipsis", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // text         width   want
        { "Boardroom",  70, "Boardroom" },
        { "Boardroom",  62, "Boardro…"  }, // 63 would hold all nine
        { "Boardroom",  63, "Boardroom" },
        { "Board room", 49, "Board…"    }, // no blank before the ellipsis
        { "Zürich",     28, "Zür…"      },
        { "Boardroom",  7,  "…"         },
        { "Boardroom",  3,  ""          },
    }));
    CAPTURE(row.text, row.width);
    with_frame([&](Frame& f) { CHECK(fitted(f, row.text, Type::table, row.width) == row.want); });
}

TEST_CASE("text wraps between words, and within those that are too long", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        std::vector<std::string> want;
    };
    auto const row = GENERATE(values<Row>({
        { "one two three",            49,  { "one two", "three" }            },
        { "one two three",            91,  { "one two three" }               },
        { "one two three",            90,  { "one two", "three" }            },
        { "abcdefghij",               28,  { "abcd", "efgh", "ij" }          },
        { "a abcdefgh",               28,  { "a", "abcd", "efgh" }           },
        { "one\ntwo",                 200, { "one", "two" }                  },
        { "one\n\ntwo\n",             200, { "one", "", "two" }              },
        { "über øl",                  28,  { "über", "øl" }                  },
        { "aa bb cc dd",              56,  { "aa bb", "cc dd" }              },
        { "aa · bb cc dd",            77,  { "aa", "bb cc dd" }              }, // a fact is told on one line
        { "aa · bb cc dd eee",        77,  { "aa · bb cc", "dd eee" }        }, // where it has room on one
        { "aa bb cc · dd ee",         70,  { "aa bb cc", "dd ee" }           }, // a line that ends parts facts
        { "aa bb cc · dd ee ff",      77,  { "aa bb cc", "dd ee ff" }        },
        { "aa bb cc · dd ee ff",      63,  { "aa bb cc", "dd ee ff" }        }, // where there is no room for it, too
        { "aa bb cc dd · e ff gg",    63,  { "aa bb cc", "dd · e", "ff gg" } }, // no end of a fact stands alone
        { "all of these are covered", 112, { "all of these", "are covered" } }, // no short word alone
        { "ab@cdefgh",                42,  { "ab@", "cdefgh" }               },
        { "one · two",                49,  { "one", "two" }                  },
        { "one · two",                34,  { "one", "two" }                  }, // there is no room for it
        { "one · two",                63,  { "one · two" }                   },
        { "",                         50,  { "" }                            },
        { "ab",                       1,   { "a", "b" }                      },
    }));
    CAPTURE(row.text, row.width);
    with_frame([&](Frame& f) { CHECK(as_strings(wrapped(f, row.text, Type::table, row.width)) == row.want); });
}

TEST_CASE("no word stands alone on the last line where others can join it", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        std::vector<std::string> want;
    };
    auto const row = GENERATE(values<Row>({
        // text                           width  want
        { "nobody works here",               84,  { "nobody", "works here" }            },
        { "we see who works here",           112, { "we see who", "works here" }        },
        { "see the internationalisation",    154, { "see the", "internationalisation" } }, // two words do not fit
        { "all of the internationalisation", 168,
         { "all of the", "internationalisation" }                                       }, // too much would stay empty
        { "aaa bbb ccc dd eeeeeee f",        77,  { "aaa bbb ccc", "dd eeeeeee", "f" }  }, // nor a longer one before it
        { "ab cdefgh ijkl",                  84,  { "ab cdefgh", "ijkl" }               }, // nor a shorter one instead
        { "aa · bb · cc",                    63,  { "aa · bb", "cc" }                   }, // a fact may
        { "aaaa bb\ncc",                     63,  { "aaaa bb", "cc" }                   }, // a line of its own may
        { "aa bb cc dd\nee",                 56,  { "aa bb", "cc dd", "ee" }            },
        { "aa bb cc dd\nee",                 70,  { "aa bb", "cc dd", "ee" }            }, // each paragraph has a last line
        { "aa bb cc dd",                     77,  { "aa bb cc dd" }                     },
    }));
    CAPTURE(row.text, row.width);
    with_frame([&](Frame& f) { CHECK(as_strings(wrapped(f, row.text, Type::table, row.width)) == row.want); });
}

TEST_CASE("a wide paragraph fills its lines: a long word stays on its line, and the last one alone below", "[ui]")
{
    std::string const begins = "Customers have different hardware in different rooms so how is the spare";
    struct Row
    {
        std::string moves;
        std::size_t line;
    };
    auto const row = GENERATE(values<Row>({
        // moves       the line that it stands on
        { "part",                 1 },
        { "interfaces.",          1 }, // with its blank 84 wide
        { "internationalisation", 0 }, // 147: more than a fifth would stay empty
    }));
    CAPTURE(row.moves);
    auto const text = begins + " " + row.moves + " chosen?";
    auto const width = 7 * static_cast<float>(begins.size() + 1 + row.moves.size());
    with_frame([&](Frame& f) {
        auto const lines = wrapped(f, text, Type::table, width);
        REQUIRE(lines.size() == 2);
        CHECK(lines[row.line].contains(row.moves));
    });
}

TEST_CASE("words that keep company take no more lines", "[ui]")
{
    std::string_view const text = "What is tried is kept apart from what is recorded until somebody keeps it for good";
    with_frame([&](Frame& f) {
        for (float width = 70; width < 700; width += 7) {
            CAPTURE(width);
            auto const lines = wrapped(f, text, Type::table, width);
            CHECK(lines.size() == wrapped(f, text, Type::table, width, Setting::as_typed).size());
            for (auto const& line : lines) CHECK(text_width(f, line, Type::table) <= width);
        }
    });
}

TEST_CASE("a number stays with its word", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        std::vector<std::string> want;
    };
    auto const row = GENERATE(values<Row>({
        // text                    width  want
        { "due 9. Dec. 2026",        70,  { "due", "9. Dec.", "2026" }        },
        { "due on 9. Dec. 2026",     98,  { "due on", "9. Dec. 2026" }        }, // no "9." stays behind
        { "ends in 12 rooms",        77,  { "ends in", "12 rooms" }           },
        { "PO-1072 not begun",       63,  { "PO-1072", "not begun" }          }, // a number of an order is no count
        { "in 12 gatherings",        70,  { "in 12", "gatherings" }           }, // both do not go on one line
        { "in 2026 and later",       63,  { "in 2026", "and later" }          }, // nor is a year
        { "call 22 33 44 55",        49,  { "call 22", "33 44", "55" }        }, // nor a row of numbers
        { "due at once in 38 min",   105, { "due at once", "in 38 min" }      }, // nor do they stand alone
        { "ends in 2027. Another",   98,  { "ends in 2027.", "Another" }      }, // a sentence may end with a year
        { "due on 9. Dec. 2026 at",  105, { "due on", "9. Dec. 2026 at" }     }, // nor does a date break before its year
        { "runs to 9 May 2027 then", 98,  { "runs to", "9 May 2027", "then" } },
        { "for 1,200 rooms",         84,  { "for", "1,200 rooms" }            },
        { "limit is 10:21 UTC+1",    98,  { "limit is", "10:21 UTC+1" }       },
        { "06:06 or (05:06 UTC)",    119, { "06:06 or", "(05:06 UTC)" }       }, // nor does a bracket break there
        { "rooms 12 · sites",        70,  { "rooms 12", "sites" }             }, // a separator is no unit
        { "at Hamburg / Alster",     77,  { "at", "Hamburg /", "Alster" }     }, // a stroke begins no line
    }));
    CAPTURE(row.text, row.width);
    with_frame([&](Frame& f) { CHECK(as_strings(wrapped(f, row.text, Type::table, row.width)) == row.want); });
}

TEST_CASE("a number stays with its word among links too", "[ui]")
{
    with_frame([](Frame& f) {
        Piece const piece { .text = "due 9. Dec. on" };
        CHECK(rich_height(f, 49, std::span { &piece, 1 }, Type::table) == 60); // not "due 9.", "Dec. on"
        CHECK(rich_height(f, 42, std::span { &piece, 1 }, Type::table) == 60); // "due 9.", "Dec.", "on"
        Piece const numbers { .text = "22 33 44 55" };
        CHECK(rich_height(f, 49, std::span { &numbers, 1 }, Type::table) == 40); // "22 33", "44 55"
        Piece const date { .text = "runs to 9 May 2027 then" };
        CHECK(rich_height(f, 98, std::span { &date, 1 }, Type::table) == 60); // not "runs to 9 May", "2027 then"
    });
}

TEST_CASE("links that a no-break blank binds go to the next line together", "[ui]")
{
    struct Row
    {
        float width;
        Rect first, second;
    };
    auto const row = GENERATE(values<Row>({
        // width  first link         second link
        { 98, { 63, 0, 14, 20 }, { 84, 0, 14, 20 }  },
        { 90, { 0, 20, 14, 20 }, { 21, 20, 14, 20 } }, // not the second alone
        { 20, { 0, 40, 14, 20 }, { 0, 60, 14, 20 }  }, // there is no room for both
    }));
    CAPTURE(row.width);
    std::vector<Piece> const pieces {
        { .text = "one two" },
        { .text = "  " },
        { .text = "R1", .href = "/1", .key = "1" },
        { .text = "\u00A0" },
        { .text = "R2", .href = "/2", .key = "2" }
    };
    KitStage stage;
    stage.frame([&](Frame& f) { (void)rich(f, { 0, 0, row.width, 80 }, "t", pieces, { .type = Type::table }); });
    CHECK(stage.node("link", "R1").bounds == row.first);
    CHECK(stage.node("link", "R2").bounds == row.second);
    CHECK(stage.count("text") == 1); // the blank says nothing
}

TEST_CASE("a rule’s number goes to the next line with the word before it, and no separator ends the other", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        Rect rule;
        Rect words; // with the blank that binds, which its name leaves out
    };
    auto const row = GENERATE(values<Row>({
        // text       width  rule               words
        { "one two",   70, { 56, 0, 14, 20 },  { 0, 0, 56, 20 } },
        { "one two",   69, { 28, 20, 14, 20 }, { 0, 0, 28, 40 } },
        { "one · two", 80, { 28, 20, 14, 20 }, { 0, 0, 28, 40 } },
    }));
    CAPTURE(row.text, row.width);
    std::vector<Piece> const pieces {
        { .text = row.text },
        { .text = "\u00A0" },
        { .text = "R1", .href = "/1", .key = "1" },
    };
    KitStage stage;
    stage.frame([&](Frame& f) { (void)rich(f, { 0, 0, row.width, 80 }, "t", pieces, { .type = Type::table }); });
    CHECK(stage.node("link", "R1").bounds == row.rule);
    CHECK(stage.node("text", row.text).bounds == row.words);
}

TEST_CASE("a dot that binds goes along too, and is left out where there is no room for its neighbours", "[ui]")
{
    struct Row
    {
        float width;
        Rect rule;
    };
    auto const row = GENERATE(values<Row>({
        // width  rule
        { 84, { 70, 0, 14, 20 }  },
        { 83, { 42, 20, 14, 20 } }, // with the word and the dot before it
        { 30, { 0, 40, 14, 20 }  }, // alone
    }));
    CAPTURE(row.width);
    std::vector<Piece> const pieces {
        { .text = "one two" },
        { .text = "\u00A0\u00B7\u00A0" },
        { .text = "R1", .href = "/1", .key = "1" },
    };
    KitStage stage;
    stage.frame([&](Frame& f) { (void)rich(f, { 0, 0, row.width, 80 }, "t", pieces, { .type = Type::table }); });
    CHECK(stage.node("link", "R1").bounds == row.rule);
    CHECK(stage.has("text", "one two"));
    CHECK(stage.count("text") == 1); // the dot says nothing
}

TEST_CASE("what stands between two links is left out where a line ends between them", "[ui]")
{
    struct Row
    {
        float width;
        bool has_dot;
        Rect first, second;
    };
    auto const row = GENERATE(values<Row>({
        // width  dot    first link         second link
        { 126, true,  { 21, 0, 56, 20 }, { 98, 0, 28, 20 } },
        { 125, false, { 21, 0, 56, 20 }, { 0, 20, 28, 20 } },
        { 77,  false, { 21, 0, 56, 20 }, { 0, 20, 28, 20 } }, // nor does it take the link before it along
    }));
    CAPTURE(row.width);
    std::vector<Piece> const pieces {
        { .text = "at " },
        { .text = "entry 47", .href = "/1", .key = "1" },
        { .text = " · " },
        { .text = "Oslo", .href = "/2", .key = "2" }
    };
    KitStage stage;
    stage.frame([&](Frame& f) { (void)rich(f, { 0, 0, row.width, 80 }, "t", pieces, { .type = Type::table }); });
    CHECK(stage.node("link", "entry 47").bounds == row.first);
    CHECK(stage.has("text", "· ") == row.has_dot);
    CHECK(stage.node("link", "Oslo").bounds == row.second);
}

TEST_CASE("no short word of a link stands alone on its last line", "[ui]")
{
    struct Row
    {
        char const* text;
        float width;
        float widest; // of its lines
    };
    auto const row = GENERATE(values<Row>({
        // text                         width  widest
        { "all of these are covered",           112, 84  }, // "all of these", "are covered"
        { "all of these are uncovered",         112, 91  }, // "all of these", "are uncovered"
        { "all of · are covered",               84,  77  }, // "all of", "are covered"
        { "these are covered",                  63,  63  }, // a lone word before is no better
        { "this is an internationalisation it", 224, 217 }, // nor a line that ends so early
    }));
    CAPTURE(row.text);
    KitStage stage;
    Piece const link { .text = row.text, .href = "/", .key = "l" };
    stage.frame(
        [&](Frame& f) { rich(f, { 0, 0, row.width, 60 }, "t", std::span { &link, 1 }, { .type = Type::table }); });
    CHECK(stage.node("link", row.text).bounds == Rect { 0, 0, row.widest, 40 });
}

TEST_CASE("a paragraph is as high as its lines", "[ui]")
{
    with_frame([](Frame& f) {
        CHECK(paragraph_height(f, 49, "one two three", Type::table) == 40);
        CHECK(paragraph_height(f, 49, "", Type::table) == 0);
        std::vector<Piece> const pieces {
            { .text = "one " },
            { .text = "two", .href = "/", .key = "l" },
            { .text = " three" }
        };
        CHECK(rich_height(f, 49, pieces, Type::table) == 40);
        CHECK(rich_height(f, 91, pieces, Type::table) == 20);
        std::vector<Piece> const facts {
            { .text = "one · " },
            { .text = "two", .href = "/", .key = "l" }
        };
        CHECK(rich_height(f, 34, facts, Type::table) == 40);
        CHECK(rich_height(f, 21, facts, Type::table) == 40);
    });
}

TEST_CASE("a section's heading that is too long for its line takes another, beside what trails it too", "[ui]")
{
    struct Row
    {
        float width;
        char const* trailing;
        float want;
    };
    auto const row = GENERATE(values<Row>({
        // width  trailing  taken, with the gap below
        { 100, "",   36 },
        { 60,  "",   56 },
        { 140, "12", 36 },
        { 100, "12", 56 },
    }));
    CAPTURE(row.width, row.trailing);
    KitStage stage;
    stage.frame([&](Frame& f) {
        Rect from { 0, 0, row.width, 200 };
        section_heading(f, from, "one two three", row.trailing);
        CHECK(from.y == row.want);
    });
    CHECK(stage.has("heading", "one two three"));
}

TEST_CASE("initials are the first letters of the first and the last word", "[ui]")
{
    struct Row
    {
        char const* name;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "Maren Kjær",         "MK" },
        { "Maren Solveig Kjær", "MK" },
        { "Sync",               "S"  },
        { "select team",        "ST" },
        { "Ærlig Øst",          "ÆØ" },
        { "  ",                 ""   },
        { "",                   ""   },
    }));
    CHECK(initials_of(row.name) == row.want);
}

TEST_CASE("a type names its CSS font", "[ui]")
{
    CHECK(css_font_of(Type::body) == "400/15/20");
    CHECK(css_font_of(Type::title) == "650/22/28");
    CHECK(css_font_of(Type::small) == "500/12.5/16");
}
