#include "portal/outbox_model.hpp"

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
        .invitation_text = {},
        .invitation_fragment = {} };
    for (auto const& copy : { mail.copy_to_reseller, mail.copy_to_distributor })
        if (!copy.empty()) detail.facts.emplace_back(words("outbox.copy"), copy);
    if (mail.invitation.empty()) return detail;
    detail.invitation_text = words("outbox.see_invitation");
    detail.invitation_fragment = scene.link(PeopleRoute { .person = mail.recipient });
    return detail;
}

} // namespace

OutboxModel outbox_model(Scene const& scene, OutboxRoute const& route)
{
    OutboxModel model;
    auto const count = static_cast<std::uint32_t>(scene.ledger().mails().size());
    for (auto row = count; row > 0; --row) model.mails.push_back(line_of(scene, route, row - 1));
    if (count > 0) model.second = scene.words.plural("outbox.count", count);
    if (route.mail && *route.mail <= count) model.detail = detail_of(scene, *route.mail - 1);
    return model;
}

} // namespace keyrack::portal
