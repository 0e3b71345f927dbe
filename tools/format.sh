#!/usr/bin/env bash
# tools/format.sh [--check]: formats src and tests, then lints what has changed since the last commit.
# --check changes nothing and does not lint: it is part of the tests.

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
set -euo pipefail
cd "$root"

sources() { find src tests -name '*.?pp' -print0 2>/dev/null; }

case ${1:-} in
    --check)
        sources | xargs -0 -r clang-format-19 --dry-run --Werror ||
            fail 'not formatted: run ./dev format'
        exit 0 ;;
    '') ;;
    *) fail "unknown option \`$1\`: ./dev format [--check]" ;;
esac

bash tools/setup.sh lint native node
sources | xargs -0 -r -P "$(nproc)" -n 8 clang-format-19 -i
bash tools/build.sh debug keyrack_assets

# Sources that the native build compiles; the browser's need Emscripten's headers.
changed() {
    { git diff --name-only HEAD 2>/dev/null || git ls-files; git ls-files --others --exclude-standard; } |
        grep -E '^(src|tests)/.*\.cpp$' | grep -v '^src/browser/' | sort -u
}
changed | while read -r file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
    xargs -0 -r -P "$(nproc)" -n 1 clang-tidy-19 --quiet -p build/debug
