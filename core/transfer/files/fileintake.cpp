// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/fileintake.h"

#include <utility>

#include <unistd.h>

namespace haulwatch {
namespace {

constexpr Bytes kHashStep = 1024 * 1024;
// What a kill may cost is a second or 8 MiB. Half of the second is the store's, which commits checkpoints in groups.
constexpr Bytes kSyncStep = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds kSyncInterval {300};
constexpr Bytes kSyncAtOnce = 32 * 1024 * 1024; // a third of a second on a slow disk

} // namespace

FileIntake::FileIntake(std::uint64_t transfer, FileLocation location, DiskWorker &disk)
    : m_transfer(transfer)
    , m_location(std::move(location))
    , m_disk(disk)
    , m_part(m_location)
{
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
    m_lastBeat = std::chrono::steady_clock::now().time_since_epoch() / kSyncInterval;
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
        m_disk.post({DiskOrder::Kind::Hash, m_transfer, m_part.descriptor(), m_hash, written, {}, {}});
    }
    return 0;
}

Errno FileIntake::syncIfDue(Time now)
{
    if (m_pendingSyncs > 0 || size() == m_synced)
        return 0;
    // All transfers in step: one commit of the file system's journal serves them all.
    const auto beat = now.time_since_epoch() / kSyncInterval;
    if (m_part.written() - m_synced < kSyncStep && beat == m_lastBeat)
        return 0;
    m_lastBeat = beat;
    if (const auto error = flush(); error != 0)
        return error;
    orderSync();
    return 0;
}

void FileIntake::orderSync()
{
    ++m_pendingSyncs;
    m_disk.post({DiskOrder::Kind::Sync, m_transfer, m_part.descriptor(), nullptr, m_part.written(), {}, m_location});
}

void FileIntake::orderFinish(std::optional<EpochSeconds> modified)
{
    m_part.releaseRest();
    m_disk.post(
        {DiskOrder::Kind::Finish, m_transfer, m_part.descriptor(), m_hash, m_part.written(), modified, m_location});
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
