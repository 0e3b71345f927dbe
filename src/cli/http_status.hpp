#pragma once
// What a status of HTTP says of an object that was asked for, or given: docs/exchange.md has the table, and
// web/worker/backends/http.mjs says the same.

#include "sync/replica.hpp"

namespace keyrack::cli {

// Somebody has to sign in: to the server, or to the network (511). What a proxy wants (407), browsers tell nobody.
constexpr bool is_refusal(long status)
{
    return status == 401 || status == 403 || status == 511;
}

// 200 alone brings an object, whatever is in it: every other success is a part of one, nothing, or not what is kept there.
constexpr sync::Answered answer_to_get(long status)
{
    if (status == 200) return sync::Answered::found;
    if (status == 404 || status == 410) return sync::Answered::absent;
    return is_refusal(status) ? sync::Answered::refused : sync::Answered::failed;
}

constexpr sync::Answered answer_to_put(long status)
{
    if (status >= 200 && status < 300) return sync::Answered::done;
    return is_refusal(status) ? sync::Answered::refused : sync::Answered::failed;
}

// What servers say to a PUT where the folder of an object is missing: nginx and Apache 409, lighttpd 404.
constexpr bool may_want_folders(long status)
{
    return status == 404 || status == 409;
}

} // namespace keyrack::cli
