// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyringfixture.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QTest>

#include <csignal>
#include <filesystem>

namespace haulwatch::test {
namespace {

constexpr int kPatienceMs = 30'000;

void end(std::unique_ptr<QProcess> &process)
{
    if (!process)
        return;
    process->kill();
    process->waitForFinished(kPatienceMs);
    process.reset();
}

bool isOnBus(const QString &address, const QString &service)
{
    const auto name = QStringLiteral("look");
    const bool isThere = QDBusConnection::connectToBus(address, name).interface()->isServiceRegistered(service);
    QDBusConnection::disconnectFromBus(name);
    return isThere;
}

} // namespace

KeyringFixture::KeyringFixture()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const auto path = QString::fromStdString(m_home.path());
    for (const auto *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        m_environment.insert(QString::fromLatin1(name), path);
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"})
        m_environment.remove(QString::fromLatin1(name));
    std::filesystem::permissions(m_home.path(), std::filesystem::perms::owner_all);

    m_bus = std::make_unique<SessionBus>(path, m_environment);
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), busAddress());
}

KeyringFixture::~KeyringFixture()
{
    end(m_daemon);
}

bool KeyringFixture::startDaemon(bool isUnlocked)
{
    m_daemon = std::make_unique<QProcess>();
    m_daemon->setProcessEnvironment(m_environment);
    QStringList words {QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (isUnlocked)
        words.push_back(QStringLiteral("--unlock"));
    m_daemon->start(QStringLiteral("gnome-keyring-daemon"), words);
    if (!m_daemon->waitForStarted(kPatienceMs))
        return false;
    if (isUnlocked)
        m_daemon->write("the user's password");
    m_daemon->closeWriteChannel();
    return QTest::qWaitFor([this] { return isOnBus(busAddress(), QStringLiteral("org.freedesktop.secrets")); },
                           kPatienceMs);
}

void KeyringFixture::stopDaemon()
{
    end(m_daemon);
}

void KeyringFixture::freezeDaemon() const
{
    ::kill(static_cast<pid_t>(m_daemon->processId()), SIGSTOP);
}

} // namespace haulwatch::test
