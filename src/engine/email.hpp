#pragma once
// What an e-mail address is here: one `@` with something before it and a domain with a dot after it, no blanks.

#include <string>
#include <string_view>

namespace keyrack::engine {

[[nodiscard]] bool is_email(std::string_view text);
// In lower case, so that one mailbox is one person; blanks around it are dropped.
[[nodiscard]] std::string normal_email(std::string_view text);
// "info" and "acme.example" of "Info@acme.example"; empty where it is no address.
[[nodiscard]] std::string local_part(std::string_view email);
[[nodiscard]] std::string domain_of(std::string_view email);
// The domain itself, or one below it: "it.acme.example" is of "acme.example".
[[nodiscard]] bool is_within(std::string_view domain, std::string_view of);

} // namespace keyrack::engine
