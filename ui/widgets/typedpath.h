// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace haulwatch {

/// A path as people type it: "~" is the home directory.
[[nodiscard]] inline QString withoutTilde(const QString &path)
{
    const QString trimmed = path.trimmed();
    if (trimmed == u"~" || trimmed.startsWith(u"~/"))
        return QDir::homePath() + trimmed.sliced(1);
    return trimmed;
}

} // namespace haulwatch
