// All companies on one page: opened one after another, read, and closed again.
#include "portal/state.hpp"

#include "codec/catalogue_json.hpp"

#include <utility>

namespace keyrack::portal {

namespace {

std::int64_t unsent(Session& of_company, BackendSpec const& spec)
{
    if (!takes_entries(spec.kind) || !of_company.begin_exchange()) return 0;
    return of_company.exchange_status().on_this_device;
}

} // namespace

void Portal::State::open_cockpit(CockpitRoute to, History history)
{
    if (cockpit) return go(std::move(to), history);
    close_session();
    held.reset();
    cockpit.emplace();
    for (auto const& slug : environment.tenants) cockpit->companies.push_back({ slug, name_of(slug) });
    for (auto const& [slug, kept_here] : in_memory) cockpit->companies.push_back({ slug, name_of(slug) });
    go(std::move(to), history);
    read_next_company();
}

void Portal::State::read_next_company()
{
    stale = true;
    if (cockpit && !dialog && !cockpit->to_remove.empty() && unsent_of(cockpit->to_remove))
        ask_about_company(DialogKind::remove_company, std::exchange(cockpit->to_remove, {}));
    if (company_work && company_work->step == CompanyStep::waits) return go_on_with_company();
    if (company_work || (cockpit && cockpit->reading())) return; // the next one follows it
    auto* const company = cockpit ? cockpit->next() : nullptr;
    if (!company) return;
    company->state = CompanyState::is_read;
    if (in_memory.contains(company->slug)) return take_company(company->slug, FilesState::opened);
    effects.push_back(OpenFiles { company->slug });
}

void Portal::State::leave_cockpit()
{
    bool const waits = company_work && company_work->step == CompanyStep::waits;
    auto const* const read = cockpit ? cockpit->reading() : nullptr;
    bool const comes = waits && read && read->slug == company_work->slug; // its files are on their way
    cockpit.reset();
    if (comes)
        company_work->step = CompanyStep::opens;
    else if (waits)
        go_on_with_company();
}

void Portal::State::take_company(std::string_view slug, FilesState files)
{
    auto& company = *cockpit->reading();
    auto const read = [&](Session& of_company) {
        Views for_it;
        TenantRoute const at { company.slug, {}, OverviewRoute {} };
        Scene const there { of_company, for_it, words, at, today, environment.utc_offset, now };
        company.digest = std::make_shared<CompanyDigest const>(digest_of(there));
        company.name = company.digest->name;
        company.state = CompanyState::read;
        company_indexes[company.slug] = company.digest->index;
        company.unsent = unsent(of_company, remembered_backend(company.slug));
        note_name(company.slug, company.name);
    };
    auto const fail = [&](Error const& error) {
        company.state = CompanyState::failed;
        company.failure = words.error(error);
    };
    if (auto const found = in_memory.find(company.slug); found != in_memory.end()) {
        read(*found->second);
        return read_next_company();
    }
    if (files == FilesState::held_by_another_tab) company.state = CompanyState::held;
    if (files == FilesState::not_available) fail(Error { "files_not_available", {}, {} });
    if (files == FilesState::opened || files == FilesState::opened_after_crash) {
        auto opened = Session::open(company.slug, place_of_files(), codec::shipped_catalogue(), environment.device);
        // After a crash it is looked at as a whole, as it would be when it is opened to work in.
        bool const look = files == FilesState::opened_after_crash
            || (opened && opened->store().last_ending() == store::Ending::unclean);
        if (!opened)
            fail(opened.error());
        else if (look && !opened->store().faults().empty())
            fail(Error { "damaged_database", {}, {} });
        else
            read(*opened);
    }
    if (files == FilesState::opened || files == FilesState::opened_after_crash)
        effects.push_back(CloseFiles { std::string { slug } });
    read_next_company();
}

} // namespace keyrack::portal
