#include "ui_screens/checks.hpp"

#include "ui/screens/view.hpp"

namespace keyrack::ui::fixture {

namespace {

// A piece of a line that is set as one; where it wraps, its bounds are those of all its lines.
bool is_piece(SeenNode const& node)
{
    auto const& name = node.name;
    return name.starts_with("·") || name.starts_with(" ·") || name.ends_with("·") || name.ends_with("· ");
}

bool is_text(SeenNode const& node)
{
    bool const is_drawn = !node.has('u') && !node.bounds.empty();
    return is_drawn && (node.role == "text" || node.role == "heading" || node.role == "link");
}

// Whether the one is in the other, or both are links and texts of one line.
bool are_of_one(SeenNode const& one, SeenNode const& other)
{
    bool const is_nested = one.parent == other.id || other.parent == one.id;
    bool const has_link = one.role == "link" || other.role == "link";
    return is_nested || (has_link && one.parent == other.parent) || is_piece(one) || is_piece(other);
}

} // namespace

std::vector<std::string> overlaps(std::vector<SeenNode> const& nodes)
{
    std::vector<SeenNode const*> texts;
    for (auto const& node : nodes)
        if (is_text(node)) texts.push_back(&node);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            auto const shared = texts[i]->bounds.meet(texts[k]->bounds);
            bool const is_seen = shared.width > 1 && shared.height > 2;
            if (is_seen && !are_of_one(*texts[i], *texts[k])) found.push_back(texts[i]->name + " | " + texts[k]->name);
        }
    return found;
}

void check_fits(portal::PortalModel const& model, portal::Language language, Layers layers)
{
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(portal::tag(language), size.width);
        Stage stage { size, language };
        ViewMemory memory;
        auto const wishes = stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
        });
        CHECK(wishes.empty());
        CHECK(stage.cut_texts() == std::vector<std::string> {});
        CHECK(stage.silent_items().empty());
        if (layers == Layers::one) CHECK(overlaps(stage.nodes()) == std::vector<std::string> {});
    }
}

} // namespace keyrack::ui::fixture
