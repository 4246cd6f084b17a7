// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificatefile.h"

#include <QFile>
#include <QFileInfo>

namespace haulwatch {
namespace {

constexpr qint64 kLargestFile = 10'000'000; // bytes; a system's whole list has about 200,000

} // namespace

QList<QSslCertificate> readCertificates(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > kLargestFile || !file.open(QIODevice::ReadOnly))
        return {};
    return QSslCertificate::fromDevice(&file, QSsl::Pem);
}

} // namespace haulwatch
