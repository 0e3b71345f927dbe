#pragma once
// VERIFY stops the program when we are wrong, in release builds too: a worker that stops loses nothing, one that goes on might.

namespace keyrack {

// Called with the broken expectation before the program stops. The browser shows the crash page from it.
using BrokenHandler = void (*)(char const* expectation, char const* file, int line);
void on_broken(BrokenHandler handler);

[[noreturn]] void broken(char const* expectation, char const* file, int line);

} // namespace keyrack

#define VERIFY(expectation)                                                                                            \
    do {                                                                                                               \
        if (!(expectation)) ::keyrack::broken(#expectation, __FILE__, __LINE__);                                       \
    } while (false)
