# KEYRACK_CACHE_FOLDER: where tools/setup.sh leaves what it fetches. The same rule as in tools/lib.sh.
if(DEFINED ENV{KEYRACK_CACHE})
    set(KEYRACK_CACHE_FOLDER "$ENV{KEYRACK_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(KEYRACK_CACHE_FOLDER "$ENV{XDG_CACHE_HOME}/keyrack")
else()
    set(KEYRACK_CACHE_FOLDER "$ENV{HOME}/.cache/keyrack")
endif()
