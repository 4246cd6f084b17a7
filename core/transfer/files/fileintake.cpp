// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/fileintake.h"

#include <utility>

#include <unistd.h>

namespace haulwatch {
namespace {

constexpr Bytes kHashStep = 1024 * 1024;
constexpr Bytes kSyncStep = 16 * 1024 * 1024; // what a kill may cost, at most
constexpr std::chrono::seconds kSyncInterval {5};
constexpr Bytes kSyncAtOnce = 32 * 1024 * 1024; // a third of a second on a slow disk

} // namespace

FileIntake::FileIntake(std::uint64_t transfer, std::string path, DiskWorker &disk)
    : m_transfer(transfer)
    , m_disk(disk)
    , m_part(std::move(path))
{
}

bool FileIntake::holds(Bytes offset)
{
    return m_part.reopen(offset);
}

Errno FileIntake::begin(Bytes offset, Bytes total, std::optional<ChecksumAlgorithm> hashed)
{
    if (const auto error = offset == 0 ? m_part.begin() : m_part.cutTo(offset); error != 0)
        return error;
    if (const auto error = m_part.reserve(total); error != 0)
        return error;
    m_synced = offset;
    m_hashOrdered = 0;
    m_hash = hashed ? std::make_shared<FileHash>(*hashed) : nullptr;
    m_lastSync = std::chrono::steady_clock::now();
    return 0;
}

Errno FileIntake::append(std::span<const char> bytes)
{
    const auto before = m_part.written();
    if (const auto error = m_part.append(bytes); error != 0)
        return error;
    const auto written = m_part.written();
    if (written == before)
        return 0;
    if (m_hash && written - m_hashOrdered >= kHashStep) {
        m_hashOrdered = written;
        m_disk.post({DiskOrder::Kind::Hash, m_transfer, m_part.descriptor(), m_hash, written, {}});
    }
    return 0;
}

void FileIntake::syncIfDue(Time now)
{
    if (m_pendingSyncs > 0 || !hasUnsynced())
        return;
    if (m_part.written() - m_synced >= kSyncStep || now - m_lastSync >= kSyncInterval) {
        m_lastSync = now;
        orderSync();
    }
}

void FileIntake::orderSync()
{
    ++m_pendingSyncs;
    m_disk.post({DiskOrder::Kind::Sync, m_transfer, m_part.descriptor(), nullptr, m_part.written(), {}});
}

void FileIntake::orderFinish(std::optional<EpochSeconds> modified)
{
    m_part.releaseRest();
    m_disk.post({DiskOrder::Kind::Finish, m_transfer, m_part.descriptor(), m_hash, m_part.written(), modified});
}

void FileIntake::settle(const DiskAnswer &answer)
{
    --m_pendingSyncs;
    if (answer.error == 0)
        m_synced = answer.size;
}

void FileIntake::syncNow()
{
    // What can't be flushed is not counted by hasUnsynced(), and so never trusted.
    static_cast<void>(m_part.flush());
    if (hasUnsynced() && m_part.written() - m_synced <= kSyncAtOnce && ::fdatasync(m_part.descriptor()->get()) == 0)
        m_synced = m_part.written();
}

} // namespace haulwatch
