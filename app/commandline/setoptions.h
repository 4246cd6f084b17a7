// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>

#include "commandline/actions.h"

namespace haulwatch::commandline {

/// The options of `set`, which fill `set` while CLI11 parses.
void declareSet(CLI::App &app, Set &set);

/// What needs the whole line; throws a CLI::Error.
void checkSet(const CLI::App &app, const Set &set);

} // namespace haulwatch::commandline
