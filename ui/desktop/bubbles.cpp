// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bubbles.h"

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

Bubbles::Bubbles(const QDBusConnection &bus, QObject *parent)
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

Bubbles::~Bubbles()
{
    for (const Bubble &bubble : std::as_const(m_bubbles)) {
        if (bubble.id != 0)
            m_bus.send(call(QStringLiteral("CloseNotification")) << bubble.id);
    }
}

void Bubbles::show(const QString &topic, const Content &content)
{
    if (!m_bus.isConnected())
        return;
    Bubble &bubble = m_bubbles[topic];
    bubble.isUnwanted = false;
    if (bubble.isAwaited)
        bubble.next = content;
    else
        send(topic, content);
}

void Bubbles::send(const QString &topic, const Content &content)
{
    Bubble &bubble = m_bubbles[topic];
    bubble.isAwaited = true;
    QVariantMap hints;
    hints.insert(QStringLiteral("urgency"), QVariant::fromValue(kUrgencyNormal));
    hints.insert(QStringLiteral("desktop-entry"), QStringLiteral("org.haulwatch.Haulwatch"));
    // The body is markup by the specification, the summary is not.
    auto message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Haulwatch") << bubble.id << QStringLiteral("org.haulwatch.Haulwatch") << content.summary
            << content.body.toHtmlEscaped() << content.actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, topic, watcher] {
        const QDBusPendingReply<quint32> reply = *watcher;
        watcher->deleteLater();
        onAnswer(topic, reply.isError() ? 0 : reply.value());
    });
}

void Bubbles::onAnswer(const QString &topic, quint32 id)
{
    Bubble &bubble = m_bubbles[topic];
    bubble.id = id;
    bubble.isAwaited = false;
    if (bubble.isUnwanted)
        hide(topic);
    else if (const auto next = std::exchange(bubble.next, std::nullopt))
        send(topic, *next);
}

void Bubbles::hide(const QString &topic)
{
    const auto bubble = m_bubbles.find(topic);
    if (bubble == m_bubbles.end())
        return;
    bubble->next.reset();
    if (bubble->isAwaited) {
        bubble->isUnwanted = true;
        return;
    }
    if (bubble->id != 0)
        m_bus.send(call(QStringLiteral("CloseNotification")) << bubble->id);
    m_bubbles.erase(bubble);
}

QString Bubbles::topicOf(quint32 id) const
{
    for (auto bubble = m_bubbles.begin(); bubble != m_bubbles.end(); ++bubble) {
        if (bubble->id == id && id != 0)
            return bubble.key();
    }
    return {};
}

void Bubbles::onActionInvoked(quint32 id, const QString &action)
{
    // The desktop tells everybody; ids of other programs are none of ours.
    if (const QString topic = topicOf(id); !topic.isEmpty())
        Q_EMIT actionChosen(topic, action);
}

void Bubbles::onClosed(quint32 id, quint32 reason)
{
    const QString topic = topicOf(id);
    if (topic.isEmpty() || reason != kDismissedByUser)
        return;
    m_bubbles[topic].id = 0;
    Q_EMIT dismissed(topic);
}

} // namespace haulwatch
