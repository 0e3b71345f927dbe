#pragma once
// Text as HTML, for files that the portal hands out.

#include <string>
#include <string_view>

namespace keyrack::portal {

// What would be read as markup stands for itself.
[[nodiscard]] std::string escaped(std::string_view text);

// Writes elements that close where their scope ends:
//     Html html;
//     { auto const row = html.element("tr"); html.leaf("td", "PO-1041"); }
class Html
{
public:
    class Element
    {
    public:
        Element(Html& html, std::string_view tag) : m_html(html), m_tag(tag) { }
        ~Element() { m_html.close(m_tag); }
        Element(Element const&) = delete;
        Element& operator=(Element const&) = delete;

    private:
        Html& m_html;
        std::string_view m_tag;
    };

    // `attributes` as they stand: `class="card"`. `tag` must outlive the element.
    [[nodiscard]] Element element(std::string_view tag, std::string_view attributes = {});
    void leaf(std::string_view tag, std::string_view text, std::string_view attributes = {});
    void text(std::string_view text) { m_text += escaped(text); }
    void raw(std::string_view markup) { m_text += markup; }
    [[nodiscard]] std::string const& markup() const { return m_text; }

private:
    void open(std::string_view tag, std::string_view attributes);
    void close(std::string_view tag);

    std::string m_text;
};

} // namespace keyrack::portal
