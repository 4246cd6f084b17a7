// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace haulwatch::test {

/// Somebody who shows bubbles (org.freedesktop.Notifications), and remembers what was asked.
class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        quint32 id = 0;
        quint32 replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit NotificationServer(QDBusConnection bus)
        : m_bus(bus)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllContents);
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    std::vector<Shown> shown;
    std::vector<quint32> closed;

public Q_SLOTS:
    quint32 Notify(const QString &, quint32 replaces, const QString &, const QString &summary, const QString &body,
                   const QStringList &actions, const QVariantMap &hints, int)
    {
        const quint32 id = replaces == 0 ? ++m_last : replaces;
        shown.push_back({id, replaces, summary, body, actions, hints});
        return id;
    }
    void CloseNotification(quint32 id) { closed.push_back(id); }

Q_SIGNALS:
    void ActionInvoked(quint32 id, const QString &action);
    void NotificationClosed(quint32 id, quint32 reason);

private:
    QDBusConnection m_bus;
    quint32 m_last = 100;
};

} // namespace haulwatch::test
