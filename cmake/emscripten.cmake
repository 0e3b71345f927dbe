# Toolchain file: finds the Emscripten of emsdk-version.txt, on the PATH or in the cache, and stops on any other.
include("${CMAKE_CURRENT_LIST_DIR}/cache_folder.cmake")

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../emsdk-version.txt" wanted LIMIT_COUNT 1)

find_program(EMCC_ON_PATH emcc NO_CACHE)
set(emscripten_seen "none on the PATH")
foreach(candidate IN ITEMS
        "${EMCC_ON_PATH}"
        "${KEYRACK_CACHE_FOLDER}/emscripten-${wanted}/usr/share/emscripten/emcc")
    get_filename_component(candidate "${candidate}" REALPATH)
    get_filename_component(folder "${candidate}" DIRECTORY)
    if(NOT EXISTS "${folder}/emscripten-version.txt")
        continue()
    endif()
    file(STRINGS "${folder}/emscripten-version.txt" version LIMIT_COUNT 1)
    string(REPLACE "\"" "" version "${version}")
    if(version STREQUAL wanted)
        set(EMSCRIPTEN_ROOT_PATH "${folder}")
        break()
    endif()
    set(emscripten_seen "${version} on the PATH")
endforeach()

if(NOT EMSCRIPTEN_ROOT_PATH)
    message(FATAL_ERROR
        "Keyrack is built with Emscripten ${wanted}; found: ${emscripten_seen}.\n"
        "Run `./dev setup`, or activate an emsdk of that version.")
endif()

include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
