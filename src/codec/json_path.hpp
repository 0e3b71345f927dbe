#pragma once
// Where in a document a value stands, as a person writes it: `rooms[17].name`. Lives on the stack, costs nothing until asked.

#include <cstddef>
#include <string>
#include <string_view>

namespace keyrack::codec {

class JsonPath
{
public:
    // The top of a document, or of a row whose own path is known.
    explicit constexpr JsonPath(std::string_view root = {}) : m_name(root) { }

    [[nodiscard]] constexpr JsonPath member(std::string_view name) const { return { *this, name, no_index }; }
    [[nodiscard]] constexpr JsonPath item(std::size_t index) const { return { *this, {}, index }; }
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    constexpr JsonPath(JsonPath const& parent, std::string_view name, std::size_t index)
        : m_parent(&parent), m_name(name), m_index(index)
    { }

    JsonPath const* m_parent = nullptr; // outlives this: both stand on the stack of one reading
    std::string_view m_name;
    std::size_t m_index = no_index;
};

} // namespace keyrack::codec
