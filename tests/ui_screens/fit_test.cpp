// No text is cut off: in three languages, at three widths. What is measured are Inter's advances.

#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"
#include "ui_screens/translated.hpp"

namespace keyrack::ui::fixture {

namespace {

using portal::Language;
using portal::ScreenKind;

struct Fitted
{
    char const* name;
    portal::PortalModel (*model)();
};

portal::PortalModel first_visit()
{
    portal::PortalModel model;
    model.welcome = welcome(3);
    return model;
}

portal::PortalModel open_room(portal::RoomTab tab)
{
    auto model = portal_at(ScreenKind::rooms);
    auto screen = rooms();
    screen.selected_row = 3;
    screen.detail = room_detail(tab);
    model.session->screen = screen;
    return model;
}

portal::PortalModel orders_with_service()
{
    auto model = portal_at(ScreenKind::orders);
    std::get<portal::OrdersModel>(model.session->screen).can_buy_service = true;
    return model;
}

portal::PortalModel open_order()
{
    auto model = portal_at(ScreenKind::orders);
    auto screen = orders();
    screen.detail = order_detail();
    model.session->screen = screen;
    return model;
}

portal::PortalModel reported()
{
    auto model = portal_at(ScreenKind::data);
    auto screen = data();
    screen.report = import_report();
    model.session->screen = screen;
    return model;
}

portal::PortalModel marked_rooms()
{
    auto model = portal_at(ScreenKind::rooms);
    auto screen = rooms();
    screen.marked = 3;
    model.session->screen = screen;
    return model;
}

portal::PortalModel asking()
{
    auto model = orders_with_service();
    model.dialog = dialog();
    model.dialog->can_try = true;
    return model;
}

portal::PortalModel empty_rooms()
{
    auto model = portal_at(ScreenKind::rooms);
    auto screen = rooms(0);
    screen.none_at_all = true;
    model.session->screen = screen;
    return model;
}

portal::PortalModel on_another_day()
{
    auto model = portal_at(ScreenKind::rooms);
    model.session->as_of = "As of 1 Mar 2027";
    model.session->as_of_today = false;
    return model;
}

} // namespace

TEST_CASE("no text is cut off", "[ui][screens]")
{
    auto const shown = GENERATE(values<Fitted>({
        // name            model
        { "first visit",   first_visit                                        },
        { "rooms",         [] { return portal_at(ScreenKind::rooms); }        },
        { "no rooms",      empty_rooms                                        },
        { "rooms chosen",  marked_rooms                                       },
        { "another day",   on_another_day                                     },
        { "room",          [] { return open_room(portal::RoomTab::room); }    },
        { "why",           [] { return open_room(portal::RoomTab::why); }     },
        { "devices",       [] { return open_room(portal::RoomTab::devices); } },
        { "history",       [] { return open_room(portal::RoomTab::history); } },
        { "orders",        [] { return portal_at(ScreenKind::orders); }       },
        { "order",         open_order                                         },
        { "service, too",  orders_with_service                                },
        { "assign",        [] { return portal_at(ScreenKind::assign); }       },
        { "data",          [] { return portal_at(ScreenKind::data); }         },
        { "import report", reported                                           },
        { "dialog",        asking                                             },
    }));
    auto const language = GENERATE(Language::english, Language::german, Language::norwegian);
    auto const size = GENERATE(wide, tablet, phone);
    CAPTURE(shown.name, portal::tag(language), size.width);
    Stage stage { size, language };
    auto model = shown.model();
    translate(model, stage.words());
    ViewMemory memory;
    (void)stage.show(
        [&](Frame& frame, Rect) { return draw_view(frame, model, stage.words(), portal::Appearance::system, memory); });
    CHECK(stage.cut_texts() == std::vector<std::string> {});
}

TEST_CASE("session: a phone says what is not saved, and nothing where all is well", "[ui][screens]")
{
    struct Row
    {
        portal::Tone tone;
        bool shown;
    };
    auto const row = GENERATE(values<Row>({
        { portal::Tone::missing, true  },
        { portal::Tone::ending,  true  },
        { portal::Tone::neutral, true  },
        { portal::Tone::planned, false },
        { portal::Tone::covered, false },
    }));
    auto const size = GENERATE(phone, narrow);
    auto model = portal_at(ScreenKind::rooms);
    model.session->saved = "Not saved";
    model.session->saved_tone = row.tone;
    Stage stage { size };
    ViewMemory memory;
    (void)stage.show(
        [&](Frame& frame, Rect) { return draw_view(frame, model, stage.words(), portal::Appearance::system, memory); });
    CHECK(stage.has("button", "Not saved") == row.shown);
    check_fits(stage, size);
}

TEST_CASE("the measure of cut texts notices one", "[ui][screens]")
{
    Stage stage;
    (void)stage.show([](Frame& frame, Rect area) {
        draw_text(frame, area.take_top(20).take_left(40), "far too long for forty pixels");
        return std::vector<portal::Intent> {};
    });
    CHECK(stage.cut_texts() == std::vector<std::string> { "far too long for forty pixels" });
}

} // namespace keyrack::ui::fixture
