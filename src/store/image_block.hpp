#pragma once
// A block of rows as bytes, column after column: numbers as wide as the largest of them needs, texts one after another. What
// comes out of a block is what the engine can stand on, or the block is unsound; the same checks as for the tables' rows.

#include "base/text.hpp"
#include "store/columns.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::store {

// Not a guard against anybody: against bytes that a disk or another program has changed.
[[nodiscard]] inline std::uint64_t check_of(std::string_view bytes)
{
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;
    std::uint64_t check = bytes.size() * odd;
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
        check = std::rotl((check ^ word) * odd, 29);
    }
    return check;
}

// Values that one number says.
template <class V>
struct AsNumber
{
    static constexpr bool possible = false;
};
template <>
struct AsNumber<std::int32_t>
{
    static constexpr bool possible = true;
    static std::int64_t of(std::int32_t value) { return value; }
    static bool read(std::int64_t number, std::int32_t& into)
    {
        into = static_cast<std::int32_t>(number);
        return into == number;
    }
};
template <>
struct AsNumber<std::int64_t>
{
    static constexpr bool possible = true;
    static std::int64_t of(std::int64_t value) { return value; }
    static bool read(std::int64_t number, std::int64_t& into)
    {
        into = number;
        return true;
    }
};
template <>
struct AsNumber<Instant>
{
    static constexpr bool possible = true;
    static std::int64_t of(Instant value) { return milliseconds_since_epoch(value); }
    static bool read(std::int64_t number, Instant& into)
    {
        into = instant_from_milliseconds(number);
        return beginning <= into && into < forever;
    }
};
template <>
struct AsNumber<Date> // `always` and `never` too: where they may stand, the field's kind says
{
    static constexpr bool possible = true;
    static std::int64_t of(Date value) { return days_since_epoch(value); }
    static bool read(std::int64_t number, Date& into)
    {
        if (number < days_since_epoch(always) || number > days_since_epoch(never)) return false;
        into = date_from_days(static_cast<int>(number));
        return true;
    }
};
template <>
struct AsNumber<engine::Country>
{
    static constexpr bool possible = true;
    static std::int64_t of(engine::Country value)
    {
        return static_cast<unsigned char>(value.letters[0]) * 256 + static_cast<unsigned char>(value.letters[1]);
    }
    static bool read(std::int64_t number, engine::Country& into)
    {
        if (number < 0 || number > 0xFFFF || (number > 0 && number < 0x100)) return false;
        into.letters = { static_cast<char>(number / 256), static_cast<char>(number % 256) }; // as the tables have them
        return true;
    }
};
template <Enumeration V>
struct AsNumber<V>
{
    static constexpr bool possible = true;
    static std::int64_t of(V value) { return static_cast<std::int64_t>(value); }
    static bool read(std::int64_t number, V& into)
    {
        into = static_cast<V>(number);
        return number >= 0 && number <= static_cast<std::int64_t>(last_of<V>);
    }
};

class BlockWriter
{
public:
    template <Described Row>
    void put_rows(std::span<Row const> rows)
    {
        m_count = rows.size();
        put_fields<Row>([rows](std::size_t at) -> Row const& { return rows[at]; });
    }
    void put_texts(std::span<std::string const> texts)
    {
        m_count = texts.size();
        column<std::string>([texts](std::size_t at) -> std::string const& { return texts[at]; });
    }
    // The bytes, behind their check; for the next block it begins anew.
    [[nodiscard]] std::string take()
    {
        m_bytes.append(sizeof(std::uint64_t), '\0'); // so that the last number can be read as a whole word
        auto const check = check_of(m_bytes);
        std::string bytes(sizeof check, '\0');
        std::memcpy(bytes.data(), &check, sizeof check);
        bytes += m_bytes;
        m_bytes.clear();
        return bytes;
    }

private:
    template <Described Row, class Get>
    void put_fields(Get const& get)
    {
        for_each_field<Row>([&]<class V>(Field<Row, V> const& field) {
            column<V>([&](std::size_t at) -> V const& { return get(at).*field.member; });
        });
    }

    template <class V, class Get>
    void column(Get const& get)
    {
        if constexpr (AsNumber<V>::possible) {
            numbers([&](std::size_t at) { return AsNumber<V>::of(get(at)); });
        } else if constexpr (Described<V>) {
            put_fields<V>(get);
        } else {
            put(get, std::type_identity<V> {});
        }
    }

    template <class Get>
    void put(Get const& get, std::type_identity<std::string>)
    {
        numbers([&](std::size_t at) { return static_cast<std::int64_t>(get(at).size()); });
        for (std::size_t at = 0; at < m_count; ++at) m_bytes += get(at);
    }
    template <class Get, class V>
    void put(Get const& get, std::type_identity<std::optional<V>>)
    {
        numbers([&](std::size_t at) { return std::int64_t { get(at).has_value() }; });
        numbers([&](std::size_t at) { return get(at) ? AsNumber<V>::of(*get(at)) : 0; });
    }
    template <class Get>
    void put(Get const& get, std::type_identity<Period>)
    {
        numbers([&](std::size_t at) { return AsNumber<Date>::of(get(at).from); });
        numbers([&](std::size_t at) { return AsNumber<Date>::of(get(at).to); });
    }
    template <class Get, class Tag>
    void put(Get const& get, std::type_identity<Id<Tag>>) // none is 0
    {
        numbers([&](std::size_t at) { return get(at).exists() ? std::int64_t { get(at).row() } + 1 : 0; });
    }

    // The least of them, how many bytes each needs above it, and those.
    template <class Number>
    void numbers(Number const& number)
    {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        std::int64_t most = std::numeric_limits<std::int64_t>::min();
        for (std::size_t at = 0; at < m_count; ++at) {
            least = std::min(least, number(at));
            most = std::max(most, number(at));
        }
        auto const above = [least](std::int64_t value) {
            return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least);
        };
        auto const width = (static_cast<std::size_t>(std::bit_width(above(most))) + 7) / 8;
        append(static_cast<std::uint64_t>(least), sizeof least);
        append(width, 1);
        for (std::size_t at = 0; at < m_count; ++at) append(above(number(at)), width);
    }

    void append(std::uint64_t value, std::size_t width)
    {
        static_assert(std::endian::native == std::endian::little);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_bytes.append(bytes, width);
    }

    std::size_t m_count = 0;
    std::string m_bytes;
};

class BlockReader
{
public:
    BlockReader(Counts const& counts, ProgrammeKeys const& programmes) : m_counts(counts), m_programmes(programmes) { }

    // The bytes of one block; false where they are not what was written.
    [[nodiscard]] bool begin(std::string_view bytes)
    {
        std::uint64_t check = 0;
        if (bytes.size() < 2 * sizeof check) return false;
        std::memcpy(&check, bytes.data(), sizeof check);
        m_rest = bytes.substr(sizeof check);
        return check_of(m_rest) == check;
    }
    // As many rows as there are; each of them is overwritten.
    template <Described Row>
    [[nodiscard]] bool read_rows(std::span<Row> rows)
    {
        m_count = rows.size();
        bool const sound = read_fields<Row>(Fields<Row>::entity, [rows](std::size_t at) -> Row& { return rows[at]; });
        return sound && ends();
    }
    [[nodiscard]] bool read_texts(std::span<std::string> texts)
    {
        m_count = texts.size();
        return read([texts](std::size_t at) -> std::string& { return texts[at]; }, {},
                   std::type_identity<std::string> {})
            && ends();
    }

private:
    [[nodiscard]] bool ends() const { return m_rest.size() == sizeof(std::uint64_t); }

    template <Described Row, class Get>
    [[nodiscard]] bool read_fields(std::string_view table, Get const& get)
    {
        bool sound = true;
        for_each_field<Row>([&]<class V>(Field<Row, V> const& field) {
            sound = sound && column<V>(table, [&](std::size_t at) -> V& { return get(at).*field.member; });
        });
        return sound;
    }

    template <class V, class Get>
    [[nodiscard]] bool column(std::string_view table, Get const& get)
    {
        if constexpr (std::same_as<V, Date>) {
            return numbers([&](std::size_t at, std::int64_t number) {
                return AsNumber<Date>::read(number, get(at)) && get(at) != never;
            });
        } else if constexpr (AsNumber<V>::possible) {
            return numbers([&](std::size_t at, std::int64_t number) { return AsNumber<V>::read(number, get(at)); });
        } else if constexpr (Described<V>) {
            return read_fields<V>(table, get);
        } else {
            return read(get, table, std::type_identity<V> {});
        }
    }

    template <class Get>
    [[nodiscard]] bool read(Get const& get, std::string_view, std::type_identity<std::string>)
    {
        m_lengths.resize(m_count);
        std::uint64_t length = 0;
        bool const sound = numbers([&](std::size_t at, std::int64_t number) {
            m_lengths[at] = static_cast<std::uint64_t>(number);
            length += m_lengths[at];
            return number >= 0 && m_lengths[at] <= m_rest.size();
        });
        if (!sound || length > m_rest.size() || !is_utf8(m_rest.substr(0, static_cast<std::size_t>(length))))
            return false;
        for (std::size_t at = 0; at < m_count; ++at) {
            auto const text = m_rest.substr(0, static_cast<std::size_t>(m_lengths[at]));
            if (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80)
                return false; // half a letter
            get(at).assign(text);
            m_rest.remove_prefix(text.size());
        }
        return true;
    }
    template <class Get, class V>
    [[nodiscard]] bool read(Get const& get, std::string_view, std::type_identity<std::optional<V>>)
    {
        bool const known = numbers([&](std::size_t at, std::int64_t number) {
            get(at) = number != 0 ? std::optional { V {} } : std::nullopt;
            return number == 0 || number == 1;
        });
        return known && numbers([&](std::size_t at, std::int64_t number) {
            if (!get(at)) return number == 0;
            if constexpr (std::same_as<V, Date>)
                return AsNumber<V>::read(number, *get(at)) && always < *get(at) && *get(at) < never;
            else
                return AsNumber<V>::read(number, *get(at));
        });
    }
    template <class Get>
    [[nodiscard]] bool read(Get const& get, std::string_view, std::type_identity<Period>)
    {
        bool const from = numbers([&](std::size_t at, std::int64_t number) {
            return AsNumber<Date>::read(number, get(at).from) && get(at).from != never;
        });
        return from && numbers([&](std::size_t at, std::int64_t number) {
            return AsNumber<Date>::read(number, get(at).to) && get(at).to != always;
        });
    }
    template <class Get>
    [[nodiscard]] bool read(Get const& get, std::string_view, std::type_identity<ProgrammeId>)
    {
        return numbers([&](std::size_t at, std::int64_t number) {
            get(at) = ProgrammeId::of_row(static_cast<std::uint32_t>(number - 1));
            return number >= 1 && number <= std::ssize(m_programmes);
        });
    }
    // A row may refer to those before it in its own table.
    template <class Get, class Tag>
    [[nodiscard]] bool read(Get const& get, std::string_view table, std::type_identity<Id<Tag>>)
    {
        bool const own = table == Referred<Tag>::table;
        std::int64_t const known = m_counts.*Referred<Tag>::count;
        return numbers([&](std::size_t at, std::int64_t number) {
            get(at) = number > 0 ? Id<Tag>::of_row(static_cast<std::uint32_t>(number - 1)) : Id<Tag>::none();
            return number >= 0 && number <= known + (own ? static_cast<std::int64_t>(at) : 0);
        });
    }

    template <class Take>
    [[nodiscard]] bool numbers(Take const& take)
    {
        constexpr std::size_t head = sizeof(std::uint64_t) + 1;
        if (m_rest.size() < head) return false;
        std::uint64_t least = 0;
        std::memcpy(&least, m_rest.data(), sizeof least);
        auto const width = static_cast<std::size_t>(static_cast<unsigned char>(m_rest[sizeof least]));
        m_rest.remove_prefix(head);
        if (width > sizeof least || m_rest.size() < m_count * width + sizeof least) return false;
        auto const mask = width == sizeof least ? ~std::uint64_t { 0 } : (std::uint64_t { 1 } << 8 * width) - 1;
        auto const* const from = m_rest.data();
        m_rest.remove_prefix(m_count * width);
        bool sound = true;
        for (std::size_t at = 0; at < m_count; ++at) {
            std::uint64_t word = 0;
            std::memcpy(&word, from + at * width, sizeof word);
            sound &= take(at, static_cast<std::int64_t>(least + (word & mask)));
        }
        return sound;
    }

    Counts const& m_counts;
    ProgrammeKeys const& m_programmes;
    std::size_t m_count = 0;
    std::string_view m_rest; // with a word of padding at its end
    std::vector<std::uint64_t> m_lengths;
};

} // namespace keyrack::store
