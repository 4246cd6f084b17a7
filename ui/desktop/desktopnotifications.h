// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace haulwatch {

/// The notifications of the desktop (org.freedesktop.Notifications): one for each topic, replaced in place. Whether,
/// when and how loud they are shown is the desktop's business. Without a bus, or nobody on it who shows notifications,
/// nothing happens. GUI thread; never waits for the bus.
class DesktopNotifications : public QObject {
    Q_OBJECT

public:
    struct Content {
        QString summary; ///< plain text, as is the body
        QString body;
        QStringList actions; ///< key, label, key, label…; "default" is the notification itself
    };

    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);
    /// Nobody would hear their buttons any more.
    ~DesktopNotifications() override;

    void show(const QString &topic, const Content &content);
    void hide(const QString &topic);

Q_SIGNALS:
    void actionChosen(const QString &topic, const QString &action);
    /// By the user; one that merely went out of sight is still the one to be replaced.
    void dismissed(const QString &topic);

private Q_SLOTS:
    // Named by the strings of the connections to the bus.
    void onActionInvoked(quint32 id, const QString &action);
    void onClosed(quint32 id, quint32 reason);

private:
    struct Notification {
        quint32 id = 0; ///< 0: the desktop knows none
        bool isAwaited = false; ///< asked for, not answered; what comes meanwhile waits
        std::optional<Content> next;
        bool isUnwanted = false; ///< to be closed as soon as its number is known
    };

    void send(const QString &topic, const Content &content);
    void onAnswer(const QString &topic, quint32 id);
    [[nodiscard]] QString topicOf(quint32 id) const;

    QDBusConnection m_bus;
    QMap<QString, Notification> m_notifications;
};

} // namespace haulwatch
