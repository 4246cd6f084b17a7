// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretsfile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <utility>
#include <variant>

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/sealedsecrets.h"
#include "store/storedirectory.h"

namespace haulwatch {
namespace {

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<std::string> syncFolderOf(const std::string &path)
{
    const auto folder = path.substr(0, path.rfind('/'));
    const FileDescriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen() || fsync(directory.get()) != 0)
        return systemError(folder, errno);
    return std::nullopt;
}

// After this the file is the old one or the new one, whatever happens. What went wrong, or nothing.
std::optional<std::string> replaceFile(const std::string &path, std::string_view bytes)
{
    const auto temporary = path + ".new";
    unlink(temporary.c_str());
    const FileDescriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen() || !writeAll(file.get(), bytes) || fsync(file.get()) != 0
        || std::rename(temporary.c_str(), path.c_str()) != 0) {
        const auto error = errno;
        unlink(temporary.c_str());
        return systemError(path, error);
    }
    return syncFolderOf(path);
}

tl::unexpected<StoreError> unreadable(const std::string &path, int error)
{
    return tl::unexpected(StoreError {StoreFault::Unreadable, systemError(path, error), {}});
}

// Nothing: there is no such file.
tl::expected<std::optional<std::string>, StoreError> contentOf(const std::string &path)
{
    // Without O_NONBLOCK a pipe under that name would be waited for.
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen() && errno == ENOENT)
        return std::nullopt;
    struct stat status { };
    if (!file.isOpen() || fstat(file.get(), &status) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(status.st_mode))
        return unreadable(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);

    std::string content;
    std::array<char, 64 << 10> block {};
    while (true) {
        const auto count = ::read(file.get(), block.data(), block.size());
        if (count > 0)
            content.append(block.data(), static_cast<std::size_t>(count));
        else if (count == 0)
            break;
        else if (errno != EINTR)
            return unreadable(path, errno);
    }
    OPENSSL_cleanse(block.data(), block.size());
    return content;
}

StoreError damaged(const std::string &path, const std::string &detail)
{
    return {StoreFault::Damaged, path + ": " + detail, path};
}

bool needsSecrets(const StoredJob &job)
{
    return job.spec->secrets && !job.spec->secrets->empty() && !isFinal(job.status.state);
}

} // namespace

tl::expected<SecretsFile, StoreError> SecretsFile::read(Paths paths, Keyring *keyring)
{
    SecretsFile file(std::move(paths));
    if (auto fault = file.readOpen())
        return tl::unexpected(std::move(*fault));
    auto bytes = contentOf(file.m_paths.sealed);
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    if (*bytes) {
        if (auto fault = file.readSealed(**bytes, keyring))
            return tl::unexpected(std::move(*fault));
    } else if (keyring != nullptr) {
        file.beginSealing(*keyring);
    }
    return file;
}

std::optional<StoreError> SecretsFile::readOpen()
{
    auto bytes = contentOf(m_paths.open);
    if (!bytes)
        return std::move(bytes.error());
    if (!*bytes)
        return std::nullopt;
    auto secrets = secretsFromText(**bytes);
    wipe(**bytes);
    if (!secrets)
        return damaged(m_paths.open, secrets.error());
    m_secrets = std::move(*secrets);
    m_hasOpenFile = true;
    return std::nullopt;
}

std::optional<StoreError> SecretsFile::readSealed(const std::string &bytes, Keyring *keyring)
{
    const auto sealed = SealedSecrets::parse(bytes);
    if (!sealed)
        return StoreError {sealed.error().fault, m_paths.sealed + ": " + sealed.error().detail, m_paths.sealed};
    auto key = keyring != nullptr ? keyring->find(sealed->keyName)
                                  : tl::unexpected(KeyringFailure {KeyringFault::NotAsked, {}});
    if (!key) {
        m_keyringFailure = std::move(key.error());
        lock(sealed->jobs);
        return std::nullopt;
    }
    auto text = sealed->open(*key);
    if (!text)
        return damaged(m_paths.sealed, "not what was sealed");
    auto secrets = secretsFromText(*text);
    wipe(*text);
    if (!secrets)
        return damaged(m_paths.sealed, secrets.error());
    // What was given while the key was away is newer.
    m_secrets.merge(*secrets);
    useSeal({sealed->keyName, *key});
    return std::nullopt;
}

void SecretsFile::lock(const std::vector<JobId> &jobs)
{
    auto locked = std::make_shared<JobSecrets>();
    locked->locked = true;
    for (const JobId id : jobs)
        m_secrets.try_emplace(id, locked);
    m_sealedJobs = std::set<JobId>(jobs.begin(), jobs.end());
}

void SecretsFile::beginSealing(Keyring &keyring)
{
    const auto name = SealedSecrets::newKeyName();
    const auto key = SealKey::random();
    if (!name || !key) {
        m_keyringFailure = KeyringFailure {KeyringFault::Unavailable, "no randomness"};
        return;
    }
    m_keyringFailure = keyring.keep(*name, *key);
    if (m_keyringFailure)
        return;
    useSeal({*name, *key});
    m_written = false; // at once, so that the key has an owner
}

void SecretsFile::useSeal(Seal seal)
{
    m_seal.emplace(std::move(seal));
    const auto removed = std::erase_if(m_secrets, [](const auto &entry) { return entry.second->empty(); });
    m_written = !m_hasOpenFile && removed == 0;
}

std::size_t SecretsFile::lockedJobs() const
{
    const auto count =
        std::count_if(m_secrets.begin(), m_secrets.end(), [](const auto &entry) { return entry.second->locked; });
    return static_cast<std::size_t>(count);
}

std::optional<std::string> SecretsFile::add(std::span<const StoreOperation> operations)
{
    for (const auto &operation : operations) {
        const auto *put = std::get_if<PutJob>(&operation);
        if (put != nullptr && needsSecrets(put->job))
            this->put(put->job.spec->id, withValuesOf(put->job));
    }
    return m_written ? std::nullopt : write();
}

// Until the store has the new addresses, a crash brings back the old ones, which need their values.
std::shared_ptr<const JobSecrets> SecretsFile::withValuesOf(const StoredJob &job) const
{
    const auto &secrets = job.spec->secrets;
    const auto old = m_secrets.find(job.spec->id);
    if (old == m_secrets.end() || old->second->queryValues.empty())
        return secrets;
    auto both = std::make_shared<JobSecrets>(*secrets);
    const auto &values = old->second->queryValues;
    for (std::size_t i = 0; i < std::min(values.size(), both->queryValues.size()); ++i) {
        if (both->queryValues[i].value.empty())
            both->queryValues[i] = values[i];
    }
    return both;
}

void SecretsFile::settle(std::span<const StoreOperation> operations)
{
    for (const auto &operation : operations) {
        if (const auto *job = std::get_if<PutJob>(&operation)) {
            if (needsSecrets(job->job))
                put(job->job.spec->id, job->job.spec->secrets);
            else
                forget(job->job);
        } else if (const auto *status = std::get_if<PutStatus>(&operation)) {
            if (isFinal(status->status.state))
                drop(status->id);
        } else if (const auto *removed = std::get_if<RemoveJob>(&operation)) {
            drop(removed->id);
        }
    }
    if (!m_written)
        static_cast<void>(write());
}

void SecretsFile::keepOnly(std::span<const StoredJob> jobs)
{
    std::erase_if(m_secrets, [&](const auto &entry) {
        const auto job = std::lower_bound(jobs.begin(), jobs.end(), entry.first,
                                          [](const StoredJob &j, JobId id) { return j.spec->id < id; });
        const bool keep = job != jobs.end() && job->spec->id == entry.first && !isFinal(job->status.state);
        m_written = m_written && (keep || entry.second->locked);
        return !keep;
    });
    if (!m_written)
        static_cast<void>(write());
}

void SecretsFile::put(JobId id, const std::shared_ptr<const JobSecrets> &secrets)
{
    auto &entry = m_secrets[id];
    if (entry && *entry == *secrets)
        return;
    entry = secrets;
    m_written = false;
}

void SecretsFile::forget(const StoredJob &job)
{
    const auto id = job.spec->id;
    if (isFinal(job.status.state) || !m_sealedJobs.contains(id))
        return drop(id);
    // What is sealed can't be changed now, so it is noted that the job has none any more.
    put(id, std::make_shared<const JobSecrets>());
}

void SecretsFile::drop(JobId id)
{
    const auto entry = m_secrets.find(id);
    if (entry == m_secrets.end())
        return;
    m_written = m_written && entry->second->locked;
    m_secrets.erase(entry);
}

std::optional<std::string> SecretsFile::write()
{
    auto failure = m_seal ? writeSealed() : writeOpen();
    m_written = !failure;
    return failure;
}

std::optional<std::string> SecretsFile::writeOpen()
{
    auto known = m_secrets;
    std::erase_if(known, [](const auto &entry) { return entry.second->locked; });
    auto text = toText(known);
    auto failure = replaceFile(m_paths.open, text);
    wipe(text);
    return failure;
}

std::optional<std::string> SecretsFile::writeSealed()
{
    std::vector<JobId> jobs;
    for (const auto &[id, secrets] : m_secrets)
        jobs.push_back(id);
    auto text = toText(m_secrets);
    const auto bytes = SealedSecrets::seal(m_seal->keyName, m_seal->key, jobs, text);
    wipe(text);
    if (!bytes)
        return m_paths.sealed + ": cannot be sealed";
    if (auto failure = replaceFile(m_paths.sealed, *bytes))
        return failure;
    // Only now, and for good: read at the next start, the older one would count as the newer.
    if (!m_hasOpenFile)
        return std::nullopt;
    if (unlink(m_paths.open.c_str()) != 0 && errno != ENOENT)
        return systemError(m_paths.open, errno);
    if (auto failure = syncFolderOf(m_paths.open))
        return failure;
    m_hasOpenFile = false;
    return std::nullopt;
}

} // namespace haulwatch
