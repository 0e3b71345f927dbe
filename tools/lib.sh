# Shared by ./dev and tools/*.sh: where things are, and how to speak to the person at the terminal.
# Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${KEYRACK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/keyrack}
emscripten_version=$(<"$root/emsdk-version.txt")

say()  { printf '%s\n' "keyrack: $*"; }
fail() { printf '%s\n' "keyrack: $*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The folder of an emcc on the PATH whose version is the pinned one; nothing otherwise.
# Reads the version file beside it: `emcc --version` would start Python and take half a second.
emcc_on_path() {
    have emcc || return 0
    local folder version=''
    folder=$(dirname "$(readlink -f "$(command -v emcc)")")
    [ -f "$folder/emscripten-version.txt" ] && version=$(tr -d '"\n ' <"$folder/emscripten-version.txt")
    [ "$version" = "$emscripten_version" ] && printf '%s\n' "$folder"
    return 0
}

emscripten_folder() {
    local found
    found=$(emcc_on_path)
    printf '%s\n' "${found:-$cache/emscripten-$emscripten_version/usr/share/emscripten}"
}
