#include "codec/json_writer.hpp"

#include <algorithm>

namespace keyrack::codec {

namespace {

bool needs_escape(char character)
{
    return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
}

void append_escaped(std::string& text, char character)
{
    switch (character) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
    }
    static constexpr std::string_view digits = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(character);
    text += "\\u00";
    text += digits[byte >> 4];
    text += digits[byte & 15];
}

void append_quoted(std::string& text, std::string_view value)
{
    text += '"';
    while (!value.empty()) {
        auto const plain = static_cast<std::size_t>(std::ranges::find_if(value, needs_escape) - value.begin());
        text.append(value.substr(0, plain));
        value.remove_prefix(plain);
        if (!value.empty()) {
            append_escaped(text, value.front());
            value.remove_prefix(1);
        }
    }
    text += '"';
}

} // namespace

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    append_quoted(m_text, name);
    m_text += ':';
    m_comma_due = false;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value)
{
    separate();
    append_quoted(m_text, value);
    m_comma_due = true;
    return *this;
}

JsonWriter& JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_comma_due = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_comma_due = true;
    return *this;
}

JsonWriter& JsonWriter::word(std::string_view value)
{
    separate();
    m_text.append(value);
    m_comma_due = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_comma_due) {
        m_text += ',';
    }
}

} // namespace keyrack::codec
