// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "demo/simulatedengine.h"
#include "store/jobjournal.h"

namespace haulwatch {

/// A demo that somebody wrote: which jobs there are, and what becomes of each file.
struct DemoScenario {
    std::vector<StoredJob> jobs; ///< QUEUED, or SUSPENDED
    Simulation simulation; ///< an address that the scenario does not name, such as a changed one, always works
};

/// From JSON:
///
///     {"jobs": [{"name": "driver-pack", "folder": "/home/demo/Downloads", "priority": "high",
///                "suspended": false, "manualComplete": false,
///                "files": [{"url": "https://cdn.example.org/hp.cab", "size": 80000000, "rate": 4000000,
///                           "fails": {"code": "404", "detail": "Not Found", "after": 0.4, "attempts": 2}}]}]}
///
/// Sizes in bytes, rates in bytes a second. `code` as `haulwatch explain` takes it; `after` is the share of the file
/// that arrives before, `attempts` how many fail (0: all). Only `name`, `files` and `url` must be there. An error: a
/// sentence that names the job and says what is expected.
[[nodiscard]] tl::expected<DemoScenario, QString> parseScenario(std::string_view json, Instant now);

} // namespace haulwatch
