#include "portal/html.hpp"

namespace keyrack::portal {

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (char const sign : text) switch (sign) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default: result += sign;
        }
    return result;
}

Html::Element Html::element(std::string_view tag, std::string_view attributes)
{
    open(tag, attributes);
    return { *this, tag };
}

void Html::leaf(std::string_view tag, std::string_view text, std::string_view attributes)
{
    open(tag, attributes);
    m_text += escaped(text);
    m_text += "</";
    m_text += tag;
    m_text += ">\n";
}

void Html::open(std::string_view tag, std::string_view attributes)
{
    m_text += '<';
    m_text += tag;
    if (!attributes.empty()) {
        m_text += ' ';
        m_text += attributes;
    }
    m_text += '>';
}

void Html::close(std::string_view tag)
{
    m_text += "</";
    m_text += tag;
    m_text += ">\n";
}

} // namespace keyrack::portal
