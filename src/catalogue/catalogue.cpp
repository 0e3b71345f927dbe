#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::catalogue {

std::string_view code(Feature feature)
{
    switch (feature) {
    case Feature::warranty_extension: return "warranty_extension";
    case Feature::insights: return "insights";
    case Feature::alerts: return "alerts";
    case Feature::premium_support: return "premium_support";
    case Feature::next_business_day_rma: return "next_business_day_rma";
    case Feature::instant_rma: return "instant_rma";
    case Feature::success_manager: return "success_manager";
    }
    return {};
}

bool needs_sync(Feature feature)
{
    return feature == Feature::insights || feature == Feature::alerts;
}

Catalogue::Catalogue(std::vector<Programme> programmes, std::vector<Source> sources, Support support, Css css,
    OrderDesk desk, Range range, Guidebook guidebook)
    : m_programmes(std::move(programmes)),
      m_sources(std::move(sources)),
      m_support(std::move(support)),
      m_css(std::move(css)),
      m_desk(std::move(desk)),
      m_range(std::move(range)),
      m_guidebook(std::move(guidebook))
{ }

ProgrammeId Catalogue::find(std::string_view key) const
{
    auto const found = std::ranges::find(m_programmes, key, &Programme::key);
    if (found == m_programmes.end()) return ProgrammeId::none();
    return ProgrammeId::of_row(static_cast<std::uint32_t>(found - m_programmes.begin()));
}

Source const* Catalogue::source(std::string_view rule) const
{
    auto const found = std::ranges::find(m_sources, rule, &Source::rule);
    return found == m_sources.end() ? nullptr : &*found;
}

std::vector<ProgrammeId> Catalogue::ids() const
{
    std::vector<ProgrammeId> ids;
    ids.reserve(m_programmes.size());
    for (std::uint32_t row = 0; row < m_programmes.size(); ++row) ids.push_back(ProgrammeId::of_row(row));
    return ids;
}

std::vector<ProgrammeId> Catalogue::for_rooms() const
{
    auto programmes = ids();
    std::erase_if(programmes, [this](ProgrammeId id) { return (*this)[id].term.is_for_devices(); });
    return programmes;
}

} // namespace keyrack::catalogue
