// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/curltransfer.h"

#include <cerrno>
#include <new>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "address/plaintext.h"
#include "address/secretquery.h"
#include "job/errorcatalog.h"
#include "transfer/curl/curlerror.h"
#include "transfer/curl/owncoding.h"
#include "transfer/curl/signin.h"
#include "transfer/curl/usedproxy.h"

namespace haulwatch {
namespace {

constexpr unsigned kMostRedirects = 10;
constexpr unsigned kMostRestarts = 2;
constexpr std::size_t kLongestHead = 256 * 1024; // libcurl limits a line, not their number
constexpr std::size_t kMostIgnored = 64 * 1024; // reading on keeps the connection, but an error page may be without end

constexpr ErrorCode kInvalidUrl = fromWin32(12005);
constexpr ErrorCode kUnknownScheme = fromWin32(12006);
constexpr ErrorCode kInvalidAnswer = fromWin32(12152);
constexpr ErrorCode kRedirectFailed = fromWin32(12156);

// A failure while a body that is no file comes: the head has said all that matters.
bool concernsBodyOnly(CURLcode result)
{
    return result == CURLE_OK || result == CURLE_WRITE_ERROR || result == CURLE_PARTIAL_FILE
        || result == CURLE_RECV_ERROR || result == CURLE_HTTP2_STREAM || result == CURLE_OPERATION_TIMEDOUT;
}

// A fresh one for every request. libcurl before 8.1.1 (issue 11101) keeps a pointer to the last header of the answer before,
// which curl_easy_reset() frees, and takes a first line that begins with a blank for its continuation: any server could end
// the process. What is worth keeping, the connections, lies in the multi handle.
EasyHandle makeHandle()
{
    EasyHandle handle(curl_easy_init());
    if (!handle)
        throw std::bad_alloc();
    return handle;
}

} // namespace

CurlTransfer::CurlTransfer(std::uint64_t serial, TransferRequest request, DiskWorker &disk,
                           std::vector<TransferEvent> &events)
    : m_serial(serial)
    , m_request(std::move(request))
    , m_events(events)
    , m_intake(serial, m_request.location.part, disk)
    , m_clock(*m_request.options)
    , m_record(m_request)
    , m_plan(m_request.file.ranges, m_request.resumeFrom.total)
    , m_held(m_request.resumeFrom)
{
}

CurlTransfer::Next CurlTransfer::begin()
{
    struct stat status { };
    if (::lstat(m_request.location.target.c_str(), &status) == 0)
        return fail(localError(EEXIST));
    const auto address =
        parseAddress(m_request.secrets ? withSecretValues(m_request.file.remote, m_request.secrets->queryValues)
                                       : m_request.file.remote);
    m_origin = address.value_or(Address {});
    m_address = m_origin;
    if (m_request.secrets && m_request.secrets->locked)
        return fail(credentialsLocked());
    if (!isFetchable(m_address)) {
        const bool isOtherScheme =
            !m_address.scheme.empty() && m_address.scheme != "http" && m_address.scheme != "https";
        return fail(errorFrom(classify(isOtherScheme ? kUnknownScheme : kInvalidUrl), {}, m_address.scheme));
    }

    // A file of which all is here is asked for its last byte again: the answer proves that it is still the same.
    if (m_held.offset > 0 && m_held.offset == m_held.total)
        --m_held.offset;
    if (m_held.offset == 0 || validator(m_held).empty() || !m_intake.holds(m_held.offset))
        m_held = {};
    return Next::Request;
}

Bytes CurlTransfer::position() const
{
    return m_hasBody ? m_intake.size() : m_held.offset;
}

HttpRequest::Wanted CurlTransfer::wanted() const
{
    const auto here = position();
    HttpRequest::Wanted wanted;
    wanted.byTicket = m_usesTicket;
    if (here > 0)
        wanted.ifRange = m_usesDate ? m_held.lastModified : validator(m_held);
    if (m_plan.isWhole() && here == 0)
        return wanted;
    const auto piece = m_plan.isWhole() ? RangePlan::Piece {here, kUnknownSize, here} : m_plan.pieceAt(here);
    wanted.range = std::to_string(piece.first) + '-';
    if (piece.length != kUnknownSize)
        wanted.range += std::to_string(piece.first + piece.length - 1);
    return wanted;
}

void CurlTransfer::prepareRequest()
{
    m_answer = {};
    m_ignored = 0;
    m_headSize = 0;
    m_expired = AttemptClock::Expired::Nothing;
    m_clock.requestSent();
    m_record.requestSent();
    m_curlMessage.front() = '\0';
    m_easy = makeHandle();
    auto *easy = m_easy.get();
    m_http.prepare(easy, m_request, m_address, wanted(), sharesCredentials(m_origin, m_address));
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, m_needsFreshConnection ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_curlMessage.data());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &CurlTransfer::takeConnection);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
}

int CurlTransfer::takeConnection(void *self, char *address, char *, int port, int)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    transfer.m_clock.connected();
    transfer.m_record.connected(transfer.easy(), address, port);
    return CURL_PREREQFUNC_OK;
}

std::size_t CurlTransfer::takeHeader(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view line(bytes, size * count);
    transfer.m_clock.headCame();
    transfer.m_headSize += line.size();
    if (transfer.m_headSize > kLongestHead) {
        transfer.m_fault = nonsense("header-size: " + std::to_string(kLongestHead) + " B");
        return 0;
    }
    if (transfer.m_phase == Phase::Receiving)
        return line.size(); // a trailer after a chunked body
    transfer.m_answer.read(line);
    const bool ends = line == "\r\n" || line == "\n";
    return ends && !transfer.headEnded() ? 0 : line.size();
}

// False breaks the request off; requestEnded() then finds out why.
bool CurlTransfer::headEnded()
{
    if (m_answer.status < 200 || m_answer.status >= 300)
        return true; // an interim answer, or one whose body does not matter
    if (isOwnCoding(m_answer.contentEncoding,
                    {m_request.file.local, m_origin.text, m_address.text, m_answer.contentType}))
        m_answer.contentEncoding.clear();
    if (wantsDate()) {
        m_usesDate = m_mustAskAgain = true;
        return false;
    }
    return beginBody(meaning());
}

// Some servers compare If-Range with their date only, and send the whole file to the very tag they gave. The same tag
// says that the file is unchanged, so it is worth to ask once more.
bool CurlTransfer::wantsDate() const
{
    return m_answer.status == 200 && position() > 0 && !m_usesDate && !m_answer.refusesRanges && !m_held.etag.empty()
        && m_answer.etag == m_held.etag && !m_held.lastModified.empty() && m_answer.lastModified == m_held.lastModified
        && (!m_plan.isWhole() || m_answer.contentLength == m_held.total);
}

BodyMeaning CurlTransfer::meaning() const
{
    if (m_plan.isWhole())
        return meaningOf(m_answer, m_held);
    const auto piece = m_plan.pieceAt(position());
    auto held = m_held;
    held.offset = piece.position;
    return meaningOfRange(m_answer, held, piece.first, piece.length);
}

bool CurlTransfer::beginBody(BodyMeaning meaning)
{
    switch (meaning) {
    case BodyMeaning::NotAFile:
        return true;
    case BodyMeaning::NoRanges:
        m_fault = errorFrom(classify(code::kInsufficientRangeSupport), {NativeKind::Http, m_answer.status});
        return false;
    case BodyMeaning::Mismatch:
        m_mustBeginAgain = true;
        return false;
    case BodyMeaning::Nonsense:
        m_fault = m_answer.contentEncoding.empty()
            ? nonsense(m_answer.unreadable.empty() ? m_answer.reason : m_answer.unreadable)
            : unwantedCoding(m_answer.contentEncoding);
        return false;
    case BodyMeaning::Whole:
    case BodyMeaning::Rest:
        break;
    }
    const bool isFirst = !m_hasBody;
    m_fault = m_plan.isWhole() ? takeWhole() : takeRange();
    if (m_fault)
        return false;
    m_phase = Phase::Receiving;
    m_hasBody = true;
    if (isFirst)
        m_events.emplace_back(
            TransferStarted {key(), m_held.offset, m_held.total, AttemptRecord::protocol(m_address, m_answer)});
    return true;
}

std::optional<JobError> CurlTransfer::takeWhole()
{
    if (m_answer.status == 200)
        m_held = {0, m_answer.chunked ? kUnknownSize : m_answer.contentLength, m_answer.etag, m_answer.strongDate()};
    else if (m_answer.contentRange->total != kUnknownSize)
        m_held.total = m_answer.contentRange->total;
    m_bodyEnd = m_held.total;
    const auto hashed = expectedDigest();
    const auto error =
        m_intake.begin(m_held.offset, m_held.total, hashed ? std::optional(hashed->algorithm) : std::nullopt);
    return error == 0 ? std::nullopt : std::optional(localError(error));
}

std::optional<JobError> CurlTransfer::takeRange()
{
    const auto here = position();
    const auto remoteSize = m_answer.contentRange->total;
    if (remoteSize != kUnknownSize && !m_plan.learn(remoteSize))
        return errorFrom(classify(code::kInvalidRange), {NativeKind::Http, m_answer.status});
    if (here == 0)
        m_held = {0, m_plan.total(), m_answer.etag, m_answer.strongDate()};
    m_held.total = m_plan.total();
    // Without a validator nothing tells whether the next range is of the same version.
    if (m_plan.pieces() > 1 && validator(m_held).empty())
        return errorFrom(classify(code::kInsufficientRangeSupport), {NativeKind::Http, m_answer.status});
    m_bodyEnd = here + m_answer.contentRange->length();
    if (m_hasBody)
        return std::nullopt;
    const auto hashed = expectedDigest();
    const auto error =
        m_intake.begin(m_held.offset, m_held.total, hashed ? std::optional(hashed->algorithm) : std::nullopt);
    return error == 0 ? std::nullopt : std::optional(localError(error));
}

// What the user gave, else what the server says. The server speaks of the whole remote, not of ranges of it.
std::optional<Checksum> CurlTransfer::expectedDigest() const
{
    if (m_request.file.checksum || !m_plan.isWhole())
        return m_request.file.checksum;
    return m_answer.digest;
}

std::size_t CurlTransfer::takeBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view body(bytes, size * count);
    transfer.m_clock.bodyCame(body.size());
    const bool goesOn = transfer.m_phase == Phase::Receiving ? transfer.store(body) : transfer.ignore(body.size());
    return goesOn ? body.size() : 0;
}

bool CurlTransfer::ignore(std::size_t bytes)
{
    m_ignored += bytes;
    return m_ignored <= kMostIgnored;
}

bool CurlTransfer::store(std::string_view bytes)
{
    if (m_intake.size() + bytes.size() > m_bodyEnd) {
        m_fault = nonsense(m_answer.reason);
        m_held = {}; // whose bytes these are is anyone's guess
        return false;
    }
    if (const auto error = m_intake.append(bytes); error != 0) {
        m_fault = localError(error);
        return false;
    }
    if (!validator(m_held).empty())
        m_intake.syncIfDue(m_clock.lastMoved());
    return true;
}

CurlTransfer::Next CurlTransfer::requestEnded(CURLcode result)
{
    if (m_fault)
        return fail(std::move(*m_fault));
    if (m_mustBeginAgain)
        return beginAgain();
    if (std::exchange(m_mustAskAgain, false))
        return Next::Request;
    if (m_phase == Phase::Receiving)
        return result == CURLE_OK ? bodyEnded() : fail(curlError(result));
    if (m_answer.status >= 200 && concernsBodyOnly(result))
        return answered();
    if (isLeftover(result)) {
        m_needsFreshConnection = true;
        return Next::Request;
    }
    return result == CURLE_OK ? fail(errorFrom(classify(kInvalidAnswer))) : fail(curlError(result));
}

// What a server sent behind the promised end of the last answer on this connection reads as the next one's nonsense.
bool CurlTransfer::isLeftover(CURLcode result) const
{
    long newConnections = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_NUM_CONNECTS, &newConnections);
    const bool isNonsense = result == CURLE_WEIRD_SERVER_REPLY || result == CURLE_UNSUPPORTED_PROTOCOL;
    return isNonsense && newConnections == 0 && !m_needsFreshConnection;
}

// An answer that is not the file.
CurlTransfer::Next CurlTransfer::answered()
{
    if (m_answer.isRedirect())
        return follow();
    // RFC 9110 §15.5.17, §15.5.13: what is here does not fit to the file as it is now.
    if (position() > 0 && (m_answer.status == 416 || m_answer.status == 412))
        return beginAgain();
    const bool hasUser = m_request.secrets && !m_request.secrets->userInfo.empty();
    if (m_answer.status == 401 && hasUser && signin::needsTicket(m_answer.signInMethods)
        && !std::exchange(m_usesTicket, true))
        return Next::Request;
    if (m_answer.status == 416 && !m_plan.isWhole())
        return fail(errorFrom(classify(code::kInvalidRange), {NativeKind::Http, m_answer.status}, m_answer.reason));
    auto error =
        errorFrom(classify(fromHttpStatus(m_answer.status)), {NativeKind::Http, m_answer.status}, m_answer.reason);
    error.retryAfter =
        m_answer.retryDelay(std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()));
    if (m_answer.status == 401)
        error = signin::refused(std::move(error), m_answer.signInMethods, m_usesTicket);
    return fail(std::move(error));
}

// For a whole file at most once: the next request asks for no range, so its answer can't be a mismatch.
CurlTransfer::Next CurlTransfer::beginAgain()
{
    m_held = {};
    m_plan = RangePlan(m_request.file.ranges, kUnknownSize);
    m_phase = Phase::Asking;
    m_hasBody = m_mustBeginAgain = false;
    if (++m_restarts > kMostRestarts)
        return fail(errorFrom(classify(code::kRemoteFileChanged), {NativeKind::Http, m_answer.status}));
    return Next::Request;
}

CurlTransfer::Next CurlTransfer::follow()
{
    const NativeCode status {NativeKind::Http, m_answer.status};
    const auto target = resolve(m_address, m_answer.location);
    if (!target || !mayFollow(m_address, *target)) {
        const auto where = target ? target->scheme + "://" + target->authority() : std::string();
        return fail(errorFrom(classify(kRedirectFailed), status, where));
    }
    if (++m_redirects > kMostRedirects) {
        auto error = errorFrom(classify(kRedirectFailed), status, m_answer.reason);
        error.cause = Cause::RedirectLoop;
        return fail(std::move(error));
    }
    m_address = *target;
    return Next::Request;
}

CurlTransfer::Next CurlTransfer::bodyEnded()
{
    const bool hasMore = !m_plan.isWhole() && m_intake.size() == m_bodyEnd && m_intake.size() < m_plan.total();
    if (!hasMore)
        return finish();
    m_phase = Phase::Asking;
    return Next::Request;
}

CurlTransfer::Next CurlTransfer::finish()
{
    if (const auto error = m_intake.flush(); error != 0)
        return fail(localError(error));
    if (m_held.total != kUnknownSize && m_intake.size() != m_held.total)
        return fail(curlError(CURLE_PARTIAL_FILE)); // a range that was shorter than what was asked for
    m_phase = Phase::Finishing;
    m_intake.orderFinish(m_answer.modified());
    return Next::Disk;
}

CurlTransfer::Next CurlTransfer::diskAnswered(const DiskAnswer &answer)
{
    if (answer.kind == DiskOrder::Kind::Finish)
        return finished(answer);
    m_intake.settle(answer);
    if (m_phase == Phase::Failing)
        return m_intake.isSyncing() ? Next::Wait : tellFailure();
    if (answer.error != 0)
        return fail(localError(answer.error));
    m_events.emplace_back(TransferCheckpoint {key(), checkpoint()});
    return Next::Wait;
}

CurlTransfer::Next CurlTransfer::finished(const DiskAnswer &answer)
{
    if (answer.error == ENOENT)
        m_held = {}; // nothing can be gone on with
    if (answer.error != 0)
        return fail(localError(answer.error));
    const auto checksum = expectedDigest();
    if (checksum && answer.digest != checksum->hex) {
        m_held = {};
        // If it can't be deleted it is emptied at the next start: nothing of it is trusted any more.
        ::unlink(m_request.location.part.c_str());
        return fail(errorFrom(classify(code::kValidationFailed), {}, answer.digest));
    }
    const bool isUnverified = m_held.total == kUnknownSize && m_answer.isCloseDelimited() && !checksum;
    m_events.emplace_back(TransferFinished {key(), answer.size, isUnverified, m_record.exchange(m_easy.get(), m_answer)});
    return Next::Over;
}

CurlTransfer::Next CurlTransfer::tick(Time now)
{
    if (m_phase == Phase::Receiving && m_told != m_intake.size()) {
        m_told = m_intake.size();
        m_events.emplace_back(TransferProgress {key(), m_told});
    }
    if (m_phase == Phase::Receiving && !validator(m_held).empty())
        m_intake.syncIfDue(now);
    if (m_phase != Phase::Asking && m_phase != Phase::Receiving)
        return Next::Wait;
    m_expired = m_clock.check(now);
    return m_expired == AttemptClock::Expired::Nothing ? Next::Wait : requestEnded(CURLE_OPERATION_TIMEDOUT);
}

CurlTransfer::Next CurlTransfer::fail(JobError error)
{
    m_fault = m_record.complete(std::move(error), m_easy.get(), m_address, m_answer);
    m_phase = Phase::Failing;
    if (!m_hasBody || validator(m_held).empty())
        return tellFailure();
    // What can't be written is not counted; the checkpoint says what is safe.
    static_cast<void>(m_intake.flush());
    if (m_intake.hasUnsynced())
        m_intake.orderSync();
    return m_intake.isSyncing() ? Next::Disk : tellFailure();
}

CurlTransfer::Next CurlTransfer::tellFailure()
{
    m_events.emplace_back(TransferFailed {key(), std::move(*m_fault), checkpoint()});
    return Next::Over;
}

Checkpoint CurlTransfer::stop()
{
    if (m_hasBody && !validator(m_held).empty())
        m_intake.syncNow();
    return checkpoint();
}

Checkpoint CurlTransfer::checkpoint() const
{
    auto checkpoint = m_held;
    if (m_hasBody)
        checkpoint.offset = validator(m_held).empty() ? 0 : m_intake.synced();
    return checkpoint;
}

JobError CurlTransfer::curlError(CURLcode result) const
{
    auto failure = failureOf(m_easy.get(), result);
    failure.detail = m_expired == AttemptClock::Expired::Nothing ? m_curlMessage.data() : m_clock.describe(m_expired);
    const bool isSilentYet = m_answer.status == 0 && m_expired == AttemptClock::Expired::Nothing;
    if (const auto proxy = usedProxy(m_address, *m_request.options);
        proxy && (failure.proxyStatus >= 300 || (isSilentYet && isStillAtProxy(m_easy.get(), m_address, *proxy))))
        failure.proxy = proxy->authority();
    return errorFromCurl(failure);
}

JobError CurlTransfer::localError(Errno error) const
{
    auto fault = errorFrom(classifyErrno(error), {NativeKind::Errno, error});
    if (fault.cause == Cause::DiskFull) {
        const auto space = m_intake.space(m_held.total);
        if (space.needed > 0)
            fault.detail = "needed: " + std::to_string(space.needed) + " B";
        if (space.free != kUnknownSize)
            fault.detail += (fault.detail.empty() ? "free: " : ", free: ") + std::to_string(space.free) + " B";
    }
    return fault;
}

} // namespace haulwatch
