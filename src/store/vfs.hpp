#pragma once
// SQLite's files are handles that were opened beforehand (handles.hpp). In WebAssembly this is the platform; natively it
// exists beside the operating system's, so that tests can give it a disk that fails.

namespace keyrack::store {

// Registers the VFS where it is not yet, and names it for sqlite3_open_v2.
[[nodiscard]] char const* handles_vfs();

} // namespace keyrack::store
