#include "store/fault_disk.hpp"

#include <algorithm>

namespace keyrack::test {

namespace {

constexpr std::size_t sector = 512;

FaultDisk* plugged_in = nullptr;

std::size_t offset(double at)
{
    return static_cast<std::size_t>(at);
}

} // namespace

store::Handles FaultDisk::handles()
{
    return {
        .find = [](char const* name) { return plugged_in->find(name); },
        .read =
            [](int slot, void* into, int count, double at) {
                return plugged_in->read(
                    slot, { static_cast<std::byte*>(into), static_cast<std::size_t>(count) }, offset(at));
            },
        .write =
            [](int slot, void const* from, int count, double at) {
                return plugged_in->write(
                    slot, { static_cast<std::byte const*>(from), static_cast<std::size_t>(count) }, offset(at));
            },
        .truncate = [](int slot, double size) { return plugged_in->truncate(slot, offset(size)); },
        .flush = [](int slot) { return plugged_in->flush(slot); },
        .size =
            [](int slot) {
                return static_cast<double>(plugged_in->m_files[static_cast<std::size_t>(slot)].current.size());
            },
        .random =
            [](void* into, int count) {
                for (int at = 0; at < count; ++at)
                    static_cast<unsigned char*>(into)[at] = static_cast<unsigned char>(plugged_in->m_random());
            },
    };
}

void FaultDisk::plug_in()
{
    plugged_in = this;
    store::use_handles(handles());
}

int FaultDisk::find(std::string_view name)
{
    auto const found = std::ranges::find(m_files, name, &File::name);
    if (found == m_files.end()) m_files.push_back({ std::string { name }, {}, {}, {} });
    return static_cast<int>(std::ranges::find(m_files, name, &File::name) - m_files.begin());
}

int FaultDisk::read(int slot, std::span<std::byte> into, std::size_t at)
{
    auto const& current = m_files[static_cast<std::size_t>(slot)].current;
    if (m_dead) return -1;
    auto const there = std::min(into.size(), current.size() - std::min(at, current.size()));
    std::ranges::copy(std::span(current).subspan(std::min(at, current.size()), there), into.begin());
    return static_cast<int>(there);
}

FaultDisk::Life FaultDisk::count_operation()
{
    if (m_dead) return Life::dead;
    if (m_operations++ != m_dies_at) return Life::alive;
    m_dead = true;
    return Life::dying;
}

int FaultDisk::write(int slot, std::span<std::byte const> from, std::size_t at)
{
    auto const life = count_operation();
    if (life == Life::dead) return -1;
    auto taken = from.size();
    if (m_full_at && m_writes >= *m_full_at) taken = m_full_answer == FullAnswer::short_count ? from.size() / 2 : 0;
    ++m_writes;
    auto& file = m_files[static_cast<std::size_t>(slot)];
    file.waiting.emplace_back(Write { at, Bytes(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(taken)) });
    if (life == Life::dying) return -1;
    perform(file.current, file.waiting.back());
    if (taken == from.size() || m_full_answer == FullAnswer::short_count) return static_cast<int>(taken);
    return m_full_answer == FullAnswer::minus_one ? -1 : -8;
}

int FaultDisk::truncate(int slot, std::size_t size)
{
    auto const life = count_operation();
    if (life == Life::dead) return -1;
    auto& file = m_files[static_cast<std::size_t>(slot)];
    file.waiting.emplace_back(Truncation { size });
    perform(file.current, file.waiting.back());
    return life == Life::dying ? -1 : 0;
}

int FaultDisk::flush(int slot)
{
    auto const life = count_operation();
    if (life != Life::alive) return -1;
    bool const fails = m_flush_fails_at && m_flushes >= *m_flush_fails_at;
    ++m_flushes;
    if (fails) return -1;
    if (m_honesty == Flushes::lying) return 0;
    auto& file = m_files[static_cast<std::size_t>(slot)];
    for (auto const& operation : file.waiting) perform(file.flushed, operation);
    file.waiting.clear();
    return 0;
}

void FaultDisk::fill_up_at(std::size_t write, FullAnswer answer)
{
    m_full_at = write;
    m_full_answer = answer;
}

void FaultDisk::perform(Bytes& on, Operation const& operation)
{
    if (auto const* const truncation = std::get_if<Truncation>(&operation)) {
        on.resize(truncation->size);
        return;
    }
    auto const& [at, bytes] = std::get<Write>(operation);
    if (bytes.empty()) return;
    on.resize(std::max(on.size(), at + bytes.size()));
    std::ranges::copy(bytes, on.begin() + static_cast<std::ptrdiff_t>(at));
}

// Each 512-byte sector that the write touches is written or is not.
void FaultDisk::perform_torn(Bytes& on, Write const& write)
{
    for (std::size_t done = 0; done < write.bytes.size();) {
        auto const border = (write.at + done) / sector * sector + sector;
        auto const count = std::min(border - write.at - done, write.bytes.size() - done);
        auto const first = write.bytes.begin() + static_cast<std::ptrdiff_t>(done);
        if (m_random() % 2 == 0)
            perform(on, Write { write.at + done, Bytes(first, first + static_cast<std::ptrdiff_t>(count)) });
        done += count;
    }
}

void FaultDisk::survive(File& file, Unflushed unflushed)
{
    for (auto const& operation : file.waiting) {
        auto const fate =
            unflushed == Unflushed::torn ? m_random() % 3 : std::uint64_t { unflushed == Unflushed::lost };
        if (fate == 0) perform(file.flushed, operation);
        if (fate == 2 && std::holds_alternative<Write>(operation))
            perform_torn(file.flushed, std::get<Write>(operation));
    }
    file.waiting.clear();
    file.current = file.flushed;
}

void FaultDisk::restart(Unflushed unflushed)
{
    for (auto& file : m_files) survive(file, unflushed);
    m_dead = false;
    m_dies_at.reset();
}

Bytes FaultDisk::content(std::string_view name) const
{
    auto const found = std::ranges::find(m_files, name, &File::name);
    return found == m_files.end() ? Bytes {} : found->current;
}

void FaultDisk::set_content(std::string_view name, std::span<std::byte const> bytes)
{
    auto& file = m_files[static_cast<std::size_t>(find(name))];
    file.current.assign(bytes.begin(), bytes.end());
    file.flushed = file.current;
    file.waiting.clear();
}

std::map<std::string, Bytes, std::less<>> FaultDisk::contents() const
{
    std::map<std::string, Bytes, std::less<>> contents;
    for (auto const& file : m_files)
        if (!file.current.empty()) contents.emplace(file.name, file.current);
    return contents;
}

} // namespace keyrack::test
