#pragma once
// Answers on how a tenant is set up, as JSON: what answer_json.hpp writes for them, and a Sync account's list of rooms.

#include "base/error.hpp"
#include "codec/verdict_json.hpp"
#include "engine/setup_questions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

[[nodiscard]] std::string setup_json(Ground const& ground, engine::GuideAnswer const& answer);
[[nodiscard]] std::string setup_json(Ground const& ground, engine::SyncImportAnswer const& answer);

// [{"sync_id":"…","name":"…","site":"…","country":"NO","state":"online"}]. Errors: those of parse_json and read_fields.hpp.
[[nodiscard]] Result<std::vector<engine::SyncListed>> sync_list_from_json(std::string_view text);

} // namespace keyrack::codec
