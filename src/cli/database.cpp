#include "cli/database.hpp"

#include "store/known_at.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

namespace keyrack::cli {

namespace {

using namespace std::string_view_literals;

struct Close
{
    void operator()(std::FILE* stream) const { std::fclose(stream); }
};

} // namespace

DatabaseCopy::DatabaseCopy(std::string folder) : m_folder(std::move(folder)) { }

DatabaseCopy::DatabaseCopy(DatabaseCopy&& other) noexcept : m_folder(std::exchange(other.m_folder, {})) { }

DatabaseCopy::~DatabaseCopy()
{
    std::error_code ignored;
    if (!m_folder.empty()) {
        std::filesystem::remove_all(m_folder, ignored);
    }
}

Result<DatabaseCopy> DatabaseCopy::of(std::string const& file)
{
    std::error_code fault;
    auto pattern = (std::filesystem::temp_directory_path(fault) / "keyrack-XXXXXX").string();
    if (fault || mkdtemp(pattern.data()) == nullptr) {
        return failure("folder_not_made", pattern, fault ? fault.message() : std::strerror(errno));
    }
    DatabaseCopy copy { pattern };
    std::filesystem::copy_file(file, copy.database(), fault);
    if (fault) {
        bool const missing = fault == std::errc::no_such_file_or_directory;
        return missing ? failure("no_such_file", file) : failure("file_not_read", file, fault.message());
    }
    std::filesystem::copy_file(file + "-wal", copy.database() + "-wal", fault); // an exported one has none
    return copy;
}

Result<OpenedCopy> open_copy(std::string const& file)
{
    auto copy = DatabaseCopy::of(file);
    if (!copy) {
        return std::unexpected(copy.error());
    }
    auto store = store::Store::open(copy->database(), store::Place::file);
    if (!store) {
        return std::unexpected(store.error());
    }
    return OpenedCopy { std::move(*copy), std::move(*store) };
}

bool is_database(std::string const& file)
{
    constexpr auto magic = "SQLite format 3\0"sv;
    if (file == "-") {
        return false;
    }
    std::unique_ptr<std::FILE, Close> const stream { std::fopen(file.c_str(), "rb") };
    std::array<char, magic.size()> begin {};
    return stream && std::fread(begin.data(), 1, begin.size(), stream.get()) == begin.size()
        && std::string_view { begin.data(), begin.size() } == magic;
}

Result<std::optional<engine::Ledger>> load_database(
    std::string const& file, catalogue::Catalogue const& catalogue, std::optional<Instant> known_at)
{
    auto const opened = open_copy(file);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    auto ledger = known_at ? store::known_at(opened->store, catalogue, *known_at) : opened->store.load();
    return std::move(ledger).transform([](auto&& each) { return std::optional { std::move(each) }; });
}

} // namespace keyrack::cli
