// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/problemtext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "job/errorcatalog.h"
#include "words/causewords.h"
#include "words/format.h"
#include "words/wording.h"

namespace haulwatch::problemtext {
namespace {

QString fileOf(const JobError &error)
{
    return error.file ? fileName(error.file->local) : Words::tr("the file");
}

QString serverOf(const JobError &error, bool atStart)
{
    if (!error.host.empty())
        return format::plain(error.host);
    return atStart ? Words::tr("The server") : Words::tr("the server");
}

QString proxyOf(const JobError &error)
{
    return error.host.empty() ? Words::tr("The proxy") : Words::tr("The proxy %1").arg(format::plain(error.host));
}

QString statusSentence(int status, const JobError &error)
{
    return filled(Words::tr("{server} answered {status} for {file} at {time}."),
                  {{QLatin1String("server"), serverOf(error, true)},
                   {QLatin1String("status"), QString::number(status)},
                   {QLatin1String("file"), fileOf(error)},
                   {QLatin1String("time"), format::clockTime(error.time)}});
}

QString causeSentence(const JobError &error)
{
    const QString file = error.file ? format::plain(error.file->local) : Words::tr("the file");
    return filled(
        translated(wordsFor(error.cause).happened),
        {{QLatin1String("server"), serverOf(error, true)},
         {QLatin1String("inServer"), serverOf(error, false)},
         {QLatin1String("host"), error.host.empty() ? Words::tr("as in the address") : format::plain(error.host)},
         {QLatin1String("proxy"), proxyOf(error)},
         {QLatin1String("file"), fileOf(error)},
         {QLatin1String("path"), file},
         {QLatin1String("time"), format::clockTime(error.time)},
         {QLatin1String("code"), QString::fromStdString(symbolicName(error.code))}});
}

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

/// The number behind a word in what the engine says of the disk: "needed: 4096 B, free: 100 B".
std::optional<Bytes> bytesIn(const std::string &detail, std::string_view word)
{
    const auto at = detail.find(word);
    Bytes bytes = 0;
    if (at == std::string::npos
        || std::from_chars(detail.data() + at + word.size(), detail.data() + detail.size(), bytes).ec != std::errc())
        return std::nullopt;
    return bytes;
}

QString ofAnswer(const JobError &error)
{
    constexpr int kBadContentEncoding = 61; // CURLE_BAD_CONTENT_ENCODING, which is about Transfer-Encoding here
    if (error.native == NativeCode {NativeKind::Curl, kBadContentEncoding})
        return Words::tr("It uses a Transfer-Encoding that nobody knows.");
    if (const auto size = bytesIn(error.detail, "header-size: "))
        return Words::tr("Its head is longer than %1.").arg(format::bytes(*size));
    if (error.detail.find(": ") == std::string::npos)
        return {};
    return Words::tr("It sent “%1”.", "a line of an HTTP answer").arg(format::plain(error.detail));
}

/// The facts that make a cause's sentence a remedy: how much, how long, what instead. Empty: there are none.
QString measures(const JobError &error)
{
    switch (error.cause) {
    case Cause::DiskFull: {
        const auto needed = bytesIn(error.detail, "needed: ");
        const auto free = bytesIn(error.detail, "free: ");
        return needed && free
            ? Words::tr("%1 are needed, %2 are free.").arg(format::bytes(*needed), format::bytes(*free))
            : QString();
    }
    case Cause::NameRefused:
        return error.native == NativeCode {NativeKind::Errno, ENAMETOOLONG} && error.file
            ? Words::tr("The name has %Ln bytes.", nullptr, static_cast<int>(baseName(error.file->local).size()))
            : QString();
    case Cause::SignInMethod:
        return error.detail.empty() ? QString() : Words::tr("It takes %1.").arg(format::plain(error.detail));
    case Cause::Encoded:
    case Cause::InvalidResponse:
    case Cause::WebPageInstead:
        return ofAnswer(error);
    default:
        return {};
    }
}

QString subjectOf(const JobRecord &job, About about)
{
    const JobError &error = *job.error;
    if (about == About::Server && !error.host.empty())
        return format::plain(error.host);
    if (about == About::Folder && job.spec)
        return format::plain(job.spec->folder);
    if (about != About::Job && error.file)
        return fileName(error.file->local);
    return {};
}

QString waitingFor(Cause cause)
{
    switch (cause) {
    case Cause::NetworkOff:
        return Words::tr("waits for the network");
    case Cause::Policy:
        return Words::tr("waits until this system allows it");
    case Cause::VolumeGone:
        return Words::tr("waits for the disk");
    case Cause::CredentialsLocked:
        return Words::tr("waits for its credentials");
    default:
        return Words::tr("will retry by itself");
    }
}

QString turn(const JobStatus &status)
{
    if (!status.has(kWaitsForServer))
        return Words::tr("waits for its turn");
    if (status.nextRetry == 0)
        return Words::tr("waits for its server, which is asked for no more at a time");
    return Words::tr("waits for its server, which asks to be left alone until %1")
        .arg(format::dateTime(toWallTime(status.nextRetry)));
}

QString retryCountdown(const JobRecord &job, WallTime now)
{
    const Milliseconds left = std::max(Milliseconds {0}, toWallTime(job.status.nextRetry) - now);
    const auto limit = job.spec ? job.spec->options->retry.maxRetries : std::nullopt;
    const QString time = format::countdown(left);
    if (limit && job.error)
        return Words::tr("retries in %1 (%2 of %3)").arg(time).arg(job.error->attempt).arg(*limit);
    return left == Milliseconds {0} ? Words::tr("retries now") : Words::tr("retries in %1").arg(time);
}

// libcurl's own words (curl_easy_strerror), which people search for; so they stay untranslated.
constexpr std::array<std::pair<int, const char *>, 22> kCurlWords {{
    {1, "Unsupported protocol"},
    {3, "URL using bad/illegal format or missing URL"},
    {5, "Couldn't resolve proxy name"},
    {6, "Couldn't resolve host name"},
    {7, "Couldn't connect to server"},
    {8, "Weird server reply"},
    {16, "Error in the HTTP2 framing layer"},
    {18, "Transferred a partial file"},
    {22, "HTTP response code said error"},
    {23, "Failed writing received data to disk/application"},
    {28, "Timeout was reached"},
    {33, "Requested range was not delivered by the server"},
    {35, "SSL connect error"},
    {47, "Number of redirects hit maximum amount"},
    {52, "Server returned nothing (no headers, no data)"},
    {55, "Failed sending data to the peer"},
    {56, "Failure when receiving data from the peer"},
    {58, "Problem with the local SSL certificate"},
    {60, "SSL peer certificate or SSH remote key was not OK"},
    {77, "Problem with the SSL CA cert (path? access rights?)"},
    {78, "Remote file not found"},
    {92, "Stream error in the HTTP/2 framing layer"},
}};

} // namespace

QString title(Cause cause)
{
    return translated(wordsFor(cause).title);
}

QString shortTitle(Cause cause)
{
    return translated(wordsFor(cause).shortTitle);
}

QString description(const JobError &error)
{
    const auto status = httpStatus(error.code);
    const bool saysMore = error.cause == Cause::SignInMethod; // than its status
    QString text = status && !saysMore ? statusSentence(*status, error) : causeSentence(error);
    if (const QString facts = measures(error); !facts.isEmpty())
        text += u' ' + facts;
    if (error.gaveUp)
        text += u' ' + Words::tr("It had been tried again for too long without progress.");
    if (error.retryAfter)
        text += u' ' + Words::tr("The server asks to wait %1.").arg(format::duration(*error.retryAfter));
    return text;
}

QString remedy(const JobError &error)
{
    return translated(wordsFor(error.cause).remedy);
}

QString cell(const JobRecord &job)
{
    if (!job.error)
        return {};
    const CauseWords &words = wordsFor(job.error->cause);
    QString text = translated(words.shortTitle);
    const auto status = httpStatus(job.error->code);
    if (status && words.about == About::Server)
        text = QStringLiteral("%1 (%2)").arg(text).arg(*status);
    const QString subject = subjectOf(job, words.about);
    return subject.isEmpty() ? text : text + QStringLiteral(" · ") + subject;
}

QString context(ErrorContext context)
{
    switch (context) {
    case ErrorContext::None:
        return Words::tr("Context not reported");
    case ErrorContext::Unknown:
        return Words::tr("Place not known");
    case ErrorContext::GeneralQueueManager:
        return Words::tr("Queue");
    case ErrorContext::QueueManagerNotification:
        return Words::tr("Notification");
    case ErrorContext::LocalFile:
        return Words::tr("Local file");
    case ErrorContext::RemoteFile:
        return Words::tr("Remote file");
    case ErrorContext::GeneralTransport:
        return Words::tr("Network");
    case ErrorContext::RemoteApplication:
        return Words::tr("Program on the server");
    case ErrorContext::ServerCertificateCallback:
        return Words::tr("Certificate check");
    }
    Q_UNREACHABLE();
}

QString contextDescription(ErrorContext context)
{
    switch (context) {
    case ErrorContext::None:
        return Words::tr("The engine did not report where the error happened.");
    case ErrorContext::Unknown:
        return Words::tr("It is not known where the error happened.");
    case ErrorContext::GeneralQueueManager:
        return Words::tr("The error happened while the queue was managed.");
    case ErrorContext::QueueManagerNotification:
        return Words::tr("The error happened while another program was told about the job.");
    case ErrorContext::LocalFile:
        return Words::tr("The error happened while the local file was handled.");
    case ErrorContext::RemoteFile:
        return Words::tr("The error happened while the file on the server was handled.");
    case ErrorContext::GeneralTransport:
        return Words::tr("The error happened in the network, on the way to the server.");
    case ErrorContext::RemoteApplication:
        return Words::tr("The error happened in a program behind the server.");
    case ErrorContext::ServerCertificateCallback:
        return Words::tr("The error happened while the server's certificate was checked.");
    }
    Q_UNREACHABLE();
}

QString protocol(const JobError &error)
{
    if (error.protocol.empty())
        return Words::tr("No protocol was involved");
    const QString upper = format::plain(error.protocol).toUpper();
    const bool isSecure = upper.startsWith(QLatin1String("HTTPS"))
        || (error.file && error.file->remote.starts_with("https:") && upper.startsWith(QLatin1String("HTTP")));
    if (!isSecure)
        return upper;
    return Words::tr("%1 over TLS").arg(QString(upper).replace(QLatin1String("HTTPS"), QLatin1String("HTTP")));
}

QString native(NativeCode native)
{
    switch (native.kind) {
    case NativeKind::None:
        return Words::tr("Not reported");
    case NativeKind::Http:
        return QStringLiteral("HTTP %1").arg(native.value);
    case NativeKind::Errno:
        return QStringLiteral("errno %1 (%2)").arg(QString::number(native.value), qt_error_string(native.value));
    case NativeKind::Curl:
        break;
    }
    const auto *it =
        std::find_if(kCurlWords.begin(), kCurlWords.end(), [native](const auto &w) { return w.first == native.value; });
    const QString number = QStringLiteral("curl %1").arg(native.value);
    return it == kCurlWords.end() ? number : number + QStringLiteral(" (%1)").arg(QLatin1String(it->second));
}

QString finality(const JobRecord &job, WallTime now)
{
    switch (job.status.state) {
    case JobState::Queued:
        return turn(job.status);
    case JobState::Connecting:
    case JobState::Transferring:
        return Words::tr("on its way");
    case JobState::Suspended:
        return Words::tr("stands still until you resume it");
    case JobState::Error:
        return Words::tr("will not retry by itself");
    case JobState::TransientError:
        return job.status.nextRetry == 0 ? waitingFor(job.status.cause) : retryCountdown(job, now);
    case JobState::Transferred:
        return Words::tr("waits for you to complete it");
    case JobState::Acknowledged:
        return Words::tr("finished");
    case JobState::Cancelled:
        return Words::tr("cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace haulwatch::problemtext
