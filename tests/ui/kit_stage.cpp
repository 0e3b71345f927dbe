#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace keyrack::ui::kit_test {

namespace {

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar)
{
    return true;
}

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*)
{
    baked->Ascent = baked->Size;
    baked->Descent = 0;
    return true;
}

bool load_glyph(
    ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph, float* advance)
{
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = baked->Size / 2;
    if (advance != nullptr) *advance = baked->Size / 2;
    return true;
}

ImFont* add_font()
{
    static auto const loader = [] {
        ImFontLoader made;
        made.Name = "half as wide as high";
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    ImFontConfig config;
    config.FontLoader = &loader;
    config.SizePixels = 15;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

std::vector<std::string> split(std::string const& text, char at)
{
    std::vector<std::string> parts;
    std::istringstream stream { text };
    for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
    return parts;
}

Id id_of(std::string const& text)
{
    return static_cast<Id>(std::strtoul(text.c_str(), nullptr, 10));
}

Said parsed(std::string const& line)
{
    auto fields = split(line, '\t');
    REQUIRE(fields.size() >= 8);
    fields.resize(11);
    return {
        id_of(fields[0]), id_of(fields[1]), fields[2],
        { std::stof(fields[3]), std::stof(fields[4]), std::stof(fields[5]), std::stof(fields[6]) },
          fields[7],
        fields[8], fields[9], fields[10]
    };
}

} // namespace

KitWords some_words()
{
    return { .back = "Back",
        .close = "Close",
        .clear = "Clear",
        .dismiss = "Dismiss",
        .more = "More",
        .loading = "Loading",
        .required = "required",
        .select_row = "Select {name}",
        .select_all = "Select all",
        .sorted_ascending = "sorted upwards",
        .sorted_descending = "sorted downwards",
        .step_up = "More",
        .step_down = "Fewer",
        .main = "Main",
        .navigation = "Navigation",
        .notices = "Notices" };
}

std::string Said::fact(std::string_view key) const
{
    for (auto const& pair : split(extra, ';'))
        if (pair.starts_with(std::string { key } + "=")) return pair.substr(key.size() + 1);
    return {};
}

KitStage::KitStage(Size size) : m_context(ImGui::CreateContext())
{
    ImGui::SetCurrentContext(m_context);
    auto& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    auto* const font = add_font();
    m_kit = std::make_unique<Kit>(Fonts { font, font, font, font, font }, some_words());
    m_input.size = size;
    m_input.time_seconds = 1;
}

KitStage::~KitStage()
{
    ImGui::SetCurrentContext(m_context); // another stage may have come and gone since
    m_kit.reset();
    // Nobody uploads textures here, so nobody has any to give back.
    for (auto* const texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(m_context);
}

void KitStage::frame(Draw const& draw)
{
    m_input.time_seconds += 1.0 / 60;
    draw(m_kit->begin(m_input));
    m_output = &m_kit->end();
    if (m_output->semantics == nullptr) return;
    m_text = *m_output->semantics;
    m_nodes.clear();
    for (auto const& line : split(m_text, '\n')) m_nodes.push_back(parsed(line));
    follow_focus();
}

// As the page does: who asks for the focus gets it.
void KitStage::follow_focus()
{
    if (auto const id = wanted_focus(); id != 0) m_kit->take(FocusEvent { .id = id, .visible = true });
}

void KitStage::settle(Draw const& draw)
{
    for (int i = 0; i < 40; ++i) frame(draw);
}

void KitStage::move(Point at, PointerKind kind)
{
    m_kit->take(PointerEvent { .phase = PointerPhase::move, .at = at, .kind = kind });
}

void KitStage::down(Point at, PointerKind kind, Mods mods)
{
    m_kit->take(PointerEvent { .phase = PointerPhase::down, .at = at, .kind = kind, .mods = mods });
}

void KitStage::up(Point at, PointerKind kind, Mods mods)
{
    m_kit->take(PointerEvent { .phase = PointerPhase::up, .at = at, .kind = kind, .mods = mods });
}

void KitStage::press(Said const& node, Mods mods)
{
    auto const at = node.bounds.centre();
    move(at);
    down(at, PointerKind::mouse, mods);
    up(at, PointerKind::mouse, mods);
}

void KitStage::activate(Said const& node)
{
    m_kit->take(ActivateEvent { node.id });
}

void KitStage::focus(Said const& node)
{
    m_kit->take(FocusEvent { .id = node.id, .visible = true });
}

void KitStage::strike(std::string key, Mods mods)
{
    m_kit->take(KeyEvent { std::move(key), mods });
}

bool KitStage::has(std::string_view role, std::string_view name) const
{
    return std::ranges::any_of(m_nodes, [&](Said const& said) { return said.role == role && said.name == name; });
}

Said KitStage::node(std::string_view role, std::string_view name) const
{
    auto const found =
        std::ranges::find_if(m_nodes, [&](Said const& said) { return said.role == role && said.name == name; });
    INFO("looked for " << role << " `" << name << "` in\n" << m_text);
    REQUIRE(found != m_nodes.end());
    return *found;
}

std::size_t KitStage::count(std::string_view role) const
{
    return static_cast<std::size_t>(std::ranges::count(m_nodes, role, &Said::role));
}

Id KitStage::wanted_focus() const
{
    auto const found = std::ranges::find_if(m_nodes, [](Said const& said) { return said.has('f'); });
    return found == m_nodes.end() ? 0 : found->id;
}

} // namespace keyrack::ui::kit_test
