#pragma once
// Promise: Dear ImGui is a drawing library here: no fonts, windows or tools of its own. Included by imgui.h itself.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Glyphs come from the loader that the fonts are given; emoji lie outside of sixteen bits.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_USE_WCHAR32

// Nothing is read from or written to files or a terminal.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// The tests link four functions of their own (tests/ui) and so see every item that is added.
#if defined(KEYRACK_TEST_HOOKS)
#define IMGUI_ENABLE_TEST_ENGINE
#endif
