// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "engine/localengine.h"
#include "store/storeopen.h"
#include "support/faultserver.h"
#include "support/sandbox.h"
#include "support/servicecaller.h"
#include "transfer/curl/curlengine.h"

namespace haulwatch::test {

/// The whole engine with a store, a folder and a server of faults of its own. restart() is what a new session does.
class EngineFixture {
public:
    FaultServer server;
    Sandbox store;
    Sandbox target;

    EngineFixture() { restart(); }
    ~EngineFixture() { stop(); }
    EngineFixture(const EngineFixture &) = delete;
    EngineFixture &operator=(const EngineFixture &) = delete;

    void stop()
    {
        m_caller.reset();
        m_engine.reset();
    }

    void restart()
    {
        stop();
        auto opened = openStore(store.path("data"));
        LocalEngine::Parts parts;
        parts.transfers = makeCurlEngine();
        parts.journal = std::move(opened.value().journal);
        parts.jobs = std::move(opened.value().jobs);
        parts.clock = m_clock;
        m_engine = std::make_unique<LocalEngine>(std::move(parts));
        m_caller = std::make_unique<ServiceCaller>(m_engine->attach(LocalEngine::ChangeFeed::On));
    }

    /// The next restart() uses it.
    void setClock(std::function<Instant()> clock) { m_clock = std::move(clock); }

    ServiceCaller *operator->() { return m_caller.get(); }

    /// One file of the server; tried again at once, three times in a row without a new byte.
    [[nodiscard]] JobDraft draft(const std::string &path) const
    {
        JobDraft draft;
        draft.folder = target.path();
        draft.files.push_back({server.address(path), {}, {}, {}});
        draft.options.retry.fixedDelay = Milliseconds(20);
        draft.options.retry.maxRetries = 3;
        return draft;
    }

private:
    std::function<Instant()> m_clock = &systemNow;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<ServiceCaller> m_caller;
};

} // namespace haulwatch::test
