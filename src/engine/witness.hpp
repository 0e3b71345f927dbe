#pragma once
// One code, two uses. Rules are templates over a witness: NoWitness compiles to the bare comparison that the bulk
// tables run on, ProofWitness records the tree of what was demanded and what was looked at. So the number in a list and
// the proof behind it cannot disagree.
//
//     template <Witness W>
//     bool term_has_started(Order const& order, Date start, Date day, W& witness)
//     {
//         return witness.demand(Rule::term_has_started, start <= day,
//             [&](auto& proof) { proof.fact("start", start); });
//     }

#include "engine/proof.hpp"
#include "engine/switched_off.hpp"

#include <concepts>
#include <utility>

namespace keyrack::engine {

class NoWitness
{
public:
    // A leaf: says whether it holds; `describe` is never called.
    template <class Describe>
    constexpr bool demand(Rule rule, bool holds, Describe&&)
    {
        return holds || switched_off(rule);
    }
    // A rule made of parts: `judge(witness) → bool` applies them, all of them, so that a proof shows each.
    template <class Judge, class Describe>
    constexpr bool compose(Rule rule, Judge&& judge, Describe&&)
    {
        return judge(*this) || switched_off(rule);
    }
};

// Collects the facts of one node.
class Description
{
public:
    explicit Description(Proof& node) : m_node(node) { }
    void fact(std::string_view name, FactValue value, Subject subject = {}, EntryId entry = {});
    void add(Fact fact);
    void parameter(std::string_view name, std::int64_t value, catalogue::Origin const& origin);

private:
    Proof& m_node;
};

class ProofWitness
{
public:
    template <class Describe>
    bool demand(Rule rule, bool holds, Describe&& describe)
    {
        return end(begin(rule), holds || switched_off(rule), describe);
    }

    template <class Judge, class Describe>
    bool compose(Rule rule, Judge&& judge, Describe&& describe)
    {
        ProofWitness inner;
        bool const holds = judge(inner) || switched_off(rule);
        Proof& node = begin(rule);
        node.parts = std::move(inner.m_nodes);
        return end(node, holds, describe);
    }

    [[nodiscard]] std::vector<Proof> take() { return std::move(m_nodes); }

private:
    Proof& begin(Rule rule);

    template <class Describe>
    bool end(Proof& node, bool holds, Describe& describe)
    {
        Description description { node };
        describe(description);
        node.holds = holds ? Holds::yes : Holds::no;
        return holds;
    }

    std::vector<Proof> m_nodes;
};

template <class W>
concept Witness = std::same_as<W, NoWitness> || std::same_as<W, ProofWitness>;

} // namespace keyrack::engine
