#pragma once
// What the portal holds of the exchange of the open tenant beside what the session keeps: the form, the findings of
// a test, whether the network is there.

#include "portal/backend.hpp"
#include "portal/exchange_model.hpp"
#include "portal/scene.hpp"
#include "sync/replica.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::portal {

inline constexpr std::string_view exchange_form = "exchange";

struct Exchanging
{
    BackendSpec spec; // of the open tenant
    std::vector<BackendFinding> findings;
    bool testing = false;
    bool online = true;
    std::string origin {}; // where the portal is served from
    sync::Going going = sync::Going::on;
    std::optional<Error> fault; // of the disk, or of what came; until a step succeeds
    std::uint64_t stamp = 0;    // of the session when it was looked for something to send
    Instant due {};             // the next step
    std::int64_t lost = 0;      // commands that had lost their ground when it was looked

    // Of a static host, which is only read: the request for its bundle, and what came of the last one.
    std::int64_t request = 0;
    bool is_asking = false;
    sync::Trouble trouble = sync::Trouble::none;
    bool nothing_published = false;
    std::string published {}; // the digest of the bundle that was taken in last
};

// What any screen may tell of the exchange.
struct ExchangeTold
{
    sync::Status status;
    sync::Trouble trouble = sync::Trouble::none;
    bool nothing_published = false;
    std::optional<Error> fault;
    bool operator==(ExchangeTold const&) const = default;
};
[[nodiscard]] ExchangeTold told_of(Session const& session, Exchanging const& exchanging);

// Where what was done is: on this device alone, or also where it is exchanged. Stands over every screen.
[[nodiscard]] Chip saved_state(Words const& words, Session const& session, Exchanging const& exchanging);

// The backend as the form has it: what was written on it, over what is set up.
[[nodiscard]] BackendSpec written_backend(ScreenForm const& form, BackendSpec const& spec);
// What the kind needs and is not written yet, as keys of fields.
[[nodiscard]] std::vector<std::string_view> missing_fields(BackendSpec const& spec);

[[nodiscard]] std::vector<FormField> exchange_fields(
    Words const& words, ScreenForm const& form, BackendSpec const& spec);

// What servers of that kind are to be told so that the page at `origin` may exchange
// there: what each is for, and the lines.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> exchange_recipes(
    Words const& words, BackendKind kind, std::string_view origin);

// Commands that lost their ground and were not set aside, newest first.
[[nodiscard]] std::vector<store::JournalEntry> lost_entries(Session const& session);

// By its name, as downloads have it: "northwind.bundle.json".
[[nodiscard]] bool is_bundle_file(std::string_view name);
// That file as a bundle. Errors: those of read_bundle and read_segment.
[[nodiscard]] Result<codec::Bundle> bundle_from_file(std::string_view text);
// The name of the tenant that the bundle is of; empty where it does not say.
[[nodiscard]] std::string name_in(codec::Bundle const& bundle);

// "a1/7", and back.
[[nodiscard]] std::string text_of(codec::EntryName const& name);
[[nodiscard]] std::optional<codec::EntryName> entry_name(std::string_view text);

[[nodiscard]] ExchangeModel exchange_model(Scene const& scene, Exchanging const& exchanging);

} // namespace keyrack::portal
