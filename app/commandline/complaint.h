// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <CLI/App.hpp>

namespace haulwatch::commandline {

/// What CLI11 has to say of the words that `app` was given, in the user's language: its own sentences are English.
[[nodiscard]] QString complaintOf(const CLI::App &app, const CLI::Error &error);

} // namespace haulwatch::commandline
