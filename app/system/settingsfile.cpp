// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/settingsfile.h"

#include <QStandardPaths>

namespace haulwatch {

std::unique_ptr<QSettings> openSettings(SettingsKind kind)
{
    // QSettings knows no memory-only kind; a file that can neither exist nor be made comes to the same.
    const QString path = kind == SettingsKind::Forgotten
        ? QStringLiteral("/dev/null/haulwatch.ini")
        : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/haulwatch/haulwatch.ini");
    return std::make_unique<QSettings>(path, QSettings::IniFormat);
}

} // namespace haulwatch
