// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferfixture.h"

#include <cstdlib>

#include "transfer/curl/curlengine.h"

namespace haulwatch::test {
namespace {

struct Recorder {
    Outcome &outcome;
    void operator()(TransferStarted &event) const { outcome.starts.push_back(std::move(event)); }
    void operator()(TransferProgress &event) const { outcome.progress.push_back(event); }
    void operator()(TransferCheckpoint &event) const { outcome.checkpoints.push_back(std::move(event)); }
    void operator()(TransferFinished &event) const { outcome.finished = event; }
    void operator()(TransferFailed &event) const { outcome.failed = std::move(event); }
};

} // namespace

TransferFixture::TransferFixture()
    : m_engine(makeCurlEngine())
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        ::unsetenv(name);
}

void TransferFixture::restartEngine()
{
    m_engine.reset();
    m_engine = makeCurlEngine();
}

TransferRequest TransferFixture::request(const std::string &address, const std::string &name) const
{
    TransferRequest request;
    request.key = {{1, 2}, 0};
    request.file = {address, name, std::nullopt};
    request.location = {m_folder.path(name), m_folder.path('.' + name + ".part")};
    request.options = std::make_shared<const JobOptions>();
    return request;
}

Outcome TransferFixture::fetch(const TransferRequest &request)
{
    m_engine->start(request);
    return runUntil(request.key, [](const Outcome &outcome) { return outcome.isOver(); });
}

Result<void> TransferFixture::giveName(const TransferRequest &request, const Outcome &outcome)
{
    const KeptFile file {request.location, outcome.finished->size, outcome.finished->mark};
    return m_engine->commit({&file, 1}).front();
}

std::optional<std::string> TransferFixture::part(const TransferRequest &request) const
{
    return m_folder.read(request.location.part.substr(m_folder.path().size() + 1));
}

void TransferFixture::run(const TransferKey &key, Outcome &outcome)
{
    std::vector<TransferEvent> events;
    m_engine->run(Milliseconds(1'000), events);
    for (auto &event : events) {
        if (std::visit([](const auto &e) { return e.key; }, event) == key)
            std::visit(Recorder {outcome}, event);
    }
}

} // namespace haulwatch::test
