// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/refusaltext.h"

#include <array>
#include <cstddef>

#include "job/errorcatalog.h"
#include "words/format.h"
#include "words/wording.h"

namespace haulwatch::problemtext {
namespace {

struct RefusalWords {
    Refusal refusal;
    const char *about; ///< with the places {subject} and {code}
    const char *general; ///< when the refusal names no subject
};

constexpr std::size_t kRefusalCount = static_cast<std::size_t>(Refusal::NoSuchHeader) + 1;

// In the order of Refusal; a test holds the two together.
constexpr std::array<RefusalWords, kRefusalCount> kWords {{
    {Refusal::NoSuchJob,
     QT_TRANSLATE_NOOP("ProblemText", "There is no job {subject}. It may have been removed; choose one from the list."),
     QT_TRANSLATE_NOOP("ProblemText", "There is no such job. It may have been removed; choose one from the list.")},
    {Refusal::InvalidState,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "This is not possible while the job is {subject}. Wait for another state or choose another action."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "This is not possible in the job's present state. Wait for another state or choose another action.")},
    {Refusal::NoFiles,
     QT_TRANSLATE_NOOP("ProblemText", "The job {subject} has nothing left to fetch. Complete or cancel it instead."),
     QT_TRANSLATE_NOOP("ProblemText", "The job has nothing left to fetch. Complete or cancel it instead.")},
    {Refusal::EmptyAddress,
     QT_TRANSLATE_NOOP("ProblemText",
                       "Address {subject} is empty. Type an address that begins with http:// or https://."),
     QT_TRANSLATE_NOOP("ProblemText", "There is no address. Type one that begins with http:// or https://.")},
    {Refusal::UnknownScheme,
     QT_TRANSLATE_NOOP("ProblemText",
                       "“{subject}” addresses cannot be fetched. Use one that begins with http:// or https://."),
     QT_TRANSLATE_NOOP("ProblemText", "An address has no scheme. Begin it with http:// or https://.")},
    {Refusal::MalformedAddress,
     QT_TRANSLATE_NOOP("ProblemText", "“{subject}” is not an address. Check it for spaces and missing parts."),
     QT_TRANSLATE_NOOP("ProblemText", "An address is malformed. Check it for spaces and missing parts.")},
    {Refusal::AddressTooLong,
     QT_TRANSLATE_NOOP("ProblemText", "An address is longer than {subject} characters. Use a shorter one."),
     QT_TRANSLATE_NOOP("ProblemText", "An address is too long. Use a shorter one.")},
    {Refusal::NoFileName, QT_TRANSLATE_NOOP("ProblemText", "“{subject}” names no file. Give the file a name."),
     QT_TRANSLATE_NOOP("ProblemText", "An address names no file. Give the file a name.")},
    {Refusal::BadFileName,
     QT_TRANSLATE_NOOP("ProblemText",
                       "“{subject}” cannot be a file name. Choose one without “/”, “..” and control characters."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The file name cannot be used. Choose one without “/”, “..” and control characters.")},
    {Refusal::DuplicateFileName,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Two files of this job would be called “{subject}”. Remove one address, or put it into a job of its own."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Two files of this job would have the same name. Remove one address, or put it into a job of its own.")},
    {Refusal::TargetExists,
     QT_TRANSLATE_NOOP("ProblemText",
                       "“{subject}” exists already and is not overwritten. Choose another folder or name."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "A file of that name exists already and is not overwritten. Choose another folder or name.")},
    {Refusal::TargetTaken,
     QT_TRANSLATE_NOOP("ProblemText",
                       "Another job already writes “{subject}”. Choose another folder or name, or wait for that job."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Another job already writes that file. Choose another folder or name, or wait for that job.")},
    {Refusal::FolderNotAbsolute,
     QT_TRANSLATE_NOOP("ProblemText", "“{subject}” is not a full path. Begin the folder with “/”."),
     QT_TRANSLATE_NOOP("ProblemText", "The folder is not a full path. Begin it with “/”.")},
    {Refusal::FolderNotWritable,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Nothing can be written to “{subject}”. Choose another folder or give yourself the right to write there."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Nothing can be written to that folder. Choose another one or give yourself the right to write there.")},
    {Refusal::BadChecksum,
     QT_TRANSLATE_NOOP("ProblemText", "“{subject}” is not a checksum. Write it as sha256:HEX, with all its digits."),
     QT_TRANSLATE_NOOP("ProblemText", "That is not a checksum. Write it as sha256:HEX, with all its digits.")},
    {Refusal::BadHeader,
     QT_TRANSLATE_NOOP("ProblemText", "The header “{subject}” cannot be sent. Write it as “Name: value” on one line."),
     QT_TRANSLATE_NOOP("ProblemText", "A header cannot be sent. Write it as “Name: value” on one line.")},
    {Refusal::BadProxy,
     QT_TRANSLATE_NOOP("ProblemText", "“{subject}” is not the address of a proxy. Write it as http://server:port."),
     QT_TRANSLATE_NOOP("ProblemText", "That is not the address of a proxy. Write it as http://server:port.")},
    {Refusal::BadOption,
     QT_TRANSLATE_NOOP("ProblemText", "The value of “{subject}” is out of its range. Choose another one."),
     QT_TRANSLATE_NOOP("ProblemText", "A value is out of its range. Choose another one.")},
    {Refusal::NoSuchFile,
     QT_TRANSLATE_NOOP("ProblemText", "The job has no file number {subject}. Choose one from its list of files."),
     QT_TRANSLATE_NOOP("ProblemText", "The job has no such file. Choose one from its list of files.")},
    {Refusal::TooManyFiles,
     QT_TRANSLATE_NOOP("ProblemText",
                       "A job can have at most {subject} files. Spread the addresses over several jobs."),
     QT_TRANSLATE_NOOP("ProblemText", "These are too many files for one job. Spread the addresses over several jobs.")},
    {Refusal::RenameFailed,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "“{subject}” could not be given its name ({code}). Remove what is in the way, then complete again; all data "
         "is kept."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "A file could not be given its name ({code}). Remove what is in the way, then complete again; all data is "
         "kept.")},
    {Refusal::NotDeleted,
     QT_TRANSLATE_NOOP("ProblemText", "The job ended, but “{subject}” could not be deleted. Delete it yourself."),
     QT_TRANSLATE_NOOP("ProblemText", "The job ended, but a partial file could not be deleted. Delete it yourself.")},
    {Refusal::StoreFailed,
     QT_TRANSLATE_NOOP("ProblemText",
                       "This could not be saved, so it was not done: {subject}. Mend that, then try again."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "This could not be saved, so it was not done. Check the space on the disk, then try again.")},
    {Refusal::Unavailable,
     QT_TRANSLATE_NOOP("ProblemText", "The transfer engine does not answer ({subject}). Start it, then try again."),
     QT_TRANSLATE_NOOP("ProblemText", "The transfer engine does not answer. Start it, then try again.")},
    {Refusal::Unsupported,
     QT_TRANSLATE_NOOP("ProblemText", "This engine cannot do that ({subject}). Choose another action."),
     QT_TRANSLATE_NOOP("ProblemText", "This engine cannot do that. Choose another action.")},
    {Refusal::OtherFileSystem,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "“{subject}” is on another file system, where what has arrived cannot move along. Choose another "
         "folder, or fetch the files again from the start."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "That folder is on another file system, where what has arrived cannot move along. Choose another "
         "one, or fetch the files again from the start.")},
    {Refusal::FileNamed,
     QT_TRANSLATE_NOOP("ProblemText",
                       "“{subject}” is complete and has its final name, so it stays as it is. Change the other files."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "A file is complete and has its final name, so it stays as it is. Change the other files.")},
    {Refusal::TooManyJobs,
     QT_TRANSLATE_NOOP("ProblemText",
                       "There are {subject} unfinished jobs already. Complete or cancel some, then add this one."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "There are too many unfinished jobs already. Complete or cancel some, then add this one.")},
    {Refusal::NoSuchParameter,
     QT_TRANSLATE_NOOP("ProblemText", "No address has a parameter “{subject}”. Check how it is written there."),
     QT_TRANSLATE_NOOP("ProblemText", "No address has that parameter. Check how it is written there.")},
    {Refusal::SecretMissing,
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "What is hidden in “{subject}” is known for another place only. Give the whole address, with the "
         "value itself."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "What is hidden in an address is known for another place only. Give the whole address, with the "
                       "value itself.")},
    {Refusal::NoSuchHeader,
     QT_TRANSLATE_NOOP("ProblemText", "The job has no header “{subject}” to keep secret. Check how it is written."),
     QT_TRANSLATE_NOOP("ProblemText", "The job has no header of that name. Check how it is written.")},
}};

constexpr std::size_t kLongestName = 255; // bytes, of a file on any of our file systems
constexpr int kShownOfLongName = 40;

QString subjectOf(const CallError &error)
{
    if (error.refusal == Refusal::InvalidState)
        if (const auto state = parseJobState(error.subject))
            return QStringLiteral("“%1”").arg(format::stateName(*state));
    return format::plain(error.subject);
}

} // namespace

QString refusal(const CallError &error)
{
    constexpr ErrorCode kFileNotFound = fromWin32(2);
    constexpr ErrorCode kInvalidName = fromWin32(123);
    if (error.refusal == Refusal::RenameFailed && error.code == kFileNotFound)
        return Words::tr("What had arrived of “%1” is gone from the disk. It has to be fetched again; then complete.")
            .arg(subjectOf(error));
    // Out of a range is not what is wrong with these.
    if (error.refusal == Refusal::BadOption && error.subject == "user info")
        return Words::tr(
            "A sign-in in an address is for its server alone: put the addresses of other servers or users into "
            "jobs of their own.");
    if (error.refusal == Refusal::BadOption && error.subject == "secret-param")
        return Words::tr("No address has all the query parameters that are to be secret. Check their names.");
    if (error.refusal == Refusal::UnknownScheme && error.subject == "magnet")
        return Words::tr(
            "A magnet link names files in a BitTorrent network, which cannot be fetched here. Open it in a "
            "BitTorrent program, or look for an address that begins with http:// or https://.");
    if (error.refusal == Refusal::BadFileName && (error.subject.size() > kLongestName || error.code == kInvalidName))
        return Words::tr("The file name “%1…” has %2 bytes, more than is possible here. Give the file a shorter one.")
            .arg(subjectOf(error).left(kShownOfLongName), format::count(error.subject.size()));
    if (error.refusal == Refusal::RenameFailed && error.code == kInvalidName)
        return Words::tr("The disk refuses the name “%1”. Add the job again with a simpler one.").arg(subjectOf(error));
    if (error.refusal == Refusal::BadOption && error.subject == "name")
        return Words::tr("The name is too long or holds characters nobody can see. Choose a shorter one.");
    const auto at = static_cast<std::size_t>(error.refusal);
    Q_ASSERT(at < kWords.size() && kWords[at].refusal == error.refusal);
    const RefusalWords &words = kWords[at];
    return filled(translated(error.subject.empty() ? words.general : words.about),
                  {{QLatin1String("subject"), subjectOf(error)},
                   {QLatin1String("code"), QString::fromStdString(symbolicName(error.code))}});
}

} // namespace haulwatch::problemtext
