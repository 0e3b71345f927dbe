# The rooms of src/, each a library of its own that links only what the table in docs/architecture.md lets it import.

# Our own code: warnings are errors, and the shipped WebAssembly has neither exceptions nor run-time types.
add_library(keyrack_flags INTERFACE)
target_include_directories(keyrack_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(keyrack_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    -Wno-missing-designated-field-initializers # members that are not named take their defaults: that is what they are for
    -Wno-pass-failed) # a loop that is to be made of vectors is not in the builds for tests
if(KEYRACK_SANITIZE)
    # Left out: what the address sanitizer finds anyway, and vptr; without them a file compiles in 4 seconds, not 7.
    target_compile_options(keyrack_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,pointer-overflow,vptr
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()

# keyrack_room(NAME [IMPORTS library…] [ALONE library…]): what it passes on to those that link it, and what it alone
# sees. A room without sources yet is an interface, so that its neighbours build.
function(keyrack_room room)
    cmake_parse_arguments(PARSE_ARGV 1 may "" "" "IMPORTS;ALONE")
    set(target "keyrack_${room}")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${room}/*.cpp")
    if(NOT sources)
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${may_IMPORTS})
        return()
    endif()
    # The browser's exports are called from outside, so a linker that picks from an archive would drop them.
    if(room STREQUAL "browser")
        add_library(${target} OBJECT ${sources})
    else()
        add_library(${target} STATIC ${sources})
    endif()
    target_link_libraries(${target} PUBLIC ${may_IMPORTS} PRIVATE keyrack_flags ${may_ALONE})
    keyrack_read_together(${target})
endfunction()

# What a person waits for once is made small, what a hundred thousand rooms wait for is made fast. Only the WebAssembly
# that ships: everything of it comes over a wire.
function(keyrack_small target)
    if(EMSCRIPTEN AND NOT KEYRACK_TEST_BUILD)
        get_target_property(kind ${target} TYPE)
        if(NOT kind STREQUAL "INTERFACE_LIBRARY")
            target_compile_options(${target} PRIVATE -Oz)
        endif()
    endif()
endfunction()

keyrack_room(base)
keyrack_room(catalogue IMPORTS keyrack_base)
keyrack_room(engine    IMPORTS keyrack_base keyrack_catalogue)
keyrack_room(codec     IMPORTS keyrack_base keyrack_catalogue keyrack_engine keyrack_assets ALONE json mbedtls)
keyrack_room(store     IMPORTS keyrack_base keyrack_engine keyrack_codec ALONE sqlite)
keyrack_room(sync      IMPORTS keyrack_base keyrack_engine keyrack_codec)
keyrack_room(portal    IMPORTS keyrack_store keyrack_sync keyrack_assets)
keyrack_room(ui        IMPORTS keyrack_base keyrack_portal ALONE imgui)
keyrack_small(keyrack_ui)
keyrack_small(imgui)
keyrack_small(keyrack_catalogue)
# Of these, all but what a large tenant goes through row by row. That reads its headers itself: what is read once is read for size.
function(keyrack_small_but room)
    if(EMSCRIPTEN AND NOT KEYRACK_TEST_BUILD)
        keyrack_small(keyrack_${room})
        list(TRANSFORM ARGN REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/${room}/\\1.cpp" OUTPUT_VARIABLE fast)
        set_source_files_properties(${fast} PROPERTIES COMPILE_OPTIONS -O2 SKIP_PRECOMPILE_HEADERS ON)
    endif()
endfunction()
keyrack_small_but(codec plain_rows tenant_scanner tenant_reader tenant_import tenant_rows json_writer)
keyrack_small_but(portal cover ordering place_texts places room_rows word_search)
keyrack_small_but(engine assigning checksum coverage decide_assignments decide_devices decide_orders decide_rooms draft fold
    ledger spares warranty)
keyrack_read_once(keyrack_engine <algorithm> <map> <ranges> <set> "${PROJECT_SOURCE_DIR}/src/engine/ledger.hpp"
    "${PROJECT_SOURCE_DIR}/src/engine/draft.hpp" "${PROJECT_SOURCE_DIR}/src/engine/witness.hpp")
keyrack_read_once(keyrack_codec <algorithm> "${PROJECT_SOURCE_DIR}/src/engine/ledger.hpp"
    "${PROJECT_SOURCE_DIR}/src/codec/command_json.hpp" "${PROJECT_SOURCE_DIR}/src/codec/read_fields.hpp"
    "${PROJECT_SOURCE_DIR}/src/codec/write_fields.hpp")
keyrack_read_once(keyrack_store <algorithm> "${PROJECT_SOURCE_DIR}/src/store/store.hpp" "${PROJECT_SOURCE_DIR}/src/store/sql.hpp")
keyrack_read_once(keyrack_portal <algorithm> <ranges> "${PROJECT_SOURCE_DIR}/src/portal/state.hpp")
keyrack_read_once(keyrack_ui <algorithm> "${PROJECT_SOURCE_DIR}/src/ui/screens/drawing.hpp")
if(EMSCRIPTEN AND NOT KEYRACK_TEST_BUILD)
    keyrack_room(browser IMPORTS keyrack_ui ALONE imgui)
    # EM_JS is written with dollars and empty variadic arguments.
    keyrack_small(keyrack_browser)
    get_target_property(kind keyrack_browser TYPE)
    if(NOT kind STREQUAL "INTERFACE_LIBRARY")
        target_compile_options(keyrack_browser PRIVATE
            -Wno-dollar-in-identifier-extension -Wno-gnu-zero-variadic-macro-arguments)
    endif()
endif()
