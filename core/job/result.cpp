// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/result.h"

#include <array>
#include <cstddef>
#include <utility>

namespace haulwatch {
namespace {

struct Entry {
    Refusal refusal;
    std::string_view name;
    ErrorCode code;
};

// In the order of Refusal. The code is the one BITS returns for the same mistake, where it has one.
constexpr auto kEntries = std::to_array<Entry>({
    {Refusal::NoSuchJob, "NoSuchJob", code::kNotFound},
    {Refusal::InvalidState, "InvalidState", code::kInvalidState},
    {Refusal::NoFiles, "NoFiles", code::kEmpty},
    {Refusal::EmptyAddress, "EmptyAddress", code::kInvalidArgument},
    {Refusal::UnknownScheme, "UnknownScheme", code::kInvalidArgument},
    {Refusal::MalformedAddress, "MalformedAddress", code::kInvalidArgument},
    {Refusal::AddressTooLong, "AddressTooLong", code::kInvalidArgument},
    {Refusal::NoFileName, "NoFileName", code::kInvalidArgument},
    {Refusal::BadFileName, "BadFileName", code::kInvalidArgument},
    {Refusal::DuplicateFileName, "DuplicateFileName", code::kInvalidArgument},
    {Refusal::TargetExists, "TargetExists", code::kFileExists},
    {Refusal::TargetTaken, "TargetTaken", code::kFileExists},
    {Refusal::FolderNotAbsolute, "FolderNotAbsolute", code::kInvalidArgument},
    {Refusal::FolderNotWritable, "FolderNotWritable", code::kAccessDenied},
    {Refusal::BadChecksum, "BadChecksum", code::kInvalidArgument},
    {Refusal::BadHeader, "BadHeader", code::kInvalidArgument},
    {Refusal::BadProxy, "BadProxy", code::kInvalidArgument},
    {Refusal::BadOption, "BadOption", code::kInvalidArgument},
    {Refusal::NoSuchFile, "NoSuchFile", code::kInvalidArgument},
    {Refusal::TooManyFiles, "TooManyFiles", code::kTooManyFilesInJob},
    {Refusal::RenameFailed, "RenameFailed", code::kFail},
    {Refusal::NotDeleted, "NotDeleted", code::kUnableToDeleteFiles},
    {Refusal::StoreFailed, "StoreFailed", code::kFail},
    {Refusal::Unavailable, "Unavailable", code::kFail},
    {Refusal::Unsupported, "Unsupported", code::kNotImplemented},
    {Refusal::OtherFileSystem, "OtherFileSystem", code::kNotSameDevice},
    {Refusal::FileNamed, "FileNamed", code::kInvalidState},
    {Refusal::TooManyJobs, "TooManyJobs", code::kTooManyJobs},
    {Refusal::NoSuchParameter, "NoSuchParameter", code::kInvalidArgument},
    {Refusal::SecretMissing, "SecretMissing", code::kInvalidArgument},
    {Refusal::NoSuchHeader, "NoSuchHeader", code::kInvalidArgument},
});

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kEntries.size(); ++i)
        if (kEntries[i].refusal != static_cast<Refusal>(i))
            return false;
    return true;
}
static_assert(isInOrder());

const Entry &entry(Refusal refusal)
{
    return kEntries[static_cast<std::size_t>(refusal)];
}

} // namespace

std::string_view name(Refusal refusal)
{
    return entry(refusal).name;
}

tl::unexpected<CallError> refuse(Refusal refusal, std::string subject)
{
    return refuse(refusal, entry(refusal).code, std::move(subject));
}

tl::unexpected<CallError> refuse(Refusal refusal, ErrorCode code, std::string subject)
{
    return tl::unexpected(CallError {refusal, code, std::move(subject)});
}

} // namespace haulwatch
