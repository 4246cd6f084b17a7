// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "job/errorcode.h"

namespace haulwatch {

/// Why a call was refused. A refusal never changes a job and never makes an error object (BITS:
/// IBackgroundCopyJob::GetError).
enum class Refusal : std::uint8_t {
    NoSuchJob, ///< subject: the id as given
    InvalidState, ///< subject: the state's name
    NoFiles, ///< Resume of a job with nothing to transfer
    EmptyAddress, ///< subject: position or empty
    UnknownScheme, ///< subject: the scheme
    MalformedAddress, ///< subject: the address, without user info
    AddressTooLong, ///< subject: the limit
    NoFileName, ///< the address names no file and no name was given; subject: the address
    BadFileName, ///< "..", a separator, a control character, a reserved name; subject: the name
    DuplicateFileName, ///< two files of one job want the same name; subject: the name
    TargetExists, ///< subject: the path
    TargetTaken, ///< another unfinished job writes there; subject: the path
    FolderNotAbsolute, ///< subject: the folder
    FolderNotWritable, ///< subject: the folder
    BadChecksum, ///< unknown algorithm or wrong number of digits; subject: as given
    BadHeader, ///< not "Name: value", or a line break in it; subject: the header's name
    BadProxy, ///< subject: the address, without user info
    BadOption, ///< a number out of its range; subject: the option's name
    NoSuchFile, ///< the job has no file with that index; subject: the index
    TooManyFiles, ///< subject: the limit
    RenameFailed, ///< Complete could not give a file its name; subject: the path; code: why
    NotDeleted, ///< the job ended, but a part file stayed; subject: the path
    StoreFailed, ///< the store could not keep it; subject: what the store said
    Unavailable, ///< the engine does not answer or is shutting down
    Unsupported, ///< the engine can't do this
    OtherFileSystem, ///< part files can't be moved there without fetching them again; subject: the folder
    FileNamed, ///< the file stands under its final name already; subject: the path
    TooManyJobs, ///< subject: the limit
    NoSuchParameter, ///< no address has the query parameter that is to be secret; subject: its name
    SecretMissing, ///< an address has the place of a secret, but nothing was given for it there; subject: the address
    NoSuchHeader, ///< the job has no header of the name that is to be secret; subject: its name
};

/// The symbolic name, e.g. "UnknownScheme": for JSON and tests, not for people.
[[nodiscard]] std::string_view name(Refusal refusal);

/// A failing call: which rule refused it, about what, and the BITS code of that rule. The words are the caller's
/// business.
struct CallError {
    Refusal refusal {};
    ErrorCode code {};
    std::string subject;

    bool operator==(const CallError &) const = default;
};

template <typename T>
using Result = tl::expected<T, CallError>;

[[nodiscard]] tl::unexpected<CallError> refuse(Refusal refusal, std::string subject = {});
[[nodiscard]] tl::unexpected<CallError> refuse(Refusal refusal, ErrorCode code, std::string subject);

} // namespace haulwatch
