#pragma once
// Who may do what: people and partners with their access, invitations with the days they have left, who acts here.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

struct ScreenAction
{
    std::string run, label; // RunOnScreen
    bool main = false;
};

struct PersonDetail
{
    std::string title, second; // "Maren Kjær", "maren.kjaer@northwind.example"
    Chip chip;
    std::vector<std::pair<std::string, std::string>> facts;
    std::string note; // an invitation: what the person has to do
    std::vector<ScreenAction> actions;
    std::vector<ProofStep> story; // why the person may, or may not
    std::vector<ProofSource> sources;
    std::string mail_text, mail_fragment; // an invitation: the mail that went out
};

struct PeopleModel
{
    std::string second; // "5 people and 1 partner have access · up to 12 allowed"
    ActingCard acting;
    std::string sign_in, sign_in_second, sign_in_action; // the company's own sign-in, or that there is none
    std::vector<ActionLine> people, invitations, partners;
    std::string limit; // "12 people may have access", "No limit is set"
    std::optional<PersonDetail> detail;
    bool nobody = false; // neither people nor invitations
};

[[nodiscard]] PeopleModel people_model(Scene const& scene, PeopleRoute const& route);
[[nodiscard]] std::string role_text(Words const& words, engine::Role role);
// The person's name as the ledger knows it, or the address itself.
[[nodiscard]] std::string person_name(engine::Ledger const& ledger, std::string_view email);
// Whose mail it is: the address of the outbox that shows the invitation's mail; empty: none.
[[nodiscard]] std::string mail_of_invitation(Scene const& scene, std::string_view link);

} // namespace keyrack::portal
