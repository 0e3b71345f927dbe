#include "browser/handles.hpp"

#include "store/handles.hpp"

#include <emscripten.h>

namespace keyrack::browser {

namespace {

// web/worker/storage.mjs
EM_JS(int, find_slot, (char const* name), { return Module.storage.find(UTF8ToString(name)); });
EM_JS(int, read_slot, (int slot, void* into, int count, double at),
    { return Module.storage.read(slot, HEAPU8, into, count, at); });
EM_JS(int, write_slot, (int slot, void const* from, int count, double at),
    { return Module.storage.write(slot, HEAPU8, from, count, at); });
EM_JS(int, truncate_slot, (int slot, double size), { return Module.storage.truncate(slot, size); });
EM_JS(int, flush_slot, (int slot), { return Module.storage.flush(slot); });
EM_JS(double, size_of_slot, (int slot), { return Module.storage.size(slot); });
EM_JS(void, random_bytes, (void* into, int count), { Module.storage.random(HEAPU8, into, count); });

} // namespace

void use_browser_handles()
{
    store::use_handles({
        .find = find_slot,
        .read = read_slot,
        .write = write_slot,
        .truncate = truncate_slot,
        .flush = flush_slot,
        .size = size_of_slot,
        .random = random_bytes,
    });
}

} // namespace keyrack::browser
