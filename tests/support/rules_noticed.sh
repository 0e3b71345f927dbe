#!/bin/sh
# rules_noticed.sh TESTS: runs the suite without each rule of the engine in turn, on all cores, and fails where the suite
# does not. A rule that nobody misses is a rule that nobody tests.
tests=$1
rules=$(sed -n 's/^    named("\([a-z_]*\)".*/\1/p' "$(dirname "$0")/../../src/engine/proof.cpp")
# What tries many companies takes longest and is asked last.
noticed='for asked in "[engine]~[property]~[clock]" "[engine]"; do
    KEYRACK_RULE_OFF=$1 "$0" "$asked" --abort >/dev/null 2>&1 || exit 0
done
echo "not noticed: $1"'
missed=$(echo "$rules" | xargs -P "$(nproc)" -n 1 sh -c "$noticed" "$tests")
echo "${missed:-all were noticed}"
echo "$(echo "$rules" | wc -w) rules were switched off in turn"
[ -n "$rules" ] && [ -z "$missed" ]
