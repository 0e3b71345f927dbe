// What each intent leads to: a few lines each, or a use case of the state.
#include "portal/shown_day.hpp"
#include "portal/state.hpp"

namespace keyrack::portal {

namespace {

// Tenant files, lists, databases.
constexpr std::string_view files_taken_in = ".json,application/json,.csv,.tsv,.txt,text/csv,.db,.sqlite,.sqlite3";

std::string name_of(Appearance appearance)
{
    switch (appearance) {
    case Appearance::system: return {};
    case Appearance::light: return "light";
    case Appearance::dark: return "dark";
    }
    return {};
}

} // namespace

struct Portal::Performer
{
    State& state;

    [[nodiscard]] bool is_open() const { return state.session != nullptr; }
    [[nodiscard]] engine::Ledger const& ledger() const { return state.session->ledger(); }

    template <class Screen, class Change>
    void turn(History history, Change&& change) const
    {
        auto screen = state.screen_or_plain<Screen>();
        change(screen);
        state.show(std::move(screen), history);
    }

    // --- tenants -------------------------------------------------------------------------------------------------
    void operator()(OpenDemo const&) const
    {
        if (!state.refused_as_busy()) state.open_demo();
    }
    void operator()(StartEmpty const&) const { state.ask({ .kind = DialogKind::start_empty }); }
    void operator()(OpenTenantIntent const& intent) const
    {
        if (!state.refused_as_busy()) state.open_kept(intent.slug, {});
    }
    void operator()(LeaveTenant const&) const
    {
        if (!state.refused_as_busy()) state.leave_tenant();
    }
    void operator()(ChooseFile const&) const
    {
        if (!state.refused_as_busy()) state.effects.push_back(PickFile { std::string { files_taken_in } });
    }

    // --- addresses -----------------------------------------------------------------------------------------------
    void operator()(Go const& intent) const { state.follow(intent.fragment); }
    void operator()(CloseDetail const&) const
    {
        auto const* const here = state.tenant_route();
        if (!here) return;
        auto screen = here->screen;
        if (auto* const rooms = std::get_if<RoomsRoute>(&screen)) rooms->room.clear();
        if (auto* const orders = std::get_if<OrdersRoute>(&screen)) {
            orders->order.clear();
            orders->spares = SparesProof::closed;
        }
        if (auto* const support = std::get_if<SupportRoute>(&screen)) support->ticket.clear();
        if (auto* const devices = std::get_if<DevicesRoute>(&screen)) devices->device.clear();
        if (auto* const renewals = std::get_if<RenewalsRoute>(&screen)) renewals->open.clear();
        if (auto* const people = std::get_if<PeopleRoute>(&screen)) *people = {};
        if (auto* const outbox = std::get_if<OutboxRoute>(&screen)) *outbox = {};
        if (auto* const compliance = std::get_if<ComplianceRoute>(&screen)) *compliance = {};
        if (auto* const accounts = std::get_if<LargeAccountsRoute>(&screen)) accounts->account.clear();
        state.show(std::move(screen), History::push);
    }

    // --- rooms ---------------------------------------------------------------------------------------------------
    void operator()(Search const& intent) const
    {
        turn<RoomsRoute>(History::replace, [&](RoomsRoute& route) { route.query = intent.query; });
        announce_rooms();
    }
    void operator()(ToggleFilter const& intent) const
    {
        turn<RoomsRoute>(History::push, [&](RoomsRoute& route) {
            if (intent.filter == RoomFilter::all)
                route.show.clear();
            else if (!route.show.erase(intent.filter))
                route.show.insert(intent.filter);
        });
        announce_rooms();
    }
    void operator()(SortRooms const& intent) const
    {
        turn<RoomsRoute>(History::push, [&](RoomsRoute& route) { sort(route, intent.column); });
    }
    void operator()(OpenRoom const& intent) const
    {
        if (!is_open() || !stands(ledger(), intent.room)) return;
        turn<RoomsRoute>(History::push, [&](RoomsRoute& route) {
            if (route.room.empty()) route.tab = RoomTab::room;
            route.room = ledger().rooms()[intent.room].key;
            route.ask.clear();
        });
    }
    void operator()(ShowRoomTab const& intent) const
    {
        turn<RoomsRoute>(History::push, [&](RoomsRoute& route) { route.tab = intent.tab; });
    }
    void operator()(AskFeature const& intent) const
    {
        turn<RoomsRoute>(History::push, [&](RoomsRoute& route) {
            route.tab = RoomTab::why;
            route.ask = intent.feature;
        });
    }
    void operator()(MarkRoom const& intent) const
    {
        if (!is_open() || !stands(ledger(), intent.room)) return;
        if (intent.marked)
            state.marked.insert(intent.room);
        else
            state.marked.erase(intent.room);
    }
    void operator()(MarkAllShown const& intent) const
    {
        auto const here = state.scene();
        if (!here) return;
        state.marked.clear();
        if (!intent.marked) return;
        for (auto const row : *state.views.rooms(*state.session, here->day(), state.screen_or_plain<RoomsRoute>()))
            state.marked.insert(RoomId::of_row(row));
    }
    void operator()(AssignMarked const&) const { state.assign_marked(); }
    void operator()(RunCure const& intent) const { state.run_cure(intent.index); }
    void operator()(EndRoomAssignment const& intent) const { state.end_assignment(intent.room); }

    // --- orders --------------------------------------------------------------------------------------------------
    void operator()(SortOrders const& intent) const
    {
        turn<OrdersRoute>(History::push, [&](OrdersRoute& route) { sort(route, intent.column); });
    }
    void operator()(OpenOrder const& intent) const
    {
        if (!is_open() || !intent.order.exists()) return;
        turn<OrdersRoute>(History::push, [&](OrdersRoute& route) {
            route.order = ledger().orders()[intent.order].key;
            route.spares = SparesProof::closed;
        });
    }
    void operator()(AskSpares const&) const
    {
        turn<OrdersRoute>(History::push, [&](OrdersRoute& route) {
            route.order.clear();
            route.spares = SparesProof::open;
        });
    }

    // --- assign --------------------------------------------------------------------------------------------------
    void operator()(ChooseOrder const& intent) const
    {
        if (!is_open() || !intent.order.exists()) return;
        turn<AssignRoute>(
            History::replace, [&](AssignRoute& route) { route.order = ledger().orders()[intent.order].key; });
    }
    void operator()(ChooseRoom const& intent) const
    {
        if (!is_open() || !stands(ledger(), intent.room)) return;
        if (intent.chosen)
            state.chosen.insert(intent.room);
        else
            state.chosen.erase(intent.room);
        state.remember_choice();
    }
    void operator()(ChooseAllRooms const& intent) const
    {
        if (!is_open()) return;
        state.choose_all(intent.chosen);
        state.remember_choice();
    }
    void operator()(SearchAssignable const& intent) const
    {
        turn<AssignRoute>(History::replace, [&](AssignRoute& route) { route.query = intent.query; });
    }
    void operator()(SetAssignFrom const& intent) const
    {
        if (auto const date = parse_shown_day(intent.date))
            turn<AssignRoute>(History::replace, [&](AssignRoute& route) { route.from = *date; });
    }
    void operator()(Carry const& intent) const
    {
        if (is_open()) state.carried = intent.what;
    }
    void operator()(LetGo const&) const { state.let_go(); }
    void operator()(CarryNothing const&) const { state.carried.reset(); }
    void operator()(CommitAssign const&) const { state.commit_assign(); }
    void operator()(DiscardAssign const&) const
    {
        state.chosen.clear();
        turn<AssignRoute>(History::replace, [](AssignRoute& route) { route = {}; });
    }

    // --- screens in headers of their own ---------------------------------------------------------------------------
    void operator()(SearchScreen const& intent) const { state.search_screen(intent.query); }
    void operator()(EditScreen const& intent) const { state.edit_screen(intent); }
    void operator()(RunOnScreen const& intent) const { state.run_on_screen(intent.action); }

    // --- dialogs -------------------------------------------------------------------------------------------------
    void operator()(AskAddRoom const&) const { state.ask({ .kind = DialogKind::add_room }); }
    void operator()(AskPlaceOrder const&) const { state.ask({ .kind = DialogKind::place_order }); }
    void operator()(AskCancelOrder const& intent) const
    {
        if (intent.order.exists()) state.ask({ .kind = DialogKind::cancel_order, .order = intent.order });
    }
    void operator()(AskAddDevice const& intent) const
    {
        if (intent.room.exists()) state.ask({ .kind = DialogKind::add_device, .room = intent.room });
    }
    void operator()(AskAsOf const&) const { state.time_bar = !state.time_bar; }
    void operator()(SetDay const& intent) const
    {
        if (auto const day = parse_shown_day(intent.date); day || intent.date.empty()) state.turn_to_day(day);
    }
    void operator()(SetKnownAt const& intent) const
    {
        if (auto const day = parse_shown_day(intent.date); day || intent.date.empty()) state.turn_to_knowledge(day);
    }
    void operator()(BackToToday const&) const
    {
        auto const* const here = state.tenant_route();
        state.time_bar = false;
        if (here && (here->as_of || here->known_at))
            state.go(TenantRoute { here->slug, {}, here->screen }, History::push);
    }
    void operator()(SlideTo const& intent) const { state.slide_to(intent); }
    void operator()(AskResetDemo const&) const { state.ask({ .kind = DialogKind::reset_demo }); }

    // --- trying out ----------------------------------------------------------------------------------------------
    void operator()(BeginWhatIf const&) const { state.begin_what_if(); }
    void operator()(KeepWhatIf const&) const { state.keep_what_if(); }
    void operator()(DropWhatIf const&) const { state.drop_what_if(); }
    void operator()(TryCure const& intent) const
    {
        state.try_in_what_if([&] { state.run_cure(intent.index); });
    }
    void operator()(TryAssign const&) const
    {
        state.try_in_what_if([&] {
            state.commit_assign();
            if (!state.session->trial()->entries.empty()) state.show(WhatIfRoute {}, History::push);
        });
    }

    // --- the palette and the help ----------------------------------------------------------------------------------
    void operator()(OpenPalette const&) const { state.open_palette(); }
    void operator()(SearchPalette const& intent) const { state.search_palette(intent.query); }
    void operator()(RunPalette const& intent) const { state.run_palette(intent.line); }
    void operator()(ClosePalette const&) const { state.palette.reset(); }
    void operator()(ShowHelp const&) const { state.help = true; }
    void operator()(CloseHelp const&) const { state.help = false; }
    void operator()(OpenInTab const& intent) const { state.effects.push_back(OpenTab { intent.fragment }); }
    void operator()(UndoLast const&) const { state.undo_last(); }
    void operator()(Scan const&) const { state.scan(); }
    void operator()(EditDialog const& intent) const { state.edit_dialog(intent); }
    void operator()(ConfirmDialog const&) const { state.confirm_dialog(); }
    void operator()(DismissDialog const&) const { state.dismiss_dialog(); }

    // --- toasts, journal, jobs -----------------------------------------------------------------------------------
    void operator()(UndoToast const& intent) const { state.undo_toast(intent.id); }
    void operator()(DismissToast const& intent) const
    {
        std::erase_if(state.toasts, [&](Toast const& each) { return each.model.id == intent.id; });
    }
    void operator()(UndoEntry const& intent) const { state.undo_entry(intent.entry); }
    void operator()(CancelJob const&) const
    {
        if (state.job) state.stop_job();
    }
    void operator()(DownloadDatabase const&) const { state.download_database(); }
    void operator()(DismissReport const&) const
    {
        if (!state.job_waits) state.report.reset();
    }
    void operator()(BannerAction const&) const { state.act_on_banner(); }
    void operator()(DismissBanner const&) const
    {
        if (state.update == Update::ready) state.update = Update::put_off;
    }

    // --- preferences ---------------------------------------------------------------------------------------------
    void operator()(SetLanguage const& intent) const
    {
        bool const own = !intent.tag.empty();
        state.words =
            Words { own ? choose_language({ &intent.tag, 1 }) : choose_language(state.environment.languages) };
        state.effects.push_back(Remember { "language", intent.tag });
    }
    void operator()(SetAppearance const& intent) const
    {
        state.appearance = intent.appearance;
        state.effects.push_back(Remember { "appearance", name_of(intent.appearance) });
    }
    void operator()(SetContrast const& intent) const
    {
        state.contrast = intent.contrast;
        state.effects.push_back(Remember { "contrast", intent.contrast == Contrast::high ? "high" : "" });
    }

private:
    // A second press on the same column turns it round.
    template <class Sorted, class Column>
    static void sort(Sorted& route, Column column)
    {
        bool const again = route.sort == column && route.direction == Direction::ascending;
        route.sort = column;
        route.direction = again ? Direction::descending : Direction::ascending;
    }

    void announce_rooms() const
    {
        auto const here = state.scene();
        if (!here) return;
        auto const rows = state.views.rooms(*state.session, here->day(), state.screen_or_plain<RoomsRoute>());
        state.effects.push_back(Announce { state.words.plural("rooms.found", std::ssize(*rows)) });
    }
};

void Portal::perform(Intent const& intent)
{
    m_state->stale = true;
    if (m_state->must_ask_who(intent)) return m_state->ask_who(intent);
    std::visit(Performer { *m_state }, intent);
    if (auto const wanted = std::exchange(m_state->resumed, {})) perform(*wanted);
}

} // namespace keyrack::portal
