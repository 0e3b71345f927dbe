#pragma once
// What is known of each company while all are on the screen. They are opened one after another, read and closed again:
// a company lies open in one tab at a time, and is never shown older than it is.

#include "portal/cockpit_model.hpp"
#include "portal/palette_model.hpp"
#include "portal/scene.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct CompanyEnding
{
    Date on {};
    std::string programme;
    std::int64_t rooms = 0;
    std::string account;  // whose rooms; empty: the company's own, or nobody's
    std::string order_by; // "Order between 29 Nov 2026 and 28 Jan 2027"
    std::string fragment;
};

// Rooms, devices, orders and tickets to search in, held small: a company may have 100,000 rooms.
class CompanyIndex
{
public:
    struct Hit
    {
        PaletteSubject subject {};
        std::string_view text, second, fragment;
        Tone tone = Tone::neutral; // of a room: how it is covered
        std::string_view cover {};
    };
    void add(Hit const& hit);
    // Those that hold every word, at most so many; and how many there are.
    [[nodiscard]] std::pair<std::vector<Hit>, std::size_t> find(std::string_view query, std::size_t most) const;

    [[nodiscard]] std::size_t size() const { return m_begins.size(); }
    // The first place from `from` on that holds every one of the words (search_words), or `end`.
    [[nodiscard]] std::size_t next(std::span<std::string const> words, std::size_t from, std::size_t end) const;
    [[nodiscard]] Hit hit(std::size_t place) const;

private:
    std::string m_folded;              // texts to search in, each ended by a line feed
    std::vector<std::size_t> m_begins; // of each
    std::string m_shown;               // text TAB second TAB fragment TAB cover
    std::vector<std::size_t> m_shown_begins;
    std::vector<PaletteSubject> m_subjects;
    std::vector<Tone> m_tones;
};

struct CompanyDigest
{
    std::string name, second;
    std::int64_t rooms = 0, covered = 0, ending = 0;
    std::vector<ActionLine> needs;
    std::vector<CompanyEnding> endings; // of two years
    std::vector<ActionLine> proposals;
    std::string renewals, overview;            // addresses
    std::shared_ptr<CompanyIndex const> index; // outlives the rest, for the palette
};
// Everything that the page shows of a company, taken out of its open session.
[[nodiscard]] CompanyDigest digest_of(Scene const& scene);

enum class CompanyState { waits, is_read, read, held, failed };

struct Company
{
    std::string slug, name;
    CompanyState state = CompanyState::waits;
    std::shared_ptr<CompanyDigest const> digest {};
    std::string failure {};
    std::int64_t unsent = 0; // entries that no other device has, where it is exchanged
};

struct Cockpit
{
    std::vector<Company> companies;
    std::string to_remove {}; // whose removal is asked about as soon as it is read

    [[nodiscard]] Company* reading();
    [[nodiscard]] Company* next();
};

[[nodiscard]] CockpitModel cockpit_model(
    Words const& words, Cockpit const& cockpit, Date today, std::string_view query);

} // namespace keyrack::portal
