// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/errorcode.h"

/// The sentences behind articleOn(), untranslated (context "CodeArticle").
namespace haulwatch::codemeanings {

/// The registered phrase of a status (IANA HTTP Status Code Registry); null: none.
[[nodiscard]] const char *httpPhrase(int status);

/// What this very code says, where that is more than its cause; null: nothing more.
[[nodiscard]] const char *ofCode(ErrorCode code);

/// Whether it is the answer to a call that was not allowed, and never a job's error.
[[nodiscard]] bool isOfCalls(ErrorCode code);

} // namespace haulwatch::codemeanings
