#pragma once
// Promise: the whole design system in one include, for screens. Screens use nothing of ImGui.
//
// Begin in frame.hpp (how a frame runs, ids) and geometry.hpp (cutting rectangles), then look for the widget:
// text · button · field · choice · menu · chip · card · tabs · chart · scroll · table · pane · dialog · toast · tooltip
// · navigation · draw (only where no widget does it).

#include "ui/kit/button.hpp"
#include "ui/kit/card.hpp"
#include "ui/kit/carried_card.hpp"
#include "ui/kit/chart.hpp"
#include "ui/kit/chip.hpp"
#include "ui/kit/choice.hpp"
#include "ui/kit/command_palette.hpp"
#include "ui/kit/dialog.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/field.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/geometry.hpp"
#include "ui/kit/growing_card.hpp"
#include "ui/kit/icon.hpp"
#include "ui/kit/line_marks.hpp"
#include "ui/kit/menu.hpp"
#include "ui/kit/navigation.hpp"
#include "ui/kit/pane.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/slider.hpp"
#include "ui/kit/table.hpp"
#include "ui/kit/tabs.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/toast.hpp"
#include "ui/kit/tooltip.hpp"
