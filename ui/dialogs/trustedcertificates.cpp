// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/trustedcertificates.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace haulwatch {
namespace {

constexpr qsizetype kNameDigits = 16;

/// Of "host:port" or "[::1]:port", what may stand in a file's name.
QString asFileName(QString server)
{
    for (QChar &c : server) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-');
        if (!isPlain)
            c = u'_';
    }
    return server;
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

TrustedCertificates::TrustedCertificates()
    : m_folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/certificates"))
{
}

tl::expected<QString, QString> TrustedCertificates::add(const QString &server, const QSslCertificate &certificate,
                                                        const QString &alsoIn) const
{
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(m_folder);
    QByteArray pem = certificate.toPem();
    if (!alsoIn.isEmpty()) {
        QFile before(alsoIn);
        if (before.open(QIODevice::ReadOnly))
            pem += before.readAll();
    }
    const auto digits = QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex().first(kNameDigits);
    const QString path = m_folder + u'/' + asFileName(server) + u'-' + QString::fromLatin1(digits) + u".pem";
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return tl::unexpected(file.errorString());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

QString TrustedCertificates::remove(const QString &path) const
{
    QFile file(path);
    return !file.exists() || file.remove() ? QString() : file.errorString();
}

std::vector<TrustedCertificates::Entry> TrustedCertificates::all() const
{
    std::vector<Entry> entries;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({QStringLiteral("*.pem")}, QDir::Files, QDir::Time)) {
        const auto certificates = QSslCertificate::fromPath(file.filePath());
        Entry entry;
        entry.path = file.filePath();
        entry.server = file.completeBaseName().chopped(kNameDigits + 1);
        entry.certificate = certificates.isEmpty() ? QSslCertificate() : certificates.first();
        entry.since = file.lastModified();
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool TrustedCertificates::isOurs(const std::string &caFile) const
{
    return !caFile.empty() && QFileInfo(QString::fromStdString(caFile)).absolutePath() == QDir(m_folder).absolutePath();
}

} // namespace haulwatch
