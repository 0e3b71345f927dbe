#pragma once
// What an import took in, what it flagged and what it refused, with where each stands in the file.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// A card with a button that closes it. Takes its height off the top of `from`.
void draw_import_report(Drawing& d, Rect& from, portal::ImportReportModel const& report);

} // namespace keyrack::ui
