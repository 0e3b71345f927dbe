# What holds for every object of a build folder, ours and third-party alike.

# Objects that were compiled before, in any clone, come out of the cache. emcc starts clang itself, so there ccache
# stands between those two.
find_program(CCACHE_COMMAND ccache)
if(CCACHE_COMMAND)
    set(launcher "${CMAKE_COMMAND}" -E env
        "CCACHE_DIR=${KEYRACK_CACHE_FOLDER}/ccache" "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_MAXSIZE=2G)
    if(EMSCRIPTEN)
        list(APPEND launcher "EM_COMPILER_WRAPPER=${CCACHE_COMMAND}")
    else()
        list(APPEND launcher "${CCACHE_COMMAND}")
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
endif()

# Debug builds run the tests, so they are optimised enough for simulations and sanitizers to be quick.
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

# No NDEBUG anywhere: what asserts in the tests asserts in what ships.
set(CMAKE_C_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_RELEASE "-O2")

# No binary names a folder of the machine that built it; ccache turns absolute paths into the relative one.
add_compile_options(
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" "-ffile-prefix-map=${KEYRACK_CACHE_FOLDER}/=" -ffile-prefix-map=../../=)

if(KEYRACK_TEST_BUILD)
    add_compile_definitions(KEYRACK_TEST_BUILD=1)
    add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_EXTENSIVE>)
else()
    # Bounds of spans, strings and vectors are checked in what ships too.
    add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST>)
endif()

if(KEYRACK_SANITIZE)
    add_link_options(-fsanitize=address,undefined)
endif()
if(KEYRACK_FUZZ)
    add_compile_options(-O1 -fsanitize=fuzzer-no-link)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
    if(KEYRACK_TEST_BUILD)
        # Catch2 needs exceptions; these are WebAssembly's own.
        add_compile_options(-fwasm-exceptions)
        add_link_options(-fwasm-exceptions)
    else()
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
        if(KEYRACK_QUICK)
            add_link_options(-O0)
        else()
            add_compile_options(-flto)
            add_link_options(-flto -O2)
        endif()
    endif()
endif()
