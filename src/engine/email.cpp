#include "engine/email.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool is_domain(std::string_view text)
{
    auto const dot = text.find('.');
    return dot != std::string_view::npos && dot > 0 && text.back() != '.' && !text.contains("..");
}

} // namespace

bool is_email(std::string_view text)
{
    auto const bare = trimmed(text);
    if (fault_of_name(bare) || bare.find_first_of(" <>,;\"") != std::string_view::npos) return false;
    auto const at = bare.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == bare.size()) return false;
    return bare.find('@', at + 1) == std::string_view::npos && is_domain(bare.substr(at + 1));
}

std::string normal_email(std::string_view text)
{
    std::string normal { trimmed(text) };
    std::ranges::transform(normal, normal.begin(), lower);
    return normal;
}

std::string local_part(std::string_view email)
{
    return is_email(email) ? normal_email(email).substr(0, normal_email(email).find('@')) : std::string {};
}

std::string domain_of(std::string_view email)
{
    return is_email(email) ? normal_email(email).substr(normal_email(email).find('@') + 1) : std::string {};
}

bool is_within(std::string_view domain, std::string_view of)
{
    if (domain == of) return true;
    return domain.size() > of.size() && domain.ends_with(of) && domain[domain.size() - of.size() - 1] == '.';
}

} // namespace keyrack::engine
