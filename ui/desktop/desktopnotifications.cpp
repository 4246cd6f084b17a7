// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopnotifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <utility>

namespace haulwatch {
namespace {

const auto kService = QStringLiteral("org.freedesktop.Notifications");
const auto kPath = QStringLiteral("/org/freedesktop/Notifications");

// Desktop Notifications Specification 1.2, NotificationClosed.
constexpr quint32 kDismissedByUser = 2;
constexpr quint8 kUrgencyNormal = 1;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                  SLOT(onActionInvoked(quint32, QString)));
    m_bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this,
                  SLOT(onClosed(quint32, quint32)));
}

DesktopNotifications::~DesktopNotifications()
{
    for (const Notification &notification : std::as_const(m_notifications)) {
        if (notification.id != 0)
            m_bus.send(call(QStringLiteral("CloseNotification")) << notification.id);
    }
}

void DesktopNotifications::show(const QString &topic, const Content &content)
{
    if (!m_bus.isConnected())
        return;
    Notification &notification = m_notifications[topic];
    notification.isUnwanted = false;
    if (notification.isAwaited)
        notification.next = content;
    else
        send(topic, content);
}

void DesktopNotifications::send(const QString &topic, const Content &content)
{
    Notification &notification = m_notifications[topic];
    notification.isAwaited = true;
    QVariantMap hints;
    hints.insert(QStringLiteral("urgency"), QVariant::fromValue(kUrgencyNormal));
    hints.insert(QStringLiteral("desktop-entry"), QStringLiteral("org.haulwatch.Haulwatch"));
    // The body is markup by the specification, the summary is not.
    auto message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Haulwatch") << notification.id << QStringLiteral("org.haulwatch.Haulwatch")
            << content.summary << content.body.toHtmlEscaped() << content.actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, topic, watcher] {
        const QDBusPendingReply<quint32> reply = *watcher;
        watcher->deleteLater();
        onAnswer(topic, reply.isError() ? 0 : reply.value());
    });
}

void DesktopNotifications::onAnswer(const QString &topic, quint32 id)
{
    Notification &notification = m_notifications[topic];
    notification.id = id;
    notification.isAwaited = false;
    if (notification.isUnwanted)
        hide(topic);
    else if (const auto next = std::exchange(notification.next, std::nullopt))
        send(topic, *next);
}

void DesktopNotifications::hide(const QString &topic)
{
    const auto notification = m_notifications.find(topic);
    if (notification == m_notifications.end())
        return;
    notification->next.reset();
    if (notification->isAwaited) {
        notification->isUnwanted = true;
        return;
    }
    if (notification->id != 0)
        m_bus.send(call(QStringLiteral("CloseNotification")) << notification->id);
    m_notifications.erase(notification);
}

QString DesktopNotifications::topicOf(quint32 id) const
{
    for (auto notification = m_notifications.begin(); notification != m_notifications.end(); ++notification) {
        if (notification->id == id && id != 0)
            return notification.key();
    }
    return {};
}

void DesktopNotifications::onActionInvoked(quint32 id, const QString &action)
{
    // The desktop tells everybody; ids of other programs are none of ours.
    if (const QString topic = topicOf(id); !topic.isEmpty())
        Q_EMIT actionChosen(topic, action);
}

void DesktopNotifications::onClosed(quint32 id, quint32 reason)
{
    const QString topic = topicOf(id);
    if (topic.isEmpty() || reason != kDismissedByUser)
        return;
    m_notifications[topic].id = 0;
    Q_EMIT dismissed(topic);
}

} // namespace haulwatch
