#!/usr/bin/env bash
# Installs and fetches what the named parts of the project need, into one cache folder that clones share.
#
#   tools/setup.sh [wasm] [native] [browser] [lint] [node]      (default: all of them)
#   tools/setup.sh [servers] [ceph]                             what the tests exchange through
#
# Every fetched thing has a stamp that holds the hash of its pins, so a run with nothing to do ends at once and a
# changed pin fetches anew. What is fetched is checked against tools/pins/*.sha256 before it is used.

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$root/tools/fetch.sh"
set -euo pipefail

wasm_packages='clang-19 lld-19 llvm-19 cmake ninja-build ccache python3 xz-utils'
native_packages='clang-19 lld-19 llvm-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev libcurl4-openssl-dev cmake ninja-build ccache xz-utils'
# The fonts: Latin, Japanese and emoji are what the browser tests look at.
browser_packages='chromium firefox-esr xvfb xauth libgl1-mesa-dri libglx-mesa0 brotli sqlite3 fonts-dejavu-core fonts-vlgothic fonts-noto-color-emoji'
lint_packages='clang-tidy-19 clang-format-19'

main() {
    [ $# -gt 0 ] || set -- wasm native browser lint node
    plan=()
    local packages='' part
    for part in "$@"; do
        case $part in
            wasm)    packages+=" $wasm_packages"; want_emscripten; want imgui; want sqlite; want json; want mbedtls; want catch2 ;;
            native)  packages+=" $native_packages"; want imgui; want sqlite; want json; want mbedtls; want catch2 ;;
            browser) packages+=" $browser_packages"; want node_modules ;;
            lint)    packages+=" $lint_packages" ;;
            node)    want node_modules ;;
            servers) want servers; want node_modules ;;
            ceph)    want ceph; want node_modules ;;
            *)       fail "unknown part \`$part\`: wasm, native, browser, lint, node, servers or ceph" ;;
        esac
    done
    have node && have npm || packages+=' nodejs npm ca-certificates'
    have git || packages+=' git'
    missing=$(missing_packages $packages)
    [ -z "$missing" ] || plan=(packages "${plan[@]}")
    [ ${#plan[@]} -gt 0 ] || { check_node; return 0; }

    mkdir -p "$cache"
    if have flock; then
        exec 9>"$cache/.lock"
        flock -n 9 || { say "waiting for another set-up in $cache"; flock 9; }
    fi
    step=0
    for part in "${plan[@]}"; do
        step=$((step + 1))
        # Another clone's set-up may have brought it while this one waited.
        [ "$part" != packages ] && is_complete "$part" || "get_$part"
    done
    check_node
    rm -rf "$cache/.work" "$apt_folder"
    say "set-up complete in $cache"
}

want_emscripten() { [ -n "$(emcc_on_path)" ] || want emscripten; }

want() {
    case " ${plan[*]-} " in *" $1 "*) return 0 ;; esac
    is_complete "$1" || plan+=("$1")
}

step() { say "step $step of ${#plan[@]}: $*"; }

check_node() {
    local major
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge 18 ] || fail "Node $major is too old: install Node 18 or later"
}

# --- Debian packages ---------------------------------------------------------------------------------------------

# Prints the packages that are missing; on a machine without dpkg, stops at the first missing command instead.
missing_packages() {
    local wanted
    [ $# -gt 0 ] || return 0
    wanted=$(printf '%s\n' "$@" | sort -u)
    have dpkg-query || { missing_commands; return 0; }
    { dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
        awk '$1 == "installed" { print $2 }' | sort -u | comm -13 - <(printf '%s\n' "$wanted") | drop_provided
}

# A tool that stands on the PATH from elsewhere (a newer CMake, say) needs no package.
drop_provided() {
    local package
    while read -r package; do
        case $package in
            cmake|ccache|python3|brotli|sqlite3|chromium) have "$package" && continue ;;
            ninja-build) have ninja && continue ;;
            xz-utils) have xz && continue ;;
            clang-19|clang-tidy-19|clang-format-19) have "$package" && continue ;;
            lld-19) have wasm-ld-19 && continue ;;
            llvm-19) have llvm-nm-19 && continue ;;
        esac
        printf '%s ' "$package"
    done
}

missing_commands() {
    local lacking=()
    [ -n "$(emcc_on_path)" ] || lacking+=("an emsdk of version $emscripten_version with its emcc on the PATH")
    have cmake || lacking+=('CMake 3.25 or later')
    have ninja || lacking+=('Ninja')
    have node && have npm || lacking+=('Node 18 or later with npm')
    have clang++-19 || lacking+=('clang 19 with libc++ (as clang-19, clang++-19), for the native tests only')
    [ ${#lacking[@]} -eq 0 ] || {
        printf 'keyrack: this is not a Debian machine; please install:\n' >&2
        printf '  - %s\n' "${lacking[@]}" >&2
        exit 1
    }
}

get_packages() {
    local sudo='' log=$cache/apt-get.log
    step "Debian packages, which takes a minute or two: $missing"
    if [ "$(id -u)" -ne 0 ]; then
        have sudo || fail "not root and no sudo; as root, please run: apt-get install --no-install-recommends $missing"
        sudo='sudo'
    fi
    $sudo apt-get -q update >"$log" 2>&1 &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $missing >>"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        fail "apt-get could not install: $missing"
    }
    rm -f "$log"
}

main "$@"
