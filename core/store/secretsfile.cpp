// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretsfile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>
#include <variant>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "store/storedirectory.h"

namespace haulwatch {
namespace {

using Json = nlohmann::json;

// A header may hold any bytes, JSON only Unicode: each byte becomes the code point of its value, so ASCII stays
// readable.
std::string toJsonText(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text.push_back(c);
        } else {
            text.push_back(static_cast<char>(0xC0 | (byte >> 6)));
            text.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
        }
    }
    return text;
}

std::string fromJsonText(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80 || i + 1 == text.size())
            bytes.push_back(text[i]);
        else
            bytes.push_back(static_cast<char>(((lead & 0x03) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3F)));
    }
    return bytes;
}

Json toJson(const JobSecrets &secrets)
{
    auto headers = Json::array();
    for (const auto &header : secrets.headers)
        headers.push_back(toJsonText(header));
    return {{"userInfo", toJsonText(secrets.userInfo)},
            {"proxyUserInfo", toJsonText(secrets.proxyUserInfo)},
            {"headers", std::move(headers)}};
}

JobSecrets fromJson(const Json &value)
{
    JobSecrets secrets;
    secrets.userInfo = fromJsonText(value.at("userInfo").get<std::string>());
    secrets.proxyUserInfo = fromJsonText(value.at("proxyUserInfo").get<std::string>());
    for (const auto &header : value.at("headers"))
        secrets.headers.push_back(fromJsonText(header.get<std::string>()));
    return secrets;
}

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

// After this the file is the old one or the new one, whatever happens. What went wrong, or nothing.
std::optional<std::string> replaceFile(const std::string &path, std::string_view bytes)
{
    const auto temporary = path + ".new";
    unlink(temporary.c_str());
    const OwnedDescriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen() || !writeAll(file.get(), bytes) || fsync(file.get()) != 0
        || std::rename(temporary.c_str(), path.c_str()) != 0) {
        const auto error = errno;
        unlink(temporary.c_str());
        return systemError(path, error);
    }
    const auto folder = path.substr(0, path.rfind('/'));
    const OwnedDescriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen() || fsync(directory.get()) != 0)
        return systemError(folder, errno);
    return std::nullopt;
}

bool needsSecrets(const StoredJob &job)
{
    return job.spec->secrets && !job.spec->secrets->empty() && !isFinal(job.status.state);
}

} // namespace

tl::expected<SecretsFile, std::string> SecretsFile::read(std::string path)
{
    SecretsFile secrets(std::move(path));
    std::ifstream stream(secrets.m_path, std::ios::binary);
    if (!stream) {
        if (access(secrets.m_path.c_str(), F_OK) != 0 && errno == ENOENT)
            return secrets;
        return tl::unexpected(systemError(secrets.m_path, errno));
    }
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    // nlohmann's messages quote what they could not read, so they must not get out.
    try {
        const auto document = Json::parse(bytes);
        for (const auto &[key, value] : document.at("jobs").items()) {
            const auto id = parseJobId(key);
            if (!id)
                return tl::unexpected(secrets.m_path + ": not a job's id");
            secrets.m_secrets.emplace(*id, std::make_shared<const JobSecrets>(fromJson(value)));
        }
    } catch (const Json::exception &error) {
        return tl::unexpected(secrets.m_path + ": not valid, JSON error " + std::to_string(error.id));
    }
    return secrets;
}

std::optional<std::string> SecretsFile::add(std::span<const StoreOperation> operations)
{
    for (const auto &operation : operations) {
        const auto *put = std::get_if<PutJob>(&operation);
        if (put != nullptr && needsSecrets(put->job))
            this->put(put->job.spec->id, put->job.spec->secrets);
    }
    return m_written ? std::nullopt : write();
}

void SecretsFile::settle(std::span<const StoreOperation> operations)
{
    for (const auto &operation : operations) {
        if (const auto *job = std::get_if<PutJob>(&operation)) {
            if (needsSecrets(job->job))
                put(job->job.spec->id, job->job.spec->secrets);
            else
                drop(job->job.spec->id);
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
        m_written = m_written && keep;
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

void SecretsFile::drop(JobId id)
{
    if (m_secrets.erase(id) != 0)
        m_written = false;
}

std::optional<std::string> SecretsFile::write()
{
    auto jobs = Json::object();
    for (const auto &[id, secrets] : m_secrets)
        jobs[toString(id)] = toJson(*secrets);
    auto failure = replaceFile(m_path, Json {{"version", 1}, {"jobs", std::move(jobs)}}.dump(1));
    m_written = !failure;
    return failure;
}

} // namespace haulwatch
