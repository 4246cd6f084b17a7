// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/curlengine.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <new>
#include <unordered_map>
#include <utility>

#include <curl/curl.h>

#include "transfer/curl/curltransfer.h"
#include "transfer/files/diskworker.h"
#include "transfer/files/finalnames.h"
#include "transfer/files/partmoves.h"

namespace haulwatch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Milliseconds kTick {100}; // how often progress is told and stalls are looked for
constexpr Milliseconds kLongestWait {3'600'000}; // keeps the sum with the clock from overflowing
constexpr long kIdleConnections = 32;

struct CleanUpMulti {
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

CURLM *makeMulti()
{
    static const CURLcode initialized = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = initialized == CURLE_OK ? curl_multi_init() : nullptr;
    if (multi == nullptr)
        throw std::bad_alloc();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, kIdleConnections);
    return multi;
}

const TransferKey &keyOf(const TransferEvent &event)
{
    return std::visit([](const auto &e) -> const TransferKey & { return e.key; }, event);
}

/// See makeCurlEngine(). Holds the multi handle and tells each transfer what libcurl, the disk worker and the clock
/// say.
class CurlEngine final : public TransferEngine {
public:
    CurlEngine()
        : m_multi(makeMulti())
        , m_disk([this] { curl_multi_wakeup(m_multi.get()); })
    {
    }
    ~CurlEngine() override
    {
        for (auto &[key, transfer] : m_transfers)
            curl_multi_remove_handle(m_multi.get(), transfer->easy());
    }

    void start(TransferRequest request) override;
    Checkpoint stop(TransferKey key) override;
    bool isWhole(TransferKey key) const override
    {
        const auto it = m_transfers.find(key);
        return it != m_transfers.end() && it->second->isWhole();
    }
    void run(Milliseconds maxWait, std::vector<TransferEvent> &events) override;
    void wake() override
    {
        m_woken = true;
        curl_multi_wakeup(m_multi.get());
    }

    Result<std::string> admit(const std::string &folder, std::span<const FileSpec> files) override
    {
        return admitFiles(folder, files);
    }
    std::vector<Result<void>> commit(std::span<const KeptFile> files) override { return giveFinalNames(files); }
    Result<void> relocate(std::span<const PartMove> moves) override { return movePartFiles(moves); }
    std::vector<std::string> discard(std::span<const KeptFile> files) override { return deletePartFiles(files); }

private:
    void step(Milliseconds wait);
    void takeResults();
    void takeDiskAnswers();
    void tick(Clock::time_point now);
    void obey(CurlTransfer &transfer, CurlTransfer::Next next);
    void remove(CurlTransfer &transfer);

    std::unique_ptr<CURLM, CleanUpMulti> m_multi;
    DiskWorker m_disk;
    std::vector<TransferEvent> m_events;
    std::map<TransferKey, std::unique_ptr<CurlTransfer>> m_transfers;
    std::unordered_map<std::uint64_t, CurlTransfer *>
        m_bySerial; // an answer of the disk may come after its transfer's end
    std::uint64_t m_lastSerial = 0;
    Clock::time_point m_nextTick {};
    std::atomic<bool> m_woken = false;
};

void CurlEngine::start(TransferRequest request)
{
    const auto key = request.key;
    stop(key);
    const auto serial = ++m_lastSerial;
    auto made = std::make_unique<CurlTransfer>(serial, std::move(request), m_disk, m_events);
    auto &transfer = *made;
    m_bySerial.emplace(serial, &transfer);
    m_transfers.emplace(key, std::move(made));
    obey(transfer, transfer.begin());
}

Checkpoint CurlEngine::stop(TransferKey key)
{
    std::erase_if(m_events, [&key](const TransferEvent &event) { return keyOf(event) == key; });
    const auto it = m_transfers.find(key);
    if (it == m_transfers.end())
        return {};
    curl_multi_remove_handle(m_multi.get(), it->second->easy());
    auto checkpoint = it->second->stop();
    remove(*it->second);
    return checkpoint;
}

void CurlEngine::remove(CurlTransfer &transfer)
{
    m_bySerial.erase(transfer.serial());
    m_transfers.erase(TransferKey(transfer.key()));
}

void CurlEngine::obey(CurlTransfer &transfer, CurlTransfer::Next next)
{
    if (next == CurlTransfer::Next::Wait)
        return;
    // A handle may be cleaned up only when it is out of the multi handle; removing one that is not in is harmless.
    curl_multi_remove_handle(m_multi.get(), transfer.easy());
    if (next == CurlTransfer::Next::Request) {
        transfer.prepareRequest();
        curl_multi_add_handle(m_multi.get(), transfer.easy());
    } else if (next == CurlTransfer::Next::Over) {
        remove(transfer);
    }
}

void CurlEngine::run(Milliseconds maxWait, std::vector<TransferEvent> &events)
{
    const auto deadline = Clock::now() + std::min(maxWait, kLongestWait);
    auto wait = m_events.empty() ? std::min(maxWait, kLongestWait) : Milliseconds(0);
    do {
        step(wait);
        wait = std::chrono::ceil<Milliseconds>(deadline - Clock::now());
    } while (m_events.empty() && !m_woken && wait > Milliseconds(0));
    m_woken = false;
    std::move(m_events.begin(), m_events.end(), std::back_inserter(events));
    m_events.clear();
}

void CurlEngine::step(Milliseconds wait)
{
    if (!m_transfers.empty()) {
        const auto untilTick = std::chrono::ceil<Milliseconds>(m_nextTick - Clock::now());
        wait = std::clamp(untilTick, Milliseconds(0), wait);
    }
    curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(wait.count()), nullptr);
    int running = 0;
    curl_multi_perform(m_multi.get(), &running);
    takeResults();
    takeDiskAnswers();
    if (const auto now = Clock::now(); now >= m_nextTick)
        tick(now);
}

void CurlEngine::takeResults()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const auto result = message->data.result; // gone once the handle is removed
        CurlTransfer *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        obey(*transfer, transfer->requestEnded(result));
    }
}

void CurlEngine::takeDiskAnswers()
{
    for (const auto &answer : m_disk.take()) {
        if (const auto it = m_bySerial.find(answer.transfer); it != m_bySerial.end())
            obey(*it->second, it->second->diskAnswered(answer));
    }
}

void CurlEngine::tick(Clock::time_point now)
{
    m_nextTick = now + kTick;
    for (auto it = m_transfers.begin(); it != m_transfers.end();) {
        auto &transfer = *it->second;
        ++it; // obey() may end this one
        obey(transfer, transfer.tick(now));
    }
}

} // namespace

std::unique_ptr<TransferEngine> makeCurlEngine()
{
    return std::make_unique<CurlEngine>();
}

} // namespace haulwatch
