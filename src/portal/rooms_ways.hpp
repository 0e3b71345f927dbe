#pragma once
// Ways of working with the rooms beside the list: a map of the sites, which columns stand in it, views that were saved,
// the list as a table to paste, and what may be written into the search.

#include "portal/models.hpp"
#include "portal/scene.hpp"
#include "portal/support_model.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

struct SiteRoom
{
    std::string name;
    std::string says; // "Boardroom, not covered"
    Tone tone = Tone::neutral;
    std::string fragment;
};

struct SiteCard
{
    std::string name;
    std::string text; // "18 of 22 covered"
    std::int64_t covered = 0, ending = 0, open = 0;
    std::string fragment;        // its rooms as a list
    std::vector<SiteRoom> rooms; // what needs somebody first; the others are counted
    std::string more;
};

struct ColumnChoice
{
    RoomColumn column {};
    std::string text;
    bool shown = true;
    std::string fragment; // with it, or without it
};

struct SavedView
{
    std::string text, fragment;
    std::string forget; // RunOnScreen
    bool on = false;
};

struct OperatorLine
{
    std::string text;   // "site:oslo"
    std::string second; // "rooms of a site"
};

struct RoomsWays
{
    RoomsLook look = RoomsLook::list;
    std::string list_fragment, sites_fragment;
    std::size_t site_count = 0;
    std::function<SiteCard(std::size_t)> site; // any card, made when asked for
    std::vector<ColumnChoice> columns;
    std::set<RoomColumn> without;
    std::vector<SavedView> views;
    bool can_save = false;                 // there is something to save that is not saved yet
    std::string save_as;                   // what it would be called
    std::function<std::string()> as_table; // lines with tabs, as filtered and sorted
    std::string copied;                    // "80 rooms are in the clipboard"
    std::vector<OperatorLine> operators;
};

// `saved`: as kept_word("views:<slug>") has them, addresses with blanks between.
[[nodiscard]] RoomsWays rooms_ways(
    Scene const& scene, RoomsRoute const& route, RoomsModel const& rooms, std::string_view saved);
// The view that the address shows, as it is saved: without the open room and the day.
[[nodiscard]] std::string view_address(std::string const& slug, RoomsRoute const& route);

} // namespace keyrack::portal
