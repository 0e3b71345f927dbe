// For each rule, trees that break it and trees that just keep it. A rule that cannot fail says nothing.
const file = (path, ...lines) => new Map([[path, `${lines.join('\n')}\n`]]);
const lines = (count, text) => Array.from({ length: count }, () => text);
const lang = (en, de, nb) => new Map([['assets/lang/en.json', en], ['assets/lang/de.json', de], ['assets/lang/nb.json', nb]]);
const lock = (entry) => new Map([['package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } })]]);
const slash = '/';
const host = ['registry', 'npmjs', 'org'].join('.');

export const samples = {
  imports: {
    breaks: [
      file('src/base/date.hpp', '#include "engine/ledger.hpp"'),
      file('src/engine/rule.cpp', '#include "codec/json.hpp"'),
      file('src/store/rows.cpp', '#include "catalogue/programme.hpp"'),
      file('src/sync/step.cpp', '#include "store/journal.hpp"'),
      file('src/ui/rooms.cpp', '#include "engine/ledger.hpp"'),
      file('src/cli/main.cpp', '#include "ui/screen.hpp"'),
      file('src/engine/rule.cpp', '#include "rule.hpp"'),
      file('src/engine/rule.cpp', '#include <nlohmann/json.hpp>'),
      file('src/portal/session.cpp', '  #  include <sqlite3.h>'),
      file('src/portal/session.cpp', '#include <imgui.h>'),
      file('src/engine/rule.cpp', '#include "imgui_internal.h"'),
      file('src/ui/frame.cpp', '#include <emscripten/html5.h>'),
      file('src/engine/rule.cpp', '#include "assets/embedded.hpp"'),
      file('src/cellar/a.cpp', '#include <span>'),
    ],
    keeps: [
      file('src/engine/rule.cpp', '#include "engine/rule.hpp"', '#include "base/date.hpp"', '#include <span>'),
      file('src/codec/json.cpp', '#include <nlohmann/json.hpp>'),
      file('src/store/journal.cpp', '#include <sqlite3.h>', '#include "codec/json.hpp"'),
      file('src/ui/kit/table.cpp', '#include <imgui.h>', '#include "ui/kit/table.hpp"', '#include "portal/models.hpp"'),
      file('src/browser/exports.cpp', '#include <emscripten.h>', '#include <imgui_impl_opengl3.h>', '#include "ui/screen.hpp"'),
      file('src/engine/rule.cpp', '// #include "store/journal.hpp" would be wrong'),
    ],
  },
  clocks: {
    breaks: [
      file('src/engine/rule.cpp', 'auto t = std::chrono::system_clock::now();'),
      file('src/portal/session.cpp', 'auto t = clock.now ( );'),
      file('src/store/journal.cpp', 'auto t = std::time(nullptr);'),
      file('src/sync/step.cpp', 'using Clock = std::chrono::steady_clock;'),
      file('src/ui/frame.cpp', 'EM_JS(double, moment, (), { return Date.now(); });'),
    ],
    keeps: [
      file('src/browser/time.cpp', 'auto t = std::chrono::system_clock::now();'),
      file('src/cli/main.cpp', 'auto t = std::chrono::system_clock::now();'),
      file('src/engine/rule.cpp', 'Instant now; // system_clock::now() is called elsewhere', 'say("now()");', 'start_time(0);', 'calendar_clock,', ': now(the_time)'),
    ],
  },
  lengths: {
    breaks: [
      file('src/engine/long.cpp', ...lines(501, 'int a;')),
      file('src/engine/rule.cpp', 'int f(int x) const noexcept', '{', ...lines(69, 'if (x) { g(); }'), '}'),
      file('src/engine/rule.cpp', 'struct A', '{', '    A(int x) : m_x { x }', '    {', ...lines(69, 'g();'), '    }', '};'),
      file('src/engine/rule.cpp', 'auto f() -> std::vector<int> {', ...lines(70, "g('{', \"{\", 1'000, R\"({)\"); // {"), '}'),
      file('web/page.mjs', 'const f = () => {', ...lines(70, 'g(/[{]/, `{`);'), '};'),
      file('tests/engine/rule.cpp', 'TEST_CASE("R1: {")', '{', ...lines(69, 'g();'), '}'),
    ],
    keeps: [
      file('src/engine/long.cpp', ...lines(500, 'int a;')),
      file('src/engine/rule.cpp', 'int f(int x)', '{', ...lines(68, 'if (x) { g(); }'), '}'),
      file('src/engine/rows.hpp', 'struct Row', '{', ...lines(90, 'int a { 0 };'), '};', 'enum class B {', ...lines(90, 'b,'), '};'),
      file('src/engine/table.cpp', 'constexpr std::array<Row, 90> table { {', ...lines(90, '{ 1, 2 },'), '} };'),
      file('web/page.mjs', 'export const table = {', ...lines(90, "a: '}',"), '};'),
      file('web/page.mjs', "describe('all', () => {", ...lines(30, "test('one', () => {", ), ...lines(30, '});'), ...lines(20, 'x();'), '});'),
    ],
  },
  spelling: {
    breaks: [
      file('src/engine/a.cpp', 'int license = 1;'),
      file('src/engine/a.cpp', 'struct LicenseId;'),
      file('web/a.mjs', 'freeLicenses(license_count);'),
      file('docs/a.md', 'Each License counts.'),
    ],
    keeps: [
      file('src/engine/a.cpp', '// SPDX-License-Identifier: MIT', 'LicenceId licence; // see LICENSE, the MIT License, licensed, licensing'),
      file('package.json', '"license": "MIT"'),
    ],
  },
  leftovers: {
    breaks: [
      file('src/engine/a.cpp', '// TODO: later'),
      file('web/a.mjs', '/* FIXME */'),
      file('tests/a.test.mjs', "test.skip('x', () => {});"),
      file('tests/a.cpp', 'TEST_CASE("x", "[.]")'),
      file('tests/a.cpp', 'TEST_CASE("x", "[.slow]")'),
      file('tests/a.cpp', 'TEST_CASE("x", "[a][!mayfail]")'),
    ],
    keeps: [file('tests/a.cpp', 'TEST_CASE("mastodon", "[R1]")'), file('web/a.mjs', "test('only', go); f([...a], todo);")],
  },
  places: {
    breaks: [
      file('tools/a.sh', `curl https://${host}/x`),
      file('docs/a.md', `see ${slash}root${slash}.cache`),
      file('tests/a.mjs', `open('${slash}tmp${slash}x')`),
      file('tools/a.sh', `cd ${slash}work${slash}main`),
      file('a.json', `"${slash}home${slash}ada"`),
      file('tools/a.sh', `cd ${slash}tmp`),
    ],
    keeps: [
      file('web/a.mjs', "go('#/t/acme/work/rooms'); import('../home/a.mjs'); fetch('./tmp/x');"),
      file('tools/a.sh', 'cd "$HOME/work/x"', 'ls /usr/bin/chromium'),
    ],
  },
  guards: {
    breaks: [file('src/base/a.hpp', 'struct A;'), file('tests/a.hpp', '// #pragma once')],
    keeps: [file('src/base/a.hpp', '// Promise: a.', '#pragma once'), file('src/base/a.cpp', 'int a;')],
  },
  languages: {
    breaks: [
      lang('{"a":"1","b":"2"}', '{"a":"1"}', '{"a":"1","b":"2"}'),
      lang('{"a":"1"}', '{"a":"1","b":"2"}', '{"a":"1"}'),
      lang('{"a":"{n} rooms"}', '{"a":"{n} Räume"}', '{"a":"rom"}'),
      lang('{"a":"1"}', '{"a":"keine Schwelle (D1)"}', '{"a":"1"}'),
      lang('{"a":"{n} rooms"}', '{"a":"{m} Räume"}', '{"a":"{n} rom"}'),
      lang('{"a":{"one":"{n}"}}', '{"a":{"one":"{n}"}}', '{"a":{"other":"{n}"}}'),
      new Map([['assets/lang/en.json', '{"a":"1"}']]),
    ],
    keeps: [new Map(), lang('{"a":"{n} of {m}"}', '{"a":"{m}, {n}"}', '{"a":"{n} {n} {m}"}')],
  },
  borrowed: {
    breaks: [
      file('src/ui/imgui.cpp', ''), file('src/store/sqlite3.c', ''), file('include/nlohmann/json.hpp', ''),
      file('web/fonts/inter.woff2', ''), file('third_party/x.c', ''), file('src/ui/x.cpp', '// dear imgui, v1.92.2b'),
    ],
    keeps: [file('src/codec/json.hpp', '#pragma once'), file('src/ui/imgui_config.hpp', '#pragma once')],
  },
  lockfile: {
    breaks: [lock({ integrity: 'x', resolved: 'y' }), lock({}), new Map()],
    keeps: [lock({ integrity: 'x' })],
  },
};
