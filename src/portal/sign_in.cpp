#include "portal/sign_in.hpp"

#include "engine/email.hpp"
#include "engine/setup.hpp"
#include "portal/state.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// Kept beside who acts, under a name that no tenant has.
std::string setting_up(std::string const& slug)
{
    return "setup/" + slug;
}

} // namespace

std::string who_set_up(Environment const& environment, std::string const& slug)
{
    auto const found = std::ranges::find(
        environment.acting, setting_up(slug), [](auto const& each) -> auto const& { return each.first; });
    return found == environment.acting.end() ? std::string {} : found->second;
}

Remember remember_who_set_up(Environment& environment, std::string const& slug, std::string email)
{
    auto const key = setting_up(slug);
    std::erase_if(environment.acting, [&](auto const& each) { return each.first == key; });
    environment.acting.emplace_back(key, email);
    return { "acting:" + key, std::move(email) };
}

std::optional<engine::SignInSetup> sign_in_setup(engine::Ledger const& ledger)
{
    auto const* const found = engine::sign_in_of(ledger);
    if (!found) return {};
    return engine::SignInSetup { .issuer = found->issuer, .client_id = found->client_id };
}

std::string vouched_address(engine::Ledger const& ledger, Identity const* identity)
{
    auto const* const setup = engine::sign_in_of(ledger);
    bool const counts = setup && identity && identity->issuer == setup->issuer && engine::is_email(identity->email);
    return counts ? engine::normal_email(identity->email) : std::string {};
}

namespace {

ActingCard said_here(Scene const& scene)
{
    auto const& words = scene.words;
    bool const nobody = scene.acting.empty();
    return { .text = nobody ? std::string { words("people.nobody_acts") }
                            : words("people.acting", { { "name", person_name(scene.ledger(), scene.acting) } }),
        .second = std::string { words("people.weaker") },
        .action = std::string { words(nobody ? "people.say_who" : "people.change_who") },
        .run = "who" };
}

std::string signed_in_text(Scene const& scene, std::string const& vouched)
{
    auto const& words = scene.words;
    if (!scene.acting.empty()) return words("people.acting", { { "name", person_name(scene.ledger(), scene.acting) } });
    if (!vouched.empty()) return words("sign_in.no_access", { { "email", vouched } });
    return std::string { words(scene.identity ? "sign_in.not_verified" : "sign_in.nobody") };
}

} // namespace

ActingCard acting_card(Scene const& scene)
{
    auto const setup = sign_in_setup(scene.ledger());
    if (!setup) return said_here(scene);
    auto const& words = scene.words;
    auto const vouched = vouched_address(scene.ledger(), scene.identity);
    bool const by_it = scene.acting.empty() || (!vouched.empty() && scene.acting == vouched);
    return { .text = signed_in_text(scene, vouched),
        .second = words(by_it ? "sign_in.by" : "sign_in.until_first", { { "issuer", setup->issuer } }),
        .action =
            scene.is_one_file ? std::string {} : std::string { words(scene.identity ? "sign_in.out" : "sign_in.in") },
        .run = scene.identity ? "sign-out" : "sign-in" };
}

void add_signing_in(Scene const& scene, PeopleModel& model)
{
    auto const& words = scene.words;
    auto const setup = sign_in_setup(scene.ledger());
    model.sign_in = words(setup ? "sign_in.set_up" : "sign_in.none");
    model.sign_in_second = setup
        ? words("sign_in.set_up.second", { { "issuer", setup->issuer }, { "client", setup->client_id } })
        : std::string { words("sign_in.none.second") };
    if (scene.is_one_file)
        model.sign_in_second = words("sign_in.one_file");
    else
        model.sign_in_action = words(setup ? "sign_in.change" : "sign_in.set");
}

engine::Command set_sign_in(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    auto const issuer = dialog.value("issuer");
    std::optional<engine::SignInSetup> wanted;
    if (!issuer.empty()) wanted = { .issuer = issuer, .client_id = required(dialog, "client_id", errors) };
    return engine::SetSignIn { .expects = sign_in_setup(scene.ledger()), .sign_in = std::move(wanted) };
}

// --- what is pressed -------------------------------------------------------------------------------------------------

Identity const* Portal::State::identity() const
{
    bool const ours = session && environment.identity && environment.identity->tenant == session->slug();
    return ours ? &*environment.identity : nullptr;
}

// Where signing in cannot work, why is said in its stead.
void Portal::State::ask_to_sign_in(std::string email)
{
    if (environment.one_file) return say(Tone::missing, std::string { words("sign_in.one_file") });
    ask({ .kind = DialogKind::sign_in, .link = std::move(email) });
}

void Portal::State::begin_sign_in(std::string email)
{
    auto const setup = session ? sign_in_setup(session->ledger()) : std::nullopt;
    if (!setup) return;
    effects.push_back(SignIn { .tenant = session->slug(),
        .issuer = setup->issuer,
        .client_id = setup->client_id,
        .email = std::move(email),
        .fragment = environment.fragment });
}

void Portal::State::confirm_sign_in()
{
    auto email = dialog->link;
    dialog.reset();
    held_back.reset(); // it is pressed again when they are back
    begin_sign_in(std::move(email));
}

void Portal::State::sign_out()
{
    environment.identity.reset();
    effects.push_back(SignOut {});
    stale = true;
}

void Portal::State::accept_invitation(InvitationId id)
{
    auto const& ledger = session->ledger();
    auto const& invitation = ledger.invitations()[id];
    engine::AcceptInvitation command { .link = invitation.key, .email = invitation.email, .on = today };
    if (sign_in_setup(ledger)) {
        command.email = vouched_address(ledger, identity());
        if (command.email.empty()) return ask_to_sign_in(invitation.email);
        command.issuer = identity()->issuer;
    }
    auto const email = command.email;
    bool const by_link = !command.issuer && acting().empty() && came_by(invitation.key);
    bool const here_alone = by_link && exchanging.spec.kind == BackendKind::none;
    act({ std::move(command) }, words(here_alone ? "toast.accepted_here" : "toast.accepted", { { "email", email } }));
    // Whoever opened the link of the invitation and accepted it is the one who acts here; a refusal makes nobody anybody.
    bool const accepted = session->ledger().invitations()[id].state == engine::InvitationState::accepted;
    if (by_link && accepted) act_as(email);
}

bool Portal::State::came_by(std::string_view link) const
{
    auto const* const here = tenant_route();
    return here && !link.empty() && invitation_in(here->screen) == link;
}

} // namespace keyrack::portal
