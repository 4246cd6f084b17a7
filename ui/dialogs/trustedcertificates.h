// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QString>

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace haulwatch {

/// The certificates a user trusts beside the system's: PEM files in a folder of their own, named after the server and
/// the fingerprint. A job that relies on one names the file (JobOptions::caFile); without the file it trusts nobody
/// more than the system does not, so deleting one is always safe.
class TrustedCertificates {
public:
    struct Entry {
        QString path;
        QString server;
        QSslCertificate certificate; ///< null: the file holds none any more
        QDateTime since;
    };

    /// In the user's data folder.
    TrustedCertificates();
    explicit TrustedCertificates(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /// Together with those in `alsoIn`, a file of ours that a job has relied on so far; may be empty. The file's path,
    /// or what went wrong.
    [[nodiscard]] tl::expected<QString, QString> add(const QString &server, const QSslCertificate &certificate,
                                                     const QString &alsoIn = {}) const;
    /// What went wrong, or nothing.
    [[nodiscard]] QString remove(const QString &path) const;
    [[nodiscard]] std::vector<Entry> all() const;
    [[nodiscard]] bool isOurs(const std::string &caFile) const;

private:
    QString m_folder;
};

/// "AB:CD:…", as other programs show it.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);

} // namespace haulwatch
