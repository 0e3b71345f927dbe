// How a dialog looks: title, text, fields.
#include "portal/dialog.hpp"

#include "portal/devices_screen.hpp"
#include "portal/settings_model.hpp"
#include "portal/sign_in.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using Kind = DialogField::Kind;
using Choices = DialogChoices;

// The field that a refusal is about.
struct FieldMeant
{
    engine::Reason reason;
    std::string_view field;
};
constexpr FieldMeant fields_meant[] {
    { engine::Reason::key_taken, "order" },
    { engine::Reason::key_taken, "serial" },
    { engine::Reason::bad_name, "order" },
    { engine::Reason::unknown_account, "account" },
    { engine::Reason::licence_of_other_account, "account" },
    { engine::Reason::unknown_programme, "programme" },
    { engine::Reason::bad_years, "years" },
    { engine::Reason::years_not_sold, "years" },
    { engine::Reason::bad_quantity, "quantity" },
    { engine::Reason::unknown_licence, "quantity" },
    { engine::Reason::before_purchase, "purchased_on" },
    { engine::Reason::bad_country, "country" },
    { engine::Reason::bad_period, "to" },
    { engine::Reason::bad_issuer, "issuer" },
};

// Null where it is about none of them.
DialogField* field_meant(std::vector<DialogField>& fields, Setback const& why)
{
    auto const* const denial = std::get_if<engine::Denial>(&why);
    if (!denial) return nullptr;
    auto const found = std::ranges::find_if(fields, [&](DialogField const& field) {
        return std::ranges::any_of(fields_meant,
            [&](FieldMeant const& each) { return each.reason == denial->reason && each.field == field.key; });
    });
    return found == fields.end() ? nullptr : &*found;
}

class Builder
{
public:
    Builder(Words const& words, Scene const* scene, DialogState const& dialog)
        : m_words(words), m_scene(scene), m_dialog(dialog)
    { }

    [[nodiscard]] DialogModel build()
    {
        auto const key = "dialog." + std::string { code(m_dialog.kind) } + purchase_kind(m_dialog);
        m_model.key = code(m_dialog.kind);
        m_model.title = title(key + ".title");
        m_model.text = m_words.knows(key + ".text") ? std::string { m_words(key + ".text") } : std::string {};
        bool const tells = m_dialog.kind == DialogKind::refused;
        m_model.confirm = tells ? std::string {} : std::string { m_words(key + ".confirm") };
        // Beside "Cancel order", "Cancel" would not say which of both leaves things as they are.
        bool const cancels = m_dialog.kind == DialogKind::cancel_order;
        m_model.cancel = m_words(tells ? "dialog.close" : cancels ? "dialog.keep_order" : "dialog.cancel");
        m_model.danger = m_dialog.kind == DialogKind::cancel_order || m_dialog.kind == DialogKind::retire
            || m_dialog.kind == DialogKind::put_back || m_dialog.kind == DialogKind::reset_demo
            || m_dialog.kind == DialogKind::remove_company;
        // What was refused is tried by the ways past it.
        m_model.can_try = can_be_tried(m_dialog.kind) && !m_dialog.refused && !m_scene->session.trial();
        m_model.attempts = m_dialog.attempts;
        add_fields();
        if (m_dialog.refused) add_refusal(*m_dialog.refused);
        return std::move(m_model);
    }

private:
    [[nodiscard]] std::string title(std::string const& key) const
    {
        if (m_dialog.kind == DialogKind::cancel_order)
            return m_words(key, { { "order", m_scene->ledger().orders()[m_dialog.order].key } });
        if (m_dialog.kind == DialogKind::sign_in)
            return m_words(key, { { "issuer", sign_in_setup(m_scene->ledger())->issuer } });
        if (m_dialog.kind == DialogKind::add_device)
            return m_words(key, { { "room", m_scene->ledger().rooms()[m_dialog.room].name } });
        if (m_dialog.kind == DialogKind::set_number)
            if (auto const setting = number_setting(*m_scene, m_dialog.what)) return setting->label;
        if (m_dialog.kind == DialogKind::buy_service) return purchase_title(m_words, m_dialog);
        if (m_dialog.kind == DialogKind::retire) return m_words.plural(key, retired_licences());
        if (m_dialog.kind == DialogKind::remove_company) return m_words(key, { { "name", m_dialog.what } });
        return std::string { m_words(key) };
    }

    [[nodiscard]] std::int64_t retired_licences() const
    {
        std::int64_t count = 0;
        for (auto const& command : m_dialog.cure)
            if (auto const* const retires = std::get_if<engine::RetireLicences>(&command)) count += retires->count;
        return count;
    }

    void add_fields()
    {
        switch (m_dialog.kind) {
        case DialogKind::start_empty:
        case DialogKind::rename_company:
            add("name", Kind::text);
            m_model.fields.back().autocomplete = "organization"; // their own
            return;
        case DialogKind::remove_company: add_removal_fields(); return;
        case DialogKind::set_number: add_number_field(); return;
        case DialogKind::subscription:
            for (auto const* const name : { "account", "service", "super_admin_email", "domain", "zoid", "zuid" })
                add(name, Kind::text);
            add("user_licences", Kind::number);
            return;
        case DialogKind::add_room: add_room_fields(); return;
        case DialogKind::add_device: add_device_fields(); return;
        case DialogKind::place_order: add_order_fields(); return;
        case DialogKind::cancel_order: m_model.text = consequence(); return;
        case DialogKind::buy_service:
            m_model.text = purchase_text(*m_scene, m_dialog);
            for (auto& field : purchase_fields(m_words, *m_scene, m_dialog))
                add(field.key, field.kind, std::move(field.choices));
            return;
        case DialogKind::retire:
        case DialogKind::refused:
        case DialogKind::put_back:
        case DialogKind::sign_in:
        case DialogKind::reset_demo: return;
        case DialogKind::who:
        case DialogKind::invite:
        case DialogKind::delegate:
        case DialogKind::sign_in_setup:
        case DialogKind::user_limit:
            for (auto& field : people_fields(m_words, *m_scene, m_dialog.kind))
                add(field.key, field.kind, std::move(field.choices));
            return;
        }
    }

    void add_refusal(Refused const& refused)
    {
        auto* const field = field_meant(m_model.fields, refused.why);
        (field ? field->error : m_model.error) = refusal_text(m_words, refused);
        if (m_scene) m_model.ways = ways_shown(*m_scene, refused, m_dialog);
    }

    void add(std::string_view name, Kind kind, Choices choices = {})
    {
        DialogField field { .key = std::string { name },
            .label = text("label", name),
            .value = m_dialog.value(name),
            .hint = text("hint", name),
            .error = {},
            .kind = kind,
            .shown = {},
            .choices = std::move(choices) };
        if (auto const error = m_dialog.errors.find(name); error != m_dialog.errors.end())
            field.error = m_words(error->second);
        if (auto const date = parse_date(field.value); kind == Kind::date && date)
            field.shown = m_words.short_date(*date);
        m_model.fields.push_back(std::move(field));
    }

    // A text of the dialog's own for the field, or the one that all dialogs share, or none.
    [[nodiscard]] std::string text(std::string_view what, std::string_view field) const
    {
        auto const last = std::string { field } + '.' + std::string { what };
        for (auto const& key : { "dialog." + std::string { code(m_dialog.kind) } + '.' + last, "dialog.field." + last })
            if (m_words.knows(key)) return std::string { m_words(key) };
        return {};
    }

    void add_room_fields()
    {
        add("name", Kind::text);
        add("site", Kind::text);
        add("country", Kind::text);
        add_account_field();
        add("in_sync", Kind::toggle);
        add("important", Kind::toggle);
    }

    void add_device_fields()
    {
        add("serial", Kind::text);
        auto& serial = m_model.fields.back();
        if (!m_scene->is_one_file) serial.scan = m_words("scan.button");
        if (is_recorded(m_scene->ledger(), serial.value)) serial.error = m_words("devices.new.known");
        add("model", Kind::text);
        add("purchased_on", Kind::date);
    }

    void add_order_fields()
    {
        add("order", Kind::text);
        Choices programmes, years;
        for (auto const& programme : m_scene->catalogue().programmes()) {
            programmes.emplace_back(programme.key, programme.name);
            if (programme.key != m_dialog.value("programme")) continue;
            for (auto const each : programme.years_offered())
                years.emplace_back(std::to_string(each), m_words.plural("dialog.years", each));
        }
        add("programme", Kind::choice, std::move(programmes));
        add("years", Kind::choice, std::move(years));
        add("quantity", Kind::number);
        add("purchased_on", Kind::date);
        add_account_field();
    }

    void add_removal_fields()
    {
        m_model.download = { std::string { m_words("ui.data.download") }, "company-download" };
        add("name", Kind::text);
        m_model.fields.back().hint = m_words("dialog.remove_company.name.hint", { { "name", m_dialog.what } });
        if (m_dialog.unsent == 0) return;
        add("unsent", Kind::toggle);
        auto& unsent = m_model.fields.back();
        unsent.label = m_words.plural("dialog.remove_company.unsent", m_dialog.unsent);
        if (!unsent.error.empty()) unsent.hint = unsent.error; // a box shows no other text
    }

    void add_number_field()
    {
        auto const setting = number_setting(*m_scene, m_dialog.what);
        add("number", setting && setting->unit == NumberUnit::money ? Kind::text : Kind::number);
        if (setting) m_model.fields.back().hint = setting->hint;
    }

    void add_account_field()
    {
        Choices accounts { { std::string {}, std::string { m_words("dialog.no_account") } } };
        for (auto const& account : m_scene->ledger().accounts().rows())
            if (account.standing == engine::Standing::valid) accounts.emplace_back(account.key, account.name);
        if (accounts.size() > 1) add("account", Kind::choice, std::move(accounts));
    }

    // What cancelling would do, tried out.
    [[nodiscard]] std::string consequence() const
    {
        auto const& scene = *m_scene;
        auto const& order = scene.ledger().orders()[m_dialog.order];
        auto const tried =
            scene.views.preview(scene.session, scene.today, engine::CancelOrder { order.key, scene.today });
        if (!*tried) return m_words.denial(tried->error().denial);
        auto const status = engine::status_of(scene.ledger(), scene.catalogue(), m_dialog.order, scene.today);
        auto const lost = (*tried)->covered_before - (*tried)->covered_after;
        auto const way_back = std::string { m_words("dialog.cancel_order.way_back") };
        if (status.assigned == 0)
            return m_words.plural("dialog.cancel_order.ends_unused", order.quantity) + ' ' + way_back;
        auto const ends = m_words.plural("dialog.cancel_order.ends", order.quantity,
            { { "order", order.key }, { "assigned", m_words.number(status.assigned) } });
        auto const rooms = lost > 0 ? m_words.plural("dialog.cancel_order.rooms", lost)
                                    : std::string { m_words("dialog.cancel_order.no_room") };
        return ends + ' ' + rooms + ' ' + way_back;
    }

    Words const& m_words;
    Scene const* m_scene;
    DialogState const& m_dialog;
    DialogModel m_model;
};

} // namespace

bool can_be_tried(DialogKind kind)
{
    return kind == DialogKind::place_order || kind == DialogKind::cancel_order || kind == DialogKind::buy_service
        || kind == DialogKind::retire;
}

std::string_view code(DialogKind kind)
{
    switch (kind) {
    case DialogKind::start_empty: return "start_empty";
    case DialogKind::set_number: return "set_number";
    case DialogKind::subscription: return "subscription";
    case DialogKind::add_room: return "add_room";
    case DialogKind::add_device: return "add_device";
    case DialogKind::place_order: return "place_order";
    case DialogKind::cancel_order: return "cancel_order";
    case DialogKind::who: return "who";
    case DialogKind::invite: return "invite";
    case DialogKind::delegate: return "delegate";
    case DialogKind::user_limit: return "user_limit";
    case DialogKind::retire: return "retire";
    case DialogKind::buy_service: return "buy_service";
    case DialogKind::put_back: return "put_back";
    case DialogKind::reset_demo: return "reset_demo";
    case DialogKind::sign_in: return "sign_in";
    case DialogKind::sign_in_setup: return "sign_in_setup";
    case DialogKind::refused: return "refused";
    case DialogKind::rename_company: return "rename_company";
    case DialogKind::remove_company: return "remove_company";
    }
    return {};
}

DialogModel dialog_model(Words const& words, Scene const* scene, DialogState const& dialog)
{
    return Builder { words, scene, dialog }.build();
}

} // namespace keyrack::portal
