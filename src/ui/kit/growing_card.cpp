#include "ui/kit/growing_card.hpp"

#include "ui/kit/imgui_bridge.hpp"

namespace keyrack::ui {

// The ground is drawn last and lies below.
struct GrowingCard::Layers
{
    ImDrawListSplitter splitter;
};

GrowingCard::GrowingCard(Frame& frame, Rect& from, CardLook look, float padding, float least)
    : m_frame(frame),
      m_from(from),
      m_look(look),
      m_padding(padding),
      m_least(least),
      m_content(from.inset({ padding, padding, 0, padding })),
      m_layers(std::make_unique<Layers>())
{
    auto* const list = frame.state().list;
    m_layers->splitter.Split(list, 2);
    m_layers->splitter.SetCurrentChannel(list, 1);
}

GrowingCard::~GrowingCard()
{
    auto* const list = m_frame.state().list;
    m_layers->splitter.SetCurrentChannel(list, 0);
    auto const height = std::max(m_content.y + m_padding - m_from.y, m_least);
    card(m_frame, m_from.take_top(height), m_look, m_padding);
    m_layers->splitter.Merge(list);
}

} // namespace keyrack::ui
