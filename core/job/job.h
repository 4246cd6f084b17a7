// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <tl/expected.hpp>

#include "job/engineid.h"
#include "job/instant.h"
#include "job/joberror.h"
#include "job/jobid.h"
#include "job/jobstate.h"
#include "job/retrypolicy.h"

namespace haulwatch {

using Bytes = std::uint64_t;

/// BITS: BG_SIZE_UNKNOWN.
inline constexpr Bytes kUnknownSize = ~Bytes {0};

/// With BITS' values (BG_JOB_PRIORITY). FOREGROUND runs beside the rest; the others take turns, higher first.
enum class Priority : std::uint8_t { Foreground = 0, High = 1, Normal = 2, Low = 3 };

[[nodiscard]] std::string_view name(Priority p); ///< "FOREGROUND", "HIGH", "NORMAL", "LOW"
[[nodiscard]] std::optional<Priority> parsePriority(std::string_view text);

enum class ChecksumAlgorithm : std::uint8_t { Md5, Sha1, Sha256, Sha512 };

struct Checksum {
    ChecksumAlgorithm algorithm {};
    std::string hex; ///< lower case, of the algorithm's length

    bool operator==(const Checksum &) const = default;
};

[[nodiscard]] std::string_view name(ChecksumAlgorithm a); ///< "md5", "sha1", "sha256", "sha512"
/// "sha256:HEX"; nothing if the algorithm is unknown or the digits are not hexadecimal or not of the right number.
[[nodiscard]] std::optional<Checksum> parseChecksum(std::string_view text);
[[nodiscard]] std::string toString(const Checksum &checksum);

/// BITS: BG_FILE_RANGE.
struct ByteRange {
    Bytes offset = 0;
    Bytes length = kUnknownSize; ///< unknown: to the end (BG_LENGTH_TO_EOF)

    bool operator==(const ByteRange &) const = default;
};

/// BITS: no more than 500 ranges in a file.
inline constexpr std::size_t kMostRanges = 500;

/// One file of a job: where it comes from and what it is to be called.
struct FileSpec {
    std::string remote; ///< address, without user info
    std::string local; ///< a plain file name within JobSpec::folder
    std::optional<Checksum> checksum;
    /// What of the remote is fetched, in this order, one behind the other; empty: all of it.
    std::vector<ByteRange> ranges {};

    bool operator==(const FileSpec &) const = default;
};

/// The host[:port] of an address as FileSpec::remote holds it; a view into it, empty for anything else.
[[nodiscard]] std::string_view hostOf(std::string_view address);

/// The value of a query parameter that is a secret; see secretquery.h.
struct SecretValue {
    std::string origin; ///< "scheme://host[:port]" it was given for
    std::string name;
    std::string value; ///< percent-encoded as given

    bool operator==(const SecretValue &) const = default;
};

/// What must never reach the store, a log, history, diagnostics or `show`.
struct JobSecrets {
    std::string
        userInfo; ///< "user:password" taken out of the job's addresses (RFC 3986 §3.2.1), percent-encoded as given
    std::string proxyUserInfo;
    std::vector<std::string> headers; ///< whole header lines: all but the harmless ones, and those the user marked
    std::vector<SecretValue> queryValues {}; ///< an address holds the place of each by its index
    bool locked = false; ///< they exist, but the keyring that can open them is locked or away; all else is empty

    bool operator==(const JobSecrets &) const = default;
    /// Without any secret of its own, be it one that can't be read now.
    [[nodiscard]] bool empty() const { return !locked && !isGiven(); }
    [[nodiscard]] bool isGiven() const
    {
        return !userInfo.empty() || !proxyUserInfo.empty() || !headers.empty() || !queryValues.empty();
    }
};

/// Which of its events a job tells, with BITS' values (BG_NOTIFY_*).
enum NotifyFlag : std::uint8_t {
    kNotifyTransferred = 0x1,
    kNotifyError = 0x2,
    kNotifyDisable = 0x4, ///< none; goes before all others
    kNotifyModification = 0x8,
    kNotifyFileTransferred = 0x10,
};

/// How a job's files are fetched. Most jobs share one such object.
struct JobOptions {
    RetryPolicy retry;
    Milliseconds connectTimeout {30'000}; ///< name, connection and TLS included
    Milliseconds firstByteTimeout {60'000}; ///< connected, but no byte of an answer for so long ends the attempt
    Milliseconds stallTimeout {30'000}; ///< no further byte for so long ends the attempt
    Bytes minimumRate =
        0; ///< bytes a second; less than that on average over stallTimeout counts as no byte. 0: any byte counts
    Milliseconds attemptTimeout {0}; ///< the whole of an attempt may take so long. 0: no limit
    /// Of CONNECTING and TRANSFERRING together since the last Resume, then ERROR (BITS: MaximumDownloadTime, 90 days).
    Milliseconds maxDownloadTime {7'776'000'000};
    std::uint32_t parallelFiles = 4; ///< >= 1; 1 = one after the other, as BITS
    bool manualComplete = false; ///< stay in TRANSFERRED until Complete, as BITS
    std::vector<std::string> headers; ///< "Name: value" lines without secrets; see headerline.h
    std::string proxy; ///< address without user info; empty = what the environment says
    std::uint8_t notify = kNotifyTransferred | kNotifyError; ///< NotifyFlag
    /// Program and arguments, run without a shell on ERROR and TRANSFERRED; empty: none (BITS: SetNotifyCmdLine).
    std::vector<std::string> notifyCommand;
    std::string caFile; ///< PEM file of trusted certificates; empty = the system's
    bool takesWebPages = false; ///< a web page is taken where another file was expected, too
    bool takesPacked = false; ///< a body in a coding that nobody asked for is taken as it comes
    bool resumesByDate = false; ///< the size and the date tell versions apart where there is a tag, too

    bool operator==(const JobOptions &) const = default;
};

/// What a job is to do. Never changed in place: a change makes a new object, so every thread may hold one.
struct JobSpec {
    JobId id;
    std::string name;
    std::string folder; ///< absolute path the files end in
    std::vector<FileSpec> files;
    std::shared_ptr<const JobOptions> options; ///< never null
    std::shared_ptr<const JobSecrets> secrets; ///< may be null
    WallTime created {};
};

/// Facts about a job that are not its state.
enum JobFlag : std::uint8_t {
    kHasError = 1, ///< GetError would answer
    kLengthUnverified = 2, ///< a body whose end only the closing connection told
    kCompleteRefused = 4, ///< all is here, but a file could not be given its name; the history says which
    kSimulated = 8,
    kOwesTransferred = 16, ///< nobody has accepted the news yet that it became TRANSFERRED
    kOwesError = 32, ///< nor that it became ERROR
    kWaitsForServer = 64, ///< QUEUED not for a place alone: its server is asked for no more now, until nextRetry if set
};

/// Seconds since 1970, UTC; 0 = never. 32 bits keep JobStatus small; they last until 2106.
using EpochSeconds = std::uint32_t;

[[nodiscard]] constexpr EpochSeconds toEpochSeconds(WallTime t)
{
    return static_cast<EpochSeconds>(std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count());
}

[[nodiscard]] constexpr WallTime toWallTime(EpochSeconds s)
{
    return WallTime {std::chrono::seconds {s}};
}

/// How a job stands. Everything a table row shows besides its spec; copied by the million, hence the size.
struct JobStatus {
    Bytes bytesTransferred = 0;
    Bytes bytesTotal = kUnknownSize; ///< unknown as long as any file's size is (BG_JOB_PROGRESS)
    std::uint32_t filesTransferred = 0;
    std::uint32_t filesTotal = 0;
    std::uint32_t rate = 0; ///< bytes per second now; saturates; 0 unless TRANSFERRING
    std::uint32_t errorCount = 0; ///< failed attempts; never reset (GetErrorCount)
    EpochSeconds nextRetry = 0; ///< set in TRANSIENT_ERROR with a timer; and see kWaitsForServer
    EpochSeconds modified = 0; ///< last change of state or property
    EpochSeconds transferred = 0; ///< when the job last became TRANSFERRED (TransferCompletionTime)
    JobState state = JobState::Suspended;
    Cause cause = Cause::None; ///< of the error object, if there is one
    Priority priority = Priority::Normal;
    std::uint8_t flags = 0; ///< JobFlag

    bool operator==(const JobStatus &) const = default;
    [[nodiscard]] bool has(JobFlag f) const { return (flags & f) != 0; }
    void set(JobFlag f, bool on) { flags = static_cast<std::uint8_t>(on ? flags | f : flags & ~f); }
};

static_assert(sizeof(JobStatus) <= 48 && std::is_trivially_copyable_v<JobStatus>);

/// One row's worth of a job, as it crosses threads. `error` is the error object, present exactly while GetError would
/// answer.
struct JobRecord {
    std::shared_ptr<const JobSpec> spec;
    JobStatus status;
    std::shared_ptr<const JobError> error;
    EngineId engine = kHomeEngine;
};

/// GetError: the error object of a job that failed and has not moved data since; DO_E_ERROR_INFORMATION_UNAVAILABLE at
/// any other time. Source: IBackgroundCopyJob::GetError of Delivery Optimization.
[[nodiscard]] tl::expected<std::shared_ptr<const JobError>, ErrorCode> getError(const JobRecord &job);

enum class FileState : std::uint8_t {
    Waiting, ///< not begun, or begun and waiting for its turn
    Active, ///< a connection works for it
    Retrying, ///< failed transiently, waits for its own retry
    Failed, ///< failed fatally
    Transferred, ///< all bytes are here and verified, under the part file's name
    Complete, ///< stands under its final name (BG_FILE_PROGRESS::Completed)
};

[[nodiscard]] std::string_view
name(FileState s); ///< "waiting", "active", "retrying", "failed", "transferred", "complete"
[[nodiscard]] constexpr bool isHere(FileState s)
{
    return s == FileState::Transferred || s == FileState::Complete;
}

/// What allows a file to go on where it stopped: bytes that were synced, and the proof that the remote is still the
/// same.
struct Checkpoint {
    Bytes offset = 0;
    Bytes total = kUnknownSize;
    std::string etag; ///< strong entity tag (RFC 9110 §8.8.3) with its quotes; empty: none
    std::string lastModified; ///< as the server wrote it; empty: none
    /// How often it began at zero because of another tag alone, as far as this engine remembers; not stored.
    std::uint8_t otherTags = 0;

    bool operator==(const Checkpoint &) const = default;
};

/// How one file stands.
struct FileProgress {
    Bytes transferred = 0;
    Bytes total = kUnknownSize;
    FileState state = FileState::Waiting;
    bool lengthUnverified = false;
    Checkpoint checkpoint; ///< the last one that was stored

    bool operator==(const FileProgress &) const = default;
};

} // namespace haulwatch
