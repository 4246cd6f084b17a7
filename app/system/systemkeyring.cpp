// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/systemkeyring.h"

#include <QEventLoop>
#include <QString>
#include <QTimer>

#include <algorithm>

#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>

namespace haulwatch {
namespace {

QString service()
{
    return QStringLiteral("org.haulwatch.Haulwatch");
}

QString itemName(const std::string &name)
{
    return QStringLiteral("credentials-") + QString::fromStdString(name);
}

/// Wipes the bytes of a key; another owner of them would see it.
void wipe(QByteArray &bytes)
{
    OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

/// Runs the job to its end; why it failed, or nothing. One that is not over in time is left to end by itself, unheard.
std::optional<KeyringFailure> perform(QKeychain::Job &job, std::chrono::milliseconds patience)
{
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    bool isOver = false;
    const auto finished = QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        isOver = true;
        loop.quit();
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.start(patience);
    job.start();
    if (!isOver)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!isOver) {
        QObject::disconnect(finished);
        return KeyringFailure {KeyringFault::Silent, {}};
    }
    if (job.error() == QKeychain::NoError)
        return std::nullopt;
    const bool isMissing = job.error() == QKeychain::EntryNotFound || job.error() == QKeychain::AccessDenied
        || job.error() == QKeychain::AccessDeniedByUser;
    return KeyringFailure {isMissing ? KeyringFault::NoKey : KeyringFault::Unavailable,
                           job.errorString().toStdString()};
}

} // namespace

tl::expected<SealKey, KeyringFailure> SystemKeyring::find(const std::string &name)
{
    // Deletes itself once it is over, which may be after this call.
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(itemName(name));
    if (auto failure = perform(*job, m_patience))
        return tl::unexpected(std::move(*failure));
    QByteArray found = job->binaryData();
    SealKey::Bytes bytes {};
    if (static_cast<std::size_t>(found.size()) != bytes.size()) {
        wipe(found);
        return tl::unexpected(KeyringFailure {KeyringFault::NoKey, "not a key"});
    }
    std::copy(found.cbegin(), found.cend(), bytes.begin());
    wipe(found);
    const SealKey key(bytes);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return key;
}

std::optional<KeyringFailure> SystemKeyring::keep(const std::string &name, const SealKey &key)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(itemName(name));
    job->setBinaryData(QByteArray(reinterpret_cast<const char *>(key.bytes().data()), qsizetype(key.bytes().size())));
    return perform(*job, m_patience);
}

std::unique_ptr<Keyring> makeSystemKeyring()
{
    if (qEnvironmentVariable("HAULWATCH_KEYRING").compare(u"off", Qt::CaseInsensitive) == 0)
        return nullptr;
    return std::make_unique<SystemKeyring>();
}

} // namespace haulwatch
