// Writes one C++ source that holds the named files, JSON minified.
//   node tools/embed.mjs ASSETS_FOLDER LIST_FILE OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const [folder, listFile, output] = process.argv.slice(2);

const files = readFileSync(listFile, 'utf8').split('\n').filter(Boolean)
  .map((file) => ({ file, path: relative(folder, file).replaceAll('\\', '/') }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

function minified(file) {
  if (!file.endsWith('.json')) return readFileSync(file, 'utf8');
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file}: not valid JSON: ${error.message}`);
    process.exit(1);
  }
}

// Octal escapes of three digits: unlike \x they end where they should.
const literal = (text) => JSON.stringify(text)
  .replace(/\\u([0-9a-f]{4})/g, (_, hex) => `\\${parseInt(hex, 16).toString(8).padStart(3, '0')}`);

const rows = files.map(({ file, path }) => `    Asset{${literal(path)}sv, ${literal(minified(file))}sv},\n`);

writeFileSync(output, `#include "assets/embedded.hpp"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace keyrack::assets
{

namespace
{

constexpr std::array<Asset, ${files.length}> table{{
${rows.join('')}}};

} // namespace

std::span<Asset const> all()
{
    return table;
}

std::string_view find(std::string_view path)
{
    auto const found = std::ranges::lower_bound(table, path, {}, &Asset::path);
    return found != table.end() && found->path == path ? found->bytes : std::string_view{};
}

} // namespace keyrack::assets
`);
