// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>

#include "job/job.h"

namespace haulwatch {

/// The proxy that a job's connections go through, for what the window asks a server by itself. With the sign-in, if the
/// address still has one.
[[nodiscard]] QNetworkProxy proxyOf(const JobOptions &options);

} // namespace haulwatch
