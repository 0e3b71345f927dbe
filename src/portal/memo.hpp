#pragma once
// Remembers the last few answers to a costly question, each under everything it depends on.

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace keyrack::portal {

template <class Key, class Value, std::size_t slots = 2>
class Memo
{
public:
    // `make() → Value` runs only where the answer is not remembered. The least recently asked for makes room.
    template <class Make>
    [[nodiscard]] std::shared_ptr<Value const> get(Key const& key, Make&& make)
    {
        auto found = std::ranges::find_if(m_slots, [&](auto const& slot) { return slot && slot->first == key; });
        if (found == m_slots.end()) {
            found = m_slots.end() - 1;
            found->reset(); // first, so that the old answer and the new one do not lie in memory together
            *found = std::pair { key, std::shared_ptr<Value const> { std::make_shared<Value>(make()) } };
        }
        std::rotate(m_slots.begin(), found, found + 1);
        return m_slots.front()->second;
    }

    // The answer that was asked for last of those whose key suits; none where none does.
    template <class Suits>
    [[nodiscard]] std::shared_ptr<Value const> latest(Suits&& suits) const
    {
        auto const found = std::ranges::find_if(m_slots, [&](auto const& slot) { return slot && suits(slot->first); });
        return found == m_slots.end() ? nullptr : (*found)->second;
    }

private:
    std::array<std::optional<std::pair<Key, std::shared_ptr<Value const>>>, slots> m_slots;
};

} // namespace keyrack::portal
