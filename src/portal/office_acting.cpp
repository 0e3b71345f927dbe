// Who acts here, and what is pressed on the screens around a tenant.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "codec/sha256.hpp"
#include "engine/people.hpp"
#include "portal/compliance_model.hpp"
#include "portal/outbox_model.hpp"
#include "portal/people_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/sign_in.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

// A dialog whose confirmation changes nothing of the tenant.
bool only_looks(DialogKind kind)
{
    return kind == DialogKind::who || kind == DialogKind::start_empty || kind == DialogKind::reset_demo
        || kind == DialogKind::sign_in || kind == DialogKind::remove_company;
}

// These open a dialog, which asks by itself, or hand a file out.
bool only_opens(std::string_view action)
{
    constexpr std::string_view openers[] { "who", "invite", "delegate", "limit", "order:", "propose:", "download",
        "look", "cancel", "backup", "save", "test", "bundle", "pause", "go", "now", "drop:", "set:", "subscription",
        "forget:", "leave:", "remedy:", "contract:", "raise:", "buy:", "single_keys", "copy", "ways-to-", "company",
        "open-mail:" };
    return std::ranges::any_of(openers, [&](std::string_view each) { return action.starts_with(each); });
}

struct PressedOnInvitation
{
    engine::Command command;
    std::string said; // once it is done
};

// Accepting apart, which depends on who does it.
std::optional<PressedOnInvitation> pressed_on_invitation(
    Scene const& here, std::string_view action, std::string new_link)
{
    auto const colon = std::min(action.find(':'), action.size());
    auto const what = action.substr(0, colon);
    auto const id = here.ledger().invitation(action.substr(std::min(colon + 1, action.size())));
    if (!id.exists()) return {};
    auto const& row = here.ledger().invitations()[id];
    auto const said = [&](std::string_view key) { return here.words(key, { { "email", row.email } }); };
    if (what == "resend")
        return PressedOnInvitation { engine::ResendInvitation { row.key, std::move(new_link), {}, here.today },
            said("toast.invited") };
    if (what == "withdraw")
        return PressedOnInvitation { engine::WithdrawInvitation { row.key }, said("toast.invitation_withdrawn") };
    if (what == "reopen")
        return PressedOnInvitation { engine::ReopenInvitation { row.key }, said("toast.invitation_reopened") };
    return {};
}

} // namespace

// --- who acts here ---------------------------------------------------------------------------------------------------

std::string Portal::State::acting() const
{
    return session ? acting_in(*session) : std::string {};
}

std::string Portal::State::acting_in(Session const& there) const
{
    auto const is_known = [&](std::string const& email) {
        auto const person = there.ledger().person(email);
        return person.exists() && there.ledger().people()[person].standing == engine::Standing::valid;
    };
    if (sign_in_setup(there.ledger())) {
        auto vouched = vouched_address(there.ledger(), identity());
        if (is_known(vouched)) return vouched;
        auto setter = who_set_up(environment, there.slug());
        return !identity() && is_known(setter) ? setter : std::string {};
    }
    auto const found =
        std::ranges::find(environment.acting, there.slug(), [](auto const& each) -> auto const& { return each.first; });
    if (found == environment.acting.end()) return {};
    return is_known(found->second) ? found->second : std::string {};
}

void Portal::State::act_as(std::string email)
{
    auto const& slug = session->slug();
    std::erase_if(environment.acting, [&](auto const& each) { return each.first == slug; });
    environment.acting.emplace_back(slug, email);
    effects.push_back(Remember { "acting:" + slug, std::move(email) });
    stale = true;
}

bool Portal::State::must_ask_who(Intent const& intent) const
{
    if (!session || !acting().empty() || !engine::is_managed(session->ledger())) return false;
    if (std::holds_alternative<ConfirmDialog>(intent)) return dialog && !only_looks(dialog->kind);
    if (auto const* const run = std::get_if<RunOnScreen>(&intent)) {
        // Whoever accepts an invitation has no access yet: the sign-in says who it is, or, where there is none, the link.
        if (auto const link = after(run->action, "accept:"); !link.empty())
            if (sign_in_setup(session->ledger()) || came_by(link)) return false;
        if (run->action.starts_with("sign-")) return false; // in, out, or the dialog that sets it up
        return !only_opens(run->action);
    }
    return std::holds_alternative<RunCure>(intent) || std::holds_alternative<CommitAssign>(intent)
        || std::holds_alternative<TryCure>(intent) || std::holds_alternative<TryAssign>(intent)
        || std::holds_alternative<KeepWhatIf>(intent) || std::holds_alternative<UndoLast>(intent)
        || std::holds_alternative<EndRoomAssignment>(intent) || std::holds_alternative<UndoToast>(intent)
        || std::holds_alternative<UndoEntry>(intent);
}

void Portal::State::ask_who(Intent const& intent)
{
    bool const signs_in = sign_in_setup(session->ledger()).has_value();
    if (signs_in && environment.one_file) return ask_to_sign_in({});
    held_back = Waiting { intent, std::exchange(dialog, {}) };
    if (signs_in)
        ask_to_sign_in({});
    else
        ask({ .kind = DialogKind::who });
    if (!dialog) dismiss_dialog(); // something else runs
}

void Portal::State::confirm_who()
{
    auto email = required(*dialog, "person", dialog->errors);
    if (!dialog->errors.empty() || !session) return;
    dialog.reset();
    act_as(std::move(email));
    if (!held_back) return;
    dialog = std::move(held_back->dialog);
    resumed = std::move(held_back->intent);
    held_back.reset();
}

void Portal::State::dismiss_dialog()
{
    close_dialog();
    if (!held_back) return;
    dialog = std::move(held_back->dialog);
    held_back.reset();
}

// --- what is pressed -------------------------------------------------------------------------------------------------

void Portal::State::run_on_office(Scene const& here, std::string_view action)
{
    if (action == "order:missing")
        return ask({ .kind = DialogKind::place_order, .missing = views.cover(*session, today)->not_covered() });
    if (run_on_settings(here, action)) return;
    if (auto steps = renewal_steps(here, action); !steps.empty())
        return ask({ .kind = DialogKind::place_order, .cure = std::move(steps) });
    if (auto remedy = remedy_of(here, action)) {
        if (remedy->cannot_be_undone) return ask({ .kind = DialogKind::retire, .cure = std::move(remedy->steps) });
        return ask({ .kind = DialogKind::buy_service, .cure = std::move(remedy->steps) });
    }
    if (action.starts_with("download-eml:")) return hand_out_mail(after(action, "download-eml:"), "eml");
    if (action.starts_with("download-text:")) return hand_out_mail(after(action, "download-text:"), "txt");
    run_on_people(here, action);
}

void Portal::State::run_on_people(Scene const& here, std::string_view action)
{
    if (action == "who") return ask({ .kind = DialogKind::who });
    if (action == "sign-in") return begin_sign_in({});
    if (action == "sign-out") return sign_out();
    if (action == "sign-in-setup") return ask({ .kind = DialogKind::sign_in_setup });
    if (action == "invite") return ask({ .kind = DialogKind::invite, .link = unguessable() });
    if (action == "delegate") return ask({ .kind = DialogKind::delegate });
    if (action == "limit") return ask({ .kind = DialogKind::user_limit });
    auto const& ledger = here.ledger();
    if (auto pressed = pressed_on_invitation(here, action, unguessable()))
        return act({ std::move(pressed->command) }, pressed->said);
    if (auto const id = ledger.invitation(after(action, "accept:")); id.exists()) return accept_invitation(id);
    auto const colon = action.find(':');
    if (colon == std::string_view::npos) return;
    auto const id = ledger.person(action.substr(colon + 1));
    if (!id.exists()) return;
    auto const& person = ledger.people()[id];
    auto const name = person_name(ledger, person.key);
    if (action.starts_with("role:")) {
        auto const role = person.role == engine::Role::admin ? engine::Role::read_only : engine::Role::admin;
        return act({ engine::SetRole { person.key, person.role, role } },
            words("toast.role_set", { { "name", name }, { "role", role_text(words, role) } }));
    }
    if (action.starts_with("end:"))
        return act({ engine::EndAccess { person.key, person.days.to, today } },
            words("toast.access_ended", { { "name", name } }));
    if (action.starts_with("again:"))
        return act({ engine::EndAccess { person.key, person.days.to, never } },
            words("toast.access_given", { { "name", name } }));
}

void Portal::State::hand_out_mail(std::string_view number, std::string_view as)
{
    if (auto const ticket = after(number, "ticket."); !ticket.empty()) return hand_out_draft(ticket, as);
    std::uint32_t place = 0;
    (void)std::from_chars(number.data(), number.data() + number.size(), place);
    auto const& mails = session->ledger().mails().rows();
    if (place == 0 || place > mails.size()) return;
    auto const mail = addressed(mails[place - 1], environment.address, session->slug());
    auto const entry = session->entry(mail.entry);
    if (!entry) return say_setback(entry.error());
    hand_out(mail, Instant { std::chrono::milliseconds { entry->time_ms } }, as);
}

void Portal::State::hand_out_draft(std::string_view ticket, std::string_view as)
{
    auto const here = scene();
    if (!here) return;
    if (auto const draft = ticket_draft(*here, here->ledger().ticket(ticket))) hand_out(*draft, now, as);
}

void Portal::State::hand_out(engine::Mail const& mail, Instant at, std::string_view as)
{
    if (as == "mailto") {
        if (auto address = mail_address(mail)) effects.push_back(OpenMail { *std::move(address) });
        return;
    }
    bool const eml = as == "eml";
    auto const text = eml ? mail_as_eml(mail, at) : mail_as_text(words, mail);
    auto const bytes = std::as_bytes(std::span { text });
    effects.push_back(Download { mail_file_name(mail, as), eml ? "message/rfc822" : "text/plain;charset=utf-8",
        { bytes.begin(), bytes.end() } });
}

// Another one each time: the chance of this visit, which leaves it in nothing else, with what tells one moment from the next.
std::string Portal::State::unguessable() const
{
    auto const text = environment.chance + '/' + environment.device + '/' + session->slug() + '/'
        + std::to_string(session->next_entry().row()) + '/' + std::to_string(now.time_since_epoch().count());
    return codec::sha256_hex(text).substr(0, 32);
}

} // namespace keyrack::portal
