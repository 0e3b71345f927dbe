// keyrack: the engine of the portal as a native command. `keyrack --help` says what it does.

#include "cli/arguments.hpp"
#include "cli/database.hpp"
#include "cli/exchange.hpp"
#include "cli/report_text.hpp"
#include "cli/tenant_file.hpp"
#include "cli/usage.hpp"
#include "codec/answer_json.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/csv_export.hpp"
#include "codec/difference_json.hpp"
#include "codec/report_json.hpp"
#include "codec/tenant_export.hpp"
#include "codec/ticket_json.hpp"
#include "engine/checksum.hpp"
#include "portal/words.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

using namespace keyrack;

enum Status { done = 0, bad_input = 1, wrong_usage = 2 };

void print(std::FILE* stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
}

// The day it is here.
Date today()
{
    std::time_t const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local {};
    localtime_r(&now, &local);
    return Date { std::chrono::local_days {
        std::chrono::year { local.tm_year + 1900 } / (local.tm_mon + 1) / local.tm_mday } };
}

class Run
{
public:
    Status operator()(cli::Help) const
    {
        print(stdout, cli::usage());
        return done;
    }

    Status operator()(cli::Ask const& ask) const
    {
        auto const ledger = load(ask.source);
        if (!ledger) {
            return bad_input;
        }
        auto const answer = engine::verdict(*ledger, m_catalogue, ask.question, ask.as_of);
        if (!answer) {
            print(stderr, "keyrack: " + cli::text_of(answer.error(), *ledger, m_words) + "\n");
            return bad_input;
        }
        print(stdout, codec::to_json({ *ledger, m_catalogue, ask.as_of }, *answer) + "\n");
        return done;
    }

    Status operator()(cli::WhatIf const& what_if) const
    {
        auto const text = cli::whole_file(what_if.commands);
        auto const commands = text.and_then([](auto const& bytes) { return codec::commands_from_json(bytes); });
        if (!commands) {
            print(stderr, "keyrack: " + cli::text_of(commands.error(), m_words) + "\n");
            return bad_input;
        }
        auto const ledger = load(what_if.source);
        if (!ledger) {
            return bad_input;
        }
        auto const difference = engine::what_if(*ledger, m_catalogue, *commands, what_if.as_of);
        if (!difference) {
            auto const& [at, denial] = difference.error();
            print(stderr,
                "keyrack: commands[" + std::to_string(at) + "]: " + cli::text_of(denial, *ledger, m_words) + "\n");
            return bad_input;
        }
        print(stdout, codec::to_json({ *ledger, m_catalogue, what_if.as_of }, commands->size(), *difference) + "\n");
        return done;
    }

    Status operator()(cli::AskTicket const& ask) const
    {
        auto const text = cli::whole_file(ask.file);
        auto const answer = text.and_then(
            [&](auto const& bytes) { return codec::ticket_answer(bytes, m_catalogue.support(), ask.as_of); });
        if (!answer) {
            print(stderr, "keyrack: " + cli::text_of(answer.error(), m_words) + "\n");
            return bad_input;
        }
        print(stdout, *answer + "\n");
        return done;
    }

    Status operator()(cli::Scale const& scale) const
    {
        auto const ledger = load(scale.source);
        if (!ledger) {
            return bad_input;
        }
        for (auto const day : scale.days) {
            print(stdout, engine::checksum(*ledger, m_catalogue, day) + "\n");
        }
        return done;
    }

    Status operator()(cli::Check const& check) const
    {
        auto const loaded = cli::load_tenant(check.file, m_catalogue);
        if (!loaded) {
            print(stderr, "keyrack: " + cli::text_of(loaded.error(), m_words) + "\n");
            return bad_input;
        }
        print(stderr, cli::summary(loaded->report, m_words));
        print(stdout, codec::to_json(loaded->report) + "\n");
        return loaded->report.accepted() ? done : bad_input;
    }

    Status operator()(cli::Export const& command) const { return print_or_say(cli::exported(command.database)); }
    Status operator()(cli::ExportReadable const& command) const
    {
        auto const source = load_named({ command.file, {} });
        if (!source) return bad_input;
        print(stdout, codec::tenant_file_of(source->ledger, m_catalogue, source->company));
        return done;
    }

    Status operator()(cli::ExportCsv const& command) const
    {
        auto const ledger = load({ command.file, {} });
        if (!ledger) return bad_input;
        print(stdout, codec::csv_of(command.table, *ledger, m_catalogue).value_or(""));
        return done;
    }

    Status operator()(cli::ImportList const& command) const
    {
        auto ledger = load({ command.tenant, {} });
        if (!ledger) return bad_input;
        auto const list = cli::import_list(command, std::move(*ledger), m_catalogue);
        auto const status = print_or_say(list.transform([](auto const& each) { return each.text; }));
        if (status != done || list->refused == 0) return status;
        print(stderr,
            "keyrack: rows are refused: " + std::to_string(list->refused) + "; --leave-out goes on without them\n");
        return bad_input;
    }

    Status operator()(cli::Merge const& command) const { return print_or_say(cli::merged_files(command.bundles)); }

    Status operator()(cli::Sync const& command) const { return print_or_say(cli::synced(command, m_catalogue)); }

    Status operator()(cli::Verify const& command) const
    {
        auto const verified = cli::verified(command.file, m_catalogue);
        auto const status = print_or_say(verified.transform([](auto const& each) { return each.report + "\n"; }));
        return status == done && !verified->holds ? bad_input : status;
    }

private:
    Status print_or_say(Result<std::string> const& text) const
    {
        print(text ? stdout : stderr, text ? *text : "keyrack: " + cli::text_of(text.error(), m_words) + "\n");
        return text ? done : bad_input;
    }

    struct Named
    {
        engine::Ledger ledger;
        std::string company; // as the source calls it; empty: it does not
    };

    std::optional<engine::Ledger> load(cli::Source const& source) const
    {
        auto named = load_named(source);
        return named ? std::optional { std::move(named->ledger) } : std::nullopt;
    }

    // The ledger that the source leads to; what stands against it, and what is flagged, is told on standard error.
    std::optional<Named> load_named(cli::Source const& source) const
    {
        if (cli::is_database(source.file)) {
            auto ledger = given(cli::load_database(source.file, m_catalogue, source.known_at));
            if (!ledger) return std::nullopt;
            auto name = ledger->tenant().name;
            return Named { std::move(*ledger), std::move(name) };
        }
        auto loaded = cli::load_tenant(source.file, m_catalogue);
        if (loaded && source.known_at) {
            print(stderr, "keyrack: --known-at needs a database with its journal, and `" + source.file + "` is none\n");
            return std::nullopt;
        }
        auto const company = loaded ? loaded->company() : std::string {};
        if (loaded) {
            print(stderr, cli::summary(loaded->report, m_words));
        }
        auto ledger = given(std::move(loaded).transform([](auto&& tenant) { return std::move(tenant.ledger); }));
        return ledger ? std::optional { Named { std::move(*ledger), company } } : std::nullopt;
    }

    std::optional<engine::Ledger> given(Result<std::optional<engine::Ledger>> ledger) const
    {
        if (!ledger) {
            print(stderr, "keyrack: " + cli::text_of(ledger.error(), m_words) + "\n");
            return std::nullopt;
        }
        return std::move(*ledger);
    }

    catalogue::Catalogue const& m_catalogue = codec::shipped_catalogue();
    portal::Words m_words { portal::Language::english };
};

} // namespace

int main(int count, char** arguments)
{
    std::vector<std::string_view> const given { arguments + (count > 0 ? 1 : 0), arguments + count };
    auto const invocation = cli::parse_arguments(given, today());
    if (!invocation) {
        print(stderr, "keyrack: " + invocation.error() + "; `keyrack --help` says how\n");
        return wrong_usage;
    }
    return std::visit(Run {}, *invocation);
}
