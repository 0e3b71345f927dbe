# What holds for every object of a build folder, ours and third-party alike.

# Objects that were compiled before, in any clone, come out of the cache: `tools/compile.sh` stands before the compiler. emcc
# starts clang itself, so there it stands between those two.
find_program(CCACHE_COMMAND ccache)
if(CCACHE_COMMAND)
    set(launcher "${CMAKE_COMMAND}" -E env
        "CCACHE_DIR=${KEYRACK_CACHE_FOLDER}/ccache" "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_MAXSIZE=2G CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1)
    if(EMSCRIPTEN)
        list(APPEND launcher "EM_COMPILER_WRAPPER=${PROJECT_SOURCE_DIR}/tools/compile.sh")
    else()
        list(APPEND launcher "${PROJECT_SOURCE_DIR}/tools/compile.sh")
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
endif()

# What most files of a room include is read once for all of them: a file then compiles in a third of the time.
function(keyrack_read_once target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endfunction()

# Files of one folder whose names begin with neighbouring letters are compiled as one, in half the time of each for itself; a new
# file changes no group but its own. What is compiled with options of its own stays alone, and so does everything with
# -DKEYRACK_TOGETHER=OFF, which shows whether files include what they use.
function(keyrack_read_together target)
    if(NOT KEYRACK_TOGETHER)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE place)
        cmake_path(GET place PARENT_PATH folder)
        string(MAKE_C_IDENTIFIER "${folder}" folder)
        cmake_path(GET place STEM name)
        foreach(letters IN ITEMS a-c d-f g-i j-l m-o p-r s-u v-z)
            if(name MATCHES "^[${letters}]")
                set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${folder}_${letters}")
            endif()
        endforeach()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

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
