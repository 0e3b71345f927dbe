#!/usr/bin/env bash
# tools/fuzz.sh [SECONDS]: feeds each fuzz target for so many seconds, one after another, from its kept corpus. What it finds
# on the way stays in build/fuzz/corpus; what breaks a target is left in build/fuzz and named, and the status is 1.

source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
set -euo pipefail
cd "$root"

seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] && [ "$seconds" -gt 0 ] || fail "\`$seconds\` is no number of seconds: ./dev fuzz [SECONDS]"
cmake --preset debug -B build/fuzz -DKEYRACK_FUZZ=ON >/dev/null
cmake --build build/fuzz --target keyrack_fuzz
# Words that a file may hold: whoever knows none of them finds only the first lines of a reader.
grep -ohE '"[a-z_]+"' assets/schema/*.json assets/catalogue/*.json | sort -u | sed 's/^"\(.*\)"$/"\\"\1\\""/' >build/fuzz/words.dict
status=0
for folder in tests/fuzz/corpus/*/; do
    target=$(basename "$folder")
    mkdir -p "build/fuzz/corpus/$target"
    say "$target, $seconds seconds"
    KEYRACK_FUZZ_TARGET=$target build/fuzz/keyrack_fuzz "build/fuzz/corpus/$target" "$folder" \
        -max_total_time="$seconds" -dict=build/fuzz/words.dict -max_len=4096 -timeout=10 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="build/fuzz/$target-" || status=1
done
exit "$status"
