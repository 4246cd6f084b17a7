// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "transfer/files/diskworker.h"
#include "transfer/files/partfile.h"

namespace haulwatch {

/// What arrives of one file: goes into the part file at once, and to the disk worker for its hash and for the disk.
/// Knows how much of it would survive a power cut. Knows nothing of the network. Owned by the engine's thread.
class FileIntake {
public:
    using Time = std::chrono::steady_clock::time_point;

    FileIntake(std::uint64_t transfer, FileLocation location, DiskWorker &disk);

    /// Whether an earlier attempt left a part file with at least `offset` bytes; see PartFile::reopen().
    [[nodiscard]] tl::expected<bool, Errno> holds(Bytes offset) { return m_part.reopen(offset); }
    /// Makes the part file ready for what follows `offset`, up to `total` if that is known; 0 begins it anew. The whole
    /// file is `hashed` on the way, if that is wanted.
    [[nodiscard]] Errno begin(Bytes offset, Bytes total, std::optional<ChecksumAlgorithm> hashed);
    [[nodiscard]] Errno append(std::span<const char> bytes);
    [[nodiscard]] Errno flush() { return m_part.flush(); }
    /// Orders a sync when the last one is long ago in bytes or time. Its answer comes by settle().
    [[nodiscard]] Errno syncIfDue(Time now);
    void orderSync();
    void orderFinish(std::optional<EpochSeconds> modified);
    /// Takes in the answer to a sync.
    void settle(const DiskAnswer &answer);
    /// Flushes and syncs at once, unless that may take long.
    void syncNow();

    [[nodiscard]] DiskSpace space(Bytes total) const { return m_part.space(total); }
    [[nodiscard]] Bytes size() const { return m_part.size(); }
    [[nodiscard]] Bytes synced() const { return m_synced; } ///< safe whatever happens
    [[nodiscard]] bool hasUnsynced() const { return m_part.written() > m_synced; }
    [[nodiscard]] bool isDeleted() const { return m_part.isDeleted(); } ///< what was written is lost
    [[nodiscard]] bool isSyncing() const { return m_pendingSyncs > 0; }

private:
    const std::uint64_t m_transfer;
    const FileLocation m_location;
    DiskWorker &m_disk;
    PartFile m_part;
    std::shared_ptr<FileHash> m_hash;
    Bytes m_synced = 0;
    Bytes m_hashOrdered = 0;
    unsigned m_pendingSyncs = 0;
    Time::rep m_lastBeat = 0; ///< in which a sync was ordered last
};

} // namespace haulwatch
