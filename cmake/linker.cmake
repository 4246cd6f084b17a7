# SPDX-License-Identifier: GPL-3.0-or-later
# Seventy test programs are linked: with a fast linker, if there is one, and if nobody chose another.
include(CheckLinkerFlag)
if(NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld")
  foreach(linker mold lld)
    check_linker_flag(CXX -fuse-ld=${linker} HAULWATCH_HAS_${linker})
    if(HAULWATCH_HAS_${linker})
      add_link_options(-fuse-ld=${linker})
      break()
    endif()
  endforeach()
endif()
