#include "portal/people_model.hpp"

#include "engine/people.hpp"
#include "portal/proof_model.hpp"
#include "portal/sign_in.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::int64_t few_days = 7;

bool has_access(engine::Person const& person, Date day)
{
    return person.standing == engine::Standing::valid && person.days.contains(day);
}

// By the two lists below it.
std::string access_count(Scene const& scene)
{
    auto const& words = scene.words;
    std::int64_t people = 0, partners = 0;
    for (auto const& person : scene.ledger().people().rows())
        if (has_access(person, scene.day())) (person.partner.empty() ? people : partners) += 1;
    if (partners == 0) return words.plural("people.count", people);
    if (people == 0) return words.plural("people.partners_count", partners);
    return words("people.count_both",
        { { "people", words.plural("people.people", people) },
            { "partners", words.plural("people.partners", partners) } });
}

Chip role_chip(Scene const& scene, engine::Person const& person)
{
    if (!has_access(person, scene.day())) return { Tone::neutral, std::string { scene.words("people.no_access") } };
    return { Tone::neutral, role_text(scene.words, person.role) };
}

std::string access_text(Scene const& scene, engine::Person const& person)
{
    auto const& words = scene.words;
    if (person.days.to == never) return words("people.since", { { "date", words.short_date(person.days.from) } });
    return words("people.from_to",
        { { "from", words.short_date(person.days.from) }, { "to", words.short_date(person.days.to) } });
}

ActionLine line_of(Scene const& scene, PeopleRoute const& route, engine::Person const& person)
{
    bool const partner = !person.partner.empty();
    bool const here = person.key == scene.acting;
    return { .key = person.key,
        .subject = partner ? Subject::partner : Subject::person,
        .tone = Tone::neutral,
        .text = person.name.empty() ? person.key : person.name,
        .second = joined({ partner ? person.partner : person.key, access_text(scene, person),
            here ? std::string { scene.words("people.you") } : std::string {} }),
        .chip = role_chip(scene, person),
        .open = scene.link(PeopleRoute { .person = person.key }),
        .selected = person.key == route.person };
}

Chip invitation_chip(Scene const& scene, engine::Invitation const& invitation)
{
    auto const& words = scene.words;
    auto const state = engine::state_on(scene.catalogue(), invitation, scene.day());
    if (state == "accepted") return { Tone::covered, std::string { words("people.accepted") } };
    if (state == "replaced") return { Tone::neutral, std::string { words("people.replaced") } };
    if (state == "withdrawn") return { Tone::neutral, std::string { words("people.withdrawn") } };
    if (state == "expired") return { Tone::missing, std::string { words("people.expired") } };
    auto const left = (engine::last_day_of(scene.catalogue(), invitation) - scene.day()).count();
    return { left <= few_days ? Tone::ending : Tone::neutral,
        left == 0 ? std::string { words("people.last_day") } : words.plural("people.days_left", left) };
}

bool waits(engine::Invitation const& invitation)
{
    return invitation.state == engine::InvitationState::sent;
}

bool opens_today(Scene const& scene, engine::Invitation const& invitation)
{
    return waits(invitation) && scene.today <= engine::last_day_of(scene.catalogue(), invitation);
}

ActionLine line_of(Scene const& scene, PeopleRoute const& route, engine::Invitation const& invitation)
{
    auto const& words = scene.words;
    return { .key = invitation.key,
        .subject = Subject::invitation,
        .tone = Tone::neutral,
        .text = invitation.name.empty() ? invitation.email : invitation.name,
        .second = joined({ role_text(words, invitation.role),
            words("people.invited", { { "date", words.short_date(invitation.sent_on) } }) }),
        .chip = invitation_chip(scene, invitation),
        .action = std::string { words("overview.need.resend") },
        .run = "resend:" + invitation.key,
        .open = scene.link(PeopleRoute { .person = invitation.email }),
        .selected = invitation.email == route.person };
}

std::string language_name(Words const& words, engine::MailLanguage language)
{
    switch (language) {
    case engine::MailLanguage::english: return std::string { words("palette.language_en") };
    case engine::MailLanguage::german: return std::string { words("palette.language_de") };
    case engine::MailLanguage::norwegian: return std::string { words("palette.language_nb") };
    }
    return {};
}

void add_story(Scene const& scene, std::vector<engine::Proof> const& proof, PersonDetail& detail)
{
    detail.story = proof_steps(scene, proof);
    detail.sources = proof_sources(scene, proof);
}

PersonDetail detail_of(Scene const& scene, engine::Person const& person)
{
    auto const& words = scene.words;
    auto const fact = [&](std::string_view key, std::string value) {
        return std::pair { std::string { words(key) }, std::move(value) };
    };
    PersonDetail detail { .title = person.name.empty() ? person.key : person.name,
        .second = joined({ person.key, person.partner }),
        .chip = role_chip(scene, person),
        .facts = { fact("people.fact.role", role_text(words, person.role)),
            fact("people.fact.access", access_text(scene, person)) },
        .note = {},
        .actions = {},
        .story = {},
        .sources = {},
        .mail_text = {},
        .mail_fragment = {} };
    bool const admin = person.role == engine::Role::admin;
    if (has_access(person, scene.today)) {
        detail.actions.push_back(
            { "role:" + person.key, std::string { words(admin ? "people.make_viewer" : "people.make_admin") } });
        detail.actions.push_back({ "end:" + person.key, std::string { words("people.end_access") } });
    } else {
        detail.actions.push_back({ "again:" + person.key, std::string { words("people.give_again") } });
    }
    auto const answer =
        engine::verdict(scene.ledger(), scene.catalogue(), engine::PersonQuestion { person.key }, scene.day());
    if (answer) add_story(scene, std::get<engine::PersonAnswer>(*answer).proof, detail);
    return detail;
}

// Read by the invited person, who came by the link and acts here as nobody yet.
std::string note_for_invited(Scene const& scene, engine::Invitation const& invitation)
{
    auto const& words = scene.words;
    auto const state = engine::state_on(scene.catalogue(), invitation, scene.today);
    if (state == "replaced") return std::string { words("people.invitation_replaced") };
    if (state == "withdrawn") return std::string { words("people.invitation_withdrawn") };
    if (state == "expired")
        return words("people.invitation_ended",
            { { "date", words.short_date(engine::last_day_of(scene.catalogue(), invitation)) } });
    return words(
        "people.invitation_yours", { { "email", invitation.email }, { "company", scene.ledger().tenant().name } });
}

// Read by who manages, and sees it beside the others.
std::string note_for_manager(Scene const& scene, engine::Invitation const& invitation)
{
    if (opens_today(scene, invitation)) return std::string { scene.words("people.invitation_open") };
    if (invitation.state == engine::InvitationState::replaced)
        return std::string { scene.words("people.invitation_replaced") };
    bool const withdrawn = invitation.state == engine::InvitationState::withdrawn;
    return std::string { scene.words(withdrawn ? "people.invitation_void" : "people.invitation_over") };
}

void add_managing(Scene const& scene, engine::Invitation const& invitation, PersonDetail& detail)
{
    auto const& words = scene.words;
    auto& actions = detail.actions;
    if (invitation.state == engine::InvitationState::withdrawn) {
        actions.push_back({ "reopen:" + invitation.key, std::string { words("people.reopen") } });
        return;
    }
    if (invitation.state == engine::InvitationState::replaced) return; // what can be done is done to the newer one
    actions.push_back(
        { "resend:" + invitation.key, std::string { words("overview.need.resend") }, !opens_today(scene, invitation) });
    if (waits(invitation))
        actions.push_back({ "withdraw:" + invitation.key, std::string { words("people.withdraw") } });
}

PersonDetail detail_of(Scene const& scene, engine::Invitation const& invitation)
{
    auto const& words = scene.words;
    auto const last = engine::last_day_of(scene.catalogue(), invitation);
    auto const fact = [&](std::string_view key, std::string value) {
        return std::pair { std::string { words(key) }, std::move(value) };
    };
    bool const open = opens_today(scene, invitation);
    bool const is_invited = scene.acting.empty() && invitation_in(scene.route.screen) == invitation.key;
    PersonDetail detail { .title = invitation.name.empty() ? invitation.email : invitation.name,
        .second = invitation.email,
        .chip = invitation_chip(scene, invitation),
        .facts = { fact("people.fact.role", role_text(words, invitation.role)),
            fact("people.fact.language", language_name(words, invitation.language)),
            fact("people.fact.invited", words.short_date(invitation.sent_on)),
            fact("people.fact.last_day", words.short_date(last)) },
        .note = is_invited ? note_for_invited(scene, invitation) : note_for_manager(scene, invitation),
        .actions = {},
        .story = {},
        .sources = {},
        .mail_text = std::string { words("people.see_mail") },
        .mail_fragment = mail_of_invitation(scene, invitation.key) };
    if (!is_invited) add_managing(scene, invitation, detail);
    bool const needs_sign_in = sign_in_setup(scene.ledger()).has_value();
    auto const accept = needs_sign_in || is_invited ? "sign_in.accept" : "people.accept_here";
    if (open && !(needs_sign_in && scene.is_one_file))
        detail.actions.push_back({ "accept:" + invitation.key, std::string { words(accept) }, is_invited });
    auto const answer =
        engine::verdict(scene.ledger(), scene.catalogue(), engine::InvitationQuestion { invitation.key }, scene.day());
    if (answer) add_story(scene, std::get<engine::InvitationAnswer>(*answer).proof, detail);
    return detail;
}

std::optional<PersonDetail> open_detail(Scene const& scene, PeopleRoute const& route)
{
    auto email = route.person;
    if (auto const id = scene.ledger().invitation(route.invitation); id.exists()) {
        auto const& invitation = scene.ledger().invitations()[id];
        if (invitation.state != engine::InvitationState::accepted) return detail_of(scene, invitation);
        email = invitation.email; // the person is there
    }
    if (email.empty()) return {};
    auto const person = scene.ledger().person(email);
    if (person.exists() && scene.ledger().people()[person].standing == engine::Standing::valid)
        return detail_of(scene, scene.ledger().people()[person]);
    engine::Invitation const* found = nullptr; // the latest
    for (auto const& invitation : scene.ledger().invitations().rows())
        if (invitation.email == email && waits(invitation)) found = &invitation;
    if (found) return detail_of(scene, *found);
    return {};
}

void add_acting(Scene const& scene, PeopleModel& model)
{
    if (model.people.empty()) return;
    model.acting = acting_card(scene);
    add_signing_in(scene, model);
}

} // namespace

PeopleModel people_model(Scene const& scene, PeopleRoute const& route)
{
    auto const& words = scene.words;
    PeopleModel model;
    for (auto const& person : scene.ledger().people().rows()) {
        if (person.standing != engine::Standing::valid) continue;
        (person.partner.empty() ? model.people : model.partners).push_back(line_of(scene, route, person));
    }
    for (auto const& invitation : scene.ledger().invitations().rows())
        if (waits(invitation)) model.invitations.push_back(line_of(scene, route, invitation));
    std::ranges::reverse(model.invitations); // newest first
    auto const limit = engine::user_limit(scene.ledger());
    model.limit = limit ? words.plural("people.limit", *limit) : std::string { words("people.no_limit") };
    model.nobody = model.people.empty() && model.partners.empty() && model.invitations.empty();
    if (!model.nobody) model.second = joined({ access_count(scene), model.limit });
    model.detail = open_detail(scene, route);
    add_acting(scene, model);
    return model;
}

std::string role_text(Words const& words, engine::Role role)
{
    return std::string { words(role == engine::Role::admin ? "people.role.admin" : "people.role.read_only") };
}

std::string person_name(engine::Ledger const& ledger, std::string_view email)
{
    auto const person = ledger.person(email);
    bool const named = person.exists() && !ledger.people()[person].name.empty();
    return named ? ledger.people()[person].name : std::string { email };
}

std::string mail_of_invitation(Scene const& scene, std::string_view link)
{
    auto const& mails = scene.ledger().mails().rows();
    for (std::uint32_t row = 0; row < mails.size(); ++row)
        if (mails[row].invitation == link) return scene.link(OutboxRoute { row + 1 });
    return {};
}

} // namespace keyrack::portal
