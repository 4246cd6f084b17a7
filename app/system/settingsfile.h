// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

#include <memory>

namespace haulwatch {

enum class SettingsKind {
    Kept, ///< the user's, in the configuration folder
    Forgotten, ///< for demos and pictures: begin as at the first start, touch no disk, leave nothing behind
};

[[nodiscard]] std::unique_ptr<QSettings> openSettings(SettingsKind kind);

} // namespace haulwatch
