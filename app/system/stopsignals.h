// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace haulwatch {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal for as long as it lives. At most one exists at a time.
class StopSignals : public QObject {
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

    /// Whether one has come, for who connects late.
    [[nodiscard]] bool isStopRequested() const { return m_isStopRequested; }

Q_SIGNALS:
    void stopRequested();

private:
    QSocketNotifier m_notifier;
    bool m_isStopRequested = false;
};

} // namespace haulwatch
