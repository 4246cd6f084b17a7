// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "job/joberror.h"

namespace haulwatch::problemtext {

/// What a problem of this cause is about: the second half of a table cell.
enum class About : std::uint8_t { Job, File, Server, Folder };

/// The sentences for one cause, untranslated. `happened` knows the places {server}, {inServer} (within a sentence),
/// {host}, {file}, {path}, {time} and {code}; it is used when no HTTP status says it shorter.
struct CauseWords {
    Cause cause;
    About about;
    const char *title;
    const char *shortTitle;
    const char *happened;
    const char *remedy;
};

[[nodiscard]] const CauseWords &wordsFor(Cause cause);

} // namespace haulwatch::problemtext
