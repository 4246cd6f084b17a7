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

#include "transfer/address.h"
#include "transfer/fileintake.h"
#include "transfer/httpanswer.h"
#include "transfer/httprequest.h"
#include "transfer/transferengine.h"

namespace haulwatch {

struct CleanUpEasy {
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
using EasyHandle = std::unique_ptr<CURL, CleanUpEasy>;

/// One file on its way: the requests that fetch it (redirects and a fresh start make more than one), and what arrives
/// of it. Told by the engine what libcurl, the disk worker and the clock say; answers what it wants next. Owned by the
/// engine's thread.
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

    CurlTransfer(std::uint64_t serial, TransferRequest request, EasyHandle easy, DiskWorker &disk,
                 std::vector<TransferEvent> &events);
    CurlTransfer(const CurlTransfer &) = delete; // libcurl holds its address
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    [[nodiscard]] Next begin();
    void prepareRequest();
    [[nodiscard]] Next requestEnded(CURLcode result);
    [[nodiscard]] Next diskAnswered(const DiskAnswer &answer);
    /// Tells progress, makes checkpoints, ends a silent connection.
    [[nodiscard]] Next tick(Time now);
    /// The end, at the owner's wish. The handle must be out of the multi handle.
    [[nodiscard]] Checkpoint stop();

    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    [[nodiscard]] EasyHandle takeHandle() { return std::move(m_easy); }
    [[nodiscard]] std::uint64_t serial() const { return m_serial; }
    [[nodiscard]] const TransferKey &key() const { return m_request.key; }

private:
    enum class Phase : std::uint8_t { Asking, Receiving, Finishing, Failing };

    static std::size_t takeHeader(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t takeBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static int takeConnection(void *self, char *, char *, int, int);

    [[nodiscard]] bool headEnded();
    [[nodiscard]] bool beginBody(BodyMeaning meaning);
    [[nodiscard]] bool ignore(std::size_t bytes);
    [[nodiscard]] bool store(std::string_view bytes);

    [[nodiscard]] bool isLeftover(CURLcode result) const;
    [[nodiscard]] Next answered();
    [[nodiscard]] Next follow();
    [[nodiscard]] Next beginAgain();
    [[nodiscard]] Next finish();
    [[nodiscard]] Next finished(const DiskAnswer &answer);
    [[nodiscard]] Next fail(JobError error);
    [[nodiscard]] Next tellFailure();

    [[nodiscard]] Checkpoint checkpoint() const;
    [[nodiscard]] JobError curlError(CURLcode result) const;
    [[nodiscard]] JobError complete(JobError error) const;
    [[nodiscard]] std::string protocol() const;

    const std::uint64_t m_serial;
    const TransferRequest m_request;
    EasyHandle m_easy;
    std::vector<TransferEvent> &m_events;
    FileIntake m_intake;
    HttpRequest m_http;

    Phase m_phase = Phase::Asking;
    Address m_origin; ///< whom the credentials are for
    Address m_address; ///< who is asked now
    unsigned m_redirects = 0;
    HttpAnswer m_answer;
    std::array<char, CURL_ERROR_SIZE> m_curlMessage {};
    Checkpoint m_held; ///< of the file that is in the part file; its offset is where the body begins
    std::size_t m_ignored = 0; ///< bytes of a body that is no file
    bool m_hasBody = false; ///< the part file was opened for what comes
    bool m_mustBeginAgain = false;
    std::optional<JobError> m_fault; ///< why a callback broke the request off, or why the transfer fails

    bool m_needsFreshConnection = false;
    bool m_isConnected = false;
    bool m_hasMoved = false; ///< something came since the last tick
    Time m_lastMoved {};
    Bytes m_told = kUnknownSize;
};

} // namespace haulwatch
