// The kept corpus: what the fuzzer has found, and where it begins.

#include "fuzz/targets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace keyrack;

TEST_CASE("every target goes through its kept corpus", "[codec][fuzz]")
{
    for (auto const& target : fuzz::targets) {
        std::vector<std::filesystem::path> files;
        for (auto const& file : std::filesystem::directory_iterator {
                 std::string { KEYRACK_SOURCE_FOLDER "/tests/fuzz/corpus/" } + std::string { target.name } })
            files.push_back(file.path());
        std::ranges::sort(files);
        CHECK(files.size() >= 3);
        for (auto const& file : files) {
            CAPTURE(file.string());
            std::ifstream stream { file, std::ios::binary };
            std::string const bytes { std::istreambuf_iterator<char> { stream }, {} };
            CHECK_FALSE(bytes.empty());
            target.run(bytes);
        }
    }
}
