#pragma once
// verdict(ledger, catalogue, question, as_of): every question that the portal and the command line can ask, as one value,
// and its answer. A question names things by their keys; docs/questions.md lists them with the JSON of their answers.

#include "catalogue/catalogue.hpp"
#include "engine/css_question.hpp"
#include "engine/denial.hpp"
#include "engine/forecast.hpp"
#include "engine/plan.hpp"
#include "engine/range_questions.hpp"
#include "engine/verdict.hpp"
#include "engine/ways.hpp"

#include <expected>
#include <optional>
#include <string>
#include <variant>

namespace keyrack::engine {

struct CoverageQuestion // is the room covered, by what, until when, and if not: what would cover it
{
    std::string room;
    std::string programme; // key; empty: any
    bool operator==(CoverageQuestion const&) const = default;
};

struct FeatureQuestion // has the room the feature
{
    std::string room;
    catalogue::Feature feature {};
    bool operator==(FeatureQuestion const&) const = default;
};

struct WarrantyQuestion // until when is the device under warranty
{
    std::string serial;
    bool operator==(WarrantyQuestion const&) const = default;
};

struct OrderQuestion // how the order stands
{
    std::string order; // PO number
    bool operator==(OrderQuestion const&) const = default;
};

struct SparesQuestion // onsite spares entitled and earned
{
    bool operator==(SparesQuestion const&) const = default;
};

struct ServiceOrderQuestion // how far a service order has come, and what stands against it (R26–R36, R45–R48)
{
    std::string order; // PO number
    bool operator==(ServiceOrderQuestion const&) const = default;
};

struct InvitationQuestion // is it open, and until when (R55–R61)
{
    std::string link;
    bool operator==(InvitationQuestion const&) const = default;
};

struct PersonQuestion // what the person may do (R3, R69–R73)
{
    std::string email;
    bool operator==(PersonQuestion const&) const = default;
};

// Of the whole tenant, and of days to come.

struct PlanQuestion // which free licence for which uncovered room (B6)
{
    std::vector<Priority> by; // none: as PlanWishes has them
    std::string programme;    // key; empty: any
    bool operator==(PlanQuestion const&) const = default;
};

struct ForecastQuestion // what ends from the day on until then, and what to order (B5)
{
    Date until {};
    bool operator==(ForecastQuestion const&) const = default;
};

using Question = std::variant<CoverageQuestion, FeatureQuestion, WarrantyQuestion, OrderQuestion, SparesQuestion,
    ServiceOrderQuestion, InvitationQuestion, PersonQuestion, OrgQuestion, ContractQuestion, ProductQuestion,
    JumpstartQuestion, CountryQuestion, SpareChoiceQuestion, SpareMatchQuestion, TryQuestion, PlanQuestion,
    ForecastQuestion>;

// An answer says what it is about, so that it can be told without its question.
struct CoverageAnswer
{
    RoomId room;
    std::optional<ProgrammeId> programme; // nothing: any
    Verdict verdict;
};

struct FeatureAnswer
{
    RoomId room;
    catalogue::Feature feature {};
    Verdict verdict;
};

struct WarrantyAnswer
{
    DeviceId device;
    WarrantyVerdict verdict;
};

struct OrderAnswer
{
    OrderId order;
    OrderStatus status;
};

struct SparesAnswer
{
    Spares spares;
    Proof proof;
};

struct ServiceOrderAnswer
{
    ServiceOrderId order;
    AccountId account;             // whose contract it is, or would be by its address
    std::optional<OrderStatus> as; // processed: how its licences stand
    std::vector<MailId> mails;
    std::vector<std::string_view> missing; // of what it must carry: "sku", "customer.email"
    std::vector<Proof> proof;
    std::vector<Command> steps; // what would process it, where nothing is missing
};

struct InvitationAnswer
{
    InvitationId invitation;
    std::string_view state; // "sent", "accepted", "replaced", "expired"
    Date last_day {};
    std::vector<Proof> proof;
    std::vector<Command> steps; // no longer open: what sends it again (R58, R60)
};

struct PersonAnswer
{
    PersonId person;
    Holds may_look = Holds::no;
    Holds may_manage = Holds::no;
    std::int64_t users = 0;                 // who have access
    std::optional<std::int32_t> user_limit; // R74, D11; nothing: none is set
    std::vector<Proof> proof;
    std::vector<Command> steps; // what would let the person manage
};

struct PlanAnswer
{
    PlanWishes wishes;
    Plan plan;
};

struct ForecastAnswer
{
    Forecast forecast;
};

using Answer = std::variant<CoverageAnswer, FeatureAnswer, WarrantyAnswer, OrderAnswer, SparesAnswer,
    ServiceOrderAnswer, InvitationAnswer, PersonAnswer, OrgAnswer, ContractAnswer, ProductAnswer, JumpstartAnswer,
    CountryAnswer, SpareChoiceAnswer, SpareMatchAnswer, TryAnswer, PlanAnswer, ForecastAnswer>;

// What a question is asked of.
struct Asked
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    Date as_of {};
};

// One a question; the denial says what it names and the ledger does not have.
[[nodiscard]] std::expected<Answer, Denial> answer_to(CoverageQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(FeatureQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(WarrantyQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(OrderQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SparesQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ServiceOrderQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(InvitationQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(PersonQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(OrgQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ContractQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ProductQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(JumpstartQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(CountryQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SpareChoiceQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SpareMatchQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(TryQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(PlanQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ForecastQuestion const& question, Asked const& asked);

// Pure and total.
[[nodiscard]] std::expected<Answer, Denial> verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Question const& question, Date as_of);

} // namespace keyrack::engine
