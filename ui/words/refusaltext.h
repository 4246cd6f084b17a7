// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/result.h"

namespace haulwatch::problemtext {

/// A refused call, as a sentence that says what to do.
[[nodiscard]] QString refusal(const CallError &error);

} // namespace haulwatch::problemtext
