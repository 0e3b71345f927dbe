#include "ui/screens/orders.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

namespace keyrack::ui::fixture {

namespace {

Stage::Draw drawing(portal::OrdersModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return orders_screen(frame, area, model, words);
    };
}

portal::OrdersModel with_detail()
{
    auto model = orders();
    model.lines[1].selected = true;
    model.detail = order_detail();
    return model;
}

} // namespace

TEST_CASE("R35: orders show licences, start and end at a glance", "[ui][screens][R35]")
{
    Stage stage;
    (void)stage.show(drawing(orders()));
    for (auto const* text : { "PO-5120", "22 of 40", "3 Nov 2024", "3 Nov 2027" }) {
        CAPTURE(text);
        CHECK(stage.has("gridcell", text));
    }
    CHECK(stage.has("img", "Licences used: 62 %. 62 of 100 · 38 free"));
}

TEST_CASE("orders: what is pressed says what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role          name           intents
        { "button",       "Place order", { "AskPlaceOrder" } },
        { "columnheader", "Free",        { "SortOrders 3" }  },
        { "columnheader", "End",         { "SortOrders 5" }  },
        { "button",       "Why 1 spare", { "AskSpares" }     },
    }));
    check_press(drawing(orders()), press);
}

TEST_CASE("orders: the open order", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name                      intents
        { "button", "Close",                  { "CloseDetail" }   },
        { "button", "Assign from this order", { "ChooseOrder 1" } },
    }));
    check_press(drawing(with_detail()), press);
}

TEST_CASE("R42: an order is cancelled only where that is possible", "[ui][screens][R42]")
{
    auto possible = with_detail();
    possible.detail->can_cancel = true;
    possible.detail->cancel_note.clear();
    check_press(drawing(possible), { "button", "Cancel order", { "AskCancelOrder 1" } });

    auto const draw = drawing(with_detail());
    Stage stage;
    (void)stage.show(draw);
    auto const found = std::ranges::find_if(stage.nodes(),
        [](SeenNode const& node) { return node.role == "button" && node.name.starts_with("Cancel order"); });
    REQUIRE(found != stage.nodes().end());
    auto const button = *found;
    CHECK(button.has('d'));
    CHECK(stage.press(draw, button).empty());
    CHECK(stage.activate(draw, button).empty());
    CHECK(stage.has("text", "Could be cancelled until 3 Dec 2024, 30 days after purchase."));
}

TEST_CASE("R90: the proof of the spares opens beside the orders", "[ui][screens][R90]")
{
    auto model = orders();
    model.spares = covered_proof();
    model.spares.question = "Why 1 spare?";
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.has("complementary", "Onsite spares"));
    CHECK(stage.has("heading", "Why 1 spare?"));
    CHECK(stage.press(draw, stage.node("button", "Close")) == std::vector<std::string> { "CloseDetail" });
}

TEST_CASE(
    "R189: where there are software licences, service for them is bought beside the orders", "[ui][screens][R189]")
{
    auto model = orders();
    Stage without;
    (void)without.show(drawing(model));
    CHECK(!without.has("button", "Buy service"));
    model.can_buy_service = true;
    check_press(drawing(model), { "button", "Buy service", { "RunOnScreen buy:" } });
    check_press(drawing(model), { "button", "Place order", { "AskPlaceOrder" } });
    check_whole_everywhere(drawing(model)); // on a phone, too
    model.lines.clear();
    check_press(drawing(model), { "button", "Buy service", { "RunOnScreen buy:" } });
}

TEST_CASE("orders: none yet says what to do", "[ui][screens]")
{
    auto model = orders();
    model.lines.clear();
    check_press(drawing(model), { "button", "Place order", { "AskPlaceOrder" } });
    check_press(drawing(model), { "button", "Import", { "ChooseFile" } });
}

TEST_CASE("orders: everything that is pressed is named", "[ui][screens]")
{
    check_whole_everywhere(drawing(orders()));
    check_whole_everywhere(drawing(with_detail()));
}

} // namespace keyrack::ui::fixture
