#!/bin/sh
# Before each call of the compiler: objects come out of the cache where they were made before, in any clone.
#
# A precompiled header is never cached, since it names the files of the clone that it was made in. Beside it goes the digest
# of all that it was made from; that stands for it when the cache is asked for an object that is made with it.
before=''
for word; do
    case $before in
        -o)  made=$word ;;
        -MF) list=$word ;;
    esac
    [ "$word" != -emit-pch ] || header=yes
    before=$word
done
[ -n "${header-}" ] || exec ccache "$@"

"$@" || exit
# The list is a rule for make: what is made, a colon, then the files it is made from.
sed -e 's/^[^:]*: *//' -e 's/\\$//' "$list" | tr -s ' ' '\n' | sed '/^$/d' | xargs cat |
    sed "s|${CCACHE_BASEDIR:-/}/||g" | sha256sum | cut -d' ' -f1 >"$made.sum"
