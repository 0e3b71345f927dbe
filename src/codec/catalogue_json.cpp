#include "codec/catalogue_json.hpp"

#include "assets/embedded.hpp"
#include "base/verify.hpp"
#include "codec/catalogue_fields.hpp"
#include "codec/read_file.hpp"
#include "codec/support_json.hpp"

#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace keyrack::codec {

namespace {

// Rules divide by some parameters and add others to dates: what they cannot work with is refused here, once.
using Limit = std::optional<catalogue::Parameter<int>>;

Result<void> check(
    std::string const& key, catalogue::TermRule const& term, Limit const& cancel_within_days, Limit const& cap_years)
{
    auto const fail = [&](std::string_view parameter, int value) {
        return failure("bad_number", key + "." + std::string { parameter }, std::to_string(value));
    };
    if (term.start_within_days.value < 0) {
        return fail("term.start_within_days", term.start_within_days.value);
    }
    // A room's licence without a duration has no end. One for a device has a cap to end it.
    if (term.sku_years.value.empty() && (!term.is_for_devices() || !cap_years)) {
        return fail("term.sku_years", 0);
    }
    for (int const years : term.sku_years.value) {
        if (years < 1) {
            return fail("term.sku_years", years);
        }
    }
    if (cancel_within_days && cancel_within_days->value < 0) {
        return fail("cancel_within_days", cancel_within_days->value);
    }
    if (cap_years && cap_years->value < 1) {
        return fail("warranty_cap_years", cap_years->value);
    }
    return {};
}

// Terms follow one another, and no change of terms turns licences for rooms into licences for devices.
Result<void> check_earlier(catalogue::Programme const& programme)
{
    Date before = always;
    for (auto const& terms : programme.earlier.value_or(std::vector<catalogue::EarlierTerms> {})) {
        bool const same_things = terms.term.is_for_devices() == programme.term.is_for_devices();
        if (terms.until <= before || !same_things) {
            return failure("bad_number", programme.key + ".earlier", iso(terms.until));
        }
        if (auto done = check(programme.key, terms.term, terms.cancel_within_days, terms.warranty_cap_years); !done) {
            return done;
        }
        before = terms.until;
    }
    return {};
}

Result<void> check(catalogue::Programme const& programme)
{
    auto done = check(programme.key, programme.term, programme.cancel_within_days, programme.warranty_cap_years);
    if (!done) {
        return done;
    }
    if (programme.licences_per_spare && programme.licences_per_spare->value < 1) {
        return failure(
            "bad_number", programme.key + ".licences_per_spare", std::to_string(programme.licences_per_spare->value));
    }
    return check_earlier(programme);
}

// The table has one row a benefit, in their order, and each tier gives all that the one below it gives (R146).
Result<void> check(catalogue::Css const& css)
{
    auto const fail = [](std::string where, std::int64_t value) {
        return failure("bad_number", "css." + std::move(where), std::to_string(value));
    };
    if (css.benefits.size() != static_cast<std::size_t>(catalogue::last_benefit) + 1) {
        return fail("benefits", std::ssize(css.benefits));
    }
    for (std::size_t at = 0; at < css.benefits.size(); ++at) {
        auto const& row = css.benefits[at];
        bool const cumulative = 0 <= row.select && row.select <= row.priority && row.priority <= row.priority_plus;
        if (static_cast<std::size_t>(row.benefit) != at || !cumulative) {
            return fail("benefits", static_cast<std::int64_t>(at));
        }
    }
    if (css.hours_reset_years.value < 1) {
        return fail("hours_reset_years", css.hours_reset_years.value);
    }
    if (css.years.value.empty()) {
        return fail("years", 0);
    }
    for (auto const years : css.years.value) {
        if (years < 1) {
            return fail("years", years);
        }
    }
    return {};
}

catalogue::Catalogue read_shipped()
{
    auto const programmes = std::array { assets::find("catalogue/select.json"),
        assets::find("catalogue/sync_plus.json"), assets::find("catalogue/extended_warranty.json") };
    auto support = support_from_json(assets::find("catalogue/support.json"), assets::find("catalogue/time_zones.json"),
        assets::find("catalogue/holidays.json"));
    VERIFY(support.has_value());
    auto css = css_from_json(assets::find("catalogue/css.json"));
    VERIFY(css.has_value());
    auto desk = desk_from_json(assets::find("catalogue/desk.json"));
    VERIFY(desk.has_value());
    auto range = range_from_json(assets::find("catalogue/range.json"));
    VERIFY(range.has_value());
    auto guidebook = guidebook_from_json(assets::find("catalogue/guide.json"));
    VERIFY(guidebook.has_value());
    auto catalogue = catalogue_from_json(programmes, assets::find("catalogue/sources.json"), std::move(*support),
        std::move(*css), std::move(*desk), std::move(*range), std::move(*guidebook));
    VERIFY(catalogue.has_value());
    return std::move(*catalogue);
}

} // namespace

Result<catalogue::Css> css_from_json(std::string_view text)
{
    auto css = read_file<catalogue::Css>(text);
    if (!css) {
        return css;
    }
    if (auto done = check(*css); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return css;
}

Result<catalogue::OrderDesk> desk_from_json(std::string_view text)
{
    auto desk = read_file<catalogue::OrderDesk>(text);
    if (desk && desk->invitation_days.value < 1) {
        return failure("bad_number", "invitation_days", std::to_string(desk->invitation_days.value));
    }
    return desk;
}

Result<catalogue::Range> range_from_json(std::string_view text)
{
    auto range = read_file<catalogue::Range>(text);
    if (range && range->jumpstart.days.value < 1) {
        return failure("bad_number", "jumpstart.days", std::to_string(range->jumpstart.days.value));
    }
    return range;
}

Result<catalogue::Guidebook> guidebook_from_json(std::string_view text)
{
    auto book = read_file<catalogue::Guidebook>(text);
    if (!book) {
        return book;
    }
    std::set<std::string, std::less<>> keys;
    for (auto const& guide : book->guides) {
        if (!keys.insert("guides." + guide.key).second) {
            return failure("duplicate_key", guide.key);
        }
    }
    for (auto const& reference : book->references) {
        if (!keys.insert("references." + reference.key).second) {
            return failure("duplicate_key", reference.key);
        }
    }
    return book;
}

Result<catalogue::Catalogue> catalogue_from_json(std::span<std::string_view const> programmes, std::string_view sources,
    catalogue::Support support, catalogue::Css css, catalogue::OrderDesk desk, catalogue::Range range,
    catalogue::Guidebook guidebook)
{
    std::vector<catalogue::Programme> read_programmes;
    std::set<std::string, std::less<>> keys;
    for (auto const text : programmes) {
        auto programme = read_file<catalogue::Programme>(text);
        if (!programme) {
            return std::unexpected(std::move(programme.error()));
        }
        if (auto done = check(*programme); !done) {
            return std::unexpected(std::move(done.error()));
        }
        if (!keys.insert(programme->key).second) {
            return failure("duplicate_key", programme->key);
        }
        read_programmes.push_back(std::move(*programme));
    }
    auto file = read_file<SourcesFile>(sources);
    if (!file) {
        return std::unexpected(std::move(file.error()));
    }
    for (auto const& source : file->sources) {
        if (!keys.insert(source.rule).second) {
            return failure("duplicate_key", source.rule);
        }
    }
    return catalogue::Catalogue { std::move(read_programmes), std::move(file->sources), std::move(support),
        std::move(css), std::move(desk), std::move(range), std::move(guidebook) };
}

catalogue::Catalogue const& shipped_catalogue()
{
    static catalogue::Catalogue const catalogue = read_shipped();
    return catalogue;
}

} // namespace keyrack::codec
