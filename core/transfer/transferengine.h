// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "job/instant.h"
#include "job/job.h"
#include "job/result.h"
#include "transfer/filelocation.h"

namespace haulwatch {

/// Names one file of one job; at most one transfer runs for it.
struct TransferKey {
    JobId job;
    std::uint32_t file = 0;

    auto operator<=>(const TransferKey &) const = default;
};

/// One file to fetch.
struct TransferRequest {
    TransferKey key;
    FileSpec file;
    FileLocation location;
    Checkpoint resumeFrom; ///< offset 0: from the start
    std::shared_ptr<const JobOptions> options;
    std::shared_ptr<const JobSecrets> secrets; ///< may be null
    std::uint32_t attempt = 1; ///< goes into the error
};

/// The server's answer is good; bytes follow. `offset` < the requested one means the file began again.
struct TransferStarted {
    TransferKey key;
    Bytes offset = 0;
    Bytes total = kUnknownSize;
    std::string protocol; ///< as JobError::protocol
};

struct TransferProgress {
    TransferKey key;
    Bytes transferred = 0; ///< of the whole file, the resumed part included
};

/// These bytes are on the disk whatever happens now; once stored, a later session may trust them.
struct TransferCheckpoint {
    TransferKey key;
    Checkpoint checkpoint;
};

/// All bytes are here, of the promised size, verified against the checksum if one was given, and synced under the part
/// file's name.
struct TransferFinished {
    TransferKey key;
    Bytes size = 0;
    bool lengthUnverified = false;
    Exchange exchange {}; ///< of this attempt
    FileMark mark {};
};

/// The attempt ended. What arrived is kept in the part file if it can be trusted.
struct TransferFailed {
    TransferKey key;
    JobError error; ///< complete, with file, host, protocol, time and attempt
    Checkpoint checkpoint; ///< what a further attempt may go on from, synced; offset 0: begin again
};

using TransferEvent =
    std::variant<TransferStarted, TransferProgress, TransferCheckpoint, TransferFinished, TransferFailed>;

/// A part file's old and new path.
struct PartMove {
    std::string from;
    std::string to;
    std::string volume {}; ///< that `from` must be found on, if it is to be there; empty: it need not be there
};

/// Moves bytes from servers into part files, and gives or takes names. Owned and called by one thread, but for wake().
/// Decides nothing about jobs: no retry, no order, no state.
class TransferEngine {
public:
    virtual ~TransferEngine() = default;

    /// Begins; the outcome comes as events. Refuses nothing: a bad address becomes a TransferFailed.
    virtual void start(TransferRequest request) = 0;

    /// Ends a transfer and keeps its part file; no further event of that key follows. Returns what may be gone on from:
    /// bytes that were synced, because the caller stores it. A key that is not running: a Checkpoint with offset 0 and
    /// no total.
    virtual Checkpoint stop(TransferKey key) = 0;

    /// Whether all bytes of the file have come, and only the disk and the checksum have still to agree.
    [[nodiscard]] virtual bool isWhole(TransferKey key) const = 0;

    /// Does the pending work, waiting at most `maxWait` for some; appends what happened. Returns early after wake().
    virtual void run(Milliseconds maxWait, std::vector<TransferEvent> &events) = 0;

    /// Ends the wait of run(). From any thread.
    virtual void wake() = 0;

    /// Whether files of these names can be made in the folder, which is created if it is missing: TargetExists,
    /// FolderNotAbsolute, FolderNotWritable, or the volume (volume.h).
    [[nodiscard]] virtual Result<std::string> admit(const std::string &folder, std::span<const FileSpec> files) = 0;

    /// Gives finished part files their final names, never over an existing file, and syncs the folders. One result a
    /// file; a file that has its name already is fine. RenameFailed with the code and the path otherwise.
    [[nodiscard]] virtual std::vector<Result<void>> commit(std::span<const KeptFile> files) = 0;

    /// Makes part files reachable under new paths of the same file system; under the old ones, too, where it has hard
    /// links, until they are discarded. A part file that is not there is fine. All or none: OtherFileSystem or
    /// FolderNotWritable with the path.
    [[nodiscard]] virtual Result<void> relocate(std::span<const PartMove> moves) = 0;

    /// Deletes part files; never a target. A part file that is not there is fine. The paths of what stays come back:
    /// what could not be deleted, what lies on a disk that is away, and the target of a file that has its name already.
    [[nodiscard]] virtual std::vector<std::string> discard(std::span<const KeptFile> files) = 0;
};

} // namespace haulwatch
