#pragma once
// What is said over the screens, and what waits: for an answer, for a press, for the next frame.

#include "portal/dialog.hpp"
#include "portal/intents.hpp"

#include <optional>
#include <vector>

namespace keyrack::portal {

// A command that was carried out, with the entry that recorded it.
struct DoneCommand
{
    EntryId entry;
    engine::Command command;
};

struct Toast
{
    ToastModel model;
    std::vector<DoneCommand> undo; // in the order in which they were done
};

// What was wanted while nobody had said who acts here, with the dialog that stood open.
struct Waiting
{
    Intent intent;
    std::optional<DialogState> dialog;
};

// A version that has arrived waits for the next start; whoever wants it now presses for it.
enum class Update { none, ready, put_off };

// What the strip over every screen is about: the most pressing.
enum class BannerKind { none, held, faults, newer, memory, update };

enum class Faults { not_looked_for, look, none, found };

// An earlier knowledge that is wanted: it is said first, and read in the slice after that frame.
struct LookingBack
{
    std::optional<Date> to;
    bool said = false;
};

} // namespace keyrack::portal
