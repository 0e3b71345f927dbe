// People, roles, delegation and invitations: R3, R55–R61, R69–R74, D11, D20.

#include "engine/people.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

SendInvitation inviting(std::string link, std::string email, Role role = Role::admin)
{
    return { std::move(link), std::move(email), "Somebody", role, MailLanguage::english, date("2026-03-01") };
}

Tenant& join(Tenant& tenant, std::string const& email, Role role = Role::admin)
{
    tenant.apply(inviting("to-" + email, email, role));
    return tenant.apply(AcceptInvitation { "to-" + email, email, date("2026-03-02") });
}

std::string outcome_as(Tenant const& tenant, char const* email, char const* day, Command const& command)
{
    auto const decision =
        decide_as({ email, date(day) }, tenant.ledger, tenant.catalogue(), command, tenant.next_entry(), Manner::live);
    return decision ? "applied" : std::string { code(decision.error().reason) };
}

} // namespace

TEST_CASE("R55, R59, D20: an invitation is for one person and for 30 days", "[engine][R55][R59][D20]")
{
    struct Row
    {
        char const* email;
        char const* on;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // email             on            want
        { "ada@acme.example", "2026-02-28", "bad_period"           },
        { "ada@acme.example", "2026-03-01", "applied"              },
        { "ada@acme.example", "2026-03-30", "applied"              }, // day 29
        { "ADA@acme.example", "2026-03-31", "applied"              }, // day 30
        { "ada@acme.example", "2026-04-01", "invitation_expired"   }, // day 31
        { "bob@acme.example", "2026-03-01", "invitation_not_yours" },
    }));
    CAPTURE(row.email, row.on);
    auto tenant = shipped_tenant();
    tenant.apply(inviting("L1", "ada@acme.example"));
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L1", row.email, date(row.on) })) == row.want);
}

TEST_CASE("R58, R60, D20: a resent invitation has new days, and the old link is void", "[engine][R58][R60][D20]")
{
    auto tenant = shipped_tenant();
    tenant.apply(inviting("L1", "ada@acme.example"));
    tenant.apply(ResendInvitation { "L1", "L2", "", date("2026-05-01") });
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L1", "ada@acme.example", date("2026-03-05") }))
        == "invitation_closed");
    CHECK(outcome(Tenant { tenant }.try_to(AcceptInvitation { "L2", "ada@acme.example", date("2026-06-01") }))
        == "invitation_expired");
    CHECK(outcome(tenant.try_to(ResendInvitation { "L1", "L3", "", date("2026-05-02") })) == "invitation_closed");
    tenant.apply(AcceptInvitation { "L2", "ada@acme.example", date("2026-05-31") });
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L2", "ada@acme.example", date("2026-05-31") }))
        == "invitation_closed");
    CHECK(tenant.ledger.mails().size() == 2);
}

TEST_CASE("R58: an invitation that went to the wrong person is sent to the right one", "[engine][R58]")
{
    auto tenant = shipped_tenant();
    tenant.apply(inviting("L1", "bob@acme.example"));
    tenant.apply(ResendInvitation { "L1", "L2", "Ada@acme.example", date("2026-03-03") });
    CHECK(tenant.ledger.mails().rows().back().recipient == "ada@acme.example");
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L2", "bob@acme.example", date("2026-03-04") }))
        == "invitation_not_yours");
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L2", "ada@acme.example", date("2026-03-04") })) == "applied");
}

TEST_CASE(
    "R58: a link that is withdrawn lets nobody in, until it opens again for the days that it had", "[engine][R58][R59]")
{
    auto tenant = shipped_tenant();
    tenant.apply(inviting("L1", "bob@acme.example"));
    auto const before = tenant.ledger.invitations().rows().front();
    tenant.apply(WithdrawInvitation { "L1" });
    AcceptInvitation const accept { "L1", "bob@acme.example", date("2026-03-05") };
    CHECK(outcome(tenant.try_to(accept)) == "invitation_closed");
    CHECK(outcome(tenant.try_to(ResendInvitation { "L1", "L2", "", date("2026-03-05") })) == "invitation_closed");
    CHECK(told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, "2026-03-05").state == "withdrawn");
    CHECK(told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, "2026-05-05").state == "withdrawn");
    CHECK(tenant.ledger.people().size() == 0);
    tenant.apply(*compensation(WithdrawInvitation { "L1" }));
    auto after = tenant.ledger.invitations().rows().front();
    after.changed = before.changed;
    CHECK(after == before);
    CHECK(told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, "2026-04-01").state == "expired"); // day 31
    CHECK(outcome(tenant.try_to(accept)) == "applied");
}

TEST_CASE("R58, D20: an invitation is withdrawn while nobody has answered it, and opens again if it was",
    "[engine][R58][D20]")
{
    struct Row
    {
        char const* link;
        char const* withdraw;
        char const* reopen;
    };
    auto const row = GENERATE(values<Row>({
        // link        withdrawn             opened again
        { "open",      "applied",            "changed_meanwhile"  },
        { "run out",   "applied",            "changed_meanwhile"  },
        { "accepted",  "invitation_closed",  "changed_meanwhile"  },
        { "replaced",  "invitation_closed",  "changed_meanwhile"  },
        { "withdrawn", "invitation_closed",  "applied"            },
        { "nobody's",  "unknown_invitation", "unknown_invitation" },
    }));
    CAPTURE(row.link);
    auto tenant = shipped_tenant();
    auto old = inviting("run out", "old@acme.example");
    old.on = date("2025-01-01");
    tenant.apply(inviting("open", "ada@acme.example")).apply(old).apply(inviting("accepted", "bob@acme.example"));
    tenant.apply(AcceptInvitation { "accepted", "bob@acme.example", date("2026-03-02") });
    tenant.apply(inviting("replaced", "eve@acme.example"));
    tenant.apply(ResendInvitation { "replaced", "newer", "", date("2026-03-02") });
    tenant.apply(inviting("withdrawn", "sue@acme.example")).apply(WithdrawInvitation { "withdrawn" });
    CHECK(outcome(Tenant { tenant }.try_to(WithdrawInvitation { row.link })) == row.withdraw);
    CHECK(outcome(Tenant { tenant }.try_to(ReopenInvitation { row.link })) == row.reopen);
}

TEST_CASE("R58, R70: who may invite may withdraw, and who may only look may not", "[engine][R58][R70]")
{
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    join(tenant, "bob@acme.example", Role::read_only);
    tenant.apply(inviting("L1", "eve@acme.example"));
    CHECK(outcome_as(tenant, "ada@acme.example", "2026-03-05", WithdrawInvitation { "L1" }) == "applied");
    CHECK(outcome_as(tenant, "bob@acme.example", "2026-03-05", WithdrawInvitation { "L1" }) == "actor_read_only");
    CHECK(outcome_as(tenant, "eve@acme.example", "2026-03-05", WithdrawInvitation { "L1" }) == "actor_unknown");
}

TEST_CASE("R58: what a file tells of a link after it was withdrawn is taken in", "[engine][R58]")
{
    auto tenant = shipped_tenant();
    tenant.apply(inviting("L1", "bob@acme.example")).apply(inviting("L3", "eve@acme.example"));
    tenant.apply(WithdrawInvitation { "L1" }).apply(WithdrawInvitation { "L3" });
    tenant.apply(ResendInvitation { "L1", "L2", "", date("2026-03-05") }, Manner::history);
    tenant.apply(AcceptInvitation { "L3", "eve@acme.example", date("2026-03-05") }, Manner::history);
    tenant.apply(WithdrawInvitation { "L3" }, Manner::history); // she is there, and stays
    auto const state = [&](char const* link) {
        return told<InvitationAnswer>(tenant, InvitationQuestion { link }, "2026-03-06").state;
    };
    CHECK(state("L1") == "replaced");
    CHECK(state("L2") == "sent");
    CHECK(state("L3") == "accepted");
}

TEST_CASE("R3, R70: an admin manages, a read-only person looks", "[engine][R3][R70]")
{
    auto tenant = shipped_tenant();
    CHECK(outcome_as(tenant, "", "2026-03-01", adding_room("fjord")) == "applied"); // no people yet
    join(tenant, "ada@acme.example");
    join(tenant, "bob@acme.example", Role::read_only);
    CHECK(outcome_as(tenant, "", "2026-03-05", adding_room("fjord")) == "actor_unknown");
    CHECK(outcome_as(tenant, "eve@acme.example", "2026-03-05", adding_room("fjord")) == "actor_unknown");
    CHECK(outcome_as(tenant, "Ada@Acme.Example", "2026-03-05", adding_room("fjord")) == "applied");
    CHECK(outcome_as(tenant, "bob@acme.example", "2026-03-05", adding_room("fjord")) == "actor_read_only");
    tenant.apply(SetRole { "bob@acme.example", Role::read_only, Role::admin });
    CHECK(outcome_as(tenant, "bob@acme.example", "2026-03-05", adding_room("fjord")) == "applied");
}

TEST_CASE("nobody is locked out before somebody of the customer manages", "[engine][R70][R73]")
{
    auto tenant = shipped_tenant();
    tenant.apply(DelegateAccess { "pat@partner.example", "Pat", "Partner", Role::admin, date("2026-04-01"), never });
    join(tenant, "bob@acme.example", Role::read_only);
    CHECK(outcome_as(tenant, "", "2026-04-05", adding_room("fjord")) == "applied");
    CHECK(outcome_as(tenant, "pat@partner.example", "2026-03-31", adding_room("fjord")) == "actor_access_over");
    CHECK(outcome_as(tenant, "bob@acme.example", "2026-04-05", adding_room("fjord")) == "actor_read_only");
    join(tenant, "ada@acme.example");
    CHECK(outcome_as(tenant, "", "2026-04-05", adding_room("fjord")) == "actor_unknown");
    CHECK(outcome(tenant.try_to(SetRole { "ada@acme.example", Role::admin, Role::read_only })) == "last_admin");
}

TEST_CASE("R69, R73: a partner's access runs from its first day to its end", "[engine][R6][R69][R73]")
{
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    tenant.apply(DelegateAccess {
        "pat@partner.example", "Pat", "Partner", Role::admin, date("2026-04-01"), date("2026-05-01") });
    CHECK(outcome_as(tenant, "pat@partner.example", "2026-03-31", adding_room("fjord")) == "actor_access_over");
    CHECK(outcome_as(tenant, "pat@partner.example", "2026-04-01", adding_room("fjord")) == "applied");
    CHECK(outcome_as(tenant, "pat@partner.example", "2026-04-30", adding_room("fjord")) == "applied");
    CHECK(outcome_as(tenant, "pat@partner.example", "2026-05-01", adding_room("fjord")) == "actor_access_over");
    CHECK(outcome(tenant.try_to(DelegateAccess {
              "sam@partner.example", "Sam", "Partner", Role::admin, date("2026-04-01"), date("2026-04-01") }))
        == "bad_period");
}

TEST_CASE("somebody is always left who manages", "[engine][R70]")
{
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    CHECK(outcome(tenant.try_to(SetRole { "ada@acme.example", Role::admin, Role::read_only })) == "last_admin");
    CHECK(outcome(tenant.try_to(EndAccess { "ada@acme.example", never, date("2026-06-01") })) == "last_admin");
    join(tenant, "bob@acme.example");
    CHECK(outcome(tenant.try_to(SetRole { "ada@acme.example", Role::admin, Role::read_only })) == "applied");
    CHECK(outcome(tenant.try_to(EndAccess { "bob@acme.example", never, date("2026-06-01") })) == "last_admin");
}

TEST_CASE("R74, D11: a limit of users, where the operator sets one", "[engine][R74][D11]")
{
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    tenant.apply(SetUserLimit { std::nullopt, 2 });
    CHECK(outcome(tenant.try_to(SetUserLimit { std::nullopt, 3 })) == "changed_meanwhile");
    join(tenant, "bob@acme.example");
    tenant.apply(inviting("L3", "eve@acme.example"));
    AcceptInvitation const third { "L3", "eve@acme.example", date("2026-03-05") };
    CHECK(outcome(Tenant { tenant }.try_to(third)) == "user_limit_reached");
    CHECK(outcome(tenant.try_to(SetUserLimit { 2, std::nullopt })) == "applied");
    CHECK(outcome(tenant.try_to(third)) == "applied");
}

TEST_CASE("R69, R73: the state of a delegation, on both sides of its first and its last day", "[engine][R69][R73]")
{
    struct Row
    {
        char const* day;
        char const* state;
        Holds may_look;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-03-31", "not_begun", Holds::no  },
        { "2026-04-01", "open",      Holds::yes },
        { "2026-06-30", "open",      Holds::yes },
        { "2026-07-01", "over",      Holds::no  },
    }));
    CAPTURE(row.day);
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    tenant.apply(DelegateAccess {
        "pia@partner.example", "Pia", "Partner AG", Role::read_only, date("2026-04-01"), date("2026-07-01") });
    auto const answer = told<PersonAnswer>(tenant, PersonQuestion { "pia@partner.example" }, row.day);
    CHECK(answer.state == row.state);
    CHECK(answer.may_look == row.may_look);
    tenant.apply(RemovePerson { "pia@partner.example" });
    CHECK(told<PersonAnswer>(tenant, PersonQuestion { "pia@partner.example" }, row.day).state == "withdrawn");
}

TEST_CASE("what a person may do is told with its proof and its cure", "[engine][R3][R70][R73]")
{
    auto tenant = shipped_tenant();
    join(tenant, "ada@acme.example");
    join(tenant, "bob@acme.example", Role::read_only);
    tenant.apply(EndAccess { "bob@acme.example", never, date("2026-04-01") });
    auto const ask = [&](char const* day) {
        return told<PersonAnswer>(tenant, PersonQuestion { "Bob@acme.example" }, day);
    };
    CHECK(ask("2026-03-31").may_look == Holds::yes);
    CHECK(ask("2026-03-31").may_manage == Holds::no);
    auto const over = ask("2026-04-01");
    CHECK(over.may_look == Holds::no);
    REQUIRE(over.steps.size() == 2);
    for (Command const& step : over.steps) tenant.apply(step);
    CHECK(ask("2026-04-01").may_manage == Holds::yes);
}
