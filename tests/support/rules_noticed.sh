#!/bin/sh
# rules_noticed.sh TESTS: runs the suite without each rule of the engine in turn, and fails where the suite does not.
# A rule that nobody misses is a rule that nobody tests.
tests=$1
here=$(dirname "$0")
missed=0
tried=0
for rule in $(sed -n 's/^    named("\([a-z_]*\)".*/\1/p' "$here/../../src/engine/proof.cpp"); do
    tried=$((tried + 1))
    if KEYRACK_RULE_OFF=$rule "$tests" "[engine]" --abort >/dev/null 2>&1; then
        echo "not noticed: $rule"
        missed=1
    fi
done
[ "$tried" -gt 0 ] || missed=1
echo "$tried rules were switched off in turn"
exit $missed
