// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/jobfilter.h"

namespace haulwatch {

/// What is wrong with a filter's text, as a sentence that says what would be right. Plain text.
[[nodiscard]] QString explain(const FilterError &error);

} // namespace haulwatch
