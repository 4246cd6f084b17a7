// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "job/cause.h"
#include "words/fix.h"

namespace haulwatch::problemtext {

/// What a problem of this cause is about: the second half of a table cell.
enum class About : std::uint8_t { Job, File, Server, Folder };

/// All that people are told of one cause, untranslated. `happened` knows the places {server}, {inServer} (within a
/// sentence), {host}, {proxy}, {file}, {path}, {time} and {code}; it is used when no HTTP status says it shorter.
struct CauseWords {
    Cause cause;
    About about;
    const char *title;
    const char *shortTitle;
    const char *happened;
    const char *remedy;
    const char *meaning; ///< what usually is behind it, for articleOn() (context "CodeArticle")
    std::span<const Fix> fixes; ///< the ways on, the safest useful one first
};

[[nodiscard]] const CauseWords &wordsFor(Cause cause);

} // namespace haulwatch::problemtext
