#pragma once
// The mails that were written.

#include "portal/outbox_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents outbox_screen(Frame& f, Rect area, portal::OutboxModel const& model, portal::Words const& words);

} // namespace keyrack::ui
