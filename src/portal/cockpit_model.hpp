#pragma once
// All companies kept in this browser on one page and one timeline (B5).

#include "portal/blocks.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

struct CompanyCard
{
    std::string slug, name, initials;
    std::string second;                             // "80 rooms · 4 sites"
    std::string covered;                            // "62 of 80 covered"; empty: not read
    std::int64_t lasting = 0, ending = 0, open = 0; // its rooms: covered for longer, for 90 days at most, not
    std::string state;             // "Being read …", "Open in another tab: not read", why it could not be
    bool waits = false;            // it is still being read
    std::vector<ActionLine> needs; // the most urgent
    std::string more;              // "and 2 more"
    std::string fragment;          // opens it
};

struct CompanyHits
{
    std::string name; // of the company
    std::vector<ActionLine> lines;
    std::string more;
};

struct CockpitModel
{
    std::string second; // "3 companies · 210 rooms"
    std::string query;
    std::vector<LeadingFigure> figures;
    std::vector<CompanyCard> companies;
    std::vector<CompanyHits> hits; // where something is searched
    std::string nothing;           // likewise, where nothing is found
    Timeline timeline;             // what ends in the next two years
    std::vector<ActionLine> endings, proposals;
    std::string progress; // "2 of 3 read"; empty: all are
    double share = 1;
    bool none = false;      // no company is kept here
    std::string offline {}; // that there is no network, and what of it; empty: there is
};

} // namespace keyrack::portal
