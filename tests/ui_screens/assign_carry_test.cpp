// A licence carried onto a room and a room onto a licence, by mouse and by finger.
#include "ui/screens/assign.hpp"
#include "ui_screens/fixtures.hpp"
#include "ui_screens/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::ui::fixture {

namespace {

using Told = std::vector<std::string>;
using portal::Carried;
using portal::Carries;

// What is let go is carried no longer in the frame after.
constexpr double one_frame = 0.05;

// The screen, with what is carried as the portal would have it.
class Hand
{
public:
    explicit Hand(PointerKind kind = PointerKind::mouse, StageSize size = wide) : m_stage(size), m_kind(kind)
    {
        if (kind == PointerKind::touch) m_stage.use_touch();
        (void)m_stage.show(draw());
    }

    Told to(PointerPhase phase, Point at, double seconds = 0.1)
    {
        auto told = m_stage.point(draw(), { .phase = phase, .at = at, .kind = m_kind }, seconds);
        told.erase(std::unique(told.begin(), told.end()), told.end()); // asked again until the portal answers
        return told;
    }
    Told strike(std::string key) { return m_stage.strike(draw(), std::move(key)); }
    void holds(Carried what, bool fits = false)
    {
        m_model.carried = portal::CarriedCard { .carried = what, .title = "Select · PO-5120", .fits = fits };
    }
    void holds_nothing() { m_model.carried.reset(); }
    [[nodiscard]] Point licence() const
    {
        return m_stage.node("radio", "Select · PO-5120, 3 years · to 3 Nov 2027, 18 free").bounds.centre();
    }
    [[nodiscard]] Point room() const
    {
        return m_stage.node("checkbox", "Michel, Not covered, Hamburg · 1 device").bounds.centre();
    }

private:
    [[nodiscard]] Stage::Draw draw() const
    {
        return [model = m_model](Frame& frame, Rect area) {
            static portal::Words const words { portal::Language::english };
            return assign_screen(frame, area, model, words);
        };
    }

    portal::AssignModel m_model = assign();
    Stage m_stage;
    PointerKind m_kind;
};

constexpr Point beside(Point at)
{
    return { at.x + 10, at.y + 4 };
}

Carried licence_over(std::optional<std::uint32_t> room)
{
    return { Carries::licence, OrderId::of_row(1), room ? RoomId::of_row(*room) : RoomId::none() };
}

} // namespace

TEST_CASE("a licence is carried onto a room with a mouse", "[ui][screens][assign]")
{
    Hand hand;
    CHECK(hand.to(PointerPhase::down, hand.licence()).empty());
    CHECK(hand.to(PointerPhase::move, beside(hand.licence())) == Told { "Carry licence 1 -" });
    hand.holds(licence_over({}));
    CHECK(hand.to(PointerPhase::move, hand.room()) == Told { "Carry licence 1 4" });
    hand.holds(licence_over(4), true);
    CHECK(hand.to(PointerPhase::move, hand.room()).empty());
    CHECK(hand.to(PointerPhase::up, hand.room(), one_frame) == Told { "LetGo" }); // and no card is pressed
    hand.holds_nothing();
    CHECK(hand.to(PointerPhase::move, hand.licence()).empty());
}

TEST_CASE("a room is carried onto a licence", "[ui][screens][assign]")
{
    Hand hand;
    (void)hand.to(PointerPhase::down, hand.room());
    CHECK(hand.to(PointerPhase::move, beside(hand.room())) == Told { "Carry room - 4" });
    hand.holds({ Carries::room, OrderId::none(), RoomId::of_row(4) });
    CHECK(hand.to(PointerPhase::move, hand.licence()) == Told { "Carry room 1 4" });
}

TEST_CASE("what is let go at once is let go where it is", "[ui][screens][assign]")
{
    Hand hand;
    (void)hand.to(PointerPhase::down, hand.licence());
    (void)hand.to(PointerPhase::move, beside(hand.licence()));
    hand.holds(licence_over({}));
    (void)hand.to(PointerPhase::move, hand.room(), 0); // no frame was drawn over the room
    CHECK(hand.to(PointerPhase::up, hand.room(), one_frame) == Told { "Carry licence 1 4", "LetGo" });
}

TEST_CASE("Escape gives up what is carried, and so does a pointer that is taken away", "[ui][screens][assign]")
{
    auto const by = GENERATE("Escape", "cancel");
    Hand hand;
    (void)hand.to(PointerPhase::down, hand.licence());
    (void)hand.to(PointerPhase::move, beside(hand.licence()));
    hand.holds(licence_over(4), true);
    auto const told =
        std::string_view { by } == "Escape" ? hand.strike("Escape") : hand.to(PointerPhase::cancel, hand.room());
    CHECK(std::ranges::contains(told, "CarryNothing"));
    CHECK_FALSE(std::ranges::contains(told, "LetGo"));
    hand.holds_nothing();
    CHECK(hand.to(PointerPhase::up, hand.room()).empty());
}

TEST_CASE("a press that hardly moves is a press", "[ui][screens][assign]")
{
    Hand hand;
    auto const at = hand.room();
    (void)hand.to(PointerPhase::down, at);
    CHECK(hand.to(PointerPhase::move, { at.x + 2, at.y + 2 }).empty());
    CHECK(hand.to(PointerPhase::up, { at.x + 2, at.y + 2 }) == Told { "ChooseRoom 4 1" });
}

TEST_CASE("a finger carries what it has rested on, and scrolls otherwise", "[ui][screens][assign]")
{
    Hand hand { PointerKind::touch, tablet };
    auto const at = hand.licence();
    (void)hand.to(PointerPhase::down, at);
    CHECK(hand.to(PointerPhase::move, { at.x, at.y + 30 }, 0.6).empty());
    (void)hand.to(PointerPhase::up, { at.x, at.y + 30 });
    (void)hand.to(PointerPhase::move, at, 2); // it has come to rest
    CHECK(hand.to(PointerPhase::down, hand.licence(), 0.6) == Told { "Carry licence 1 -" });
    hand.holds(licence_over({}));
    CHECK(hand.to(PointerPhase::move, hand.room()) == Told { "Carry licence 1 4" });
    hand.holds(licence_over(4), true);
    CHECK(hand.to(PointerPhase::up, hand.room(), one_frame) == Told { "LetGo" });
}

} // namespace keyrack::ui::fixture
