# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of the standard library and of Qt that many files include: parsed once for core, once for all that uses Qt.
# They hold nothing of this project, so no change of ours builds them again. Every file still includes what it uses:
# clang-tidy and -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON see it without.
set(standard_headers
  <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
  <unordered_map> <utility> <variant> <vector> <tl/expected.hpp>)
set(qt_headers
  <QApplication> <QCheckBox> <QDateTime> <QDialog> <QDir> <QFile> <QFormLayout> <QHBoxLayout> <QHeaderView> <QKeyEvent>
  <QLabel> <QLineEdit> <QLocale> <QMenu> <QPainter> <QPushButton> <QSettings> <QStyledItemDelegate> <QTimer> <QUrl>
  <QVBoxLayout>)

# haulwatch_precompiled(NAME options HEADERS header…): what a target takes with REUSE_FROM
function(haulwatch_precompiled name options)
  cmake_parse_arguments(PARSE_ARGV 2 precompiled "" "" "HEADERS")
  set(nothing ${CMAKE_CURRENT_BINARY_DIR}/nothing.cpp)
  file(CONFIGURE OUTPUT ${nothing} CONTENT "")
  add_library(${name} STATIC ${nothing})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
  target_link_libraries(${name} PRIVATE ${options} tl::expected)
  target_precompile_headers(${name} PRIVATE ${precompiled_HEADERS})
endfunction()

# haulwatch_note_content(NAME [include folder…]): GCC writes another file for the same headers each time, and ccache
# would take every object made with it for outdated. What it shall compare instead is the text of the headers.
function(haulwatch_note_content name)
  get_target_property(headers ${name} PRECOMPILE_HEADERS)
  list(TRANSFORM headers PREPEND "#include ")
  list(JOIN headers "\n" text)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.dir)
  file(WRITE ${folder}/all.h "${text}\n")
  list(TRANSFORM ARGN PREPEND -I)
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -fPIC ${ARGN} -E -P ${folder}/all.h
    OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(SHA256 sum "${text}")
  file(WRITE ${folder}/cmake_pch.hxx.gch.sum ${sum})
endfunction()

haulwatch_precompiled(haulwatch_core_headers haulwatch_options HEADERS ${standard_headers})
haulwatch_precompiled(haulwatch_qt_headers haulwatch_qt_options HEADERS ${standard_headers} ${qt_headers})
target_link_libraries(haulwatch_qt_headers PRIVATE Qt6::Core)
get_target_property(qt_folders Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
foreach(module Gui Widgets)
  # Without their definitions (QT_WIDGETS_LIB): GCC takes precompiled headers for files that define what they did, and
  # only QtTest looks at these.
  get_target_property(folders Qt6::${module} INTERFACE_INCLUDE_DIRECTORIES)
  target_include_directories(haulwatch_qt_headers SYSTEM PRIVATE ${folders})
  list(APPEND qt_folders ${folders})
endforeach()

if(HAULWATCH_CCACHE)
  haulwatch_note_content(haulwatch_core_headers)
  haulwatch_note_content(haulwatch_qt_headers ${qt_folders})
endif()
