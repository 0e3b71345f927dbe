#pragma once
// A company file that brings people.

#include <string>

namespace keyrack::test {

// A company with its own name and somebody who manages it.
[[nodiscard]] inline std::string managed_file()
{
    return R"({"name":"Peak Hotels","orders":[],"assignments":[],"devices":[],)"
           R"("rooms":[{"id":"x-1","name":"Lofoten","site":"Oslo","country":"NO","sync":true}],"commands":[)"
           R"({"kind":"send_invitation","link":"l-1","email":"ada@peak.example","name":"Ada Lund","role":"admin",)"
           R"("language":"en","on":"2026-11-03"},)"
           R"({"kind":"accept_invitation","link":"l-1","email":"ada@peak.example","on":"2026-11-04"}]})";
}

} // namespace keyrack::test
