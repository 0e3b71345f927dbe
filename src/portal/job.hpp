#pragma once
// Work that takes longer than a frame: a slice between two frames at a time, with a share that is done, and a way to stop.

#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace keyrack::portal {

class Job
{
public:
    Job() = default;
    Job(Job const&) = delete;
    Job& operator=(Job const&) = delete;
    virtual ~Job() = default;

    // Of a job that reads a file: whether the next piece of it may come.
    [[nodiscard]] virtual bool wants_more() const { return false; }
    virtual void feed(std::string_view /*bytes*/) { }
    virtual void end_of_file() { }

    // Whether work() would do something now.
    [[nodiscard]] virtual bool has_work() const = 0;
    // Takes in at most `rows` rows. After an error it is over, and nothing has changed.
    [[nodiscard]] virtual Result<void> work(std::size_t rows) = 0;
    [[nodiscard]] virtual bool done() const = 0;
    // Leaves everything as it was.
    virtual void give_up() { }

    [[nodiscard]] virtual std::string const& file() const = 0; // what it is about
    [[nodiscard]] virtual double share() const = 0;            // 0…1
    [[nodiscard]] virtual std::int64_t rows() const = 0;       // so far
};

// In the words' keys `job.<code>` and `toast.stopped.<code>`.
enum class JobKind { import, read, undo, take_out };
[[nodiscard]] std::string_view code(JobKind kind);

} // namespace keyrack::portal
