// People, invitations, who acts here, and the mails that go out.
#include "portal/demo_strip.hpp"
#include "portal/journal_model.hpp"
#include "portal/outbox_model.hpp"
#include "portal/overview_model.hpp"
#include "portal/people_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

PeopleModel const& people(Stage& stage)
{
    return stage.apart<PeopleModel>();
}

std::string text_of(Effect const& effect)
{
    auto const& download = std::get<Download>(effect);
    std::string text;
    for (auto const byte : download.bytes) text += static_cast<char>(byte);
    return text;
}

} // namespace

TEST_CASE("a colleague is invited in one dialog, and the mail lies in the outbox", "[portal][people][R61][R65]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/people" }); // first action
    auto const before = people(*stage).invitations.size();
    (*stage)(RunOnScreen { "invite" }); // second
    REQUIRE(stage->model().dialog);
    (*stage)(ConfirmDialog {});
    REQUIRE(stage->model().dialog); // an address is missing
    (*stage)(EditDialog { "email", "nils" })(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    (*stage)(EditDialog { "email", "nils.dahl@northwind.example" })(EditDialog { "language", "nb" })(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    REQUIRE(people(*stage).invitations.size() == before + 1);
    CHECK(people(*stage).invitations.front().chip.text == "30 days left");
    (*stage)(Go { "/t/northwind/people/nils.dahl%40northwind.example" });
    REQUIRE(people(*stage).detail);
    auto const& detail = *people(*stage).detail; // nothing has been sent yet, and who invites is told to do it
    CHECK(detail.facts[2] == std::pair<std::string, std::string> { "Invited", "22 Nov 2026" });
    CHECK(detail.note.starts_with("Send the email from the outbox."));
    (*stage)(Go { people(*stage).detail->mail_fragment });
    auto const& mail = *stage->apart<OutboxModel>().detail;
    CHECK(mail.facts[1].second == "nils.dahl@northwind.example");
    CHECK(mail.text.contains(mail.body));
}

TEST_CASE("who has access is counted as the lists tell it, partners apart", "[portal][people][R73]")
{
    struct Row
    {
        char const *day, *second;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-01-11", "4 people have access"                },
        { "2026-01-12", "4 people and 2 partners have access" },
        { "2026-07-01", "4 people and 1 partner have access"  }, // Frei Technik until then
    }));
    CAPTURE(row.day);
    auto const stage = demo_stage();
    (*stage)(Go { std::string { "/t/northwind/people?as-of=" } + row.day });
    CHECK(people(*stage).second == std::string { row.second } + " · up to 12 allowed");
    auto const listed = [](std::vector<ActionLine> const& lines) {
        return std::ranges::count_if(lines, [](ActionLine const& line) { return line.chip.text != "No access"; });
    };
    CHECK(row.second[0] - '0' == listed(people(*stage).people));
}

TEST_CASE(
    "a sent invitation is taken back by withdrawing it, as long as nobody has accepted it", "[portal][people][R58]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Fjord" })(ConfirmDialog {})(Go { "/t/fjord/people" });
    stage(RunOnScreen { "invite" })(EditDialog { "email", "ada@fjord.example" })(ConfirmDialog {});
    REQUIRE(people(stage).invitations.size() == 1);
    auto const link = people(stage).invitations.front().key;
    auto const newest = [&] {
        stage(Go { "/t/fjord/journal" });
        return stage.apart<JournalModel>().line(0);
    };
    REQUIRE(stage.model().toasts.back().can_undo);

    SECTION("by the toast")
    {
        stage(UndoToast { stage.last_toast() });
        CHECK(stage.toasts().back() == "Taken back: ada@fjord.example invited");
    }
    SECTION("in the journal")
    {
        auto const sent = newest();
        REQUIRE(sent.can_undo);
        stage(UndoEntry { sent.entry });
    }
    SECTION("not once it is accepted")
    {
        stage(RunOnScreen { "accept:" + link })(Go { "/t/fjord/journal" });
        CHECK(!stage.apart<JournalModel>().line(1).can_undo);
        return;
    }
    CHECK(newest().text == "Invitation to ada@fjord.example withdrawn");
    stage(Go { "/t/fjord/people?invitation=" + link });
    REQUIRE(people(stage).detail);
    CHECK(people(stage).detail->chip.text == "Withdrawn");
}

TEST_CASE("the days of an invitation are counted alike everywhere", "[portal][people][overview][demo][D20]")
{
    struct Row
    {
        char const* as_of;
        char const* chip;
        char const* need;
    };
    auto const row = GENERATE(values<Row>({
        // looked at      people          overview
        { "2026-11-22", "3 days left", "3 days left · not accepted"      },
        { "2026-11-24", "1 day left",  "1 day left · not accepted"       },
        { "2026-11-25", "Last day",    "Last day · not accepted"         },
        { "2026-11-26", "Expired",     "A new link is valid for 30 days" },
    }));
    CAPTURE(row.as_of);
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/people?as-of=" + std::string { row.as_of } });
    auto const& invitations = people(*stage).invitations;
    auto const sent = std::ranges::find(invitations, "nw-e60b18", &ActionLine::key);
    REQUIRE(sent != invitations.end());
    CHECK(sent->chip.text == row.chip);
    (*stage)(Go { "/t/northwind/overview?as-of=" + std::string { row.as_of } });
    auto const& needs = stage->overview().needs;
    auto const need = std::ranges::find(needs, "invitation-nw-e60b18", &ActionLine::key);
    REQUIRE(need != needs.end());
    CHECK(need->second == row.need);
    auto const& marks = stage->session().demo->marks;
    auto const mark = std::ranges::find(marks, "invitation:nw-e60b18", &DemoMark::key);
    REQUIRE(mark != marks.end());
    CHECK((mark->on - date("2026-11-22")).count() == 3); // "in 3 days" beside "3 days left"
}

TEST_CASE("an invitation that ran out is sent again with new days", "[portal][people][R58][R59][R60]")
{
    auto const stage = demo_stage();
    auto const needs = stage->overview().needs;
    auto const over = std::ranges::find_if(
        needs, [](auto const& line) { return line.text == "Invitation to Anna Keller has expired"; });
    REQUIRE(over != needs.end());
    (*stage)(Go { over->fragment });
    REQUIRE(people(*stage).detail);
    CHECK(people(*stage).detail->chip.text == "Expired");
    (*stage)(RunOnScreen { people(*stage).detail->actions.front().run });
    REQUIRE(people(*stage).detail);
    CHECK(people(*stage).detail->chip.text == "30 days left");
}

TEST_CASE("an invitation that went astray is withdrawn, and that can be undone", "[portal][people][overview][R58]")
{
    auto const stage = demo_stage();
    auto const listed = [&] {
        (*stage)(Go { "/t/northwind/people" });
        return std::ranges::contains(people(*stage).invitations, "nw-e60b18", &ActionLine::key);
    };
    auto const needed = [&] {
        (*stage)(Go { "/t/northwind/overview" });
        return std::ranges::contains(stage->overview().needs, "invitation-nw-e60b18", &ActionLine::key);
    };
    CHECK(listed());
    CHECK(needed());
    (*stage)(Go { "/t/northwind/people/tomas.rivera%40northwind.example" });
    REQUIRE(people(*stage).detail);
    auto const& actions = people(*stage).detail->actions;
    auto const withdraw = std::ranges::find(actions, "Withdraw", &ScreenAction::label);
    REQUIRE(withdraw != actions.end());
    (*stage)(RunOnScreen { withdraw->run });
    CHECK(stage->toasts().back() == "Invitation to tomas.rivera@northwind.example is withdrawn");
    auto const toast = stage->last_toast();
    CHECK(!people(*stage).detail);
    CHECK(!listed());
    CHECK(!needed());
    (*stage)(Go { "/t/northwind/journal" });
    CHECK(stage->apart<JournalModel>().line(0).text == "Invitation to tomas.rivera@northwind.example withdrawn");
    SECTION("by the toast")
    {
        (*stage)(UndoToast { toast });
    }
    SECTION("by who opens its link and manages")
    {
        (*stage)(Go { "/t/northwind/people?invitation=nw-e60b18" });
        auto const detail = people(*stage).detail;
        REQUIRE(detail);
        CHECK(detail->chip.text == "Withdrawn");
        CHECK(detail->note.starts_with("The link no longer opens anything. Opened again"));
        REQUIRE(detail->actions.size() == 1);
        (*stage)(RunOnScreen { detail->actions.front().run });
        CHECK(people(*stage).detail->chip.text == "3 days left");
    }
    CHECK(listed());
    CHECK(needed());
}

TEST_CASE("roles and access change, and come back", "[portal][people][R3][R69][R70]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/people/lukas.brandt%40northwind.example" });
    auto const chip = [&] { return people(*stage).detail->chip.text; };
    CHECK(chip() == "Manages");
    (*stage)(RunOnScreen { "role:lukas.brandt@northwind.example" });
    CHECK(chip() == "Views");
    (*stage)(RunOnScreen { "end:lukas.brandt@northwind.example" });
    CHECK(chip() == "No access");
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(chip() == "Views");
}

TEST_CASE("a tenant with people asks who acts before the first change, and goes on then", "[portal][people][R3][R70]")
{
    auto environment = an_environment();
    Stage stage { environment };
    stage(OpenDemo {});
    CHECK(stage.remembered["acting:northwind"] == "maren.kjaer@northwind.example");
    // What a browser that remembers nothing does.
    auto const nobody = demo_stage();
    (*nobody)(Go { "/t/northwind/people" })(RunOnScreen { "who" });
    REQUIRE(nobody->model().dialog);
    CHECK(nobody->model().dialog->key == "who");
    (*nobody)(EditDialog { "person", "jonas.weber@northwind.example" })(ConfirmDialog {});
    CHECK(nobody->remembered["acting:northwind"] == "jonas.weber@northwind.example");
    CHECK(people(*nobody).acting.text == "You act as Jonas Weber");
}

TEST_CASE("what was wanted before somebody said who acts is done afterwards", "[portal][people][R3]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Fjord" })(ConfirmDialog {});
    stage(Go { "/t/fjord/people" });
    CHECK(people(stage).nobody);
    stage(RunOnScreen { "invite" })(EditDialog { "email", "ada@fjord.example" })(EditDialog { "role", "admin" });
    stage(ConfirmDialog {});
    REQUIRE(people(stage).invitations.size() == 1);
    auto const link = people(stage).invitations.front().key;
    CHECK(link.size() == 32);
    stage(RunOnScreen { "accept:" + link }); // from now on the tenant is managed, and nobody has said who acts
    CHECK(!people(stage).acting.action.empty());
    stage(RunOnScreen { "open-mail:1" }); // changes nothing here, so nobody is asked
    CHECK(stage.count<OpenMail>() == 1);
    CHECK(!stage.model().dialog);
    stage(AskAddRoom {})(EditDialog { "name", "Dune" })(ConfirmDialog {});
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "who");
    stage(DismissDialog {});
    REQUIRE(stage.model().dialog);
    CHECK(stage.model().dialog->key == "add_room"); // nothing that was written is lost
    stage(ConfirmDialog {})(EditDialog { "person", "ada@fjord.example" })(ConfirmDialog {});
    CHECK(!stage.model().dialog);
    CHECK(stage.rooms().count == 1);
}

TEST_CASE("a mail is a file that mail programs open", "[portal][people][R49]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/outbox/1" });
    auto const detail = *stage->apart<OutboxModel>().detail;
    (*stage)(RunOnScreen { detail.run_eml });
    REQUIRE(std::holds_alternative<Download>(stage->seen.back()));
    auto const eml = text_of(stage->seen.back());
    CHECK(eml.contains("\r\nTo: jonas.weber@northwind.example\r\n"));
    CHECK(eml.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"));
    CHECK(eml.contains("\r\nDate: Mon, 26 Aug 2024 "));
    for (std::size_t at = 0, end = 0; end != std::string::npos; at = end + 2) {
        end = eml.find("\r\n", at);
        CHECK(eml.substr(at, end - at).size() <= 78);
    }
    (*stage)(RunOnScreen { detail.run_text });
    CHECK(text_of(stage->seen.back()).contains(detail.body));
}

TEST_CASE("the mail of an invitation leads to where this portal accepts it", "[portal][people][R51]")
{
    auto environment = an_environment();
    environment.address = GENERATE(as<std::string> {}, "https://keyrack.example/it/", "");
    auto const page = environment.address;
    auto const stage = demo_stage(std::move(environment));
    (*stage)(Go { "/t/northwind/outbox" });
    auto const count = stage->apart<OutboxModel>().mails.size();
    std::string invitation;
    for (auto number = count; number > 0 && !invitation.contains("nw-e60b18"); --number) {
        (*stage)(Go { "/t/northwind/outbox/" + std::to_string(number) });
        invitation = stage->apart<OutboxModel>().detail->body;
    }
    CAPTURE(invitation);
    auto const link = page.empty() ? "nw-e60b18" : page + "#/t/northwind/people?invitation=nw-e60b18";
    CHECK(invitation.contains(" " + link + " "));
    CHECK((invitation.contains("25 November 2026") || invitation.contains("25. November 2026")));
}

TEST_CASE("subjects and bodies beyond ASCII are encoded whole", "[portal][people]")
{
    engine::Mail mail;
    mail.sender = "a@b.example";
    mail.recipient = "c@d.example\r\nBcc: x@y.example";
    mail.subject = "Grüße aus Zürich: Ihre Einladung zur Verwaltung der Räume, Lizenzen und Geräte";
    mail.body = "æøå";
    auto const eml = mail_as_eml(mail, Instant {});
    CHECK(eml.contains("Subject: =?UTF-8?B?R3LDvMOfZSBhdXMgWsO8cmljaDog"));
    CHECK(!eml.contains("\r\nBcc:"));
    CHECK(eml.ends_with("\r\n\r\nw6bDuMOl\r\n"));
}

TEST_CASE("a mail opens in the mail program by an address that says all of it", "[portal][people]") // RFC 6068
{
    engine::Mail mail;
    mail.recipient = "it+rooms@b.example\r\nBcc: x@y.example";
    mail.subject = "Räume & Geräte?";
    mail.body = "\nGrüße,\r\n1 + 1 = 2 & 100 %\n";
    CHECK(mail_address(mail)
        == "mailto:it%2Brooms@b.example%20%20Bcc%3A%20x@y.example?subject=R%C3%A4ume%20%26%20Ger%C3%A4te%3F"
           "&body=%0D%0AGr%C3%BC%C3%9Fe%2C%0D%0A1%20%2B%201%20%3D%202%20%26%20100%20%25%0D%0A");
    mail = {};
    mail.recipient = "c@d.example";
    mail.copy_to_distributor = "d@e.example";
    CHECK(mail_address(mail) == "mailto:c@d.example?cc=d@e.example&subject=&body=");
    mail.copy_to_reseller = "r@f.example";
    CHECK(mail_address(mail) == "mailto:c@d.example?cc=r@f.example,d@e.example&subject=&body=");
}

TEST_CASE("an address that might be cut on its way is not offered", "[portal][people]")
{
    engine::Mail mail;
    mail.recipient = "c@d.example";
    auto const rest = mail_address(mail)->size();
    mail.body = std::string(2'000 - rest, 'a');
    REQUIRE(mail_address(mail));
    CHECK(mail_address(mail)->size() == 2'000);
    mail.body.back() = '&'; // one sign, three in an address
    CHECK(!mail_address(mail));
}

TEST_CASE("the outbox opens a mail in the mail program", "[portal][people]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/outbox/1" });
    auto const detail = *stage->apart<OutboxModel>().detail;
    REQUIRE(!detail.run_program.empty());
    (*stage)(RunOnScreen { detail.run_program });
    REQUIRE(std::holds_alternative<OpenMail>(stage->seen.back()));
    auto const& address = std::get<OpenMail>(stage->seen.back()).address;
    CHECK(address.starts_with("mailto:jonas.weber@northwind.example?"));
    CHECK(address.contains("&body="));
}
