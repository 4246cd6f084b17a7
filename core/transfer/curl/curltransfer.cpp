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
#include "transfer/curl/protocols.h"
#include "transfer/curl/usedproxy.h"

namespace haulwatch {
namespace {

constexpr unsigned kMostRestarts = 2;
constexpr unsigned kMostOtherTags = 2; // beginnings from zero for nothing but another tag; the next one is told
constexpr std::size_t kMostIgnored = 64 * 1024; // reading on keeps the connection, but an error page may be without end

constexpr ErrorCode kInvalidUrl = fromWin32(12005);
constexpr ErrorCode kUnknownScheme = fromWin32(12006);

// A fresh one for every request. libcurl before 8.1.1 (issue 11101) keeps a pointer to the last header of the answer
// before, which curl_easy_reset() frees, and takes a first line that begins with a blank for its continuation: any
// server could end the process. What is worth keeping, the connections, lies in the multi handle.
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
    , m_intake(serial, m_request.location, disk)
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
    m_address = address.value_or(Address {});
    if (m_request.secrets && m_request.secrets->locked)
        return fail(credentialsLocked());
    m_conversation = m_address.host.empty() ? nullptr : makeConversation(m_request, m_address);
    if (!m_conversation) {
        const bool isOtherScheme = !m_address.scheme.empty() && !makeConversation(m_request, m_address);
        return fail(errorFrom(classify(isOtherScheme ? kUnknownScheme : kInvalidUrl), {}, m_address.scheme));
    }

    // A file of which all is here is asked for its last byte again: the answer proves that it is still the same.
    if (m_held.offset > 0 && m_held.offset == m_held.total)
        --m_held.offset;
    if (m_request.options->resumesByDate && !m_held.lastModified.empty())
        m_held.etag.clear();
    const auto isHeld = m_intake.holds(m_held.offset);
    if (!isHeld)
        return fail(localError(isHeld.error()));
    if (m_held.offset == 0 || validator(m_held).empty() || !*isHeld)
        m_held = {};
    return Next::Request;
}

Bytes CurlTransfer::position() const
{
    return m_hasBody ? m_intake.size() : m_held.offset;
}

Wanted CurlTransfer::wanted() const
{
    Wanted wanted;
    wanted.held = m_held;
    wanted.held.offset = m_asksFromStart ? 0 : position();
    wanted.first = wanted.held.offset;
    if (m_plan.isWhole())
        return wanted;
    const auto piece = m_plan.pieceAt(wanted.held.offset);
    wanted.first = piece.first;
    wanted.length = piece.length;
    wanted.isSlice = true;
    return wanted;
}

void CurlTransfer::prepareRequest()
{
    m_phase = Phase::Asking;
    m_ignored = 0;
    m_expired = AttemptClock::Expired::Nothing;
    m_clock.requestSent();
    m_record.requestSent();
    m_curlMessage.front() = '\0';
    m_easy = makeHandle();
    auto *easy = m_easy.get();
    m_conversation->prepare(easy, m_address, wanted());
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
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
    transfer.m_clock.headCame(line);
    // Behind a body come trailers.
    const bool goesOn = transfer.m_phase == Phase::Receiving || transfer.obey(transfer.m_conversation->head(line));
    return goesOn ? line.size() : 0;
}

std::size_t CurlTransfer::takeBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view body(bytes, size * count);
    transfer.m_clock.bodyCame(body.size());
    if (transfer.m_phase != Phase::Receiving && !transfer.obey(transfer.m_conversation->firstBytes(body)))
        return 0;
    const bool goesOn = transfer.m_phase == Phase::Receiving ? transfer.store(body) : transfer.ignore(body.size());
    return goesOn ? body.size() : 0;
}

// False breaks the request off; requestEnded() then goes on from there.
bool CurlTransfer::obey(std::optional<Verdict> verdict)
{
    if (!verdict)
        return true;
    if (const auto *body = std::get_if<Body>(&*verdict)) {
        auto error = take(*body);
        if (!error)
            return true;
        verdict = Failed {std::move(*error)};
    }
    m_verdict = std::move(verdict);
    return false;
}

// Only here, where an answer is believed, what was held may go.
std::optional<JobError> CurlTransfer::take(const Body &body)
{
    const auto here = body.continues ? position() : 0;
    auto version = body.continues ? m_held : body.version;
    if (m_request.options->resumesByDate && !version.lastModified.empty())
        version.etag.clear();
    if (!m_plan.isWhole() && body.version.total != kUnknownSize && !m_plan.learn(body.version.total))
        return errorFrom(classify(code::kInvalidRange), m_conversation->status());
    const bool isSame = version.etag == m_held.etag && version.lastModified == m_held.lastModified;
    version.total = m_plan.isWhole() ? body.version.total : m_plan.total();
    if (version.total == kUnknownSize && isSame && !validator(version).empty())
        version.total = m_held.total; // told by an earlier answer
    const auto end = body.length == kUnknownSize ? version.total : here + body.length;
    // Nothing would tell whether what is to follow is of the same version.
    if (end != version.total && validator(version).empty())
        return errorFrom(classify(code::kInsufficientRangeSupport), m_conversation->status());
    const bool begins = !m_hasBody || !body.continues;
    if (begins) {
        if (auto error = reopen(here, version, body))
            return error;
        m_events.emplace_back(TransferStarted {key(), here, version.total, m_conversation->protocol()});
    }
    m_held.total = version.total;
    m_bodyEnd = end;
    m_modified = body.modified;
    m_endsByClosing = body.endsByClosing;
    m_asksFromStart = false;
    m_phase = Phase::Receiving;
    return std::nullopt;
}

std::optional<JobError> CurlTransfer::reopen(Bytes offset, const Checkpoint &version, const Body &body)
{
    const auto otherTags = countOtherTags(version);
    if (otherTags > kMostOtherTags) {
        auto error = errorFrom(classify(code::kRemoteFileChanged), m_conversation->status(), "ETag: another each time");
        error.cause = Cause::TagsDiffer;
        error.transient = false; // it would be the same for ever
        return error;
    }
    m_held = version;
    m_held.offset = offset;
    m_held.otherTags = otherTags;
    m_hasBody = false;
    // What the user gave, else what the server says. The server speaks of the whole remote, not of ranges of it.
    m_expected = m_request.file.checksum || !m_plan.isWhole() ? m_request.file.checksum : body.digest;
    const auto error =
        m_intake.begin(offset, version.total, m_expected ? std::optional(m_expected->algorithm) : std::nullopt);
    m_hasBody = error == 0;
    return error == 0 ? std::nullopt : std::optional(localError(error));
}

// Machines behind one name that make their own tags send a file that is the same by size and date.
std::uint8_t CurlTransfer::countOtherTags(const Checkpoint &version) const
{
    const bool isOtherTag =
        position() > 0 && !version.etag.empty() && !m_held.etag.empty() && version.etag != m_held.etag;
    const bool isSameElse = version.total == m_held.total && version.lastModified == m_held.lastModified;
    if (isOtherTag && isSameElse && !version.lastModified.empty())
        return static_cast<std::uint8_t>(m_held.otherTags + 1);
    return version.etag == m_held.etag ? m_held.otherTags : std::uint8_t {0};
}

bool CurlTransfer::ignore(std::size_t bytes)
{
    m_ignored += bytes;
    return m_ignored <= kMostIgnored;
}

bool CurlTransfer::store(std::string_view bytes)
{
    if (m_intake.size() + bytes.size() > m_bodyEnd) {
        m_verdict = Failed {nonsense("more than " + std::to_string(m_bodyEnd) + " B")};
        m_held = {}; // whose bytes these are is anyone's guess
        return false;
    }
    auto error = m_intake.append(bytes);
    if (error == 0 && !validator(m_held).empty())
        error = m_intake.syncIfDue(m_clock.lastMoved());
    if (error != 0)
        m_verdict = Failed {localError(error)};
    return error == 0;
}

CurlTransfer::Next CurlTransfer::requestEnded(CURLcode result)
{
    if (m_verdict)
        return goOn(*std::exchange(m_verdict, std::nullopt));
    if (m_phase == Phase::Receiving)
        return result == CURLE_OK ? bodyEnded() : fail(curlError(result));
    auto verdict = m_conversation->ended(m_easy.get(), result);
    return verdict ? goOn(std::move(*verdict)) : fail(curlError(result));
}

CurlTransfer::Next CurlTransfer::goOn(Verdict verdict)
{
    if (auto *failed = std::get_if<Failed>(&verdict))
        return fail(std::move(failed->error));
    if (const auto *redirect = std::get_if<Redirect>(&verdict))
        m_address = redirect->to;
    if (const auto *again = std::get_if<Again>(&verdict); again && again->fromStart)
        return beginAgain();
    return Next::Request;
}

// For a whole file at most once: the next request asks for no range, so its answer can't be a mismatch.
CurlTransfer::Next CurlTransfer::beginAgain()
{
    m_asksFromStart = true;
    m_plan = RangePlan(m_request.file.ranges, kUnknownSize);
    if (++m_restarts > kMostRestarts)
        return fail(errorFrom(classify(code::kRemoteFileChanged), m_conversation->status()));
    return Next::Request;
}

CurlTransfer::Next CurlTransfer::bodyEnded()
{
    const auto size = m_intake.size();
    if (m_held.total != kUnknownSize && size == m_bodyEnd && size < m_held.total)
        return Next::Request; // an answer that was shorter than the file, or the next of its ranges
    if (const auto error = m_intake.flush(); error != 0)
        return fail(localError(error));
    if (m_held.total != kUnknownSize && size != m_held.total) {
        auto error = curlError(CURLE_PARTIAL_FILE);
        error.detail = std::to_string(size) + " of " + std::to_string(m_held.total) + " B";
        return fail(std::move(error));
    }
    m_phase = Phase::Finishing;
    m_intake.orderFinish(m_modified);
    return Next::Disk;
}

CurlTransfer::Next CurlTransfer::diskAnswered(const DiskAnswer &answer)
{
    if (answer.kind == DiskOrder::Kind::Finish)
        return finished(answer);
    m_intake.settle(answer);
    if (m_phase == Phase::Failing)
        return m_intake.isSyncing() ? Next::Wait : tellFailure();
    if (answer.error != 0 || answer.missing != 0)
        return fail(localError(answer.error != 0 ? answer.error : answer.missing));
    m_events.emplace_back(TransferCheckpoint {key(), checkpoint()});
    return Next::Wait;
}

CurlTransfer::Next CurlTransfer::finished(const DiskAnswer &answer)
{
    if (m_intake.isDeleted())
        m_held = {}; // nothing can be gone on with
    if (answer.error != 0)
        return fail(localError(answer.error));
    if (m_expected && answer.digest != m_expected->hex) {
        m_held = {};
        // If it can't be deleted it is emptied at the next start: nothing of it is trusted any more.
        ::unlink(m_request.location.part.c_str());
        return fail(errorFrom(classify(code::kValidationFailed), {}, answer.digest));
    }
    const bool isUnverified = m_held.total == kUnknownSize && m_endsByClosing && !m_expected;
    m_events.emplace_back(TransferFinished {key(), answer.size, isUnverified,
                                            m_record.exchange(m_easy.get(), m_conversation.get()), answer.mark});
    return Next::Over;
}

CurlTransfer::Next CurlTransfer::tick(Time now)
{
    if (m_phase == Phase::Receiving && m_told != m_intake.size()) {
        m_told = m_intake.size();
        m_events.emplace_back(TransferProgress {key(), m_told});
    }
    if (m_phase == Phase::Receiving && !validator(m_held).empty()) {
        if (const auto error = m_intake.syncIfDue(now); error != 0)
            return fail(localError(error));
    }
    if (m_phase != Phase::Asking && m_phase != Phase::Receiving)
        return Next::Wait;
    m_expired = m_clock.check(now);
    return m_expired == AttemptClock::Expired::Nothing ? Next::Wait : requestEnded(CURLE_OPERATION_TIMEDOUT);
}

CurlTransfer::Next CurlTransfer::fail(JobError error)
{
    m_fault = m_record.complete(std::move(error), m_easy.get(), m_address, m_conversation.get());
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

bool CurlTransfer::isWhole() const
{
    return m_phase == Phase::Finishing || (m_phase == Phase::Receiving && m_intake.size() == m_held.total);
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
    const bool isSilentYet = m_conversation->status().value == 0 && m_expired == AttemptClock::Expired::Nothing;
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
