// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "transfer/transferengine.h"

namespace haulwatch {

/// Real transfers by libcurl's multi interface, on the thread that calls it, with one helper thread that hashes and
/// syncs files.
[[nodiscard]] std::unique_ptr<TransferEngine> makeCurlEngine();

} // namespace haulwatch
