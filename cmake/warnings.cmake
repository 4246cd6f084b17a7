# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of this project is compiled with.
add_library(haulwatch_options INTERFACE)
target_compile_options(haulwatch_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 takes the members of a std::variant's or std::optional's empty state for uninitialized ones once it inlines.
  target_compile_options(haulwatch_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(HAULWATCH_WERROR)
  target_compile_options(haulwatch_options INTERFACE -Werror)
endif()
if(HAULWATCH_SANITIZE)
  list(JOIN HAULWATCH_SANITIZE "," sanitizers)
  # What is found ends the program: a test must not pass with a report on its error output.
  target_compile_options(haulwatch_options INTERFACE
    -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(haulwatch_options INTERFACE -fsanitize=${sanitizers})
endif()

if(HAULWATCH_COVERAGE)
  # Counted atomically: the engine's threads run the same lines.
  target_compile_options(haulwatch_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(haulwatch_options INTERFACE --coverage)
endif()

if(HAULWATCH_FUZZ)
  target_compile_options(haulwatch_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Text crosses from char to QString only where it says how.
add_library(haulwatch_qt_options INTERFACE)
target_link_libraries(haulwatch_qt_options INTERFACE haulwatch_options)
target_compile_definitions(haulwatch_qt_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER)
