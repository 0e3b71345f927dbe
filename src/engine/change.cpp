#include "engine/change.hpp"

namespace keyrack::engine {

Change::Change() = default;
Change::Change(Change const& other) = default;
Change::Change(Change&& other) noexcept = default;
Change& Change::operator=(Change const& other) = default;
Change& Change::operator=(Change&& other) noexcept = default;
Change::~Change() = default;
bool Change::operator==(Change const& other) const = default;

} // namespace keyrack::engine
