#include "cli/backend.hpp"

#include "cli/http.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace keyrack::cli {

namespace {

namespace fs = std::filesystem;

sync::Answer answered(sync::Answered how, std::string body = {})
{
    return { .request = 0, .how = how, .body = std::move(body) };
}

sync::Answer read_file(fs::path const& file)
{
    std::error_code fault;
    if (!fs::exists(file, fault)) return answered(fault ? sync::Answered::failed : sync::Answered::absent);
    std::ifstream stream { file, std::ios::binary };
    std::string body { std::istreambuf_iterator<char> { stream }, {} };
    return stream.bad() || !stream.is_open() ? answered(sync::Answered::failed)
                                             : answered(sync::Answered::found, std::move(body));
}

// Written beside and moved into its place, so that nobody reads half of it.
sync::Answer write_file(fs::path const& file, std::string const& body)
{
    std::error_code fault;
    fs::create_directories(file.parent_path(), fault);
    auto const beside = fs::path { file }.concat(".part");
    {
        std::ofstream stream { beside, std::ios::binary | std::ios::trunc };
        stream.write(body.data(), static_cast<std::streamsize>(body.size()));
        stream.flush();
        if (!stream) return answered(sync::Answered::failed);
    }
    fs::rename(beside, file, fault);
    return answered(fault ? sync::Answered::failed : sync::Answered::done);
}

Backend folder_at(fs::path const& root)
{
    return { .get = [root](std::string const& path) { return read_file(root / path); },
        .put = [root](std::string const& path, std::string const& body) { return write_file(root / path, body); } };
}

} // namespace

Result<Backend> backend_at(std::string_view address)
{
    constexpr std::string_view file_scheme = "file://";
    if (address.starts_with("http://") || address.starts_with("https://")) return http_at(address);
    if (address.starts_with(file_scheme)) address.remove_prefix(file_scheme.size());
    return folder_at(fs::path { address });
}

} // namespace keyrack::cli
