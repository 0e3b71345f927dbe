#include "codec/plain_rows.hpp"

#include "base/text.hpp"
#include "codec/command_json.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>

namespace keyrack::codec {

namespace {

// More digits might not fit, and no row of ours has them.
constexpr std::size_t most_digits = 9;

// Steps over a text. Every step says whether what it looks for stands there; after a no, the rest means nothing.
class PlainText
{
public:
    explicit PlainText(std::string_view text) : m_rest(text) { }

    [[nodiscard]] bool ended() const { return m_rest.empty(); }

    [[nodiscard]] bool take(char wanted)
    {
        skip_blanks();
        if (m_rest.empty() || m_rest.front() != wanted) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    [[nodiscard]] bool take(std::string_view wanted)
    {
        skip_blanks();
        if (!m_rest.starts_with(wanted)) return false;
        m_rest.remove_prefix(wanted.size());
        return true;
    }

    [[nodiscard]] bool name(std::string_view wanted)
    {
        return take('"') && take_rest(wanted) && take_rest("\"") && take(':');
    }

    // What stands between quotes, where it has no escapes.
    [[nodiscard]] bool quoted_text(std::string_view& into)
    {
        if (!take('"')) return false;
        std::size_t at = 0;
        while (at < m_rest.size() && m_rest[at] != '"' && m_rest[at] != '\\') ++at;
        if (at == m_rest.size() || m_rest[at] == '\\') return false;
        into = m_rest.substr(0, at);
        m_rest.remove_prefix(at + 1);
        return true;
    }

    [[nodiscard]] bool read(std::string& into)
    {
        std::string_view text;
        if (!quoted_text(text) || (!text.empty() && fault_of_name(text))) return false;
        into = text;
        return true;
    }

    [[nodiscard]] bool read(bool& into)
    {
        into = take("true");
        return into || take("false");
    }

    [[nodiscard]] bool read(std::int32_t& into)
    {
        skip_blanks();
        std::size_t digits = 0;
        into = 0;
        for (; digits < m_rest.size() && m_rest[digits] >= '0' && m_rest[digits] <= '9'; ++digits) {
            if (digits == most_digits) return false;
            into = into * 10 + (m_rest[digits] - '0');
        }
        if (digits == 0 || (m_rest.front() == '0' && digits > 1)) return false;
        m_rest.remove_prefix(digits);
        return true;
    }

    [[nodiscard]] bool read(Date& into)
    {
        std::string_view text;
        if (!quoted_text(text)) return false;
        auto const date = parse_date(text);
        into = date.value_or(Date {});
        return date.has_value();
    }

    [[nodiscard]] bool read(engine::LicenceKey& into)
    {
        std::string_view text;
        if (!quoted_text(text)) return false;
        auto licence = parse_licence_key(text);
        if (licence) into = std::move(*licence);
        return licence.has_value();
    }

    template <class T>
    [[nodiscard]] bool read(std::optional<T>& into)
    {
        return take("null") || read(into.emplace());
    }

private:
    void skip_blanks()
    {
        while (!m_rest.empty()
            && (m_rest.front() == ' ' || m_rest.front() == '\n' || m_rest.front() == '\r' || m_rest.front() == '\t'))
            m_rest.remove_prefix(1);
    }

    [[nodiscard]] bool take_rest(std::string_view wanted)
    {
        if (!m_rest.starts_with(wanted)) return false;
        m_rest.remove_prefix(wanted.size());
        return true;
    }

    std::string_view m_rest;
};

template <class Owner, class T>
bool read_value(Field<Owner, T> field, PlainText& text, Owner& into)
{
    return text.read(into.*field.member);
}

template <class Owner>
bool read_value(Required<Owner> field, PlainText& text, Owner& into)
{
    return text.read(into.*field.member) && !(into.*field.member).empty();
}

template <class Owner>
bool read_value(OpenEnd<Owner> field, PlainText& text, Owner& into)
{
    into.*field.member = never;
    return text.take("null") || text.read(into.*field.member);
}

template <class Member>
constexpr bool may_be_left_out = false;
template <class Owner, class T>
constexpr bool may_be_left_out<Field<Owner, std::optional<T>>> = true;
template <class Owner>
constexpr bool may_be_left_out<OpenEnd<Owner>> = true;

template <class Row>
std::optional<engine::Command> read_plainly(std::string_view given)
{
    PlainText text { given };
    Row row;
    bool first = true; // what stands first in a row may not be left out
    auto const read_one = [&]<class Member>(Member const& field) {
        auto const before = text;
        bool const named = text.take(first ? '{' : ',') && text.name(field.name);
        first = false;
        if (named || !may_be_left_out<Member>) return named && read_value(field, text, row);
        text = before;
        return true;
    };
    bool const all = std::apply([&](auto const&... fields) { return (read_one(fields) && ...); }, Fields<Row>::list);
    if (!all || !text.take('}') || !text.ended()) return {};
    return command_of(std::move(row));
}

} // namespace

std::optional<engine::Command> plain_row(Section section, std::string_view text)
{
    switch (section) {
    case Section::orders: return read_plainly<OrderRow>(text);
    case Section::rooms: return read_plainly<RoomRow>(text);
    case Section::assignments: return read_plainly<AssignmentRow>(text);
    case Section::devices: return read_plainly<DeviceRow>(text);
    case Section::accounts: return read_plainly<AccountRow>(text);
    case Section::commands: break;
    }
    return {};
}

} // namespace keyrack::codec
