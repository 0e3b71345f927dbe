#!/usr/bin/env bash
# Runs the parts of the test suite that are named, or all but the longer ones, and closes with the number of tests that
# passed and failed.

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
set -uo pipefail
cd "$root" || exit

all_parts='tidy types native wasm servers browser scale'
longer_parts='ceph bench'
declare -A needs=(
    [tidy]='node lint' [types]='node' [native]='native node' [wasm]='wasm node' [servers]='node servers'
    [browser]='wasm node browser' [scale]='wasm native node browser servers' [ceph]='node ceph' [bench]='wasm native node'
)
passed=0
failed=0
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

build() { bash "$root/tools/build.sh" "$@"; }

part_tidy() {
    node --test --test-reporter=spec tests/tidy/*.test.mjs && bash tools/format.sh --check
}

part_types() {
    local tsc=node_modules/typescript/bin/tsc
    node "$tsc" -p tools/tsconfig.page.json && node "$tsc" -p tools/tsconfig.worker.json &&
        node --test --test-reporter=spec tests/web/*.test.mjs
}

part_native() {
    build debug all && in_shares build/debug/keyrack_tests && sh tests/support/rules_noticed.sh build/debug/keyrack_tests
}

part_wasm() {
    build wasm-test keyrack_tests && in_shares node build/wasm-test/keyrack_tests.cjs
}

# Runs the suite that is given in as many shares as there are cores, side by side, and shows what each said when it ends.
in_shares() {
    local count share seed status=0
    local -a running=()
    count=$(nproc)
    seed=$((RANDOM * 32768 + RANDOM + 1)) # one for all, since it is the order that is cut into shares
    for ((share = 0; share < count; share++)); do
        "$@" --order rand --rng-seed "$seed" --colour-mode none --shard-count "$count" --shard-index "$share" >"$log/share-$share" 2>&1 &
        running+=($!)
    done
    for share in "${!running[@]}"; do
        wait "${running[$share]}" || status=$?
        cat "$log/share-$share"
    done
    return "$status"
}

# One server at a time, since each test file starts several.
part_servers() { node --test --test-reporter=spec --test-concurrency=1 tests/servers/*.test.mjs; }
part_ceph() { node --test --test-reporter=spec tests/servers/longer/ceph.test.mjs; }

part_bench() {
    build release keyrack_bench && build wasm keyrack_bench &&
        node --test --test-reporter=spec tests/scale/longer/bench.test.mjs
}

part_browser() { with_dist tests/browser 3; }
# The command of the debug build, so that it need not be built twice.
part_scale() { build debug keyrack && KEYRACK_CLI=$root/build/debug/keyrack with_dist tests/scale 1; }

# Firefox has WebGL only with a display. Of test files, so many at a time: a story waits as long as it computes, but what is
# measured wants the machine for itself.
with_dist() {
    local display=()
    build wasm keyrack_app && node tools/package.mjs build/wasm "$cache" && node tools/package/single.mjs build/wasm || return 1
    ! have xvfb-run || display=(xvfb-run -a -s '-screen 0 1400x1000x24')
    KEYRACK_DIST=$root/dist "${display[@]}" node --test --test-reporter=spec --test-concurrency="$2" "$1"/*.test.mjs
}

has_tests() {
    case $1 in
        tidy|servers|browser|scale) compgen -G "tests/$1/*.test.mjs" >/dev/null ;;
        types)              compgen -G 'web/*.mjs' >/dev/null ;;
        *)                  return 0 ;;
    esac
}

# Adds what the runners' closing lines say; a part without such a line is one test.
count() {
    local status=$1 file=$2 good bad
    good=$(sed -nE 's/^(ℹ|#) pass ([0-9]+)$/\2/p; s/^All tests passed \(.* in ([0-9]+) test cases?\).*/\1/p; s/^test cases: .*\| +([0-9]+) passed.*/\1/p' "$file" | sum)
    bad=$(sed -nE 's/^(ℹ|#) (fail|cancelled) ([0-9]+)$/\3/p; s/^test cases: .*\| +([0-9]+) failed.*/\1/p' "$file" | sum)
    [ "$((good + bad))" -gt 0 ] || good=1
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; good=$((good > 1 ? good : 0)); fi
    passed=$((passed + good))
    failed=$((failed + bad))
}

# The names of the tests that failed, as their runners write them: Node's once more at its end, Catch2 above each.
failures() {
    {
        sed -nE '1,/^✖ failing tests:$/ s/^ *✖ (.+) \([0-9.]+ms\).*/\1/p' "$1"
        awk '/^-+$/ { ruled = !ruled; if (ruled) getline title; next } / FAILED:$/ { print title }' "$1"
    } | sed 's/^/         /' | awk '!told[$0]++'
}

sum() { awk '{ total += $1 } END { print total + 0 }'; }

run() {
    local part=$1 status=0 started=$SECONDS
    printf '\n== %s\n' "$part"
    { bash tools/setup.sh ${needs[$part]} && "part_$part"; } 2>&1 | tee "$log/$part" || status=$?
    count "$status" "$log/$part"
    [ "$status" -eq 0 ] && verdict=passed || verdict=FAILED
    summary+=("$(printf '%-8s %s in %d s' "$part" "$verdict" $((SECONDS - started)))")
    [ "$status" -eq 0 ] || summary+=("$(failures "$log/$part")")
}

parts=${*:-$all_parts}
for part in $parts; do
    [[ " $all_parts $longer_parts " == *" $part "* ]] || fail "no part \`$part\`: $all_parts $longer_parts"
done

summary=()
for part in $parts; do
    if has_tests "$part"; then run "$part"; else summary+=("$(printf '%-8s has no tests yet' "$part")"); fi
done

printf '\n'
printf '%s\n' "${summary[@]}"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
