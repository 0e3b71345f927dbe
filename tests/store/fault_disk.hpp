#pragma once
// A disk in memory that dies, fills up or lies when a test says so. What was written since a file's last flush may be
// lost, kept or torn at any 512-byte border when the power goes, each write on its own.

#include "store/handles.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::test {

using Bytes = std::vector<std::byte>;

// What becomes of unflushed writes when the disk dies. kept: the tab was killed, the system lived on.
enum class Unflushed { kept, lost, torn };
// What a full disk says: a short count, nothing at all, or a negative number as a private window does.
enum class FullAnswer { short_count, minus_one, minus_eight };
enum class Flushes { honest, lying };

class FaultDisk
{
public:
    explicit FaultDisk(std::uint64_t seed = 1) : m_random(seed) { }

    // Makes this the disk behind the store's handles. No store may be open.
    void plug_in();
    // Calls that reach the disk that is plugged in.
    [[nodiscard]] static store::Handles handles();

    // Writes, truncations and flushes so far.
    [[nodiscard]] std::size_t operations() const { return m_operations; }
    // The power goes at operation `operation`, counted from 0: it happens in part, and all later calls fail.
    void die_at(std::size_t operation) { m_dies_at = operation; }
    [[nodiscard]] bool dead() const { return m_dead; }
    // Power again: what has survived is on the disk.
    void restart(Unflushed unflushed);

    // From write `write` on, counted from 0, nothing more fits.
    void fill_up_at(std::size_t write, FullAnswer answer);
    [[nodiscard]] std::size_t writes() const { return m_writes; }
    void make_room() { m_full_at.reset(); }
    // From flush `flush` on, counted from 0, flushing fails.
    void fail_flushes_from(std::optional<std::size_t> flush) { m_flush_fails_at = flush; }
    [[nodiscard]] std::size_t flushes() const { return m_flushes; }
    void set_flushes(Flushes flushes) { m_honesty = flushes; }

    [[nodiscard]] Bytes content(std::string_view name) const;
    void set_content(std::string_view name, std::span<std::byte const> bytes);
    [[nodiscard]] std::map<std::string, Bytes, std::less<>> contents() const;

private:
    struct Write
    {
        std::size_t at;
        Bytes bytes;
    };
    struct Truncation
    {
        std::size_t size;
    };
    using Operation = std::variant<Write, Truncation>;

    struct File
    {
        std::string name;
        Bytes flushed;                  // what no crash takes away
        Bytes current;                  // what reads see
        std::vector<Operation> waiting; // between the two
    };

    int find(std::string_view name);
    int read(int slot, std::span<std::byte> into, std::size_t at);
    int write(int slot, std::span<std::byte const> from, std::size_t at);
    int truncate(int slot, std::size_t size);
    int flush(int slot);
    // Counts an operation; false: the disk is dead and it does not happen.
    enum class Life { alive, dying, dead };
    Life count_operation();
    static void perform(Bytes& on, Operation const& operation);
    void perform_torn(Bytes& on, Write const& write);
    void survive(File& file, Unflushed unflushed);

    std::vector<File> m_files;
    std::mt19937_64 m_random;
    std::size_t m_operations = 0;
    std::size_t m_writes = 0;
    std::size_t m_flushes = 0;
    std::optional<std::size_t> m_dies_at;
    std::optional<std::size_t> m_full_at;
    std::optional<std::size_t> m_flush_fails_at;
    FullAnswer m_full_answer = FullAnswer::short_count;
    Flushes m_honesty = Flushes::honest;
    bool m_dead = false;
};

} // namespace keyrack::test
