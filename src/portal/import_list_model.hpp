#pragma once
// What the import screen shows: a list's columns and what they are taken for, and what each row would do.

#include "portal/form_model.hpp"
#include "portal/models.hpp"
#include "portal/support_model.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace keyrack::portal {

struct ImportRow
{
    std::string line; // "12": of the file
    std::string name; // "Fjord", a device's serial number, or what the file calls it
    Chip fate;        // "Added", "Changed", "The same", "Refused"
    std::string what; // "Site: Oslo → Bergen", or why it is refused
};

struct ImportListModel
{
    bool chosen = false;            // a list was; otherwise nothing below is filled but `back`
    std::string back;               // address of the data screen
    std::string title;              // "rooms.csv"
    std::string second;             // "118 rows, 6 columns"
    std::vector<FormField> kind;    // the name of a company that begins with it; rooms or devices
    std::vector<FormField> columns; // each with what it is taken for
    std::vector<FormField> for_all; // what no column says: one value for all rows
    std::string fault;              // why nothing can be tried out
    bool trying = false;            // the dry run is on its way
    double share = 0;               // of it, 0…1
    std::string query;
    std::vector<LinkChip> filters;
    std::size_t count = 0; // rows after filter and search
    std::function<ImportRow(std::size_t)> row;
    std::string note;   // "3 rows are refused and would be left out."
    std::string action; // "Import 115 rows"
    bool ready = false;
    std::string reason; // why it is not
};

} // namespace keyrack::portal
