#include "portal/outbox_model.hpp"

#include "engine/mails.hpp"
#include "engine/partners_subject.hpp"
#include "engine/ticket_reading.hpp"
#include "portal/support_screen.hpp"

#include <utility>

namespace keyrack::portal {

namespace {

ActionLine line_of(Scene const& scene, OutboxRoute const& route, std::uint32_t row)
{
    auto const& mail = scene.ledger().mails().rows()[row];
    return { .key = std::to_string(row + 1),
        .subject = Subject::mail,
        .tone = Tone::neutral,
        .text = mail.subject,
        .second = joined({ mail.recipient, scene.words.short_date(mail.sent_on) }),
        .open = scene.link(OutboxRoute { row + 1 }),
        .selected = route.mail == row + 1 };
}

MailDetail detail_of(Scene const& scene, std::uint32_t row)
{
    auto const& words = scene.words;
    auto const mail = addressed(scene.ledger().mails().rows()[row], scene.page, scene.route.slug);
    auto const number = std::to_string(row + 1);
    MailDetail detail { .title = mail.subject,
        .second = words.short_date(mail.sent_on),
        .facts = { { std::string { words("outbox.from") }, mail.sender },
            { std::string { words("outbox.to") }, mail.recipient } },
        .body = mail.body,
        .text = mail_as_text(words, mail),
        .run_eml = "download-eml:" + number,
        .run_text = "download-text:" + number,
        .run_program = mail_address(mail) ? "open-mail:" + number : std::string {},
        .about_text = {},
        .about_fragment = {} };
    for (auto const& copy : { mail.copy_to_reseller, mail.copy_to_distributor })
        if (!copy.empty()) detail.facts.emplace_back(words("outbox.copy"), copy);
    if (mail.invitation.empty()) return detail;
    detail.about_text = words("outbox.see_invitation");
    detail.about_fragment = scene.link(PeopleRoute { .person = mail.recipient });
    return detail;
}

// Where a ticket's mail goes and what it is called: all that a list says of it.
struct Envelope
{
    std::string mailbox, subject;
};

std::optional<Envelope> envelope_of(Scene const& scene, TicketId id)
{
    if (!id.exists()) return {};
    auto const& row = scene.ledger().tickets()[id];
    if (row.standing != engine::Standing::valid) return {};
    auto mailbox = mailbox_of(scene, row);
    if (mailbox.empty()) return {};
    auto subject = engine::partners_subject(scene.catalogue(), row);
    if (!subject) return {};
    return Envelope { std::move(mailbox), subject->empty() ? row.key : *std::move(subject) };
}

ActionLine draft_line(Scene const& scene, OutboxRoute const& route, TicketId id, Envelope const& mail)
{
    auto const& ticket = scene.ledger().tickets()[id].key;
    return { .key = "ticket." + ticket,
        .subject = Subject::mail,
        .tone = Tone::neutral,
        .text = mail.subject,
        .second = joined({ mail.mailbox, ticket }),
        .chip = { Tone::neutral, std::string { scene.words("outbox.draft") } },
        .open = scene.link(OutboxRoute { .ticket = ticket }),
        .selected = route.ticket == ticket };
}

MailDetail draft_detail(Scene const& scene, std::string const& ticket, engine::Mail const& mail)
{
    auto const& words = scene.words;
    return { .title = mail.subject,
        .second = std::string { words("outbox.draft.second") },
        .facts = { { std::string { words("outbox.to") }, mail.recipient },
            { std::string { words("outbox.from") }, std::string { words("outbox.draft.from") } } },
        .body = mail.body,
        .text = mail_as_text(words, mail),
        .run_eml = "download-eml:ticket." + ticket,
        .run_text = "download-text:ticket." + ticket,
        .run_program = mail_address(mail) ? "open-mail:ticket." + ticket : std::string {},
        .about_text = words("outbox.see_ticket", { { "ticket", ticket } }),
        .about_fragment = scene.link(SupportRoute { .ticket = ticket }) };
}

void add_drafts(Scene const& scene, OutboxRoute const& route, OutboxModel& model)
{
    auto const queue = scene.views.tickets(scene.session, scene.moment());
    for (auto const& queued : *queue)
        if (auto const mail = queued.now.resolved ? std::nullopt : envelope_of(scene, queued.id))
            model.drafts.push_back(draft_line(scene, route, queued.id, *mail));
    auto const ticket = scene.ledger().ticket(route.ticket);
    if (auto const mail = ticket_draft(scene, ticket)) model.detail = draft_detail(scene, route.ticket, *mail);
}

} // namespace

std::optional<engine::Mail> ticket_draft(Scene const& scene, TicketId ticket)
{
    auto envelope = envelope_of(scene, ticket);
    if (!envelope) return {};
    auto row = scene.ledger().tickets()[ticket];
    for (auto const id : engine::standing_turns(scene.ledger(), ticket)) // the last that was written
        if (auto const& turn = scene.ledger().ticket_turns()[id]; !turn.email.empty()) row.primary_email = turn.email;
    auto letter = engine::partners_ticket(scene.catalogue(), row);
    if (!letter) return {};
    engine::Mail mail;
    mail.recipient = std::move(envelope->mailbox);
    mail.subject = std::move(envelope->subject);
    mail.body = std::move(letter->body);
    return mail;
}

OutboxModel outbox_model(Scene const& scene, OutboxRoute const& route)
{
    OutboxModel model;
    auto const count = static_cast<std::uint32_t>(scene.ledger().mails().size());
    for (auto row = count; row > 0; --row) model.mails.push_back(line_of(scene, route, row - 1));
    if (route.mail && *route.mail <= count) model.detail = detail_of(scene, *route.mail - 1);
    add_drafts(scene, route, model);
    auto const counted = [&](std::string_view key, std::int64_t number) {
        return number > 0 ? scene.words.plural(key, number) : std::string {};
    };
    model.second = joined({ counted("outbox.count", count), counted("outbox.drafts", std::ssize(model.drafts)) });
    return model;
}

} // namespace keyrack::portal
