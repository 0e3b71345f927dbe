// A company as a whole: renamed, taken out, removed from this device; from its own settings or from the page of all.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "codec/catalogue_json.hpp"
#include "engine/people.hpp"

#include <algorithm>
#include <span>

namespace keyrack::portal {

namespace {

constexpr std::string_view yes = "yes";

} // namespace

bool Portal::State::run_on_company(std::string_view action)
{
    if (!action.starts_with("company-")) return false;
    stale = true;
    if (action == "company-download" && dialog)
        begin_company_work({ CompanyAct::take_out, dialog->link, dialog->what });
    if (auto const slug = after(action, "company-rename:"); is_kept(slug))
        ask_about_company(DialogKind::rename_company, std::string { slug });
    if (auto const slug = after(action, "company-remove:"); is_kept(slug))
        ask_about_company(DialogKind::remove_company, std::string { slug });
    return true;
}

void Portal::State::ask_about_company(DialogKind kind, std::string const& slug)
{
    bool const is_open = session && session->slug() == slug;
    auto name = is_open ? session->recorded_ledger().tenant().name : name_of(slug);
    auto const unsent = unsent_of(slug);
    if (kind == DialogKind::remove_company && !unsent) {
        cockpit->to_remove = slug;
        return;
    }
    DialogState asked { .kind = kind, .link = slug, .what = name, .unsent = unsent.value_or(0) };
    if (kind == DialogKind::rename_company) asked.values["name"] = std::move(name);
    ask(std::move(asked));
}

std::optional<std::int64_t> Portal::State::unsent_of(std::string const& slug) const
{
    if (session && session->slug() == slug) {
        bool const sends = takes_entries(exchanging.spec.kind) && session->exchanges();
        return sends ? session->exchange_status().on_this_device : 0;
    }
    if (!cockpit) return 0;
    auto const found = std::ranges::find(cockpit->companies, slug, &Company::slug);
    if (found == cockpit->companies.end()) return 0;
    bool const comes = found->state == CompanyState::waits || found->state == CompanyState::is_read;
    return comes ? std::nullopt : std::optional { found->unsent };
}

// --- answered --------------------------------------------------------------------------------------------------------

void Portal::State::confirm_rename_company()
{
    auto const slug = dialog->link;
    bool const is_open = session && session->slug() == slug;
    if (refused_as_at_work() || (is_open && refused_as_unrecorded())) return;
    auto const name = written_name();
    if (!name) return;
    bool const is_another = *name != dialog->what;
    dialog.reset();
    if (is_another) begin_company_work({ CompanyAct::rename, slug, *name });
}

void Portal::State::confirm_remove_company()
{
    if (refused_as_busy() || refused_as_at_work()) return; // what is typed stays
    if (dialog->value("name") != dialog->what) dialog->errors.emplace("name", "dialog.remove_company.other_name");
    if (dialog->unsent > 0 && dialog->value("unsent") != yes)
        dialog->errors.emplace("unsent", "dialog.remove_company.unsent_first");
    if (!dialog->errors.empty()) return;
    CompanyWork const what { CompanyAct::remove, dialog->link, dialog->what };
    dialog.reset();
    begin_company_work(what);
}

// --- done ------------------------------------------------------------------------------------------------------------

bool Portal::State::refused_as_at_work()
{
    if (!company_work) return false;
    say(Tone::ending, std::string { words("toast.busy_opening") });
    return true;
}

// One at a time; while the page of all companies reads one, when that is closed again or the page is left.
void Portal::State::begin_company_work(CompanyWork what)
{
    if (refused_as_at_work()) return;
    company_work = std::move(what);
    if (!cockpit || !cockpit->reading()) go_on_with_company();
}

void Portal::State::go_on_with_company()
{
    stale = true;
    auto const kept_here = in_memory.find(company_work->slug);
    bool const is_open = session && session->slug() == company_work->slug;
    auto* const there = is_open ? session.get() : kept_here != in_memory.end() ? kept_here->second.get() : nullptr;
    company_work->step = CompanyStep::opens;
    if (!there) return effects.push_back(OpenFiles { company_work->slug });
    switch (company_work->act) {
    case CompanyAct::rename: name_company(*there, company_work->name); break;
    case CompanyAct::take_out: take_out_company(*there); break;
    case CompanyAct::remove:
        if (is_open) return remove_open_company();
        in_memory.erase(kept_here);
        tell_removed();
        break;
    }
    end_company_work();
}

// For it alone: they are closed again, or removed.
void Portal::State::company_opened(FilesState files)
{
    auto const& [act, slug, name, step] = *company_work;
    bool const lies_open = files == FilesState::opened || files == FilesState::opened_after_crash;
    if (lies_open && act == CompanyAct::remove) return ask_for_copies();
    if (files == FilesState::held_by_another_tab)
        say(Tone::ending, words("toast.company_held", { { "name", name_of(slug) } }));
    if (files == FilesState::not_available) say_setback(Error { "files_not_available", {}, {} });
    if (lies_open) {
        auto opened = Session::open(slug, place_of_files(), codec::shipped_catalogue(), environment.device);
        if (!opened)
            say_setback(opened.error());
        else if (act == CompanyAct::rename)
            name_company(*opened, name);
        else
            take_out_company(*opened);
    }
    if (lies_open) effects.push_back(CloseFiles { slug });
    end_company_work();
}

void Portal::State::name_company(Session& of_company, std::string const& name)
{
    Author const author { .actor = acting_in(of_company), .now = now };
    auto const& called = of_company.ledger().tenant().name;
    if (auto const named = of_company.execute(engine::RenameTenant { called, name }, author); !named) {
        bool const nobody_said_who = author.actor.empty() && engine::is_managed(of_company.ledger());
        if (nobody_said_who) return say(Tone::ending, words("toast.company_asks_who", { { "name", called } }));
        return say_setback(named.error());
    }
    note_name(of_company.slug(), name);
    say(Tone::covered, words("toast.company_renamed", { { "name", name } }));
    if (!cockpit) return;
    auto const found = std::ranges::find(cockpit->companies, of_company.slug(), &Company::slug);
    if (found == cockpit->companies.end()) return;
    *found = { of_company.slug(), name }; // its figures bear the name
}

void Portal::State::take_out_company(Session const& of_company)
{
    auto bytes = of_company.store().bytes();
    if (!bytes) return say_setback(bytes.error());
    effects.push_back(Download { of_company.slug() + ".db", "application/vnd.sqlite3", std::move(*bytes) });
}

// It is left without a last backup, its files still open: they are about to go.
void Portal::State::remove_open_company()
{
    auto const slug = session->slug();
    bool const in_files = session->place() != store::Place::memory;
    forget_what_was_seen();
    session.reset();
    std::erase(environment.tenants, slug);
    open_cockpit({}, History::replace);
    if (in_files) return ask_for_copies();
    tell_removed();
    end_company_work();
}

void Portal::State::ask_for_copies()
{
    company_work->step = CompanyStep::lists;
    effects.push_back(AskStorage { company_work->slug });
}

// First the copies, then the database: a tab that is closed in between leaves a company that can still be opened.
void Portal::State::copies_seen(std::vector<KeptFile> const& files)
{
    auto const slug = company_work->slug;
    for (auto const& file : files) effects.push_back(DropBackup { slug, file.name });
    effects.push_back(ForgetFiles { slug });
    tell_removed();
    end_company_work();
}

void Portal::State::tell_removed()
{
    auto const& slug = company_work->slug;
    forget_entry(slug);
    if (cockpit) std::erase_if(cockpit->companies, [&](auto const& each) { return each.slug == slug; });
    say(Tone::neutral, words("toast.company_removed", { { "name", company_work->name } }));
}

void Portal::State::end_company_work()
{
    company_work.reset();
    read_next_company();
}

} // namespace keyrack::portal
