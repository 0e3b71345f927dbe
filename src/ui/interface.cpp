#include "ui/interface.hpp"

#include "ui/screens/view.hpp"

#include <optional>
#include <utility>

namespace keyrack::ui {

namespace {

Theme theme_of(Preferences const& preferences, portal::Appearance appearance, portal::Contrast contrast)
{
    auto const dark =
        appearance == portal::Appearance::dark || (appearance == portal::Appearance::system && preferences.dark);
    if (preferences.high_contrast || contrast == portal::Contrast::high) {
        return dark ? Theme::dark_contrast : Theme::light_contrast;
    }
    return dark ? Theme::dark : Theme::light;
}

} // namespace

struct Interface::State
{
    portal::Portal& portal;
    Kit kit;
    Viewport viewport = {};
    Preferences preferences = {};
    ViewMemory memory = {};
    portal::Language language;
    std::string title = {}; // of the frame drawn last: the portal makes its model anew when it likes
};

Interface::Interface(portal::Portal& portal, Fonts fonts)
    : m_state(new State {
          .portal = portal, .kit = Kit { fonts, kit_words(portal.words()) }, .language = portal.words().language() })
{ }

Interface::~Interface() = default;

void Interface::resize(Viewport const& viewport)
{
    m_state->viewport = viewport;
}

void Interface::prefers(Preferences const& preferences)
{
    m_state->preferences = preferences;
}

void Interface::take(PointerEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::take(WheelEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::take(KeyEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::take(FocusEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::take(ActivateEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::take(TextEvent const& event)
{
    m_state->kit.take(event);
}

void Interface::drag(bool over)
{
    m_state->memory.file_hovers = over;
}

void Interface::forget_mirror()
{
    m_state->kit.forget_mirror();
}

FrameResult Interface::frame(double time_seconds)
{
    auto& state = *m_state;
    auto const& words = state.portal.words();
    if (std::exchange(state.language, words.language()) != words.language()) {
        state.kit.set_words(kit_words(words));
    }
    auto const theme = theme_of(state.preferences, state.portal.appearance(), state.portal.contrast());
    auto& frame = state.kit.begin({ .size = state.viewport.size,
        .ratio = state.viewport.ratio,
        .safe = state.viewport.safe,
        .time_seconds = time_seconds,
        .theme = theme,
        .reduced_motion = state.preferences.reduced_motion,
        .touch = state.preferences.touch });
    auto const& model = state.portal.model();
    auto const intents = draw_view(frame, model, words, state.portal.appearance(), state.memory);
    state.title = model.title;
    // What was wished changes the model, and the next frame shows it.
    if (!intents.empty()) {
        frame.want_frame();
    }
    auto const& output = state.kit.end();
    for (auto const& intent : intents) {
        state.portal.perform(intent);
    }
    return { .kit = &output, .title = state.title, .language = portal::tag(state.language), .theme = theme };
}

} // namespace keyrack::ui
