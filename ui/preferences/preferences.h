// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "job/job.h"

class QSettings;

namespace haulwatch {

/// What the user may choose once for all; what is not chosen is as in an object made without anything.
struct Preferences {
    QString folder; ///< of new jobs; empty: the one used last
    /// Of new jobs: every option, also those that no dialog offers, by its name.
    JobOptions job;
    std::uint32_t activeJobs = 8; ///< at a time
    bool tellsFailures = true;
    bool tellsWaiting = true;
    bool tellsFinished = false;
    bool staysInTray = true; ///< when the window is closed while jobs are at work
    QString theme = QStringLiteral("system");
    QString language = QStringLiteral("system"); ///< or a code such as "fr"; from the next start

    bool operator==(const Preferences &) const = default;

    /// A value that makes no sense, because somebody wrote it by hand, is as if it were not there.
    [[nodiscard]] static Preferences load(const QSettings &settings);
    /// Keeps what differs from the defaults and drops the rest.
    void save(QSettings &settings) const;
};

/// Whether it can be a default proxy: an address without a sign-in, for the settings are no place for secrets; or
/// empty.
[[nodiscard]] bool isPlainProxy(const QString &proxy);

} // namespace haulwatch
