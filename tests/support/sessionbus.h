// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace haulwatch::test {

/// A session bus of its own, which starts no service by itself.
class SessionBus {
public:
    /// Its files are in `folder`, which must outlive it.
    SessionBus(const QString &folder, const QProcessEnvironment &environment);
    ~SessionBus();
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;

    /// Empty: it did not come up.
    [[nodiscard]] const QString &address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

} // namespace haulwatch::test
