# What `cmake --install` lays down: program, library, headers, knowledge, manual, completions, and how to find them.
if(NOT TARGET readout)
  return()
endif()
include(CMakePackageConfigHelpers)

install(TARGETS readout EXPORT readout ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS readout_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/readout DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/readout)
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_DATADIR}/readout)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Loads quicker than the tables (docs/measurements.md).
file(GLOB tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/actors/*.tsv)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/actors.compiled
  COMMAND readout_cli compile --output ${PROJECT_BINARY_DIR}/actors.compiled ${PROJECT_SOURCE_DIR}/data
  DEPENDS readout_cli ${tables} VERBATIM)
add_custom_target(readout_compiled ALL DEPENDS ${PROJECT_BINARY_DIR}/actors.compiled)
install(FILES ${PROJECT_BINARY_DIR}/actors.compiled DESTINATION ${CMAKE_INSTALL_DATADIR}/readout)

# find_package(readout)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/readout)
install(EXPORT readout NAMESPACE readout:: FILE readoutTargets.cmake DESTINATION ${package_folder})
set(data_folder ${CMAKE_INSTALL_DATADIR}/readout)
configure_package_config_file(cmake/readoutConfig.cmake.in ${PROJECT_BINARY_DIR}/readoutConfig.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS data_folder)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/readoutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/readoutConfig.cmake ${PROJECT_BINARY_DIR}/readoutConfigVersion.cmake
  DESTINATION ${package_folder})

# pkg-config: paths are counted from the .pc file, so that an installed tree may be moved.
set(pkgconfig_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig /prefix/${pkgconfig_folder} /prefix)
string(REGEX REPLACE "/$" "" prefix_from_pkgconfig "${prefix_from_pkgconfig}")
configure_file(cmake/readout.pc.in readout.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/readout.pc DESTINATION ${pkgconfig_folder})

# The program itself prints its manual and completions.
set(pages ${PROJECT_BINARY_DIR}/pages)
add_custom_command(OUTPUT ${pages}/readout.1 ${pages}/readout.bash ${pages}/_readout ${pages}/readout.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
  COMMAND readout_cli man > ${pages}/readout.1
  COMMAND readout_cli completions bash > ${pages}/readout.bash
  COMMAND readout_cli completions zsh > ${pages}/_readout
  COMMAND readout_cli completions fish > ${pages}/readout.fish
  DEPENDS readout_cli VERBATIM)
add_custom_target(readout_pages ALL
  DEPENDS ${pages}/readout.1 ${pages}/readout.bash ${pages}/_readout ${pages}/readout.fish)
install(FILES ${pages}/readout.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages}/readout.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME readout)
install(FILES ${pages}/_readout DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${pages}/readout.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
