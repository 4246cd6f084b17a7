// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "transfer/transferengine.h"

namespace haulwatch {

/// TransferEngine::relocate() on the disk; blocking, and never a copy: what cannot be done by a name alone is refused.
[[nodiscard]] Result<void> movePartFiles(std::span<const PartMove> moves);

} // namespace haulwatch
