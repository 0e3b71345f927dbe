#include "base/verify.hpp"

#include <cstdio>
#include <cstdlib>

namespace keyrack {

namespace {

BrokenHandler& handler()
{
    static BrokenHandler current = nullptr;
    return current;
}

} // namespace

void on_broken(BrokenHandler told)
{
    handler() = told;
}

void broken(char const* expectation, char const* file, int line)
{
    if (handler() != nullptr)
        handler()(expectation, file, line);
    else
        std::fprintf(stderr, "broken expectation `%s` at %s:%d\n", expectation, file, line);
    std::abort();
}

} // namespace keyrack
