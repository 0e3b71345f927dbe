#pragma once
// Builds a JSON text piece by piece, members in the order they are given. Text is UTF-8 and is written as it is.

#include <cstdint>
#include <string>
#include <string_view>

namespace keyrack::codec {

class JsonWriter
{
public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_list() { return open('['); }
    JsonWriter& end_list() { return close(']'); }
    JsonWriter& key(std::string_view name); // of the member whose value comes next

    JsonWriter& text(std::string_view value);
    JsonWriter& number(std::int64_t value) { return word(std::to_string(value)); }
    JsonWriter& truth(bool value) { return word(value ? "true" : "false"); }
    JsonWriter& null() { return word("null"); }
    JsonWriter& json(std::string_view value) { return word(value); } // a value that is JSON already

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& word(std::string_view value);
    void separate();

    std::string m_text;
    bool m_comma_due = false;
};

} // namespace keyrack::codec
