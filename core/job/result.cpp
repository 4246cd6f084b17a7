// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/result.h"

#include <utility>

namespace haulwatch {
namespace {

struct Entry {
    std::string_view name;
    ErrorCode code;
};

// One line a refusal. The code is the one BITS returns for the same mistake, where it has one.
Entry entry(Refusal refusal)
{
    using enum Refusal;
    switch (refusal) {
    case NoSuchJob:
        return {"NoSuchJob", code::kNotFound};
    case InvalidState:
        return {"InvalidState", code::kInvalidState};
    case NoFiles:
        return {"NoFiles", code::kEmpty};
    case EmptyAddress:
        return {"EmptyAddress", code::kInvalidArgument};
    case UnknownScheme:
        return {"UnknownScheme", code::kInvalidArgument};
    case MalformedAddress:
        return {"MalformedAddress", code::kInvalidArgument};
    case AddressTooLong:
        return {"AddressTooLong", code::kInvalidArgument};
    case NoFileName:
        return {"NoFileName", code::kInvalidArgument};
    case BadFileName:
        return {"BadFileName", code::kInvalidArgument};
    case DuplicateFileName:
        return {"DuplicateFileName", code::kInvalidArgument};
    case TargetExists:
        return {"TargetExists", code::kFileExists};
    case TargetTaken:
        return {"TargetTaken", code::kFileExists};
    case FolderNotAbsolute:
        return {"FolderNotAbsolute", code::kInvalidArgument};
    case FolderNotWritable:
        return {"FolderNotWritable", code::kAccessDenied};
    case BadChecksum:
        return {"BadChecksum", code::kInvalidArgument};
    case BadHeader:
        return {"BadHeader", code::kInvalidArgument};
    case BadProxy:
        return {"BadProxy", code::kInvalidArgument};
    case BadOption:
        return {"BadOption", code::kInvalidArgument};
    case NoSuchFile:
        return {"NoSuchFile", code::kInvalidArgument};
    case TooManyFiles:
        return {"TooManyFiles", code::kTooManyFilesInJob};
    case RenameFailed:
        return {"RenameFailed", code::kFail};
    case NotDeleted:
        return {"NotDeleted", code::kUnableToDeleteFiles};
    case StoreFailed:
        return {"StoreFailed", code::kFail};
    case Unavailable:
        return {"Unavailable", code::kFail};
    case Unsupported:
        return {"Unsupported", code::kNotImplemented};
    case OtherFileSystem:
        return {"OtherFileSystem", code::kNotSameDevice};
    case FileNamed:
        return {"FileNamed", code::kInvalidState};
    case TooManyJobs:
        return {"TooManyJobs", code::kTooManyJobs};
    }
    return {"", code::kFail};
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
