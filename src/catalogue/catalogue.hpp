#pragma once
// All programmes and the places of the rules, as read from assets/catalogue (codec/catalogue.hpp reads it).

#include "base/id.hpp"
#include "catalogue/css.hpp"
#include "catalogue/desk.hpp"
#include "catalogue/guide.hpp"
#include "catalogue/programme.hpp"
#include "catalogue/range.hpp"
#include "catalogue/support.hpp"

#include <string_view>
#include <vector>

namespace keyrack::catalogue {

class Catalogue
{
public:
    Catalogue(std::vector<Programme> programmes, std::vector<Source> sources, Support support = {}, Css css = {},
        OrderDesk desk = {}, Range range = {}, Guidebook guidebook = {});

    [[nodiscard]] std::vector<Programme> const& programmes() const { return m_programmes; }
    [[nodiscard]] Programme const& operator[](ProgrammeId id) const { return m_programmes[id.row()]; }
    [[nodiscard]] Css const& css() const { return m_css; } // Customer Success Services
    // `none()` where no programme has that key.
    [[nodiscard]] ProgrammeId find(std::string_view key) const;
    [[nodiscard]] Support const& support() const { return m_support; }
    // Where rule `R…` stands; nothing for a rule the catalogue does not place.
    [[nodiscard]] Source const* source(std::string_view rule) const;
    [[nodiscard]] OrderDesk const& desk() const { return m_desk; }
    [[nodiscard]] Range const& range() const { return m_range; }             // supported products, Jumpstart
    [[nodiscard]] Guidebook const& guidebook() const { return m_guidebook; } // what to do and where to read on
    // The id of a programme by its position in programmes().
    [[nodiscard]] std::vector<ProgrammeId> ids() const;
    // Those whose licences serve rooms (R14, R67).
    [[nodiscard]] std::vector<ProgrammeId> for_rooms() const;

private:
    std::vector<Programme> m_programmes;
    std::vector<Source> m_sources;
    Support m_support;
    Css m_css;
    OrderDesk m_desk;
    Range m_range;
    Guidebook m_guidebook;
};

} // namespace keyrack::catalogue
