#include "codec/demo.hpp"

#include "assets/embedded.hpp"
#include "base/verify.hpp"
#include "codec/command_fields.hpp"
#include "codec/demo_fields.hpp"
#include "codec/json_value.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace keyrack::codec {

namespace {

// Moves every date within a command; open ends stay open.
struct Shift
{
    Days days;
    Span span { 0 }; // of moments

    void operator()(Date& date) const
    {
        if (date != never) {
            date += days;
        }
    }

    void operator()(Instant& moment) const { moment += span; }

    void operator()(std::optional<Date>& date) const
    {
        if (date) {
            (*this)(*date);
        }
    }

    template <class T>
    void operator()(std::vector<T>& list) const
    {
        for (auto& item : list) {
            (*this)(item);
        }
    }

    template <Described T>
    void operator()(T& described) const
    {
        for_each_field<T>([&](auto const& field) { (*this)(described.*field.member); });
    }

    void operator()(auto&) const { }
};

// Puts what was written on tickets into one language; all else is told in every language alike.
struct InLanguage
{
    std::vector<DemoText> const& texts;
    std::string DemoText::* told;

    void operator()(std::string& text) const
    {
        auto const found = std::ranges::find(texts, text, &DemoText::en);
        if (found != texts.end()) {
            text = (*found).*told;
        }
    }

    void operator()(engine::OpenTicket& open) const
    {
        (*this)(open.description);
        if (open.partner) {
            (*this)(open.partner->form.subject);
            (*this)(open.partner->form.description);
        }
    }

    void operator()(engine::TurnTicket& turn) const { (*this)(turn.note); }

    void operator()(auto&) const { }
};

std::string DemoText::* text_in(std::string_view language)
{
    if (language == "de") {
        return &DemoText::de;
    }
    return language == "nb" ? &DemoText::nb : &DemoText::en;
}

Instant noon_of(Date day)
{
    return Instant { day.time_since_epoch() } + std::chrono::hours { 12 };
}

} // namespace

Result<std::vector<DemoEntry>> demo_from_json(
    std::string_view text, Date today, std::optional<Instant> now, std::string_view language)
{
    auto const document = parse_json(text);
    if (!document) {
        return std::unexpected(document.error());
    }
    auto const* object = document->as<JsonObject>();
    if (!object) {
        return std::unexpected(wrong_type(*document, JsonPath {}));
    }
    DemoFile file;
    if (auto done = read_members(*object, JsonPath {}, file, "$schema"); !done) {
        return std::unexpected(std::move(done.error()));
    }
    auto const told_at = noon_of(file.anchor);
    Shift const shift { today - file.anchor, now.value_or(noon_of(today)) - told_at };
    InLanguage const retell { file.texts, text_in(language) };
    std::vector<DemoEntry> entries;
    Date earliest = always;
    for (auto& [on, actor, commands] : file.entries) {
        if (on < std::exchange(earliest, on) || file.anchor < on) {
            return failure("bad_date", "entries", iso(on));
        }
        for (auto& command : commands) {
            std::visit(shift, command);
            std::visit(retell, command);
            entries.push_back({ on + (today - file.anchor), actor, std::move(command) });
        }
    }
    return entries;
}

std::vector<DemoEntry> shipped_demo(Date today, std::optional<Instant> now, std::string_view language)
{
    auto entries = demo_from_json(assets::find("demo/northwind.json"), today, now, language);
    VERIFY(entries.has_value());
    return std::move(*entries);
}

} // namespace keyrack::codec
