// Which column of a list is which field: the words that stand over such columns, in English, German and Norwegian.

#include "base/text.hpp"
#include "codec/list_import.hpp"

#include <algorithm>
#include <array>

namespace keyrack::codec {

namespace {

struct Known
{
    std::string_view field;
    // As `plain` makes them, the surest first.
    std::string_view headers;
};

constexpr std::array room_fields { std::string_view { "id" }, std::string_view { "name" }, std::string_view { "site" },
    std::string_view { "country" }, std::string_view { "sync" } };
constexpr std::array device_fields { std::string_view { "serial" }, std::string_view { "model" },
    std::string_view { "room" }, std::string_view { "purchased_on" }, std::string_view { "in_room_since" } };

constexpr std::array room_headers {
    Known { "id", " id roomid roomkey raumid raumnummer raumkennung romid romnummer roomnumber key kennung " },
    Known { "name",
        " name roomname raumname romnavn room raum rom meetingroom besprechungsraum moterom bezeichnung navn " },
    Known { "site",
        " site sitename location standort sted lokasjon building gebaude bygning office buro kontor campus address " },
    Known { "country", " country countrycode land landercode landkode landskode " },
    Known { "sync", " sync insync syncaccount synckonto definedinsync " },
};

constexpr std::array device_headers {
    Known { "serial",
        " serial serialnumber serialno sn seriennummer seriennr serienummer serienr deviceserial deviceserialnumber " },
    Known { "model",
        " model modell devicemodel product produkt productname produktname devicetype geratetyp enhetstype device "
        "gerat enhet " },
    Known {
        "room", " room roomname roomid raum raumname raumid rom romnavn romid meetingroom besprechungsraum moterom " },
    Known { "purchased_on",
        " purchasedon purchasedate purchased dateofpurchase kaufdatum gekauftam kaufam kjopsdato kjopt kjoptdato " },
    Known { "in_room_since",
        " inroomsince installed installedon installationdate installiertam installationsdatum imraumseit irommetsiden "
        "installert installasjonsdato " },
};

// Letters and digits alone, folded: "Serial No." and "serial_no" are one.
std::string plain(std::string_view header)
{
    std::string text;
    for (char const character : folded(header)) {
        bool const letter = character >= 'a' && character <= 'z';
        if (letter || (character >= '0' && character <= '9')) text.push_back(character);
    }
    return text;
}

std::span<Known const> headers_of(ListKind kind)
{
    return kind == ListKind::rooms ? std::span<Known const> { room_headers }
                                   : std::span<Known const> { device_headers };
}

// How early in the field's words the header stands; nothing where it does not.
std::optional<std::size_t> rank(Known const& known, std::string_view header)
{
    auto const at = known.headers.find(" " + plain(header) + " ");
    return plain(header).empty() || at == std::string_view::npos ? std::nullopt : std::optional { at };
}

std::optional<std::size_t> best_column(Known const& known, std::span<std::string const> header)
{
    std::optional<std::size_t> best;
    for (std::size_t column = 0; column < header.size(); ++column) {
        auto const here = rank(known, header[column]);
        if (here && (!best || *here < *rank(known, header[*best]))) best = column;
    }
    return best;
}

} // namespace

std::span<std::string_view const> fields_of(ListKind kind)
{
    return kind == ListKind::rooms ? std::span<std::string_view const> { room_fields }
                                   : std::span<std::string_view const> { device_fields };
}

ListKind guessed_kind(std::span<std::string const> header)
{
    auto const has = [&](ListKind kind, std::string_view field) {
        auto const known = std::ranges::find(headers_of(kind), field, &Known::field);
        return best_column(*known, header).has_value();
    };
    bool const tells_rooms =
        has(ListKind::rooms, "name") && (has(ListKind::rooms, "site") || has(ListKind::rooms, "country"));
    bool const tells_devices = has(ListKind::devices, "model") || has(ListKind::devices, "purchased_on");
    return has(ListKind::devices, "serial") && (tells_devices || !tells_rooms) ? ListKind::devices : ListKind::rooms;
}

ListMapping guessed_mapping(ListKind kind, std::span<std::string const> header)
{
    ListMapping mapping { .kind = kind, .fields = {} };
    for (Known const& known : headers_of(kind))
        if (auto const column = best_column(known, header))
            mapping.fields[std::string { known.field }] = { column, {} };
    return mapping;
}

Result<void> check(ListMapping const& mapping)
{
    bool const rooms = mapping.kind == ListKind::rooms;
    if (rooms && (mapping.fields.contains("id") || mapping.fields.contains("name"))) return {};
    if (!rooms && mapping.fields.contains("serial")) return {};
    return failure("csv_no_key", {}, rooms ? "name" : "serial");
}

} // namespace keyrack::codec
