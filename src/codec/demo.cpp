#include "codec/demo.hpp"

#include "assets/embedded.hpp"
#include "base/verify.hpp"
#include "codec/command_fields.hpp"
#include "codec/demo_fields.hpp"
#include "codec/json_value.hpp"

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

Instant noon_of(Date day)
{
    return Instant { day.time_since_epoch() } + std::chrono::hours { 12 };
}

} // namespace

Result<std::vector<DemoEntry>> demo_from_json(std::string_view text, Date today, std::optional<Instant> now)
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
    std::vector<DemoEntry> entries;
    Date earliest = always;
    for (auto& [on, actor, commands] : file.entries) {
        if (on < std::exchange(earliest, on) || file.anchor < on) {
            return failure("bad_date", "entries", iso(on));
        }
        for (auto& command : commands) {
            std::visit(shift, command);
            entries.push_back({ on + (today - file.anchor), actor, std::move(command) });
        }
    }
    return entries;
}

std::vector<DemoEntry> shipped_demo(Date today, std::optional<Instant> now)
{
    auto entries = demo_from_json(assets::find("demo/northwind.json"), today, now);
    VERIFY(entries.has_value());
    return std::move(*entries);
}

} // namespace keyrack::codec
