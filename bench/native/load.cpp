#include "load.hpp"

#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "engine/fold.hpp"
#include "store/handles.hpp"
#include "store/store.hpp"

#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __EMSCRIPTEN__
#include <emscripten/heap.h>
#endif

namespace keyrack::bench {

namespace {

constexpr std::array<char const*, 3> endings { "", "-wal", "-journal" };
constexpr std::string_view name = "tenant.db";

std::array<int, 3> files { -1, -1, -1 };

int find(char const* wanted)
{
    for (std::size_t at = 0; at < endings.size(); ++at)
        if (std::string { name } + endings[at] == wanted) return static_cast<int>(at);
    return -1;
}

int file_of(int slot)
{
    return files[static_cast<std::size_t>(slot)];
}

int read(int slot, void* into, int count, double at)
{
    return static_cast<int>(::pread(file_of(slot), into, static_cast<std::size_t>(count), static_cast<off_t>(at)));
}

int write(int slot, void const* from, int count, double at)
{
    return static_cast<int>(::pwrite(file_of(slot), from, static_cast<std::size_t>(count), static_cast<off_t>(at)));
}

int truncate(int slot, double size)
{
    return ::ftruncate(file_of(slot), static_cast<off_t>(size));
}

int flush(int)
{
    return 0; // no power is lost here
}

double size(int slot)
{
    struct stat state {};
    return ::fstat(file_of(slot), &state) == 0 ? static_cast<double>(state.st_size) : -1;
}

void random(void* into, int count)
{
    std::memset(into, 7, static_cast<std::size_t>(count));
}

void open_files(std::string const& path)
{
    for (std::size_t at = 0; at < endings.size(); ++at) {
        if (files[at] >= 0) ::close(files[at]);
        files[at] = ::open((path + endings[at]).c_str(), O_RDWR | O_CREAT, 0644);
        VERIFY(files[at] >= 0);
    }
    store::use_handles({ find, read, write, truncate, flush, size, random });
}

store::Store opened()
{
    auto store = store::Store::open(std::string { name }, store::Place::handles);
    VERIFY(store.has_value());
    return std::move(*store);
}

engine::Entry entry_of(engine::Command command, std::int64_t sequence)
{
    return { .device = "bench", .sequence = sequence, .actor = "bench", .undoes = {}, .command = std::move(command) };
}

} // namespace

void write_tenant(std::string const& path, Image image, EachBlock const& blocks)
{
    for (char const* const ending : endings) std::remove((path + ending).c_str());
    open_files(path);
    auto store = opened();
    engine::Ledger ledger;
    engine::Command const open = engine::OpenTenant { "tenant" };
    auto const decided =
        engine::decide(ledger, codec::shipped_catalogue(), open, store.next_entry(), engine::Manner::live);
    VERIFY(decided && store.append(entry_of(open, 1), decided->changes));
    VERIFY(store.begin_import().has_value());
    blocks([&](auto const& rows, auto const& changes) { VERIFY(store.add_block(rows, changes).has_value()); });
    VERIFY(store.commit_import(entry_of(engine::Import { "tenant.json", 0 }, 2)).has_value());
    if (image == Image::none) return;
    ledger = store.load().value();
    while (store.wants_image(ledger)) VERIFY(store.write_image(ledger).has_value()); // as a portal that nobody uses
}

engine::Ledger load_tenant(std::string const& path)
{
    open_files(path);
    auto ledger = opened().load();
    VERIFY(ledger.has_value());
    return std::move(*ledger);
}

double memory_bytes()
{
#ifdef __EMSCRIPTEN__
    return static_cast<double>(emscripten_get_heap_size());
#else
    return 0;
#endif
}

} // namespace keyrack::bench
