#include "ui/kit/geometry.hpp"

namespace keyrack::ui {

std::vector<Rect> columns(Rect area, std::size_t count, float gap)
{
    std::vector<Rect> result;
    if (count == 0) return result;
    auto const width = std::max(0.0F, (area.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
    for (std::size_t i = 0; i < count; ++i)
        result.push_back({ area.x + static_cast<float>(i) * (width + gap), area.y, width, area.height });
    return result;
}

std::vector<Rect> rows(Rect area, std::size_t count, float gap)
{
    std::vector<Rect> result;
    if (count == 0) return result;
    auto const height = std::max(0.0F, (area.height - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
    for (std::size_t i = 0; i < count; ++i)
        result.push_back({ area.x, area.y + static_cast<float>(i) * (height + gap), area.width, height });
    return result;
}

std::size_t fitting_columns(float width, float least, float gap)
{
    auto const fit = (width + gap) / (least + gap);
    return fit < 1 ? 1 : static_cast<std::size_t>(fit);
}

std::size_t balanced_columns(std::size_t fitting, std::size_t count)
{
    constexpr std::size_t few_lines = 3;
    bool const single = fitting > 2 && count > fitting && count < few_lines * fitting && count % fitting == 1;
    return single && count % (fitting - 1) != 1 ? fitting - 1 : fitting;
}

Rect Flow::place(Size piece)
{
    if (m_x > m_area.x && m_x + piece.width > m_area.right()) {
        m_x = m_area.x;
        m_y += m_line + m_gap;
        m_line = 0;
    }
    Rect const placed { m_x, m_y, std::min(piece.width, m_area.width), piece.height };
    m_x += piece.width + m_gap;
    m_line = std::max(m_line, piece.height);
    return placed;
}

} // namespace keyrack::ui
