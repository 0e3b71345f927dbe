#pragma once
// A refused command and the ways past it, held against what they promise.

#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <string>

namespace keyrack::test {

[[nodiscard]] engine::TryAnswer tried(
    Tenant const& tenant, engine::TryQuestion const& question, std::string_view day = "2026-03-01");

// Every way lets the command through; without any step that makes way it does not; they are ranked, each is offered once;
// and there is a way or the reason why there is none, never both. Returns how many ways there are.
int check_ways(Tenant const& tenant, engine::TryAnswer const& answer, std::string_view day = "2026-03-01");

} // namespace keyrack::test
