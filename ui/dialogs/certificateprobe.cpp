// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificateprobe.h"

#include <QUrl>

#include <chrono>

namespace haulwatch {

using namespace std::chrono_literals;

CertificateProbe::CertificateProbe(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(15s);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(tr("no answer for 15 seconds")); });
    // Looked at, not used: nothing is sent over this connection.
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_objections = errors;
        m_socket.ignoreSslErrors();
    });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        const auto chain = m_socket.peerCertificateChain();
        m_limit.stop();
        m_socket.disconnect(this);
        m_socket.abort();
        Q_EMIT answered(chain, m_objections);
    });
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, [this] { end(m_socket.errorString()); });
}

void CertificateProbe::ask(const QString &authority, const QNetworkProxy &proxy)
{
    constexpr int kHttps = 443;
    const QUrl server(QStringLiteral("https://") + authority);
    m_limit.start();
    m_socket.setProxy(proxy);
    m_socket.connectToHostEncrypted(server.host(), static_cast<quint16>(server.port(kHttps)));
}

void CertificateProbe::end(const QString &reason)
{
    m_limit.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    Q_EMIT failed(reason);
}

} // namespace haulwatch
