#pragma once
// Questions that have to be answered before something happens: their fields, what was
// typed, and the commands it comes to.

#include "engine/command.hpp"
#include "portal/models.hpp"
#include "portal/refused.hpp"
#include "portal/scene.hpp"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

enum class DialogKind {
    start_empty,
    set_number,
    subscription,
    add_room,
    add_device,
    place_order,
    cancel_order,
    who,
    invite,
    delegate,
    user_limit,
    retire,
    buy_service,
    put_back,
    reset_demo,
    sign_in,
    sign_in_setup,
    rename_company,
    remove_company,
    refused // asks nothing: says why something was refused, and what can be done
};
[[nodiscard]] std::string_view code(DialogKind kind); // "add_room": key `dialog.<code>.…` of the language files

// Whether it asks about commands whose consequences one may want to see first.
[[nodiscard]] bool can_be_tried(DialogKind kind);

using DialogChoices = std::vector<std::pair<std::string, std::string>>; // value, label
using FieldErrors = std::map<std::string, std::string, std::less<>>;    // field → key of its words

struct DialogState
{
    DialogKind kind {};
    std::map<std::string, std::string, std::less<>> values {}; // by field
    FieldErrors errors {};
    std::optional<Refused> refused {}; // the whole was
    OrderId order {};                  // cancel_order
    RoomId room {};                    // add_device
    // place_order, buy_service: the steps that wait for the order's number; retire: what is lost
    std::vector<engine::Command> cure {};
    // invite: what nobody can guess; put_back: the backup's file; sign_in: whose address is expected; rename_company,
    // remove_company: its slug
    std::string link {};
    // set_number: which setting; rename_company, remove_company: its name as it is
    std::string what {};
    std::int64_t unsent = 0;   // remove_company: entries that no other device has
    std::int64_t missing = 0;  // place_order: rooms that it is to cover
    std::int64_t attempts = 0; // to confirm it
    bool began_trial = false;  // what it asks about is tried in a what-if that was begun for it

    [[nodiscard]] std::string value(std::string_view field) const;
};

// As the dialog opens. `scene` is nothing where no tenant is open.
[[nodiscard]] DialogState as_opened(DialogState what, Scene const* scene);
// After a field has changed: what depends on it follows.
void follow_edit(DialogState& dialog, std::string_view field, Scene const* scene);
[[nodiscard]] DialogModel dialog_model(Words const& words, Scene const* scene, DialogState const& dialog);

// What the answers come to, or which of them cannot be read. Not for start_empty, which is no command.
[[nodiscard]] std::expected<std::vector<engine::Command>, FieldErrors> commands_of(
    Scene const& scene, DialogState const& dialog);
// settings_dialogs.cpp: those about what can be set.
void begin_settings_dialog(DialogState& dialog, Scene const& scene);
[[nodiscard]] std::vector<engine::Command> settings_commands(
    Scene const& scene, DialogState const& dialog, FieldErrors& errors);
// service_dialog.cpp: what is bought of Customer Success Services.
[[nodiscard]] std::string purchase_kind(DialogState const& dialog); // ".renew", in its keys; empty for other dialogs
[[nodiscard]] std::string purchase_title(Words const& words, DialogState const& dialog);
[[nodiscard]] std::string purchase_text(Scene const& scene, DialogState const& dialog);
[[nodiscard]] std::vector<DialogField> purchase_fields(
    Words const& words, Scene const& scene, DialogState const& dialog);
void begin_purchase(DialogState& dialog, Scene const& scene);
void follow_purchase(DialogState& dialog, std::string_view field, Scene const& scene);
// The dialog behind "buy:<scope>", for what that product line lacks; behind "buy:" alone for the one that lacks most.
// Nothing where there are no software licences.
[[nodiscard]] std::optional<DialogState> buying(Scene const& scene, std::string_view action);
[[nodiscard]] std::vector<ScopeId> scopes_with_licences(Scene const& scene); // on the day
[[nodiscard]] std::vector<engine::Command> purchase_commands(DialogState const& dialog, FieldErrors& errors);
// people_dialogs.cpp: those about people.
void begin_people_dialog(DialogState& dialog, Scene const& scene);
[[nodiscard]] std::vector<DialogField> people_fields(Words const& words, Scene const& scene, DialogKind kind);
[[nodiscard]] std::vector<engine::Command> people_commands(
    Scene const& scene, DialogState const& dialog, FieldErrors& errors);
[[nodiscard]] std::string people_done(Words const& words, DialogState const& answered);

// A required text; otherwise an error.
[[nodiscard]] std::string required(DialogState const& dialog, std::string_view field, FieldErrors& errors);
[[nodiscard]] std::int32_t required_number(DialogState const& dialog, std::string_view field, FieldErrors& errors);
[[nodiscard]] Date required_date(DialogState const& dialog, std::string_view field, FieldErrors& errors);

} // namespace keyrack::portal
