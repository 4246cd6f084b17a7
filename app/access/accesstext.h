// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

#include "access/engineaccess.h"

namespace haulwatch {

/// Why the jobs of a directory cannot be reached, as a sentence that says what to do.
[[nodiscard]] QString accessText(const EngineAccess::Failure &failure, const std::string &directory);

/// What keeps credentials from being sealed or read, and what to do.
[[nodiscard]] QString keyringText(const EngineAccess::KeyringTrouble &trouble, const std::string &directory);

} // namespace haulwatch
