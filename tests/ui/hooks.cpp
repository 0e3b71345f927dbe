// ImGui tells these four functions of every item that is added; one of them listens. Only builds with the hooks have it.

#include "ui/hooks.hpp"

#include <imgui.h>

#if defined(IMGUI_ENABLE_TEST_ENGINE)

#include <imgui_internal.h>

namespace {

std::vector<keyrack::ui::Id>* listener = nullptr; // ImGui's hooks are plain functions

} // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, ImRect const&, ImGuiLastItemData const*)
{
    auto const* const window = context->CurrentWindow;
    // ImGui's own: the window that it always has, and each window itself.
    if (listener == nullptr || window->IsFallbackWindow || id == window->ID || id == window->MoveId) return;
    listener->push_back(id);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, char const*, ImGuiItemStatusFlags) { }

void ImGuiTestEngineHook_Log(ImGuiContext*, char const*, ...) { }

char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID)
{
    return nullptr;
}

namespace keyrack::ui::kit_test {

ItemListener::ItemListener()
{
    listener = &m_ids;
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

ItemListener::~ItemListener()
{
    ImGui::GetCurrentContext()->TestEngineHookItems = false;
    listener = nullptr;
}

} // namespace keyrack::ui::kit_test

#endif
