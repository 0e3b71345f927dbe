// What the widgets say, as lines of the boundary.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

// One widget, and the one line that it says; role, flags, name, value and extra with `|` between.
struct Row
{
    char const* what;
    void (*draw)(Frame&);
    char const* want;
};

constexpr Rect place { 100, 100, 300, 40 };

std::string line_of(Said const& said)
{
    return said.role + "|" + said.flags + "|" + said.name + "|" + said.value + "|" + said.extra;
}

void draw_field(Frame& f, FieldSpec const& spec, std::string value)
{
    (void)text_field(f, { 100, 100, 300, 200 }, spec, value);
}

constexpr char const* field_facts = "font=400/15/20;ink=#18212f;pad=12,8,12,8";

} // namespace

TEST_CASE("a node is a line of eleven fields", "[ui]")
{
    Semantics semantics;
    semantics.begin();
    semantics.open(
        {
            .id = 7, .role = Role::main, .bounds = { 0, 0.04F, 10.26F, 2 },
                    .name = "Main"
    },
        0);
    Extra extra;
    extra.put("keys", "Control+K").put("sort", "50%;").put("level", 2);
    semantics.add(
        {
            .id = 4294967295U,
            .role = Role::switch_,
            .bounds = { -1.25F, 3, 4, 5 },
            .name = "a\tb\\c\nd\x01",
            .value = "v",
            .flags = Flag::disabled | Flag::unchecked,
            .extra = extra
    },
        0);
    semantics.close();
    CHECK(semantics.finish(0, 0, {})
        == "7\t0\tmain\t0.0\t0.0\t10.3\t2.0\t\tMain\t\t\n"
           "4294967295\t7\tswitch\t-1.3\t3.0\t4.0\t5.0\tdC\ta\\tb\\\\c\\nd\tv\tkeys=Control+K;sort=50%25%3B;level=2\n");
}

TEST_CASE("each flag has the letter of the boundary", "[ui]")
{
    std::string letters;
    for (std::uint32_t bit = 0; bit < 19; ++bit) letters += Flags { static_cast<Flag>(1U << bit) }.letters();
    CHECK(letters == "dcCmsexpPfirohlbnut");
    CHECK((Flag::disabled | Flag::roving).letters() == "dt");
    CHECK(Flags {}.letters().empty());
}

TEST_CASE("what a widget is stands in one line", "[ui]")
{
    auto const row = GENERATE(values<Row>({
        { "button",                 [](Frame& f) { (void)button(f, place, { .key = "b", .label = "Save" }); },                             "button||Save||"                   },
        { "disabled with a reason",
         [](Frame& f) {
                (void)button(
                    f, place, { .key = "b", .label = "Save", .state = ButtonState::disabled, .reason = "Nothing new" });
            },                                                                                                                             "button|d|Save|Nothing new|"       },
        { "busy",                   [](Frame& f) { (void)button(f, place, { .key = "b", .label = "Save", .state = ButtonState::busy }); },
         "button|b|Save|Loading|"                                                                                                                                             },
        { "opens something",
         [](Frame& f) {
                (void)button(f, place,
                    { .key = "b", .label = "Site", .keys = "Control+S", .expanded = false, .name = "By site" });
            },                                                                                                                             "button|x|By site||keys=Control+S" },
        { "button that leads on",
         [](Frame& f) { (void)button(f, place, { .key = "b", .label = "Rooms", .href = "/t/a;b/rooms" }); },
         "link||Rooms||href=/t/a%3Bb/rooms"                                                                                                                                   },
        { "icon",                   [](Frame& f) { (void)icon_button(f, place, { .key = "b", .icon = Icon::x, .name = "Close" }); },
         "button||Close||"                                                                                                                                                    },
        { "toggle icon",
         [](Frame& f) {
                (void)icon_button(f, place, { .key = "b", .icon = Icon::sun, .name = "Light", .pressed = true });
            },                                                                                                                             "button|p|Light||"                 },
        { "link",                   [](Frame& f) { (void)link(f, place, { .key = "l", .text = "Why", .href = "/why" }); },
         "link||Why||href=/why"                                                                                                                                               },
        { "link without address",   [](Frame& f) { (void)link(f, place, { .key = "l", .text = "Why" }); },
         "button||Why||"                                                                                                                                                      },
        { "label",                  [](Frame& f) { label(f, place, "38 licences are free, more than fit into this line of text"); },
         "text||38 licences are free, more than fit into this line of text||"                                                                                                 },
        { "heading",                [](Frame& f) { heading(f, place, "Rooms", 2); },                                                       "heading||Rooms||level=2"          },
        { "checkbox off",           [](Frame& f) { (void)checkbox(f, place, { .key = "c", .label = "All" }, Check::off); },
         "checkbox|C|All||"                                                                                                                                                   },
        { "checkbox mixed",
         [](Frame& f) { (void)checkbox(f, place, { .key = "c", .label = "All", .second = "of 9" }, Check::mixed); },
         "checkbox|m|All, of 9||"                                                                                                                                             },
        { "switch",                 [](Frame& f) { (void)toggle(f, place, { .key = "s", .label = "Dark" }, true); },
         "switch|c|Dark||"                                                                                                                                                    },
        { "switch, disabled",
         [](Frame& f) { (void)toggle(f, place, { .key = "s", .label = "Dark", .disabled = true }, false); },
         "switch|dC|Dark||"                                                                                                                                                   },
        { "filter",                 [](Frame& f) { (void)filter_chip(f, place, { .key = "f", .label = "Ending", .count = 12 }); },
         "button|P|Ending 12||"                                                                                                                                               },
        { "filter, on",
         [](Frame& f) {
                (void)filter_chip(f, place, { .key = "f", .label = "Ending", .count_text = "1,200", .on = true });
            },                                                                                                                             "button|p|Ending 1,200||"          },
        { "chip",                   [](Frame& f) { (void)chip(f, place, { .text = "Covered", .tone = Tone::covered }); },
         "text||Covered||"                                                                                                                                                    },
        { "progress",               [](Frame& f) { progress_bar(f, place, { .key = "p", .name = "Import", .share = 0.416F }); },
         "progressbar||Import||now=42;min=0;max=100"                                                                                                                          },
        { "progress, who knows",    [](Frame& f) { progress_bar(f, place, { .key = "p", .name = "Import" }); },
         "progressbar||Import||"                                                                                                                                              },
        { "ring",
         [](Frame& f) {
                ring_chart(f, place, { .key = "r", .name = "62 of 80 are covered", .share = 0.8F, .figure = "62" });
            },                                                                                                                             "img||62 of 80 are covered||"      },
        { "card to check",
         [](Frame& f) { (void)press_card(f, place, { .key = "p", .name = "Fjord, Oslo", .checked = true }); },
         "checkbox|c|Fjord, Oslo||"                                                                                                                                           },
    }));
    CAPTURE(row.what);
    KitStage stage;
    stage.frame(row.draw);
    REQUIRE(stage.nodes().size() == 1);
    CHECK(line_of(stage.nodes().front()) == row.want);
}

TEST_CASE("a field says how its text is edited", "[ui]")
{
    std::string const facts = field_facts;
    struct FieldRow
    {
        char const* what;
        FieldSpec spec;
        char const* value;
        std::string want;
    };
    std::vector<FieldRow> const rows {
        { "text",       { .key = "f", .label = "Room" },                                                              "Boardroom",  "textbox||Room|Boardroom|type=text;" + facts },
        { "required",   { .key = "f", .label = "Room", .required = true },                                            "",           "textbox|r|Room||type=text;" + facts         },
        { "e-mail",     { .key = "f", .label = "To", .kind = FieldKind::email, .placeholder = "a@b.c", .limit = 80 }, "",
         "textbox||To||type=email;" + facts + ";placeholder=a@b.c;limit=80"                                                                                                      },
        { "date",       { .key = "f", .label = "Day", .kind = FieldKind::date, .shown = "1 May" },                    "2026-05-01",
         "textbox||Day|2026-05-01|type=date;" + facts                                                                                                                            },
        { "disabled",   { .key = "f", .label = "Room", .disabled = true },                                            "",           "textbox|d|Room||type=text;" + facts         },
        { "many lines", { .key = "f", .label = "Note", .kind = FieldKind::long_text, .lines = 2 },                    "a",
         "textbox|l|Note|a|type=text;" + facts                                                                                                                                   },
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        KitStage stage;
        stage.frame([&](Frame& f) { draw_field(f, row.spec, row.value); });
        REQUIRE(stage.nodes().size() == 1);
        CHECK(line_of(stage.nodes().front()) == row.want);
    }
}

TEST_CASE("what is wrong with a field is said of it", "[ui]")
{
    KitStage stage;
    stage.frame([](Frame& f) { draw_field(f, { .key = "f", .label = "Room", .error = "Give it a name" }, ""); });
    auto const field = stage.node("textbox", "Room");
    CHECK(field.has('i'));
    CHECK(field.fact("describedby") == std::to_string(stage.node("text", "Give it a name").id));
    CHECK(stage.nodes().front().id == field.id);
}

TEST_CASE("ids stay and differ", "[ui]")
{
    KitStage stage;
    auto const draw = [](Frame& f) {
        for (int i = 0; i < 3; ++i) {
            IdScope const row { f, i };
            (void)button(f, { 0, static_cast<float>(i) * 50, 100, 40 }, { .key = "open", .label = "Open" });
        }
        label(f, { 0, 300, 100, 20 }, "twice");
        label(f, { 0, 330, 100, 20 }, "twice");
        (void)chip(f, { 0, 360, 100, 20 }, { .text = "Covered" });
        (void)chip(f, { 0, 390, 100, 20 }, { .text = "Covered" });
    };
    stage.frame(draw);
    auto const before = stage.nodes();
    REQUIRE(before.size() == 7);
    for (std::size_t i = 0; i < before.size(); ++i)
        for (std::size_t j = i + 1; j < before.size(); ++j) CHECK(before[i].id != before[j].id);
    stage.kit().forget_mirror();
    stage.frame(draw);
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(stage.nodes()[i].id == before[i].id);
}

TEST_CASE("the semantics are sent when they change", "[ui]")
{
    KitStage stage;
    std::string name = "Save";
    auto const draw = [&](Frame& f) { (void)button(f, place, { .key = "b", .label = name }); };
    stage.frame(draw);
    CHECK(stage.output().semantics != nullptr);
    stage.frame(draw);
    CHECK(stage.output().semantics == nullptr);
    stage.kit().forget_mirror();
    stage.frame(draw);
    CHECK(stage.output().semantics != nullptr);
    name = "Saved";
    stage.frame(draw);
    REQUIRE(stage.output().semantics != nullptr);
    CHECK(stage.has("button", "Saved"));
}
