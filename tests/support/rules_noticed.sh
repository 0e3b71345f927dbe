#!/bin/sh
# rules_noticed.sh TESTS: runs the suite without each rule of the engine in turn, on all cores, and fails where the suite
# does not. A rule that nobody misses is a rule that nobody tests.
tests=$1
rules=$(sed -n 's/^    named("\([a-z_]*\)".*/\1/p' "$(dirname "$0")/../../src/engine/proof.cpp")
missed=$(echo "$rules" | xargs -P "$(nproc)" -I {} sh -c \
    'if KEYRACK_RULE_OFF={} "$0" "[engine]" --abort >/dev/null 2>&1; then echo "not noticed: {}"; fi' "$tests")
echo "${missed:-all were noticed}"
echo "$(echo "$rules" | wc -w) rules were switched off in turn"
[ -n "$rules" ] && [ -z "$missed" ]
