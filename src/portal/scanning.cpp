// Serial numbers by camera: the page reads codes, and what each comes to is said while it looks for the next.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "portal/devices_screen.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

constexpr std::size_t longest_serial = 64;
constexpr std::string_view blanks = " \t\r\n";

bool is_of_serial(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'
        || c == '.' || c == '/';
}

std::string_view trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// GS1 numbers its fields; 21 is the serial number: "(01)09501101530003(21)RP697395".
std::string_view of_gs1(std::string_view code)
{
    constexpr std::string_view field = "(21)";
    auto const begin = code.find(field);
    if (begin == std::string_view::npos) return {};
    auto const rest = code.substr(begin + field.size());
    return rest.substr(0, rest.find('('));
}

// A label in words, or an address that hands it over: "Model: Rally Bar; S/N: RP697395", "https://…?sn=RP697395".
std::string_view after_label(std::string_view code)
{
    auto const small = folded(code); // as long as `code`: what is not ASCII was refused before
    for (std::string_view const name : { "serial number", "serial no", "serial", "s/n", "sn" }) {
        for (auto at = small.find(name); at != std::string::npos; at = small.find(name, at + 1)) {
            auto const after = at + name.size();
            auto const begin = small.find_first_not_of(" .:=#", after);
            bool const is_word = at == 0 || !is_of_serial(small[at - 1]);
            if (!is_word || begin == after || begin == std::string::npos) continue;
            auto const rest = code.substr(begin);
            return rest.substr(
                0, static_cast<std::size_t>(std::ranges::find_if_not(rest, is_of_serial) - rest.begin()));
        }
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> scanner_words(Words const& words, std::string_view title)
{
    constexpr std::string_view start = "scan.";
    constexpr std::array keys { "scan.hint", "scan.starting", "scan.done", "scan.picture", "scan.again", "scan.read",
        "scan.reading", "scan.no_code", "scan.no_picture", "scan.insecure.title", "scan.insecure.text",
        "scan.blocked.title", "scan.blocked.text", "scan.none.title", "scan.none.text", "scan.busy.title",
        "scan.busy.text", "scan.unread.title", "scan.unread.text" };
    std::vector<std::pair<std::string, std::string>> texts { { "title", std::string { words(title) } } };
    for (std::string_view const key : keys) texts.emplace_back(key.substr(start.size()), words(key));
    return texts;
}

} // namespace

std::string serial_of_code(std::string_view code)
{
    auto const text = trimmed(code);
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return {};
    auto serial = text.starts_with('(') ? of_gs1(text) : after_label(text);
    if (serial.empty()) serial = text;
    bool const is_serial = serial.size() <= longest_serial && std::ranges::all_of(serial, is_of_serial);
    return is_serial ? std::string { serial } : std::string {};
}

bool Portal::State::adds_devices() const
{
    auto const* const here = tenant_route();
    auto const* const devices = here ? std::get_if<DevicesRoute>(&here->screen) : nullptr;
    return session && devices && devices->adding == AddingDevices::many && !here->as_of;
}

void Portal::State::scan()
{
    bool const one = dialog && dialog->kind == DialogKind::add_device;
    if (one || adds_devices())
        effects.push_back(OpenScanner { scanner_words(words, one ? "scan.title_one" : "scan.title") });
}

void Portal::State::scanned(std::string_view code)
{
    bool const one = dialog && dialog->kind == DialogKind::add_device;
    auto const here = scene();
    if (!here || (!one && !adds_devices())) return effects.push_back(CloseScanner {});
    auto serial = serial_of_code(code);
    if (serial.empty())
        return effects.push_back(TellScanner { .tone = Tone::missing,
            .code = shortened(code, longest_serial),
            .verdict = std::string { words("scan.no_serial") },
            .count = {} });
    if (!one) return effects.push_back(into_list(*here, std::move(serial)));
    edit_dialog({ "serial", serial });
    effects.push_back(CloseScanner {});
    effects.push_back(Announce { serial });
}

// Each once. What is known already stands in the list too, which says of it that it cannot be added.
TellScanner Portal::State::into_list(Scene const& here, std::string serial)
{
    auto text = form.value(new_devices_form, "serials");
    auto const listed = serials_in(text);
    bool const again = std::ranges::find(listed, serial) != listed.end();
    bool const known = is_recorded(here.ledger(), serial);
    if (!again) {
        if (!text.empty() && !text.ends_with('\n')) text += '\n';
        edit_screen({ "serials", text + serial + '\n' });
    }
    auto const verdict = again ? "scan.twice" : known ? "scan.known" : "scan.new";
    return { .tone = again || known ? Tone::ending : Tone::covered,
        .code = std::move(serial),
        .verdict = std::string { words(verdict) },
        .count = words.plural("scan.count", std::ssize(listed) + (again ? 0 : 1)) };
}

} // namespace keyrack::portal
