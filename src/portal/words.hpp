#pragma once
// Everything the portal says, in the reader's language: texts by key, dates, numbers and plurals.
// Texts come from assets/lang/{en,de,nb}.json: flat keys, `{name}` placeholders; a plural is a pair of keys
// `<key>.one` and `<key>.other`, chosen by the value of `{count}`.

#include "base/date.hpp"
#include "base/error.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"
#include "engine/proof.hpp"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::portal {

enum class Language { english, german, norwegian };
[[nodiscard]] std::string_view tag(Language language); // "en", "de", "nb"
// The best of `preferred` ("de-CH", "nb-NO", …); English where none fits.
[[nodiscard]] Language choose_language(std::span<std::string const> preferred);

using Argument = std::pair<std::string_view, std::string>;
using Arguments = std::initializer_list<Argument>;

class Words
{
public:
    explicit Words(Language language); // from the embedded language files

    [[nodiscard]] Language language() const { return m_language; }
    // Whether there is a text, or a plural, of that key: for keys that are made from codes of other rooms.
    [[nodiscard]] bool knows(std::string_view key) const;
    // The text of `key`; VERIFYs that the key is there (a test holds all keys in code against the files).
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments) const;
    [[nodiscard]] std::string fill(std::string_view key, std::span<Argument const> arguments) const;
    // The text's parts between ` · `, without those that have a placeholder for which no argument is given.
    [[nodiscard]] std::string parts(std::string_view key, std::span<Argument const> arguments) const;
    // Chooses `.one` or `.other` and fills {count}, formatted.
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t count, Arguments arguments = {}) const;

    [[nodiscard]] std::string date(Date date) const;                  // 14 May 2029 · 14. Mai 2029 · 14. mai 2029
    [[nodiscard]] std::string short_date(Date date) const;            // 3 Nov 2029 · 3. Nov. 2029 · 3. nov. 2029
    [[nodiscard]] std::string_view month(unsigned month) const;       // March · März · mars, of 1 to 12
    [[nodiscard]] std::string_view month_short(unsigned month) const; // Mar · März · mars
    [[nodiscard]] std::string number(std::int64_t number) const;      // 12,345 · 12.345 · 12 345
    // "today", "tomorrow", "in 67 days", "10 days ago" …
    [[nodiscard]] std::string relative_days(Date day, Date today) const;

    [[nodiscard]] std::string error(Error const& error) const; // what, where, what to do
    // The offending input as a quotation, or what is wrong with it where it is the code of a TextFault.
    [[nodiscard]] std::string input(std::string const& input) const;
    [[nodiscard]] std::string denial(engine::Denial const& denial) const;
    // The facts as arguments: numbers and dates written out, codes in words.
    [[nodiscard]] std::vector<Argument> arguments(std::span<engine::Fact const> facts) const;

private:
    [[nodiscard]] std::string dated(std::string_view key, std::string_view months, Date date) const;

    Language m_language;
    std::map<std::string, std::string, std::less<>> m_texts;
};

// The texts that are not empty, with ` · ` between them.
[[nodiscard]] std::string joined(std::initializer_list<std::string> texts);
[[nodiscard]] std::string joined(std::span<std::string const> texts);

} // namespace keyrack::portal
