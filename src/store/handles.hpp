#pragma once
// What the VFS needs from outside: byte files that were opened before the database is, and random bytes. Offsets and
// sizes in bytes. A tenant `northwind.db` needs three files: `northwind.db`, `northwind.db-wal`, `northwind.db-journal`.

namespace keyrack::store {

struct Handles
{
    int (*find)(char const* name);                                  // slot of the plain file name, or -1
    int (*read)(int slot, void* into, int count, double at);        // bytes read, or -1
    int (*write)(int slot, void const* from, int count, double at); // bytes written; fewer than count or -1: full or gone
    int (*truncate)(int slot, double size);                         // 0 or -1
    int (*flush)(int slot);                                         // 0 or -1: everything written before is on the disk
    double (*size)(int slot);                                       // bytes, or -1
    void (*random)(void* into, int count);                          // bytes that differ from run to run (WAL salts)
};

void use_handles(Handles const& handles); // before the first database is opened

} // namespace keyrack::store
