# Third-party libraries, each a static library of its own, compiled once per build folder and without our warnings.
# Their sources lie in the cache, checked there by tools/setup.sh; none of them is in this repository.

set(imgui_folder "${KEYRACK_CACHE_FOLDER}/imgui-1.92.2b")
set(sqlite_folder "${KEYRACK_CACHE_FOLDER}/sqlite-npm-13.2.0")
set(json_folder "${KEYRACK_CACHE_FOLDER}/json-3.11.3")
set(mbedtls_folder "${KEYRACK_CACHE_FOLDER}/mbedtls-3.6.6")
set(catch2_folder "${KEYRACK_CACHE_FOLDER}/catch2-3.7.1")

foreach(folder IN ITEMS "${imgui_folder}" "${sqlite_folder}" "${json_folder}" "${mbedtls_folder}")
    if(NOT EXISTS "${folder}")
        message(FATAL_ERROR "`${folder}` is missing: run `./dev setup`.")
    endif()
endforeach()

add_library(third_party INTERFACE)
target_compile_options(third_party INTERFACE -w)
if(KEYRACK_SANITIZE)
    target_compile_options(third_party INTERFACE -fsanitize=address)
endif()

# --- nlohmann/json: without exceptions everywhere, so that the tests run the code that ships -----------------------
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${json_folder}/single_include")
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0)

# --- Mbed TLS: SHA-256 alone ---------------------------------------------------------------------------------------
add_library(mbedtls STATIC "${mbedtls_folder}/library/sha256.c" "${mbedtls_folder}/library/platform_util.c")
target_include_directories(mbedtls SYSTEM
    PUBLIC "${mbedtls_folder}/include" "${PROJECT_SOURCE_DIR}/cmake" PRIVATE "${mbedtls_folder}/library")
target_compile_definitions(mbedtls PUBLIC [[MBEDTLS_CONFIG_FILE="mbedtls_config.h"]])
target_link_libraries(mbedtls PRIVATE third_party)

# --- SQLite: one thread; in WebAssembly without an operating system, the store registers its own VFS ---------------
add_library(sqlite STATIC "${sqlite_folder}/sqlite3.c")
target_include_directories(sqlite SYSTEM PUBLIC "${sqlite_folder}")
target_link_libraries(sqlite PRIVATE third_party)
target_compile_definitions(sqlite PRIVATE
    SQLITE_THREADSAFE=0
    SQLITE_DQS=0
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_MAX_EXPR_DEPTH=0
    SQLITE_MAX_MMAP_SIZE=0
    SQLITE_STRICT_SUBTYPE=1
    SQLITE_TEMP_STORE=3
    SQLITE_USE_ALLOCA
    SQLITE_OMIT_DEPRECATED
    SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_SHARED_CACHE
    # What nothing here asks for, and what would come over the wire all the same. Only what the amalgamation can do without:
    # what its grammar names stays.
    SQLITE_UNTESTABLE
    SQLITE_OMIT_AUTHORIZATION
    SQLITE_OMIT_CASE_SENSITIVE_LIKE_PRAGMA
    SQLITE_OMIT_COMPILEOPTION_DIAGS
    SQLITE_OMIT_COMPLETE
    SQLITE_OMIT_DECLTYPE
    SQLITE_OMIT_GET_TABLE
    SQLITE_OMIT_INCRBLOB
    SQLITE_OMIT_INTROSPECTION_PRAGMAS
    SQLITE_OMIT_PROGRESS_CALLBACK
    SQLITE_OMIT_TCL_VARIABLE
    SQLITE_OMIT_TRACE
    SQLITE_OMIT_UTF16)
if(EMSCRIPTEN AND NOT KEYRACK_TEST_BUILD)
    target_compile_options(sqlite PRIVATE -Os)
endif()
if(EMSCRIPTEN)
    # PUBLIC: the store's VFS is compiled in when it sees this.
    target_compile_definitions(sqlite PUBLIC SQLITE_OS_OTHER=1)
elseif(KEYRACK_SANITIZE)
    target_compile_definitions(sqlite PRIVATE SQLITE_ENABLE_API_ARMOR)
endif()

# --- Dear ImGui: its core alone: the screens are tested without pixels, and src/browser draws them -----
add_library(imgui_settings INTERFACE)
target_include_directories(imgui_settings SYSTEM INTERFACE "${imgui_folder}")
target_include_directories(imgui_settings INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(imgui_settings INTERFACE [[IMGUI_USER_CONFIG="ui/imgui_config.hpp"]])
# The native tests hear of every item that is added: tests/ui/hooks.cpp has the four functions that this asks for.
if(KEYRACK_TEST_BUILD AND NOT EMSCRIPTEN)
    target_compile_definitions(imgui_settings INTERFACE KEYRACK_TEST_HOOKS)
endif()

add_library(imgui STATIC
    "${imgui_folder}/imgui.cpp"
    "${imgui_folder}/imgui_draw.cpp"
    "${imgui_folder}/imgui_tables.cpp"
    "${imgui_folder}/imgui_widgets.cpp")
target_link_libraries(imgui PUBLIC imgui_settings PRIVATE third_party)

# --- Catch2, with its own main -------------------------------------------------------------------------------------
if(KEYRACK_TEST_BUILD)
    add_library(catch2 STATIC "${catch2_folder}/extras/catch_amalgamated.cpp")
    target_include_directories(catch2 SYSTEM PUBLIC "${catch2_folder}/extras")
    target_link_libraries(catch2 PRIVATE third_party)
endif()
