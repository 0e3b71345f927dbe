#pragma once
// A proof as a short story: the question, the answer in a sentence, what would make it a yes, and what was looked at in
// order.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

enum class MainCure {
    in_its_card,
    at_the_foot, // of the pane: the screen draws its button there
};

struct ProofLook
{
    MainCure main_cure = MainCure::in_its_card;
    int level = 3;    // of the question, as a heading
    float beside = 0; // room that the question leaves at its right
};

// Takes what it needs off the top of `from`. Links become Go, cures RunCure.
void draw_proof(Drawing& d, Rect& from, portal::ProofModel const& model, ProofLook const& look = {});

// What can be done about a refusal, in the same rows.
void draw_ways(Drawing& d, Rect& from, std::span<portal::CureModel const> ways);

// What was checked, without question and answer: where another card has said these.
void draw_story(Drawing& d, Rect& from, portal::ProofModel const& model);

// A story alone, where no question was asked: its steps, then where their rules stand.
void draw_story(
    Drawing& d, Rect& from, std::span<portal::ProofStep const> steps, std::span<portal::ProofSource const> sources);

// What a screen reader says of the cure's button: all of it, since two cures may differ in their order alone.
[[nodiscard]] std::string name_of(portal::CureModel const& cure);

// The cure to put under the thumb; none where the answer needs none.
[[nodiscard]] portal::CureModel const* main_cure(portal::ProofModel const& model);

} // namespace keyrack::ui
