#include "codec/json_path.hpp"

namespace keyrack::codec {

std::string JsonPath::text() const
{
    std::string text = m_parent ? m_parent->text() : std::string {};
    if (m_index != no_index) {
        return text + "[" + std::to_string(m_index) + "]";
    }
    if (!text.empty() && !m_name.empty()) {
        text += '.';
    }
    return text.append(m_name);
}

} // namespace keyrack::codec
