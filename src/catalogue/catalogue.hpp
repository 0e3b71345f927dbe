#pragma once
// All programmes and the places of the rules, as read from assets/catalogue (codec/catalogue.hpp reads it).

#include "base/id.hpp"
#include "catalogue/css.hpp"
#include "catalogue/desk.hpp"
#include "catalogue/programme.hpp"

#include <string_view>
#include <vector>

namespace keyrack::catalogue {

class Catalogue
{
public:
    Catalogue(std::vector<Programme> programmes, std::vector<Source> sources, Css css = {}, Desk desk = {});

    [[nodiscard]] std::vector<Programme> const& programmes() const { return m_programmes; }
    [[nodiscard]] Programme const& operator[](ProgrammeId id) const { return m_programmes[id.row()]; }
    [[nodiscard]] Css const& css() const { return m_css; } // Customer Success Services
    // `none()` where no programme has that key.
    [[nodiscard]] ProgrammeId find(std::string_view key) const;
    // Where rule `R…` stands; nothing for a rule the catalogue does not place.
    [[nodiscard]] Source const* source(std::string_view rule) const;
    [[nodiscard]] Desk const& desk() const { return m_desk; }
    // The id of a programme by its position in programmes().
    [[nodiscard]] std::vector<ProgrammeId> ids() const;

private:
    std::vector<Programme> m_programmes;
    std::vector<Source> m_sources;
    Css m_css;
    Desk m_desk;
};

} // namespace keyrack::catalogue
