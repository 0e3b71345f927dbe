#pragma once
// Promise: one drawing of a table, from head to last visible row. Only the kit's own files include this.

#include "ui/kit/card.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/table.hpp"

namespace keyrack::ui {

inline constexpr float cell_pad = 12;

class TableRun
{
public:
    TableRun(Frame& frame, Rect area, TableSpec const& spec, FillRow const& fill);
    TableResult run();

private:
    void draw_head();
    void draw_column_head(Rect cell, std::size_t index, long long position);
    void draw_rows(ScrollArea& scroll);
    void choose_tab_stop();
    void draw_row(Rect content, std::size_t index);
    void draw_row_ground(Rect box, std::size_t index, Interaction const& on, bool chosen);
    void draw_cells(Rect box, TableRow const& row, Interaction const& on);
    // Whether its text is there whole.
    bool draw_cell(Rect cell, Cell const& cell_shown, Column const& column);
    struct PhoneWords
    {
        std::string title, second;
        float ends = 0; // the width of what ends the row
    };
    void draw_phone_cells(Rect box, TableRow const& row);
    PhoneWords phone_words(Rect box, TableRow const& row);
    void draw_phone_ends(Rect& line, TableRow const& row);
    void note_cell(std::size_t index, Rect bounds, Cell const& cell, long long position);
    bool draw_row_box(Rect box, TableRow const& row);
    void answer_row(std::size_t index, Interaction const& on, bool box_pressed);
    void toggle_range(std::size_t from, std::size_t to);
    void take_keys(float view);
    void take_movement(float view);
    void move_to(std::size_t row, float view);
    void bring_into_view(std::size_t row, float view);
    [[nodiscard]] bool has_focus() const;
    [[nodiscard]] std::string name_of(TableRow const& row) const;
    [[nodiscard]] std::string name_of_first(TableRow const& row) const;
    [[nodiscard]] float framed_height() const;
    [[nodiscard]] float side_pad() const;

    Frame& m_frame;
    Rect m_area;
    TableSpec const& m_spec;
    FillRow const& m_fill;
    Id m_id;
    TableMemory& m_memory;
    bool m_phone;
    float m_row_height = 0;
    float m_box_width = 0;
    Rect m_head;
    std::vector<PlacedColumn> m_placed;
    std::size_t m_tab_stop = 0;
    TableResult m_result;
};

// Fills what of a square lies outside of the quarter circle at its lower left or lower right corner.
void fill_outside_corner(Frame& f, Rect square, Side side, Colour colour);

} // namespace keyrack::ui
