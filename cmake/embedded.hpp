// Promise: the JSON files of assets/catalogue, assets/lang and assets/demo, minified, and the files of assets/servers, as
// they were when this binary was built. The bytes live as long as the program.
#pragma once

#include <span>
#include <string_view>

namespace keyrack::assets
{

struct Asset
{
    std::string_view path;  // below assets/, "catalogue/select.json"
    std::string_view bytes; // UTF-8
};

// All of them, by ascending path.
std::span<Asset const> all();

// The bytes of one file; empty where there is no such file.
std::string_view find(std::string_view path);

} // namespace keyrack::assets
