// B1: what a proof consists of, over every kind of question. Each step is a rule with our words in three languages and its
// place in the documents; each thing it looked at is a fact with its entry in the journal, follows from such facts by the
// rule itself, or is a parameter with its origin.

#include "codec/catalogue_json.hpp"
#include "portal/words.hpp"
#include "support/every_kind.hpp"
#include "support/every_question.hpp"
#include "support/random_desk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::string_view_literals;
using portal::Language;
using portal::Words;

namespace {

Words const& words_in(Language language)
{
    static std::array const all { Words { Language::english }, Words { Language::german },
        Words { Language::norwegian } };
    return all[static_cast<std::size_t>(language)];
}

bool has_place(std::string_view citation)
{
    if (citation.starts_with('D')) return true; // settled by us: docs/catalogue.md
    auto const* const source = codec::shipped_catalogue().source(citation);
    return source && !source->document.empty() && !source->place.empty();
}

// Every placeholder is filled, and no key is missing.
void check_words(Proof const& node, Language language)
{
    auto const& words = words_in(language);
    auto arguments = words.arguments(node.facts);
    for (auto const& use : node.parameters) {
        arguments.emplace_back(use.name, words.number(use.value));
        CHECK(words.knows("parameter." + std::string { use.name }));
    }
    auto key = "rule." + std::string { code(node.rule) } + (node.holds == Holds::yes ? ".yes" : ".no");
    if (!node.parts.empty() && words.knows(key + "_whole")) key += "_whole";
    CHECK(!words.fill(key, arguments).contains('{'));
}

// Nothing that the journal or the catalogue bears, and no document either.
bool is_bare(Proof const& node)
{
    bool const recorded = std::ranges::any_of(node.facts, [](Fact const& fact) { return fact.entry.exists(); });
    bool const documented =
        std::ranges::any_of(citations(node.rule), [](std::string_view cited) { return cited.starts_with('R'); });
    return node.parts.empty() && node.parameters.empty() && !recorded && !documented;
}

// What has a name stands in the journal, and the fact says where.
bool has_its_entry(Fact const& fact)
{
    bool const names_a_thing =
        !std::holds_alternative<std::monostate>(fact.subject) && std::holds_alternative<std::string>(fact.value);
    return !names_a_thing || fact.entry.exists();
}

class Leaves
{
public:
    void check(Proof const& node)
    {
        CAPTURE(code(node.rule), node.holds == Holds::yes);
        m_rules.insert(node.rule);
        CHECK(!citations(node.rule).empty());
        for (auto const cited : citations(node.rule)) CHECK(has_place(cited));
        for (auto const& use : node.parameters)
            CHECK((!use.origin.reference.empty() || use.origin.kind == catalogue::OriginKind::operator_set));
        for (auto const language : { Language::english, Language::german, Language::norwegian })
            check_words(node, language);
        for (Fact const& fact : node.facts) {
            CAPTURE(fact.name);
            CHECK(has_its_entry(fact));
        }
        if (is_bare(node)) m_bare.insert(std::string { code(node.rule) });
        for (Proof const& part : node.parts) check(part);
    }

    void check_all(Ledger const& ledger, Date day)
    {
        auto const& catalogue = codec::shipped_catalogue();
        for (Question const& question : questions_about(ledger, catalogue, day)) {
            auto const answer = verdict(ledger, catalogue, question, day);
            if (!answer) continue;
            CAPTURE(question.index(), shown(day));
            for (Proof const& root : proofs_in(*answer, { ledger, catalogue, day })) check(root);
        }
    }

    [[nodiscard]] std::set<Rule> const& rules() const { return m_rules; }
    [[nodiscard]] std::set<std::string> const& bare() const { return m_bare; }

private:
    std::set<Rule> m_rules;
    std::set<std::string> m_bare;
};

} // namespace

TEST_CASE("B1: every step of every proof is a rule with its words and its place, a recorded fact, or a parameter",
    "[portal][B1][property]")
{
    Leaves leaves;
    Tenant whole { codec::shipped_catalogue() };
    for (auto const& command : commands_of_every_kind()) (void)whole.try_to(command);
    for (auto const* day : { "2026-02-05", "2026-05-20", "2026-11-20", "2029-06-01" })
        leaves.check_all(whole.ledger, date(day));
    for (auto const seed : seeds(6)) {
        CAPTURE(seed);
        auto const tenant = random_desk(seed, seed % 2 == 0 ? Manner::live : Manner::history, 250);
        leaves.check_all(tenant.ledger, date("2026-03-10"));
    }
    CHECK((leaves.rules().size() >= 60 || replays()));
    // What stays earned follows from the count and the threshold beside it.
    CHECK(leaves.bare() == std::set<std::string> { "spare_stays_earned" });
}
