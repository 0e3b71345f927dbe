#include "ui_screens/stage.hpp"

namespace keyrack::ui::fixture {

namespace {

using namespace portal;

template <class Tag>
std::string row(keyrack::Id<Tag> id)
{
    return " " + std::to_string(id.row());
}

template <class Number>
std::string number(Number value)
{
    return " " + std::to_string(static_cast<long long>(value));
}

struct Describe
{
    std::string operator()(OpenDemo const&) const { return "OpenDemo"; }
    std::string operator()(StartEmpty const&) const { return "StartEmpty"; }
    std::string operator()(OpenTenantIntent const& i) const { return "OpenTenant " + i.slug; }
    std::string operator()(LeaveTenant const&) const { return "LeaveTenant"; }
    std::string operator()(ChooseFile const&) const { return "ChooseFile"; }
    std::string operator()(Go const& i) const { return "Go " + i.fragment; }
    std::string operator()(CloseDetail const&) const { return "CloseDetail"; }
    std::string operator()(Search const& i) const { return "Search " + i.query; }
    std::string operator()(ToggleFilter const& i) const { return "ToggleFilter" + number(i.filter); }
    std::string operator()(SortRooms const& i) const { return "SortRooms" + number(i.column); }
    std::string operator()(SortOrders const& i) const { return "SortOrders" + number(i.column); }
    std::string operator()(OpenRoom const& i) const { return "OpenRoom" + row(i.room); }
    std::string operator()(ShowRoomTab const& i) const { return "ShowRoomTab" + number(i.tab); }
    std::string operator()(AskFeature const& i) const { return "AskFeature " + i.feature; }
    std::string operator()(MarkRoom const& i) const { return "MarkRoom" + row(i.room) + number(i.marked); }
    std::string operator()(MarkAllShown const& i) const { return "MarkAllShown" + number(i.marked); }
    std::string operator()(AssignMarked const&) const { return "AssignMarked"; }
    std::string operator()(OpenOrder const& i) const { return "OpenOrder" + row(i.order); }
    std::string operator()(AskSpares const&) const { return "AskSpares"; }
    std::string operator()(RunCure const& i) const { return "RunCure" + number(i.index); }
    std::string operator()(ChooseOrder const& i) const { return "ChooseOrder" + row(i.order); }
    std::string operator()(ChooseRoom const& i) const { return "ChooseRoom" + row(i.room) + number(i.chosen); }
    std::string operator()(ChooseAllRooms const& i) const { return "ChooseAllRooms" + number(i.chosen); }
    std::string operator()(SearchAssignable const& i) const { return "SearchAssignable " + i.query; }
    std::string operator()(SetAssignFrom const& i) const { return "SetAssignFrom " + i.date; }
    std::string operator()(Carry const& i) const
    {
        auto const what = i.what.what == Carries::licence ? "licence" : "room";
        auto const order = i.what.order.exists() ? row(i.what.order) : " -";
        return "Carry " + std::string { what } + order + (i.what.room.exists() ? row(i.what.room) : " -");
    }
    std::string operator()(LetGo const&) const { return "LetGo"; }
    std::string operator()(CarryNothing const&) const { return "CarryNothing"; }
    std::string operator()(CommitAssign const&) const { return "CommitAssign"; }
    std::string operator()(DiscardAssign const&) const { return "DiscardAssign"; }
    std::string operator()(SearchScreen const& i) const { return "SearchScreen " + i.query; }
    std::string operator()(EditScreen const& i) const { return "EditScreen " + i.field + " " + i.value; }
    std::string operator()(RunOnScreen const& i) const { return "RunOnScreen " + i.action; }
    std::string operator()(EndRoomAssignment const& i) const { return "EndRoomAssignment" + row(i.room); }
    std::string operator()(AskAddRoom const&) const { return "AskAddRoom"; }
    std::string operator()(AskPlaceOrder const&) const { return "AskPlaceOrder"; }
    std::string operator()(AskCancelOrder const& i) const { return "AskCancelOrder" + row(i.order); }
    std::string operator()(AskAddDevice const& i) const { return "AskAddDevice" + row(i.room); }
    std::string operator()(AskAsOf const&) const { return "AskAsOf"; }
    std::string operator()(BackToToday const&) const { return "BackToToday"; }
    std::string operator()(SlideTo const&) const { return "SlideTo"; }
    std::string operator()(AskResetDemo const&) const { return "AskResetDemo"; }
    std::string operator()(DismissBanner const&) const { return "DismissBanner"; }
    std::string operator()(SetDay const& i) const { return "SetDay " + i.date; }
    std::string operator()(SetKnownAt const& i) const { return "SetKnownAt " + i.date; }
    std::string operator()(BeginWhatIf const&) const { return "BeginWhatIf"; }
    std::string operator()(KeepWhatIf const&) const { return "KeepWhatIf"; }
    std::string operator()(DropWhatIf const&) const { return "DropWhatIf"; }
    std::string operator()(TryCure const& i) const { return "TryCure" + number(i.index); }
    std::string operator()(TryAssign const&) const { return "TryAssign"; }
    std::string operator()(Scan const&) const { return "Scan"; }
    std::string operator()(OpenPalette const&) const { return "OpenPalette"; }
    std::string operator()(SearchPalette const& i) const { return "SearchPalette " + i.query; }
    std::string operator()(RunPalette const& i) const { return "RunPalette " + i.line; }
    std::string operator()(ClosePalette const&) const { return "ClosePalette"; }
    std::string operator()(ShowHelp const&) const { return "ShowHelp"; }
    std::string operator()(CloseHelp const&) const { return "CloseHelp"; }
    std::string operator()(OpenInTab const& i) const { return "OpenInTab " + i.fragment; }
    std::string operator()(UndoLast const&) const { return "UndoLast"; }
    std::string operator()(EditDialog const& i) const { return "EditDialog " + i.field + " " + i.value; }
    std::string operator()(ConfirmDialog const&) const { return "ConfirmDialog"; }
    std::string operator()(DismissDialog const&) const { return "DismissDialog"; }
    std::string operator()(UndoToast const& i) const { return "UndoToast" + number(i.id); }
    std::string operator()(DismissToast const& i) const { return "DismissToast" + number(i.id); }
    std::string operator()(UndoEntry const& i) const { return "UndoEntry" + row(i.entry); }
    std::string operator()(CancelJob const&) const { return "CancelJob"; }
    std::string operator()(DownloadDatabase const&) const { return "DownloadDatabase"; }
    std::string operator()(DismissReport const&) const { return "DismissReport"; }
    std::string operator()(BannerAction const&) const { return "BannerAction"; }
    std::string operator()(SetLanguage const& i) const { return "SetLanguage " + i.tag; }
    std::string operator()(SetContrast const& i) const { return "SetContrast" + number(i.contrast); }
    std::string operator()(SetAppearance const& i) const { return "SetAppearance" + number(i.appearance); }
};

} // namespace

std::string described(Intent const& intent)
{
    return std::visit(Describe {}, intent);
}

} // namespace keyrack::ui::fixture
