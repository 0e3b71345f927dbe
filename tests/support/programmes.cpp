#include "support/programmes.hpp"

namespace keyrack::test {

namespace {

catalogue::Origin document(char const* rule)
{
    return { catalogue::OriginKind::document, rule };
}

catalogue::Origin decision(char const* number)
{
    return { catalogue::OriginKind::decision, number };
}

} // namespace

catalogue::Programme select_programme()
{
    using enum catalogue::Feature;
    catalogue::Programme programme;
    programme.key = "select";
    programme.name = "Select";
    programme.term.start_within_days = { 60, decision("D4") };
    programme.term.sku_years = {
        { 1, 2, 3, 4, 5 },
        document("R37")
    };
    programme.eligible_rooms = { catalogue::EligibleRooms::any, document("R79") };
    programme.features = {
        { warranty_extension,    document("R87")  },
        { premium_support,       document("R102") },
        { next_business_day_rma, document("R89")  },
        { instant_rma,           document("R90")  },
        { success_manager,       document("R102") },
        { insights,              document("R101") },
        { alerts,                document("R101") },
    };
    programme.cancel_within_days = catalogue::Parameter<int> { 30, document("R42") };
    programme.warranty_cap_years = catalogue::Parameter<int> { 5, document("R88") };
    programme.licences_per_spare = catalogue::Parameter<int> { 50, document("R90") };
    return programme;
}

catalogue::Programme sync_plus_programme()
{
    using enum catalogue::Feature;
    catalogue::Programme programme;
    programme.key = "sync_plus";
    programme.name = "Sync Plus";
    programme.term.start_within_days = { 60, document("R39") };
    programme.term.sku_years = { { 1 }, document("R38") };
    programme.eligible_rooms = { catalogue::EligibleRooms::in_sync, document("R79") };
    programme.features = {
        { insights, document("R107") },
        { alerts,   document("R108") },
    };
    return programme;
}

catalogue::Catalogue const& two_programmes()
{
    static catalogue::Catalogue const catalogue {
        { select_programme(), sync_plus_programme() },
        { { "R39", "sync_plus", "How it Works" } }
    };
    return catalogue;
}

} // namespace keyrack::test
