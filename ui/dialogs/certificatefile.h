// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>

namespace haulwatch {

/// The certificates in a PEM file of at most 10 MB; none if there is no such file. What is typed so far may well be a
/// folder: QSslCertificate::fromPath() would walk through all of it.
[[nodiscard]] QList<QSslCertificate> readCertificates(const QString &path);

} // namespace haulwatch
