# The fetched parts: one get_NAME each, checked against tools/pins, left in the cache with a stamp.
# Sourced by tools/setup.sh.
# shellcheck shell=bash disable=SC2154

emscripten_debian=3.1.69+dfsg-3
binaryen_debian=120-4
acorn_version=8.14.0
imgui_version=1.92.2b
sqlite_package=13.2.0
json_version=3.11.3
mbedtls_version=3.6.6
catch2_version=3.7.1
servers_packages='nginx apache2-bin lighttpd lighttpd-mod-webdav'
ceph_packages='ceph-mon ceph-osd radosgw ceph-common'

folder_of() {
    case $1 in
        emscripten)   printf '%s\n' "$cache/emscripten-$emscripten_version" ;;
        imgui)        printf '%s\n' "$cache/imgui-$imgui_version" ;;
        sqlite)       printf '%s\n' "$cache/sqlite-npm-$sqlite_package" ;;
        json)         printf '%s\n' "$cache/json-$json_version" ;;
        mbedtls)      printf '%s\n' "$cache/mbedtls-$mbedtls_version" ;;
        catch2)       printf '%s\n' "$cache/catch2-$catch2_version" ;;
        node_modules) printf '%s\n' "$root/node_modules" ;;
        servers|ceph) printf '%s\n' "$cache/$1" ;;
    esac
}

# What a complete part must have been made from: its pins and the way it is unpacked.
fingerprint() {
    case $1 in
        node_modules) cat "$root/package-lock.json" "$root/.npmrc" ;;
        emscripten)   cat "$root"/tools/pins/emscripten*.sha256; printf '%s' "$acorn_version layout 2" ;;
        servers)      printf '%s' "$servers_packages layout 1" ;;
        ceph)         printf '%s' "$ceph_packages layout 1" ;;
        *)            cat "$root/tools/pins/$1"*.sha256 ;;
    esac | sha256sum | cut -c1-64
}

is_complete() {
    local stamp
    stamp="$(folder_of "$1")/.complete"
    [ -f "$stamp" ] && [ "$(<"$stamp")" = "$(fingerprint "$1")" ]
}

# Moves a finished folder into place, so that a broken run never leaves half a part.
settle() {
    local part=$1 made=$2 folder
    folder=$(folder_of "$part")
    fingerprint "$part" >"$made/.complete"
    rm -rf "$folder"
    mv "$made" "$folder"
}

workplace() {
    rm -rf "$cache/.work"
    mkdir -p "$cache/.work/$1"
    cd "$cache/.work" || exit
}

# Holds the files below $2 against each accepted list of part $1 (tools/pins/$1*.sha256); one must match in full.
verify() {
    local part=$1 folder=$2 list
    for list in "$root/tools/pins/$part"*.sha256; do
        (cd "$folder" && sha256sum --quiet --strict --check "$list") >/dev/null 2>&1 && return 0
    done
    return 1
}

insist() {
    verify "$1" "$2" && return 0
    printf 'keyrack: %s is not one of the accepted ones (tools/pins/%s*.sha256); found:\n' "$1" "$1" >&2
    (cd "$2" && find . -type f -exec sha256sum {} +) | head -20 >&2
    exit 1
}

# --- Debian's newer suites, through an apt folder of our own -------------------------------------------------------

# The system's apt is left as it is: sources, lists and downloads live below the cache, and the mirror is the one
# that this machine uses already. A mirror that lags may serve lists past their date: what comes is held against
# tools/pins, so their age does not matter.
apt_folder=$cache/apt
suites_apt() {
    local tool=$1
    shift
    "$tool" -q -o Dir::Etc::sourcelist="$apt_folder/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$apt_folder/lists" -o Dir::Cache="$apt_folder/cache" \
        -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)" "$@"
}

open_suites() {
    [ -z "${suites_open-}" ] || return 0
    have apt-get || fail "no apt-get here: put the sources below $cache as tools/pins lists them ($(folder_of "$1"))"
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg suite
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
    [ -n "$mirror" ] || fail "no Debian mirror in the apt configuration: run apt-get update as root and try again, or, on another system, activate an emsdk of version $emscripten_version"
    [ -f "$keyring" ] || fail 'please install debian-archive-keyring'
    mkdir -p "$apt_folder/lists/partial" "$apt_folder/cache/archives/partial"
    {
        printf 'deb [signed-by=%s] %s trixie main\n' "$keyring" "$mirror"
        for suite in trixie forky sid; do
            printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite"
        done
    } >"$apt_folder/sources.list"
    say "  reading the package lists of Debian's trixie, forky and sid"
    suites_apt apt-get update >"$apt_folder/update.log" 2>&1 || { cat "$apt_folder/update.log" >&2; fail 'apt-get update failed'; }
    suites_open=yes
}

# Leaves the upstream tarball of source package $1, upstream version $2, unpacked in the folder given last.
# Every suite's package of that upstream version is tried in turn: a mirror in motion misses one now and then.
debian_source() {
    local package=$1 version=$2 folder=$3 found=() candidate
    open_suites "$package"
    mapfile -t found < <(suites_apt apt-cache showsrc --only-source "$package" | sed -n 's/^Version: //p' | sort -u)
    for candidate in "${found[@]}"; do
        [[ $candidate == *"$version"* ]] || continue
        say "  fetching the source of $package $candidate"
        rm -f ./*.orig.tar.*
        suites_apt apt-get source --tar-only --download-only "$package=$candidate" >source.log 2>&1 || continue
        tar -xf ./*.orig.tar.* -C "$folder" --strip-components=1 && return 0
    done
    cat source.log >&2 2>/dev/null || true
    fail "no source of $package $version to be had; Debian offers: ${found[*]:-none}"
}

get_imgui() {
    workplace all
    step "Dear ImGui $imgui_version"
    debian_source imgui "$imgui_version" all
    pick imgui all
}

get_json() {
    workplace all
    step "nlohmann/json $json_version"
    debian_source nlohmann-json3 "$json_version" all
    pick json all
}

get_mbedtls() {
    workplace all
    step "SHA-256 of Mbed TLS $mbedtls_version"
    debian_source mbedtls "$mbedtls_version" all
    pick mbedtls all
}

get_catch2() {
    workplace all
    step "Catch2 $catch2_version"
    debian_source catch2 "$catch2_version" all
    pick catch2 all
}

# Keeps the files that the pins list, once they are checked, and drops the rest.
pick() {
    local part=$1 all=$2 path
    insist "$part" "$all"
    mkdir picked
    cut -c67- "$root/tools/pins/$part.sha256" | while read -r path; do
        mkdir -p "picked/$(dirname "$path")"
        cp "$all/$path" "picked/$path"
    done
    settle "$part" picked
}

# --- Servers for the tests -------------------------------------------------------------------------------------------

# Debian's packages, unpacked into the cache and never installed: nothing of the system's changes, and no unit of Debian's
# starts a server. What the system has already is used from where it stands.
unpack_servers() {
    local part=$1 names deb
    shift
    have apt-get || fail "no apt-get here: please install $*"
    workplace all
    names=$(packages_to_come "$@") || { refresh_lists && names=$(packages_to_come "$@"); } ||
        fail "apt-get does not know these packages: $*"
    if [ -n "$names" ]; then
        # shellcheck disable=SC2086
        apt-get -q -o APT::Sandbox::User="$(id -un)" download $names >download.log 2>&1 ||
            { cat download.log >&2; fail "apt-get could not download: $names"; }
        for deb in ./*.deb; do dpkg-deb -x "$deb" all; done
    fi
    settle "$part" all
}

packages_to_come() {
    apt-get -q -s install --no-install-recommends "$@" 2>/dev/null >plan.log || return 1
    sed -n 's/^Inst \([^ ]*\) .*/\1/p' plan.log
}

refresh_lists() {
    local sudo=''
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    $sudo apt-get -q update >update.log 2>&1 || { cat update.log >&2; return 1; }
}

get_servers() {
    step "web servers for the tests: $servers_packages"
    # shellcheck disable=SC2086
    unpack_servers servers $servers_packages
}

get_ceph() {
    step "Ceph for the tests (60 MB): $ceph_packages"
    # shellcheck disable=SC2086
    unpack_servers ceph $ceph_packages
}

# --- npm -----------------------------------------------------------------------------------------------------------

npm_tarball() {
    npm pack --ignore-scripts "$1" >npm.log 2>&1 || { cat npm.log >&2; fail "npm could not fetch $1"; }
}

get_sqlite() {
    workplace all
    step "SQLite's amalgamation, from npm better-sqlite3 $sqlite_package"
    npm_tarball "better-sqlite3@$sqlite_package"
    tar -xzf better-sqlite3-*.tgz -C all --strip-components=3 package/deps/sqlite3
    pick sqlite all
}

get_node_modules() {
    step 'npm packages of package-lock.json'
    local log=$cache/npm.log
    (cd "$root" && npm ci) >"$log" 2>&1 || { grep -v EBADENGINE "$log" >&2; fail 'npm ci failed'; }
    rm -f "$log"
    fingerprint node_modules >"$root/node_modules/.complete"
}

# --- Emscripten ----------------------------------------------------------------------------------------------------

get_emscripten() {
    workplace all
    step "Emscripten $emscripten_version (240 MB)"
    open_suites emscripten
    # The C library serves Binaryen's tools alone; it follows Debian's security updates, so apt's signature is its check.
    suites_apt apt-get download "emscripten=$emscripten_debian" "binaryen=$binaryen_debian" \
        libc6/trixie libstdc++6/trixie libgcc-s1/trixie >download.log 2>&1 || {
        cat download.log >&2
        suites_apt apt-cache madison emscripten binaryen >&2
        fail "Debian no longer offers emscripten $emscripten_debian and binaryen $binaryen_debian (its list is above)"
    }
    npm_tarball "acorn@$acorn_version"
    insist emscripten .
    say '  unpacking'
    local deb
    for deb in ./*.deb; do
        dpkg-deb --fsys-tarfile "$deb" |
            tar -x -C all --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm32-emscripten/lto-pic' \
                --exclude='./usr/share/emscripten/test' --exclude='./usr/share/emscripten/docs'
    done
    finish_emscripten all
    settle emscripten all
}

# Binaryen runs on the C library that came with it; emcc.py finds its configuration and acorn beside itself.
finish_emscripten() {
    local made=$1 home place tool
    place=$(folder_of emscripten)
    home=$made/usr/share/emscripten
    mkdir -p "$made/binaryen/bin" "$home/node_modules/acorn"
    for tool in "$made"/usr/bin/wasm*; do
        [ -L "$tool" ] && continue
        tool=$(basename "$tool")
        printf '#!/bin/sh\nhere=%s\nexec "$here"/usr/lib*/ld-linux*.so.* --library-path "$(echo "$here"/usr/lib/*-linux-gnu*)" "$here/usr/bin/%s" "$@"\n' \
            '$(cd "$(dirname "$0")/../.." && pwd)' "$tool" >"$made/binaryen/bin/$tool"
        chmod +x "$made/binaryen/bin/$tool"
    done
    tar -xzf acorn-*.tgz -C "$home/node_modules/acorn" --strip-components=1
    cat >"$home/.emscripten" <<CONFIG
import shutil
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
BINARYEN_ROOT = '$place/binaryen'
NODE_JS = shutil.which('node')
FROZEN_CACHE = True
CONFIG
}
