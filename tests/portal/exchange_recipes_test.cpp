// What servers are to be told: the files that the tests run servers with, with the portal's address in them.
#include "portal/exchange.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::portal;

TEST_CASE("each kind of place comes with the lines for its servers", "[portal][exchange]")
{
    struct Row
    {
        BackendKind kind;
        std::vector<std::string> first_lines;
    };
    auto const row = GENERATE(values<Row>({
        { BackendKind::webdav,
         { "# nginx: a WebDAV folder for Keyrack, inside `server { … }`.",
                "# Apache: a WebDAV folder for Keyrack, inside `<VirtualHost …>`. Modules: dav, dav_fs, headers, "
                "rewrite, "
                "auth_basic.",
                "# lighttpd: a WebDAV folder for Keyrack. Modules, in this order: mod_setenv, mod_auth, "
                "mod_authn_file, "
                "mod_webdav." }                               },
        { BackendKind::s3,          { "<CORSConfiguration>" } },
        { BackendKind::rest_rows,
         { "-- PostgREST: a table for Keyrack. In its configuration: server-cors-allowed-origins = "
              "\"https://portal.example\"" }                  },
        { BackendKind::static_host, {}                        },
        { BackendKind::none,        {}                        },
    }));
    for (auto const language : { Language::english, Language::german, Language::norwegian }) {
        Words const words { language };
        auto const recipes = exchange_recipes(words, row.kind, "https://portal.example");
        REQUIRE(recipes.size() == row.first_lines.size());
        for (std::size_t i = 0; i < recipes.size(); ++i) {
            auto const& [label, lines] = recipes[i];
            CHECK(!label.empty());
            CHECK(lines.substr(0, lines.find('\n')) == row.first_lines[i]);
            CHECK(lines.contains("https://portal.example"));
            CHECK(!lines.contains("ORIGIN"));
        }
    }
}

TEST_CASE("every finding and every advice of a test has words in every language", "[portal][exchange]")
{
    for (auto const language : { Language::english, Language::german, Language::norwegian }) {
        Words const words { language };
        for (auto const what :
            { "address", "reachable", "cors", "sign_in", "absent", "writes", "reads_back", "overwrites" }) {
            CAPTURE(what);
            CHECK(words.knows("exchange.finding." + std::string { what } + ".good"));
            CHECK(words.knows("exchange.finding." + std::string { what } + ".bad"));
        }
        for (auto const advice : { "mend_address", "use_https", "start_server", "set_cors", "sign_in", "not_the_place",
                 "allow_writing", "allow_larger", "make_space", "look_at_server", "make_folder", "clears_objects" }) {
            CAPTURE(advice);
            CHECK(words.knows("exchange.advice." + std::string { advice }));
        }
    }
}
