// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>

#include "job/job.h"
#include "service/request.h"

namespace haulwatch::commandline {
/// The flags of a job's options, for `add`: they fill `options` while CLI11 parses.
void declareOptions(CLI::App &app, JobOptions &options);

/// The same ones for `set`: what is not given stays absent.
void declareOptions(CLI::App &app, JobEdit &edit);

} // namespace haulwatch::commandline
