#pragma once
// The clocks of a ticket as JSON, with the hours, offsets and holidays they ran on, so that the other side can count again
// (B4); the shape is in assets/schema/ticket_answer.schema.json.

#include "codec/json_writer.hpp"
#include "codec/ticket_fields.hpp"
#include "engine/ticket.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace keyrack::codec {

void write_moment(JsonWriter& json, std::string_view key, std::optional<Instant> moment);
void write_clock(JsonWriter& json, engine::TicketClock const& clock, Instant as_of);
void write_routes(JsonWriter& json, std::vector<catalogue::SupportRoute const*> const& routes);

template <class Enum>
void write_words(JsonWriter& json, std::string_view key, std::vector<Enum> const& values)
{
    json.key(key).begin_list();
    for (auto const value : values) {
        json.text(word(value));
    }
    json.end_list();
}

} // namespace keyrack::codec
