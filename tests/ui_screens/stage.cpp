#include "ui_screens/stage.hpp"

#include "ui/kit/icon.hpp"
#include "ui/kit/state.hpp"
#include "ui/screens/view.hpp"

#include <catch_amalgamated.hpp>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace keyrack::ui::fixture {

namespace {

constexpr double frame_seconds = 0.05;

// Inter's advances of the characters from space to tilde, in thousandths of the size, at weights 400 and 650.
using Advances = std::array<int, 95>;
constexpr Advances regular { 281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407,
    610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743,
    269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456,
    323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562,
    818, 546, 562, 552, 426, 333, 426, 662 };
constexpr Advances strong { 244, 330, 537, 646, 653, 1010, 667, 333, 375, 375, 549, 676, 326, 467, 326, 384, 667, 427,
    626, 641, 671, 617, 645, 579, 646, 645, 326, 336, 676, 676, 676, 551, 1008, 737, 661, 738, 722, 606, 587, 750, 746,
    279, 582, 711, 565, 927, 761, 770, 646, 775, 655, 653, 664, 734, 737, 1029, 729, 722, 658, 375, 384, 375, 484, 473,
    358, 577, 627, 585, 627, 594, 394, 629, 618, 267, 267, 575, 267, 906, 617, 611, 627, 627, 402, 555, 360, 618, 593,
    845, 575, 595, 569, 462, 365, 462, 676 };
constexpr int other_character = 640; // umlauts and Nordic letters are about so wide

float advance(Advances const& advances, ImWchar codepoint)
{
    auto const index = static_cast<std::size_t>(codepoint) - U' ';
    if (codepoint == U'·') {
        return 0.3F;
    }
    if (codepoint == U'—' || codepoint == U'→') {
        return 1;
    }
    return static_cast<float>(index < advances.size() ? advances[index] : other_character) / 1000;
}

Advances const& advances_of(ImFontConfig const& source)
{
    return *static_cast<Advances const*>(source.FontData);
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar)
{
    return true;
}

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*)
{
    baked->Ascent = baked->Size * 0.97F;
    baked->Descent = -baked->Size * 0.24F;
    baked->LoadNoRenderOnLayout = true;
    return true;
}

bool load_glyph(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph,
    float* only_advance)
{
    auto const is_icon = codepoint >= icon_codepoint(Icon {}) && codepoint < icon_codepoint(Icon {}) + icon_count;
    auto const width = is_icon ? baked->Size : baked->Size * advance(advances_of(*source), codepoint);
    if (only_advance != nullptr) {
        *only_advance = width;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = width;
    return true;
}

ImFontLoader const& loader()
{
    static auto const loader = [] {
        ImFontLoader made;
        made.Name = "advances";
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return loader;
}

ImFont* add_font(Advances const& advances)
{
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontData = const_cast<Advances*>(&advances);
    config.FontDataSize = static_cast<int>(sizeof advances);
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = 15;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

Fonts add_fonts()
{
    return { .regular = add_font(regular),
        .medium = add_font(strong),
        .semibold = add_font(strong),
        .strong = add_font(strong),
        .icons = add_font(regular) };
}

std::string unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const escape = text[i] == '\\' && i + 1 < text.size();
        if (escape) {
            ++i;
        }
        result += !escape ? text[i] : text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
    }
    return result;
}

std::vector<std::string> split(std::string const& text, char at)
{
    std::vector<std::string> parts;
    std::istringstream stream { text };
    for (std::string part; std::getline(stream, part, at);) {
        parts.push_back(part);
    }
    return parts;
}

Id id_of(std::string const& text)
{
    Id id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

SeenNode parsed(std::string const& line)
{
    auto fields = split(line, '\t');
    fields.resize(11);
    SeenNode node {
        .id = id_of(fields[0]),
        .parent = id_of(fields[1]),
        .role = fields[2],
        .bounds = { std::stof(fields[3]), std::stof(fields[4]), std::stof(fields[5]), std::stof(fields[6]) },
        .flags = fields[7],
        .name = unescaped(fields[8]),
        .value = unescaped(fields[9]),
        .extra = {}
    };
    for (auto const& pair : split(fields[10], ';')) {
        auto const equals = pair.find('=');
        if (equals != std::string::npos) {
            node.extra[pair.substr(0, equals)] = pair.substr(equals + 1);
        }
    }
    return node;
}

std::vector<SeenNode> parse(std::string const& text)
{
    std::vector<SeenNode> nodes;
    for (auto const& line : split(text, '\n')) {
        if (!line.empty()) {
            nodes.push_back(parsed(line));
        }
    }
    return nodes;
}

} // namespace

Stage::Stage(StageSize size, portal::Language language) : m_size(size), m_context(ImGui::CreateContext())
{
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    m_words = std::make_unique<portal::Words>(language);
    auto const fonts = add_fonts();
    m_kit = std::make_unique<Kit>(fonts, kit_words(*m_words));
}

Stage::~Stage()
{
    ImGui::SetCurrentContext(m_context); // another stage may have come and gone since
    m_kit.reset();
    // Nobody uploads textures here, so nobody has any to give back.
    for (auto* const texture : ImGui::GetPlatformIO().Textures) {
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_context);
}

std::vector<std::string> Stage::frames(Draw const& draw, int count)
{
    ImGui::SetCurrentContext(m_context); // another stage may have come and gone since
    std::vector<std::string> wishes;
    for (int i = 0; i < count; ++i) {
        m_time += frame_seconds;
        auto& frame = m_kit->begin({
            .size = { m_size.width, m_size.height },
              .time_seconds = m_time, .touch = m_touch
        });
        m_frame = &frame;
        for (auto const& intent : draw(frame, frame.bounds())) {
            wishes.push_back(described(intent));
        }
        auto const& output = m_kit->end();
        if (output.semantics != nullptr) {
            m_nodes = parse(*output.semantics);
        }
        std::ranges::copy(output.announcements, std::back_inserter(m_announcements));
    }
    return wishes;
}

std::vector<std::string> Stage::show(Draw const& draw)
{
    return frames(draw, 8);
}

std::vector<std::string> Stage::press(Draw const& draw, SeenNode const& node)
{
    auto const at = node.bounds.centre();
    m_kit->take(PointerEvent { .phase = PointerPhase::move, .at = at });
    (void)frames(draw, 1);
    m_kit->take(PointerEvent { .phase = PointerPhase::down, .at = at });
    m_kit->take(PointerEvent { .phase = PointerPhase::up, .at = at });
    return frames(draw, 8);
}

std::vector<std::string> Stage::point(Draw const& draw, PointerEvent const& event, double seconds)
{
    m_kit->take(event);
    return frames(draw, static_cast<int>(seconds / frame_seconds + 0.5));
}

std::vector<std::string> Stage::activate(Draw const& draw, SeenNode const& node)
{
    m_kit->take(ActivateEvent { .id = node.id });
    return frames(draw, 8);
}

std::vector<std::string> Stage::type(Draw const& draw, SeenNode const& field, std::string value)
{
    m_kit->take(FocusEvent { .id = field.id, .visible = true });
    (void)frames(draw, 1);
    m_kit->take(TextEvent { .id = field.id, .value = std::move(value) });
    return frames(draw, 1);
}

std::vector<std::string> Stage::strike(Draw const& draw, std::string key)
{
    m_kit->take(KeyEvent { .key = std::move(key) });
    return frames(draw, 3);
}

SeenNode Stage::node(std::string_view role, std::string_view name) const
{
    auto const found =
        std::ranges::find_if(m_nodes, [&](SeenNode const& node) { return node.role == role && node.name == name; });
    INFO("looked for " << role << " `" << name << "`");
    REQUIRE(found != m_nodes.end());
    return *found;
}

bool Stage::has(std::string_view role, std::string_view name) const
{
    return std::ranges::any_of(m_nodes, [&](SeenNode const& node) { return node.role == role && node.name == name; });
}

std::size_t Stage::count(std::string_view role) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_nodes, [&](SeenNode const& node) { return node.role == role; }));
}

std::vector<std::string> Stage::cut_texts() const
{
    return m_frame->state().cut_texts;
}

std::vector<Point> Stage::painted(Colour colour) const
{
    ImGui::SetCurrentContext(m_context); // another stage may have come since
    auto const wanted = IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
    std::vector<Point> corners;
    for (auto const* list : ImGui::GetDrawData()->CmdLists) {
        for (auto const& vertex : list->VtxBuffer) {
            if (vertex.col == wanted) {
                corners.push_back({ vertex.pos.x, vertex.pos.y });
            }
        }
    }
    return corners;
}

std::vector<std::string> Stage::out_of_reach() const
{
    return m_frame->state().out_of_reach;
}

std::vector<Id> Stage::silent_items()
{
    std::vector<Id> silent;
    for (auto const& hit : m_frame->state().hits) {
        // What lies under a dialog cannot be reached.
        if (!hit.takes_focus || hit.layer < m_frame->state().modal_layer) {
            continue;
        }
        auto const found = std::ranges::find(m_nodes, hit.id, &SeenNode::id);
        if (found == m_nodes.end() || found->name.empty()) {
            silent.push_back(hit.id);
        }
    }
    return silent;
}

} // namespace keyrack::ui::fixture
