// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "store/jobjournal.h"

namespace haulwatch {

/// A journal for demos and tests: keeps the history in memory, everything is durable at once.
[[nodiscard]] std::unique_ptr<JobJournal> makeMemoryJournal();

} // namespace haulwatch
