# keyrack_assets: the JSON files of assets/, the names of countries and the servers' configurations, inside the binary, found by paths such as
# "catalogue/select.json".
find_program(NODE_COMMAND node REQUIRED)

set(assets_folder "${PROJECT_BINARY_DIR}/generated/assets")
file(GLOB asset_files CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/assets/catalogue/*.json"
    "${PROJECT_SOURCE_DIR}/assets/lang/*.json"
    "${PROJECT_SOURCE_DIR}/assets/demo/*.json"
    "${PROJECT_SOURCE_DIR}/assets/names/*.txt"
    "${PROJECT_SOURCE_DIR}/assets/servers/*")

configure_file("${PROJECT_SOURCE_DIR}/cmake/embedded.hpp" "${assets_folder}/embedded.hpp" COPYONLY)

# The list goes through a file: it changes the output when an asset is removed, and no command line is too long.
list(JOIN asset_files "\n" asset_lines)
file(CONFIGURE OUTPUT "${assets_folder}/list.txt" CONTENT "@asset_lines@\n" @ONLY)

add_custom_command(
    OUTPUT "${assets_folder}/embedded.cpp"
    COMMAND "${NODE_COMMAND}" "${PROJECT_SOURCE_DIR}/tools/embed.mjs"
        "${PROJECT_SOURCE_DIR}/assets" "${assets_folder}/list.txt" "${assets_folder}/embedded.cpp"
    DEPENDS ${asset_files} "${assets_folder}/list.txt" "${PROJECT_SOURCE_DIR}/tools/embed.mjs"
    COMMENT "Embedding assets"
    VERBATIM)

add_library(keyrack_assets STATIC "${assets_folder}/embedded.cpp")
target_include_directories(keyrack_assets PUBLIC "${PROJECT_BINARY_DIR}/generated")
