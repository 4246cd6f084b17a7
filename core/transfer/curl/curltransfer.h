// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <curl/curl.h>

#include "address/address.h"
#include "transfer/curl/attemptclock.h"
#include "transfer/curl/attemptrecord.h"
#include "transfer/curl/conversation.h"
#include "transfer/curl/rangeplan.h"
#include "transfer/files/fileintake.h"
#include "transfer/transferengine.h"

namespace haulwatch {

struct CleanUpEasy {
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
using EasyHandle = std::unique_ptr<CURL, CleanUpEasy>;

/// One file on its way: the requests that fetch it (redirects, pieces and a fresh start make more than one), and what
/// arrives of it. What an answer means is the Conversation's. Told by the engine what libcurl, the disk worker and the
/// clock say; answers what it wants next. Owned by the engine's thread.
class CurlTransfer {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// What the engine is to do with it.
    enum class Next : std::uint8_t {
        Wait, ///< nothing; it goes on as it is
        Request, ///< send a request: prepareRequest(), then the handle into the multi handle
        Disk, ///< the network is done with; an answer of the disk worker is to come
        Over, ///< remove it; its last event is told
    };

    CurlTransfer(std::uint64_t serial, TransferRequest request, DiskWorker &disk, std::vector<TransferEvent> &events);
    CurlTransfer(const CurlTransfer &) = delete; // libcurl holds its address
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    [[nodiscard]] Next begin();
    /// Makes the handle of a request; the one before must be out of the multi handle.
    void prepareRequest();
    [[nodiscard]] Next requestEnded(CURLcode result);
    [[nodiscard]] Next diskAnswered(const DiskAnswer &answer);
    /// Tells progress, makes checkpoints, ends what takes too long.
    [[nodiscard]] Next tick(Time now);
    /// The end, at the owner's wish. The handle must be out of the multi handle.
    [[nodiscard]] Checkpoint stop();

    [[nodiscard]] bool isWhole() const;

    [[nodiscard]] CURL *easy() const { return m_easy.get(); } ///< of the last request; null before the first
    [[nodiscard]] std::uint64_t serial() const { return m_serial; }
    [[nodiscard]] const TransferKey &key() const { return m_request.key; }

private:
    enum class Phase : std::uint8_t { Asking, Receiving, Finishing, Failing };

    static std::size_t takeHeader(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t takeBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static int takeConnection(void *self, char *address, char *, int port, int);

    [[nodiscard]] bool obey(std::optional<Verdict> verdict);
    [[nodiscard]] std::optional<JobError> take(const Body &body);
    [[nodiscard]] std::optional<JobError> reopen(Bytes offset, const Checkpoint &version, const Body &body);
    [[nodiscard]] std::uint8_t countOtherTags(const Checkpoint &version) const;
    [[nodiscard]] bool ignore(std::size_t bytes);
    [[nodiscard]] bool store(std::string_view bytes);

    [[nodiscard]] Next goOn(Verdict verdict);
    [[nodiscard]] Next beginAgain();
    [[nodiscard]] Next bodyEnded();
    [[nodiscard]] Next finished(const DiskAnswer &answer);
    [[nodiscard]] Next fail(JobError error);
    [[nodiscard]] Next tellFailure();

    [[nodiscard]] Bytes position() const; ///< how much of the file is here
    [[nodiscard]] Wanted wanted() const;
    [[nodiscard]] Checkpoint checkpoint() const;
    [[nodiscard]] JobError curlError(CURLcode result) const;
    [[nodiscard]] JobError localError(Errno error) const;

    const std::uint64_t m_serial;
    const TransferRequest m_request;
    std::vector<TransferEvent> &m_events;
    FileIntake m_intake;
    AttemptClock m_clock;
    AttemptRecord m_record;
    RangePlan m_plan;
    std::unique_ptr<Conversation> m_conversation; ///< null: a protocol that is not spoken here

    Phase m_phase = Phase::Asking;
    Address m_address; ///< who is asked now
    std::optional<Verdict> m_verdict; ///< why a callback broke the request off
    std::array<char, CURL_ERROR_SIZE> m_curlMessage {};
    AttemptClock::Expired m_expired = AttemptClock::Expired::Nothing;
    std::size_t m_ignored = 0; ///< bytes of a body that is no file

    Checkpoint m_held; ///< of the version that is in the part file; its offset is where this attempt began
    std::optional<Checksum> m_expected; ///< of the whole file
    std::optional<EpochSeconds> m_modified; ///< as the last answer said
    bool m_endsByClosing = false;
    Bytes m_bodyEnd = kUnknownSize; ///< what the file's size is to be when the body has come
    bool m_hasBody = false; ///< the part file was opened for what comes
    bool m_asksFromStart = false; ///< what is held fits no more, but stays until an answer replaces it
    unsigned m_restarts = 0;
    Bytes m_told = kUnknownSize;
    std::optional<JobError> m_fault; ///< why the transfer fails
    EasyHandle m_easy; // last: it uses what is above
};

} // namespace haulwatch
