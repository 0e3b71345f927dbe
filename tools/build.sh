#!/usr/bin/env bash
# tools/build.sh PRESET TARGET…: configures where the presets are newer than the build folder, then builds what is stale.

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
set -euo pipefail
cd "$root"

# Our own emcc has its configuration beside it; that of another emsdk would lead it astray.
[ -n "$(emcc_on_path)" ] || unset EM_CONFIG

preset=$1
shift
made=build/$preset
if [ ! -f "$made/CMakeCache.txt" ] || [ ! -f "$made/build.ninja" ] || [ CMakePresets.json -nt "$made/build.ninja" ]; then
    if ! output=$(cmake --preset "$preset" 2>&1); then
        printf '%s\n' "$output" >&2
        exit 1
    fi
fi
cmake --build --preset "$preset" --target "$@"
