#pragma once
// What the fuzzer feeds with bytes: the decoders, and commands against a ledger. Whatever the bytes, a target returns, or
// VERIFY stops it: what is read is written as it was read, what-if says what doing it does, and
// a list that was taken in can be taken back.
// `./dev fuzz` runs them; the suite runs each over its kept corpus.

#include <array>
#include <string_view>

namespace keyrack::fuzz {

struct Target
{
    std::string_view name; // and the folder of its corpus
    void (*run)(std::string_view bytes);
};

void run_command(std::string_view bytes);     // JSON of one command
void run_tenant_file(std::string_view bytes); // a tenant file, fed in two cuts, exported and taken in again
void run_row(std::string_view bytes);         // a row of a tenant file, read quickly and strictly; first its section
void run_catalogue(std::string_view bytes);   // a programme, each of the other files of the catalogue, the demo company
void run_commands(std::string_view bytes);    // a list of commands, given to a small tenant one after another
void run_exchange(std::string_view bytes);    // a segment without its digest, a lane card, a bundle
void run_list(std::string_view bytes);        // a console's list of rooms or devices, taken in and taken back
void run_question(std::string_view bytes);    // line by line: commands, a day, the words of a question
void run_ticket(std::string_view bytes);      // a ticket file, asked for a moment
void run_database(
    std::string_view bytes); // a small database with some bytes changed, three a change: where, and to what

inline constexpr std::array targets {
    Target { "command",     run_command     },
    Target { "tenant_file", run_tenant_file },
    Target { "row",         run_row         },
    Target { "catalogue",   run_catalogue   },
    Target { "commands",    run_commands    },
    Target { "exchange",    run_exchange    },
    Target { "list",        run_list        },
    Target { "question",    run_question    },
    Target { "ticket",      run_ticket      },
    Target { "database",    run_database    },
};

} // namespace keyrack::fuzz
