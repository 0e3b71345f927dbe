#pragma once
// The mails that were written: to whom, in the recipient's language, and as files to send on.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

struct MailDetail
{
    std::string title, second;                              // subject, "3 Nov 2026"
    std::vector<std::pair<std::string, std::string>> facts; // from, to, copies
    std::string body;
    std::string text; // all of it as plain text, to copy
    std::string run_eml, run_text;
    std::string run_program;                // opens it in the mail program; empty: it is too long for that
    std::string about_text, about_fragment; // whose invitation it is, or the ticket
};

struct OutboxModel
{
    std::string second;             // "8 emails"
    std::vector<ActionLine> drafts; // of tickets that are open and go by e-mail
    std::vector<ActionLine> mails;  // newest first
    std::optional<MailDetail> detail;
};

// A ticket's mail as the user will send it, from an address of their own: it has no sender (R137, R140–R142). Nothing where
// the ticket goes another way.
[[nodiscard]] std::optional<engine::Mail> ticket_draft(Scene const& scene, TicketId ticket);
[[nodiscard]] OutboxModel outbox_model(Scene const& scene, OutboxRoute const& route);

// mail_file.cpp: a mail as files. `at` is when it was written.
// As it goes out: the link of an invitation is the address where this portal accepts it. Opened from a file the portal has
// none, and the link stays the word that it accepts.
[[nodiscard]] engine::Mail addressed(engine::Mail mail, std::string_view page, std::string_view slug);
[[nodiscard]] std::string mail_as_eml(engine::Mail const& mail, Instant at);
[[nodiscard]] std::string mail_as_text(Words const& words, engine::Mail const& mail);
// "mailto:…" (RFC 6068), by which a mail program begins it; nothing where that would be too long to arrive whole.
[[nodiscard]] std::optional<std::string> mail_address(engine::Mail const& mail);
// "Subject of the mail.eml" without what no file system takes.
[[nodiscard]] std::string mail_file_name(engine::Mail const& mail, std::string_view ending);

} // namespace keyrack::portal
