#pragma once
// Promise: the few words that widgets say by themselves, given from outside in the language of the person.

#include <string>

namespace keyrack::ui {

// None may be empty: each names something that would be silent otherwise. `{…}` is filled in by the kit.
struct KitWords
{
    std::string back;
    std::string close;
    std::string clear;            // empties a search
    std::string dismiss;          // of a toast
    std::string more;             // opens what did not fit
    std::string loading;          // a skeleton or a busy button
    std::string required;         // said after the label of a field that may not be empty
    std::string select_row;       // "Select {name}"
    std::string select_all;       // the box in a table's head
    std::string sorted_ascending; // said of a column
    std::string sorted_descending;
    std::string step_up; // number field
    std::string step_down;
    std::string main;       // the main region
    std::string navigation; // the sidebar
    std::string notices;    // where toasts stand
};

} // namespace keyrack::ui
