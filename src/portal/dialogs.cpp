// Dialogs: opened, filled in, confirmed.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "portal/sign_in.hpp"

namespace keyrack::portal {

void Portal::State::ask(DialogState what)
{
    auto const here = scene();
    bool const of_company = what.kind == DialogKind::rename_company || what.kind == DialogKind::remove_company;
    bool const needs_tenant = what.kind != DialogKind::start_empty && !of_company;
    if (needs_tenant && !here) return;
    bool const answers_a_file = job_waits && what.kind == DialogKind::who; // who says yes
    if (!answers_a_file && (refused_as_busy() || (needs_tenant && refused_as_earlier()))) return;
    stale = true;
    dialog = as_opened(std::move(what), here ? &*here : nullptr);
}

void Portal::State::close_dialog()
{
    if (leave_dialog()) return_from_what_if();
}

bool Portal::State::leave_dialog()
{
    bool const began_trial = dialog && dialog->began_trial;
    dialog.reset();
    return began_trial && end_idle_what_if();
}

void Portal::State::edit_dialog(EditDialog const& edit)
{
    if (!dialog) return;
    stale = true;
    auto const here = scene();
    dialog->values[edit.field] = edit.value;
    follow_edit(*dialog, edit.field, here ? &*here : nullptr);
}

void Portal::State::confirm_dialog()
{
    if (!dialog) return;
    stale = true;
    ++dialog->attempts;
    switch (dialog->kind) {
    case DialogKind::start_empty: return confirm_start_empty();
    case DialogKind::rename_company: return confirm_rename_company();
    case DialogKind::remove_company: return confirm_remove_company();
    case DialogKind::who: return confirm_who();
    case DialogKind::put_back: {
        auto const file = dialog->link;
        dialog.reset();
        return read_backup(BackupUse::put_back, file);
    }
    case DialogKind::refused: return close_dialog();
    case DialogKind::reset_demo: return reset_demo();
    case DialogKind::sign_in: return confirm_sign_in();
    case DialogKind::sign_in_setup:
    case DialogKind::invite:
    case DialogKind::delegate:
    case DialogKind::user_limit:
    case DialogKind::retire:
    case DialogKind::buy_service:
    case DialogKind::set_number:
    case DialogKind::subscription:
    case DialogKind::add_room:
    case DialogKind::add_device:
    case DialogKind::place_order:
    case DialogKind::cancel_order: return confirm_commands();
    }
}

std::optional<std::string> Portal::State::written_name()
{
    auto name = required(*dialog, "name", dialog->errors);
    if (auto const fault = fault_of_name(name); fault && !name.empty())
        dialog->errors.emplace("name", "fault." + std::string { code(*fault) });
    if (!dialog->errors.empty()) return {};
    return name;
}

void Portal::State::confirm_start_empty()
{
    auto name = written_name();
    if (!name) return;
    dialog.reset();
    open_fresh(std::move(*name), Purpose::empty);
}

void Portal::State::confirm_commands()
{
    auto const here = scene();
    if (!here || refused_as_busy()) return;
    auto steps = commands_of(*here, *dialog);
    if (!steps) {
        dialog->errors = std::move(steps.error());
        return;
    }
    auto const answered = *dialog;
    if (steps->empty()) return close_dialog();
    auto const last = steps->back();
    auto const actor = acting();
    if (auto refused = carry_out(std::move(*steps), done_text(answered))) return say_refused(*std::move(refused));
    dialog.reset();
    if (answered.kind == DialogKind::sign_in_setup && !session->trial())
        effects.push_back(remember_who_set_up(environment, session->slug(), actor));
    show_what_came(last);
}

std::string Portal::State::done_text(DialogState const& answered) const
{
    auto const& ledger = session->ledger();
    switch (answered.kind) {
    case DialogKind::add_room: return words("toast.room_added", { { "room", answered.value("name") } });
    case DialogKind::add_device:
        return words("toast.device_added",
            { { "device", answered.value("serial") }, { "room", ledger.rooms()[answered.room].name } });
    case DialogKind::place_order: {
        if (!answered.cure.empty() && !answered.room.exists())
            return words("toast.ordered_and_planned", { { "order", answered.value("order") } });
        if (!answered.cure.empty())
            return words("toast.ordered_and_assigned",
                { { "order", answered.value("order") }, { "room", ledger.rooms()[answered.room].name } });
        return words("toast.order_placed", { { "order", answered.value("order") } });
    }
    case DialogKind::cancel_order:
        return words("toast.order_cancelled", { { "order", ledger.orders()[answered.order].key } });
    case DialogKind::invite:
    case DialogKind::delegate:
    case DialogKind::user_limit:
    case DialogKind::sign_in_setup: return people_done(words, answered);
    case DialogKind::buy_service:
    case DialogKind::retire: return std::string { words("toast.remedied") };
    case DialogKind::set_number: return std::string { words("toast.setting_set") };
    case DialogKind::subscription:
        return words("toast.subscription_recorded", { { "account", answered.value("account") } });
    case DialogKind::start_empty:
    case DialogKind::refused:
    case DialogKind::rename_company:
    case DialogKind::remove_company:
    case DialogKind::who:
    case DialogKind::put_back:
    case DialogKind::reset_demo:
    case DialogKind::sign_in: break;
    }
    return {};
}

} // namespace keyrack::portal
