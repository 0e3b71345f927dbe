// Mails as files that mail programs open (RFC 5322, RFC 2047), as addresses that open them (RFC 6068), and as plain text.
#include "portal/address_text.hpp"
#include "portal/outbox_model.hpp"
#include "portal/route.hpp"

#include <array>
#include <format>

namespace keyrack::portal {

namespace {

constexpr std::size_t line_length = 76;
constexpr std::size_t word_bytes = 42; // of a subject, so that an encoded word stays within 75 signs
// Browsers and mail programs take addresses of about 2,000 signs; some cut what is longer, and say nothing.
constexpr std::size_t longest_address = 2'000;

std::string base64(std::string_view bytes)
{
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const part = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8U | (i < part.size() ? static_cast<unsigned char>(part[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) text += i <= part.size() ? signs[bits >> (18U - 6U * i) & 63U] : '=';
    }
    return text;
}

std::string in_lines(std::string const& text)
{
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += line_length) lines += text.substr(at, line_length) + "\r\n";
    return lines;
}

bool is_plain(std::string_view text)
{
    for (char const sign : text)
        if (sign < ' ' || sign > '~') return false;
    return text.find("=?") == std::string_view::npos;
}

// Never cuts within a sign.
std::size_t whole_signs(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text.size();
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return most;
}

std::string encoded_words(std::string_view text)
{
    if (is_plain(text)) return std::string { text };
    std::string words;
    while (!text.empty()) {
        auto const length = whole_signs(text, word_bytes);
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
    }
    return words;
}

// A line break in a field would begin another field.
std::string one_line(std::string_view text)
{
    std::string line;
    for (char const sign : text) line += sign == '\r' || sign == '\n' ? ' ' : sign;
    return line;
}

// Of one address: its "@" may stand, and is what the oldest programs look for.
std::string encoded_recipient(std::string_view address)
{
    auto text = percent_encoded(one_line(address));
    for (auto at = text.find("%40"); at != std::string::npos; at = text.find("%40", at)) text.replace(at, 3, "@");
    return text;
}

// RFC 6068: a line of the body ends with %0D%0A.
std::string encoded_body(std::string_view body)
{
    std::string lines;
    for (char const sign : body)
        if (sign != '\r') lines += sign == '\n' ? std::string { "\r\n" } : std::string { sign };
    return percent_encoded(lines);
}

std::string date_of(Instant at)
{
    constexpr std::array days { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    constexpr std::array months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    auto const day = std::chrono::floor<Days>(at);
    std::chrono::year_month_day const date { day };
    std::chrono::hh_mm_ss const time { std::chrono::floor<std::chrono::seconds>(at - day) };
    return std::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday { day }.c_encoding()],
        static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string copies(engine::Mail const& mail)
{
    auto const& reseller = mail.copy_to_reseller;
    auto const& distributor = mail.copy_to_distributor;
    return reseller.empty() || distributor.empty() ? reseller + distributor : reseller + ", " + distributor;
}

} // namespace

engine::Mail addressed(engine::Mail mail, std::string_view page, std::string_view slug)
{
    auto const at = mail.body.find(mail.invitation);
    if (page.empty() || mail.invitation.empty() || at == std::string::npos) return mail;
    auto const accepting =
        fragment_of(TenantRoute { std::string { slug }, {}, PeopleRoute { .invitation = mail.invitation } });
    mail.body.replace(at, mail.invitation.size(), std::string { page } + "#" + accepting);
    return mail;
}

std::string mail_as_eml(engine::Mail const& mail, Instant at)
{
    // Without a sender it is a draft: the mail program that opens it puts in its own.
    std::string file = mail.sender.empty() ? "X-Unsent: 1\r\n" : "From: " + one_line(mail.sender) + "\r\n";
    file += "To: " + one_line(mail.recipient) + "\r\n";
    if (auto const cc = copies(mail); !cc.empty()) file += "Cc: " + one_line(cc) + "\r\n";
    file += "Subject: " + encoded_words(one_line(mail.subject)) + "\r\nDate: " + date_of(at) + "\r\n";
    file += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    return file + in_lines(base64(mail.body));
}

std::optional<std::string> mail_address(engine::Mail const& mail)
{
    auto address = "mailto:" + encoded_recipient(mail.recipient) + "?";
    for (auto const& copy : { mail.copy_to_reseller, mail.copy_to_distributor })
        if (!copy.empty()) address += (address.contains("?cc=") ? "," : "cc=") + encoded_recipient(copy);
    if (address.back() != '?') address += '&';
    address += "subject=" + percent_encoded(one_line(mail.subject)) + "&body=" + encoded_body(mail.body);
    if (address.size() > longest_address) return {};
    return address;
}

std::string mail_as_text(Words const& words, engine::Mail const& mail)
{
    auto const line = [&](std::string_view key, std::string const& value) {
        return std::string { words(key) } + ": " + value + '\n';
    };
    auto text = mail.sender.empty() ? std::string {} : line("outbox.from", mail.sender);
    text += line("outbox.to", mail.recipient);
    if (auto const cc = copies(mail); !cc.empty()) text += line("outbox.copy", cc);
    return text + line("outbox.subject", mail.subject) + '\n' + mail.body + '\n';
}

std::string mail_file_name(engine::Mail const& mail, std::string_view ending)
{
    std::string name;
    for (char const sign : mail.subject) name += std::string_view { "/\\:*?\"<>|\r\n" }.contains(sign) ? ' ' : sign;
    return name + '.' + std::string { ending };
}

} // namespace keyrack::portal
