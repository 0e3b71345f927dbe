#pragma once
// A proof as a short story: what was demanded, whether it holds, what was looked at and where it stands.

#include "engine/proof.hpp"
#include "engine/verdict.hpp"
#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <span>
#include <string>
#include <vector>

namespace keyrack::portal {

[[nodiscard]] std::vector<ProofStep> proof_steps(Scene const& scene, std::span<engine::Proof const> proof);
// Where the rules of all steps stand, each place once.
[[nodiscard]] std::vector<ProofSource> proof_sources(Scene const& scene, std::span<engine::Proof const> proof);
// Answer, story and cures of a verdict.
[[nodiscard]] ProofModel proof_model(Scene const& scene, std::string question, engine::Verdict const& verdict);
// "Is Fjord covered today?", "Is Fjord entitled to Insights on 1 March 2027?"
[[nodiscard]] std::string question_about(Scene const& scene, RoomQuestion const& question);
// The answer in one sentence: "Fjord is covered until 3 November 2027."
[[nodiscard]] std::string verdict_about(
    Scene const& scene, RoomQuestion const& question, engine::Verdict const& verdict);
// Each rule or decision, and where it stands in the catalogue.
[[nodiscard]] std::vector<ProofLink> rule_tags(Scene const& scene, std::span<std::string_view const> rules);
// The catalogue's name of a feature, in the reader's language.
[[nodiscard]] std::string feature_name(Words const& words, std::string_view code);

} // namespace keyrack::portal
