# What is run: the portal's WebAssembly, the native command, the test suite.

file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/*.cpp")
file(GLOB bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/native/*.cpp")
file(GLOB_RECURSE browser_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/browser/*.cpp")
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*.cpp")

# --- keyrack_app: keyrack.mjs and keyrack.wasm ---------------------------------------------------------------------
if(TARGET keyrack_browser AND browser_sources)
    add_executable(keyrack_app $<TARGET_OBJECTS:keyrack_browser>)
    target_link_libraries(keyrack_app PRIVATE keyrack_browser)
    set_target_properties(keyrack_app PROPERTIES OUTPUT_NAME keyrack SUFFIX .mjs)
    target_link_options(keyrack_app PRIVATE
        --no-entry
        -sENVIRONMENT=worker
        -sMODULARIZE
        -sEXPORT_ES6
        -sEXPORT_NAME=createKeyrack
        -sFILESYSTEM=0
        -sALLOW_MEMORY_GROWTH=1
        -sINITIAL_MEMORY=32MB
        # Memory that was taken is never given back, so no fifth more than is asked for.
        -sMEMORY_GROWTH_GEOMETRIC_STEP=0.03
        -sMAXIMUM_MEMORY=4GB
        -sSTACK_SIZE=1MB
        -sMALLOC=dlmalloc
        -sSUPPORT_LONGJMP=0
        -sTEXTDECODER=2
        -sINCOMING_MODULE_JS_API=canvas,wasmBinary,locateFile,instantiateWasm,print,printErr,onAbort
        -sEXPORTED_FUNCTIONS=_malloc,_free
        --emit-symbol-map
        -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,stringToNewUTF8,lengthBytesUTF8,HEAPU8,HEAP32,HEAPU32,HEAPF32,HEAPF64
        --closure=0)
endif()

# --- keyrack: the same engine as a native command ------------------------------------------------------------------
if(NOT EMSCRIPTEN AND cli_sources)
    add_executable(keyrack ${cli_sources})
    target_link_libraries(keyrack PRIVATE keyrack_flags keyrack_portal)
    keyrack_read_together(keyrack)
    # `keyrack sync` with a server. Without libcurl it exchanges with folders alone, and says so.
    find_package(CURL QUIET)
    if(CURL_FOUND)
        target_link_libraries(keyrack PRIVATE CURL::libcurl)
        target_compile_definitions(keyrack PRIVATE KEYRACK_CURL)
    endif()
endif()

# --- keyrack_bench: the engine's share of `./dev bench`, native and under Node ----------------------------------------
if(NOT KEYRACK_TEST_BUILD AND bench_sources)
    add_executable(keyrack_bench EXCLUDE_FROM_ALL ${bench_sources})
    target_link_libraries(keyrack_bench PRIVATE keyrack_flags keyrack_store keyrack_sync)
    if(EMSCRIPTEN)
        set_target_properties(keyrack_bench PROPERTIES SUFFIX .cjs)
        target_link_options(keyrack_bench PRIVATE
            -sENVIRONMENT=node
            -sNODERAWFS=1
            -sEXIT_RUNTIME=1
            -sALLOW_MEMORY_GROWTH=1
            -sMEMORY_GROWTH_GEOMETRIC_STEP=0.03
            -sMAXIMUM_MEMORY=4GB
            -sSTACK_SIZE=1MB
            -sMALLOC=dlmalloc)
    endif()
endif()

# --- keyrack_tests: the whole suite, native; under Node what computes and keeps, since what shows is tried in browsers ---
if(KEYRACK_TEST_BUILD AND test_sources)
    if(EMSCRIPTEN)
        set(tested base catalogue engine codec store sync)
        list(FILTER test_sources EXCLUDE REGEX "/tests/(portal|ui|ui_screens)/|/tests/sync/(office|sessions_test)\\.cpp$")
    else()
        set(tested base catalogue engine codec store sync portal ui)
        set(drawn_with imgui)
        set(read_by_most "${PROJECT_SOURCE_DIR}/src/portal/portal.hpp")
    endif()
    list(TRANSFORM tested PREPEND keyrack_)
    # The words of a question are part of the command; the rest of it is its main program.
    add_executable(keyrack_tests ${test_sources} src/cli/questions.cpp)
    target_link_libraries(keyrack_tests PRIVATE keyrack_flags ${tested} ${drawn_with} sqlite json catch2)
    target_include_directories(keyrack_tests PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    # What asks is compiled in three fifths of the time without optimisation; the sources that are asked are optimised as
    # everywhere, and stand first: of what both instantiate, theirs is taken.
    target_compile_options(keyrack_tests PRIVATE -O0)
    list(TRANSFORM tested REPLACE "(.+)" "$<TARGET_FILE:\\1>")
    list(JOIN tested "," tested)
    target_link_options(keyrack_tests PRIVATE "LINKER:--whole-archive,${tested},--no-whole-archive")
    keyrack_read_together(keyrack_tests)
    keyrack_read_once(keyrack_tests <algorithm> <catch_amalgamated.hpp> "${PROJECT_SOURCE_DIR}/tests/support/tenant.hpp"
        "${PROJECT_SOURCE_DIR}/src/engine/question.hpp" ${read_by_most})
    target_compile_definitions(keyrack_tests PRIVATE KEYRACK_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")
    if(EMSCRIPTEN)
        set_target_properties(keyrack_tests PROPERTIES SUFFIX .cjs)
        target_link_options(keyrack_tests PRIVATE
            -sENVIRONMENT=node
            -sNODERAWFS=1
            -sEXIT_RUNTIME=1
            -sALLOW_MEMORY_GROWTH=1
            -sMAXIMUM_MEMORY=4GB
            -sSTACK_SIZE=1MB)
    endif()
endif()

# --- keyrack_fuzz: the fuzz targets, tests/fuzz --------------------------------------------------------------------
if(KEYRACK_FUZZ)
    add_executable(keyrack_fuzz tests/fuzz/entry.cc tests/fuzz/targets.cpp tests/support/whole_fork.cpp
        tests/store/workload.cpp src/cli/questions.cpp)
    target_link_libraries(keyrack_fuzz PRIVATE keyrack_flags keyrack_store)
    target_include_directories(keyrack_fuzz PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    # The library of libFuzzer is built with GNU's standard library, whatever ours is.
    target_link_options(keyrack_fuzz PRIVATE -fsanitize=fuzzer -l:libstdc++.so.6)
endif()
