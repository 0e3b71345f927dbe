#pragma once
// What a replica keeps, as one file; and what several files know, together.

#include "base/error.hpp"
#include "codec/bundle.hpp"
#include "sync/lanes.hpp"

#include <span>

namespace keyrack::sync {

// Entries that are in no segment yet become one first: a file holds segments alone.
[[nodiscard]] codec::Bundle bundle_of(Kept& kept);

// Lanes with every segment of the bundles; at least one bundle. Where different segments claim one place, the
// one with the least digest takes it and each other goes on in a branch: the same bundles give the same lanes
// in any order, and nothing is dropped.
// Errors: `other_tenant`; `segment_missing`, naming the lane and number that nothing leads
// to; those of read_segment, likewise.
[[nodiscard]] Result<Kept> merged(std::span<codec::Bundle const> bundles);

// What a device keeps with what the bundles know, too. Where another has written under
// the device's name, it takes a new one.
// Errors: those of merged(); `other_tenant` where the bundles are not of the device's.
[[nodiscard]] Result<Kept> joined(Kept kept, std::span<codec::Bundle const> bundles);

} // namespace keyrack::sync
