// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

#include <memory>

#include "support/sandbox.h"
#include "support/sessionbus.h"

namespace haulwatch::test {

/// A real Secret Service on a session bus of its own, with a home of its own: the user's keyring is never touched.
class KeyringFixture {
public:
    KeyringFixture();
    ~KeyringFixture();
    KeyringFixture(const KeyringFixture &) = delete;
    KeyringFixture &operator=(const KeyringFixture &) = delete;

    /// Whether the bus runs and answers.
    [[nodiscard]] bool isReady() const { return !busAddress().isEmpty(); }
    [[nodiscard]] const QString &busAddress() const { return m_bus->address(); }

    /// Starts gnome-keyring, its keyring opened with the password or left locked. False: it did not come up.
    [[nodiscard]] bool startDaemon(bool isUnlocked = true);
    void stopDaemon();
    /// The daemon keeps its name on the bus and answers nothing, until it is stopped.
    void freezeDaemon() const;

    /// Every variable a client needs.
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

private:
    Sandbox m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<QProcess> m_daemon;
};

} // namespace haulwatch::test
