#pragma once
// Promise: the icons by name. The names are those of Lucide; assets/icons.txt lists them in this order.

#include <cstddef>
#include <string_view>

namespace keyrack::ui {

enum class Icon {
    archive,
    arrow_down,
    arrow_left,
    arrow_right,
    arrow_up,
    book_open,
    bookmark,
    building_2,
    calendar,
    calendar_check,
    calendar_clock,
    check,
    chevron_down,
    chevron_left,
    chevron_right,
    chevrons_up_down,
    circle,
    circle_alert,
    circle_check,
    circle_question_mark,
    circle_slash,
    circle_x,
    clock,
    clock_alert,
    cloud,
    cloud_alert,
    cloud_check,
    cloud_upload,
    columns_3,
    command,
    copy,
    cpu,
    database,
    door_open,
    download,
    ellipsis,
    ellipsis_vertical,
    external_link,
    file_down,
    file_text,
    file_up,
    flag,
    git_branch,
    git_compare,
    globe,
    hard_drive,
    history,
    info,
    key_round,
    keyboard,
    languages,
    layout_dashboard,
    life_buoy,
    link,
    list,
    lock,
    log_out,
    mail,
    map_pin,
    menu,
    minus,
    moon,
    package,
    paperclip,
    pause,
    pencil,
    play,
    plug,
    plus,
    printer,
    redo_2,
    refresh_cw,
    rotate_ccw,
    scan_barcode,
    search,
    send,
    settings,
    shield_check,
    shopping_cart,
    sun,
    sun_moon,
    trash_2,
    triangle_alert,
    undo_2,
    unlink,
    upload,
    user,
    user_plus,
    users,
    wand_sparkles,
    wifi_off,
    x,
    zap,
};

inline constexpr std::size_t icon_count = static_cast<std::size_t>(Icon::zap) + 1;

// Lucide's name of icon number `index`; empty when there is none.
[[nodiscard]] std::string_view icon_name(std::size_t index);

// Where the icon font holds it.
[[nodiscard]] constexpr char32_t icon_codepoint(Icon icon)
{
    return U'\uE000' + static_cast<char32_t>(icon);
}

} // namespace keyrack::ui
