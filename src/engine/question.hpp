#pragma once
// verdict(ledger, catalogue, question, as_of): every question that the portal and the command line can ask, as one value,
// and its answer. A question names things by their keys; docs/questions.md lists them with the JSON of their answers.

#include "catalogue/catalogue.hpp"
#include "engine/css_question.hpp"
#include "engine/denial.hpp"
#include "engine/forecast.hpp"
#include "engine/mails.hpp"
#include "engine/plan.hpp"
#include "engine/range_questions.hpp"
#include "engine/setup_questions.hpp"
#include "engine/standing_questions.hpp"
#include "engine/ticket_reading.hpp"
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

// Support tickets. Clocks run to the millisecond: without a moment they are asked for as the day ends, in UTC.
struct
    TicketQuestion // how the ticket stands, with its clocks and its severity's path (R99, R112–R143, R150, R151, R172–R178)
{
    std::string ticket;
    std::optional<Instant> at;
    bool operator==(TicketQuestion const&) const = default;
};

struct ClocksQuestion // which clocks are running, most urgent first
{
    std::optional<Instant> at;
    bool operator==(ClocksQuestion const&) const = default;
};

struct HelpQuestion // R99: is help offered from the room, and what goes with the ticket
{
    std::string room;
    std::optional<RoomState> state; // nothing: as Sync reported it last (R15)
    bool operator==(HelpQuestion const&) const = default;
};

struct
    ReplacementQuestion // R89, R90, R97, R102: is the device replaced on the next business day, or from onsite spares
{
    std::string serial;
    bool operator==(ReplacementQuestion const&) const = default;
};

using Question = std::variant<CoverageQuestion, FeatureQuestion, WarrantyQuestion, OrderQuestion, SparesQuestion,
    ServiceOrderQuestion, InvitationQuestion, PersonQuestion, OrgQuestion, ContractQuestion, PlanQuestion,
    ForecastQuestion, ProductQuestion, JumpstartQuestion, CountryQuestion, SpareChoiceQuestion, SpareMatchQuestion,
    TryQuestion, TicketQuestion, ClocksQuestion, HelpQuestion, ReplacementQuestion, GuideQuestion, SyncImportQuestion,
    LicenceQuestion, AccountClassQuestion, VersionQuestion>;

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
    Holds all_agreed = Holds::yes;     // R19, R96: one is agreed for each that was earned
    std::vector<OnsiteSpareId> agreed; // by the day
    Proof proof;
    Proof agreement;
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
    std::string_view state; // "sent", "accepted", "replaced", "withdrawn", "expired"
    Date last_day {};
    std::string sign_in;                  // R72: the issuer by whom the addressee signs in; empty: the link alone
    std::vector<std::string_view> guides; // what to do when it is not found, lost or expired (R54, R58, R60, R61)
    std::vector<Proof> proof;
    std::vector<Command> steps; // no longer open: what sends it again (R58, R60)
};

struct PersonAnswer
{
    PersonId person;
    std::string_view state; // of the access, a partner's by delegation too: "not_begun", "open", "over", "withdrawn"
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

// Room and device facts that go with a ticket (R99).
struct Attached
{
    RoomId room;
    RoomState room_state {};
    std::vector<DeviceId> devices; // that stood in the room on that day, or the one that was named
};

struct TicketAnswer
{
    TicketId ticket;
    Instant at {};
    TicketNow now;
    std::vector<TicketEvent> events;                    // up to the moment, with what follows from the ledger
    SeverityBasis basis;                                // of the severity as it stands
    std::string primary_email;                          // as it stands in the field
    std::vector<FormField> missing;                     // in the partner's form
    std::vector<catalogue::SupportRoute const*> routes; // belong to the catalogue
    Attached attached;
    std::vector<TicketClock> clocks;
    InformDuty duty {};
    std::vector<Proof> proof;
    std::vector<Command> steps;          // what an agent does next for its severity (R126), or about the duty (R131)
    std::vector<Cure> cures;             // not entitled: what would entitle
    std::vector<DraftedQuestion> drafts; // D21: nothing to go by; what to ask the partner, a draft a language
};

struct RunningClock
{
    TicketId ticket;
    catalogue::Measure measure {};
    catalogue::Promise promise {}; // where there is a target
    ClockStanding standing {};
    std::int32_t severity = 0;
    Running running {};
    Holds in_time = Holds::yes;
    std::optional<Instant> warn_at, breach_at;
    bool operator==(RunningClock const&) const = default;
};

struct ClocksAnswer
{
    Instant at {};
    std::vector<RunningClock> clocks; // breached ones first, then by the moment at which they would be
    std::vector<Proof> proof;         // of the breached ones, the first of them
};

struct HelpAnswer
{
    RoomId room;
    Verdict verdict;
    Attached attached;
    std::vector<Command> steps; // the ticket with its facts, where help is offered
};

struct ReplacementAnswer
{
    DeviceId device;
    RoomId room; // where it stands on that day
    Holds next_business_day = Holds::no;
    Holds from_spares = Holds::no;
    std::optional<Date> arrives; // R89: the next business day where the room stands, if its country is known
    std::vector<Proof> proof;
    std::vector<Cure> cures;
};

using AnswerKinds =
    std::variant<CoverageAnswer, FeatureAnswer, WarrantyAnswer, OrderAnswer, SparesAnswer, ServiceOrderAnswer,
        InvitationAnswer, PersonAnswer, OrgAnswer, ContractAnswer, PlanAnswer, ForecastAnswer, ProductAnswer,
        JumpstartAnswer, CountryAnswer, SpareChoiceAnswer, SpareMatchAnswer, TryAnswer, TicketAnswer, ClocksAnswer,
        HelpAnswer, ReplacementAnswer, GuideAnswer, SyncImportAnswer, LicenceAnswer, AccountClassAnswer, VersionAnswer>;

// One of these; compiled once, in question.cpp, like `Command`.
struct Answer : AnswerKinds
{
    using AnswerKinds::AnswerKinds;
    Answer();
    Answer(Answer const& other);
    Answer(Answer&& other) noexcept;
    Answer& operator=(Answer const& other);
    Answer& operator=(Answer&& other) noexcept;
    ~Answer();
};

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
[[nodiscard]] std::expected<Answer, Denial> answer_to(PlanQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ForecastQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ProductQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(JumpstartQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(CountryQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SpareChoiceQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SpareMatchQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(TryQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(TicketQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ClocksQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(HelpQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(ReplacementQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(GuideQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(SyncImportQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(LicenceQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(AccountClassQuestion const& question, Asked const& asked);
[[nodiscard]] std::expected<Answer, Denial> answer_to(VersionQuestion const& question, Asked const& asked);

// Pure and total.
[[nodiscard]] std::expected<Answer, Denial> verdict(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Question const& question, Date as_of);

} // namespace keyrack::engine
