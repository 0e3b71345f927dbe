#pragma once
// What the palette offers for a query. Screens and commands are there at once; rooms, devices and whatever else a
// tenant has many of are looked through in slices between frames, so that a frame costs the same at 100,000 rooms; and
// after the tenant's own what is known of other companies.

#include "portal/cockpit.hpp"
#include "portal/intents.hpp"
#include "portal/palette_model.hpp"
#include "portal/scene.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::portal {

// Done by the portal itself: what no intent says.
enum class Deed { invite, delegate, who, sign_in, sign_out };

enum class OfferPlace { here, elsewhere, last };

struct Offer
{
    PaletteLine line;
    std::variant<std::string, Intent, Deed> run; // an address, or what it stands for
    int score = 0;
    OfferPlace place = OfferPlace::here;
    std::string company {}; // elsewhere: whose it is
};

// Another company, as the page of all companies read it last.
struct KnownCompany
{
    std::string name;
    std::shared_ptr<CompanyIndex const> index;
};

struct Elsewhere
{
    std::vector<KnownCompany> companies;
    std::optional<Offer> all; // the way to the page that searches all companies as they are now
};

// How well a word fits a folded text: 0 where it stands nowhere in it; a whole word counts for more than the beginning of
// one, and that for more than the inside. From the beginning of a word, what parts its letters is passed over: "po51" fits
// "po-5120".
[[nodiscard]] int fit(std::string_view folded_text, std::string_view folded_word);
// Likewise; where the word stands nowhere, its letters in their order do. Of the names of screens and commands alone: among
// thousands of names of rooms there is always one over which they are strewn.
[[nodiscard]] int fit_letters(std::string_view folded_text, std::string_view folded_word);

class Palette
{
public:
    // Begins anew: `instant` are the screens, commands and days that there are, `recent` what
    // stands there before anything is written.
    void ask(std::string query, std::vector<Offer> const& instant, std::vector<Offer> recent, Elsewhere elsewhere = {});

    [[nodiscard]] bool searches() const { return m_source < source_count + m_companies.size(); }
    // A slice of the objects.
    void step(Scene const& scene);

    [[nodiscard]] std::string const& query() const { return m_query; }
    [[nodiscard]] std::vector<Offer> const& offers() const { return m_offers; }

private:
    static constexpr std::size_t source_count = 6;
    struct Found
    {
        int score = 0;
        std::uint32_t row = 0;
    };

    [[nodiscard]] int score_of(std::string_view text, decltype(fit)& fits);
    void look_at(Scene const& scene, std::uint32_t row);
    void look_elsewhere(std::uint32_t most_rows);
    void keep(std::uint32_t row, int score);
    void end_source(Scene const& scene);
    void put_in_order();

    std::string m_query;
    std::vector<std::string> m_words;
    std::size_t m_source = source_count;   // which table is looked through
    std::uint32_t m_row = 0;               // where
    std::vector<Found> m_best;             // of that table, best first
    std::vector<KnownCompany> m_companies; // looked through after the tables
    std::size_t m_hits = 0;                // in that company
    std::string m_folded;                  // of the text looked at last
    std::vector<Offer> m_offers;
};

// Of its line. Two objects may have the same key in different tables.
[[nodiscard]] std::string line_key(Offer const& offer);
[[nodiscard]] PaletteModel palette_model(Words const& words, Palette const& palette);

// palette_offers.cpp
[[nodiscard]] std::vector<Offer> screen_offers(Scene const& scene);
[[nodiscard]] std::vector<Offer> command_offers(Scene const& scene);
// "2027-03-01", "1.3.2027", "1 Mar 2027": that day, where the query is one.
[[nodiscard]] std::vector<Offer> day_offers(Scene const& scene, std::string_view query);
// Objects by their addresses, the latest first; what is no longer there is left out.
[[nodiscard]] std::vector<Offer> recent_offers(Scene const& scene, std::string_view addresses);
// How many tables there are to look through, how many rows each has, and what a row offers; a
// row without a text stands for nothing.
[[nodiscard]] std::uint32_t row_count(Scene const& scene, std::size_t source);
void append_text(Scene const& scene, std::size_t source, std::uint32_t row, std::string& text);
[[nodiscard]] Offer offer_of(Scene const& scene, std::size_t source, std::uint32_t row);
[[nodiscard]] Offer offer_elsewhere(std::string const& company, CompanyIndex::Hit const& hit);
[[nodiscard]] Offer search_all_offer(Words const& words, std::string const& query);

} // namespace keyrack::portal
