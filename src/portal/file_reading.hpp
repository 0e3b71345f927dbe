#pragma once
// A file that is needed whole before anything can be done with it.

#include "portal/job.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace keyrack::portal {

class FileReading final : public Job
{
public:
    // `bytes`: how large it says it is, for the progress. Of a file that is larger than `most` no more than that is read.
    FileReading(std::string file, double bytes, std::size_t most)
        : m_file(std::move(file)), m_bytes(bytes), m_most(most)
    { }

    [[nodiscard]] bool wants_more() const override { return !m_ended && !too_large(); }
    void feed(std::string_view bytes) override { m_text += bytes; }
    void end_of_file() override { m_ended = true; }
    [[nodiscard]] bool has_work() const override { return false; }
    [[nodiscard]] Result<void> work(std::size_t /*rows*/) override { return {}; }
    [[nodiscard]] bool done() const override { return m_ended || too_large(); }
    [[nodiscard]] std::string const& file() const override { return m_file; }
    [[nodiscard]] double share() const override
    {
        return m_bytes > 0 ? std::min(1.0, static_cast<double>(m_text.size()) / m_bytes) : 0;
    }
    [[nodiscard]] std::int64_t rows() const override { return 0; }

    [[nodiscard]] bool too_large() const { return m_text.size() > m_most; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_file;
    double m_bytes = 0;
    std::size_t m_most = 0;
    std::string m_text;
    bool m_ended = false;
};

} // namespace keyrack::portal
