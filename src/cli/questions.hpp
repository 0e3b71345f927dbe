#pragma once
// A question from the words of a command line: the first says its kind, the others what it is about.

#include "engine/question.hpp"

#include <expected>
#include <optional>
#include <span>
#include <string>

namespace keyrack::cli {

// `programme`: what came with --programme. The error says what is wrong in words.
[[nodiscard]] std::expected<engine::Question, std::string> read_question(
    std::span<std::string const> words, std::optional<std::string> const& programme);

// The question asked of a moment; an error where it is about a day.
[[nodiscard]] std::expected<engine::Question, std::string> at_moment(engine::Question question, Instant moment);

// The lines of the usage that list the questions.
[[nodiscard]] std::string question_usage();

} // namespace keyrack::cli
