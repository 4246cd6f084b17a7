// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/exitstatus.h"

namespace haulwatch {

ExitStatus exitStatusOf(const CallError &error)
{
    switch (error.refusal) {
    case Refusal::NoSuchJob:
        return ExitStatus::NoSuchJob;
    case Refusal::InvalidState:
    case Refusal::FileNamed:
    case Refusal::NoFiles:
        return ExitStatus::NotAllowed;
    case Refusal::EmptyAddress:
    case Refusal::UnknownScheme:
    case Refusal::MalformedAddress:
    case Refusal::AddressTooLong:
    case Refusal::NoFileName:
    case Refusal::BadFileName:
    case Refusal::DuplicateFileName:
    case Refusal::TargetExists:
    case Refusal::TargetTaken:
    case Refusal::FolderNotAbsolute:
    case Refusal::FolderNotWritable:
    case Refusal::BadChecksum:
    case Refusal::BadHeader:
    case Refusal::BadProxy:
    case Refusal::BadOption:
    case Refusal::NoSuchFile:
    case Refusal::TooManyFiles:
    case Refusal::NoSuchParameter:
    case Refusal::SecretMissing:
    case Refusal::NoSuchHeader:
        return ExitStatus::Usage;
    case Refusal::RenameFailed:
    case Refusal::NotDeleted:
    case Refusal::StoreFailed:
    case Refusal::Unavailable:
    case Refusal::Unsupported:
    case Refusal::OtherFileSystem:
    case Refusal::TooManyJobs:
        return ExitStatus::Failed;
    }
    return ExitStatus::Failed;
}

} // namespace haulwatch
