// Dialogs about people: who acts here, who is invited, who has access for a partner, how many may.
#include "portal/dialog.hpp"

#include "engine/email.hpp"
#include "engine/people.hpp"
#include "portal/people_model.hpp"
#include "portal/sign_in.hpp"

#include <array>
#include <charconv>

namespace keyrack::portal {

namespace {

using Kind = DialogField::Kind;

constexpr std::array languages { engine::MailLanguage::english, engine::MailLanguage::german,
    engine::MailLanguage::norwegian };
constexpr std::array<std::string_view, 3> language_tags { "en", "de", "nb" };

engine::MailLanguage language_of(std::string_view tag)
{
    for (std::size_t at = 0; at < languages.size(); ++at)
        if (language_tags[at] == tag) return languages[at];
    return engine::MailLanguage::english;
}

engine::Role role_of(std::string_view code)
{
    return code == "read_only" ? engine::Role::read_only : engine::Role::admin;
}

DialogField field(std::string_view key, Kind kind)
{
    DialogField made;
    made.key = key;
    made.kind = kind;
    return made;
}

DialogField role_field(Words const& words)
{
    auto role = field("role", Kind::choice);
    role.choices = { { "admin", role_text(words, engine::Role::admin) },
        { "read_only", role_text(words, engine::Role::read_only) } };
    return role;
}

DialogField language_field(Words const& words)
{
    auto language = field("language", Kind::choice);
    for (auto const each : language_tags)
        language.choices.emplace_back(each, words("ui.language." + std::string { each }));
    return language;
}

// Whoever has access today.
DialogField person_field(Words const& words, Scene const& scene)
{
    auto person = field("person", Kind::choice);
    for (auto const& each : scene.ledger().people().rows())
        if (each.standing == engine::Standing::valid && each.days.contains(scene.today))
            person.choices.emplace_back(
                each.key, joined({ each.name.empty() ? each.key : each.name, role_text(words, each.role) }));
    return person;
}

std::string email_of(DialogState const& dialog, FieldErrors& errors)
{
    auto email = required(dialog, "email", errors);
    if (!email.empty() && !engine::is_email(email)) errors.emplace("email", "dialog.error.email");
    return email;
}

engine::Command invite(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    return engine::SendInvitation { .link = dialog.link,
        .email = email_of(dialog, errors),
        .name = dialog.value("name"),
        .role = role_of(dialog.value("role")),
        .language = language_of(dialog.value("language")),
        .on = scene.today };
}

engine::Command delegate(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    auto const to = dialog.value("to");
    auto const end = to.empty() ? std::optional { never } : parse_date(to);
    if (!end) errors.emplace("to", "dialog.error.date");
    return engine::DelegateAccess { .email = email_of(dialog, errors),
        .name = dialog.value("name"),
        .partner = required(dialog, "partner", errors),
        .role = role_of(dialog.value("role")),
        .from = scene.today,
        .to = end.value_or(never) };
}

engine::Command user_limit(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    auto const text = dialog.value("limit");
    std::optional<std::int32_t> limit;
    if (!text.empty()) {
        std::int32_t number = 0;
        auto const end = text.data() + text.size();
        bool const read = std::from_chars(text.data(), end, number).ptr == end && number > 0;
        if (!read) errors.emplace("limit", "dialog.error.number");
        limit = number;
    }
    return engine::SetUserLimit { .expects = engine::user_limit(scene.ledger()), .limit = limit };
}

} // namespace

void begin_people_dialog(DialogState& dialog, Scene const& scene)
{
    dialog.values.try_emplace("role", dialog.kind == DialogKind::invite ? "read_only" : "admin");
    dialog.values.try_emplace("language", tag(scene.words.language()));
    if (dialog.kind == DialogKind::who) dialog.values.try_emplace("person", scene.acting);
    if (dialog.kind == DialogKind::sign_in_setup)
        if (auto const setup = sign_in_setup(scene.ledger())) {
            dialog.values["issuer"] = setup->issuer;
            dialog.values["client_id"] = setup->client_id;
        }
    if (dialog.kind != DialogKind::user_limit) return;
    if (auto const limit = engine::user_limit(scene.ledger())) dialog.values["limit"] = std::to_string(*limit);
}

std::vector<DialogField> people_fields(Words const& words, Scene const& scene, DialogKind kind)
{
    switch (kind) {
    case DialogKind::who: return { person_field(words, scene) };
    case DialogKind::invite:
        return { field("email", Kind::text), field("name", Kind::text), role_field(words), language_field(words) };
    case DialogKind::delegate:
        return { field("email", Kind::text), field("name", Kind::text), field("partner", Kind::text), role_field(words),
            field("to", Kind::date) };
    case DialogKind::user_limit: return { field("limit", Kind::number) };
    case DialogKind::sign_in_setup: return { field("issuer", Kind::text), field("client_id", Kind::text) };
    default: return {};
    }
}

std::vector<engine::Command> people_commands(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    switch (dialog.kind) {
    case DialogKind::invite: return { invite(scene, dialog, errors) };
    case DialogKind::delegate: return { delegate(scene, dialog, errors) };
    case DialogKind::user_limit: return { user_limit(scene, dialog, errors) };
    case DialogKind::sign_in_setup: return { set_sign_in(scene, dialog, errors) };
    default: return {};
    }
}

std::string people_done(Words const& words, DialogState const& answered)
{
    switch (answered.kind) {
    case DialogKind::invite: return words("toast.invited", { { "email", answered.value("email") } });
    case DialogKind::delegate: return words("toast.delegated", { { "email", answered.value("email") } });
    case DialogKind::user_limit: return std::string { words("toast.limit_set") };
    case DialogKind::sign_in_setup: return std::string { words("toast.sign_in_set") };
    default: return {};
    }
}

} // namespace keyrack::portal
