#pragma once
// Where a number or a rule comes from. Every parameter names its origin, and every proof that uses it shows it.

#include <optional>
#include <string>
#include <vector>

namespace keyrack::catalogue {

// document: a customer's document says so; decision: the documents are silent or disagree, settled so (D1–D23);
// operator: set for this tenant.
enum class OriginKind { document, decision, operator_set };

struct Origin
{
    OriginKind kind = OriginKind::document;
    std::string reference; // "R39", "D4", or the entry that set it
    bool operator==(Origin const&) const = default;
};

template <class T>
struct Parameter
{
    T value {};
    Origin origin;
    bool operator==(Parameter const&) const = default;
};

// A place in a document: where rule R… stands, for a person to look up.
struct Source
{
    std::string rule;     // "R39"
    std::string document; // key of the document: "faq", "sync_plus", "lua", "css"
    std::string place;    // the question or heading it stands under, in the document's language
    std::optional<std::string> place_en {}, place_de {}, place_nb {}; // the same in the others
    bool operator==(Source const&) const = default;
};

} // namespace keyrack::catalogue
