// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

namespace haulwatch {

/// Asks a server for its certificate, through the proxy its files come through, and hangs up: sends no request and no
/// secret. GUI thread.
class CertificateProbe : public QObject {
    Q_OBJECT

public:
    explicit CertificateProbe(QObject *parent = nullptr);

    /// "host", "host:port" or "[address]:port"; port 443 when none is named. Once.
    void ask(const QString &authority, const QNetworkProxy &proxy);

Q_SIGNALS:
    /// The server's own certificate first. `objections`: why this system does not trust it; none: it does.
    void answered(const QList<QSslCertificate> &chain, const QList<QSslError> &objections);
    void failed(const QString &reason); ///< in Qt's words

private:
    void end(const QString &reason);

    QSslSocket m_socket;
    QTimer m_limit;
    QList<QSslError> m_objections;
};

} // namespace haulwatch
