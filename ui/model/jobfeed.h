// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "job/jobtable.h"
#include "service/jobservice.h"

namespace haulwatch {

/// The GUI thread's end of a service: keeps a replica of the job table and hands responses to whoever asked.
/// The only class of the interface that talks to the service.
class JobFeed : public QObject {
    Q_OBJECT

public:
    using Callback = std::function<void(const Result<Answer> &)>;

    /// `service` must outlive the feed.
    explicit JobFeed(JobService &service, QObject *parent = nullptr);
    ~JobFeed() override;

    [[nodiscard]] const JobTable &table() const { return m_table; }
    /// The time of the engine's last batch; by the engine's clock.
    [[nodiscard]] WallTime lastUpdate(EngineId engine = kHomeEngine) const { return clockOf(engine).lastUpdate; }
    /// The engine's clock, as far as one can tell from here: its last batch and the time since.
    [[nodiscard]] WallTime now(EngineId engine = kHomeEngine) const { return clockOf(engine).now(); }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// What the engines say of themselves.
    [[nodiscard]] std::vector<std::shared_ptr<const EngineInfo>> engines() const { return m_service.engines(); }
    [[nodiscard]] std::optional<std::string> trouble() const; ///< of the first engine that has one

    /// Sends a request; `callback` runs on the GUI thread, and not at all once `context` is gone.
    /// It runs with Refusal::Unavailable when the engine is lost before it answered.
    void post(Request request, QObject *context, Callback callback);

    /// Takes what the service has ready. Called by itself after a notification; tests may call it.
    /// Very many new jobs come in slices, so that the window stays alive meanwhile; updated() ends the batch all the
    /// same.
    void pump();

Q_SIGNALS:
    void added(haulwatch::JobTable::Index first, haulwatch::JobTable::Index end); ///< the indexes [first, end)
    void changed(const std::vector<haulwatch::JobTable::Index> &jobs);
    void removed(const std::vector<haulwatch::JobTable::Index> &jobs); ///< they no longer exist in the table
    void updated(); ///< after each batch, once
    void connectionChanged(bool connected);

private:
    struct Pending {
        QPointer<QObject> context;
        Callback callback;
    };

    /// An engine's clock, as its batches told it.
    struct Clock {
        WallTime lastUpdate {};
        QElapsedTimer since;

        void set(WallTime time);
        [[nodiscard]] WallTime now() const;
    };

    [[nodiscard]] const Clock &clockOf(EngineId engine) const;
    void wake();
    void begin(TableUpdate changes);
    void applySlice();
    void applyRest(TableUpdate rest);
    void take(std::span<JobRecord> records);
    void update(JobTable::Index job, JobRecord record);
    [[nodiscard]] std::vector<JobTable::Index> unseen() const;
    void remove(std::vector<JobTable::Index> jobs);
    void refusePending();
    void deliver(std::vector<Response> responses);

    /// A batch on its way into the table.
    struct Backlog {
        TableUpdate changes;
        std::size_t nextAdded = 0;
        std::vector<bool> seen {}; ///< of a first batch: which of the rows that were here before it names
    };

    JobService &m_service;
    JobTable m_table;
    std::unordered_map<RequestId, Pending> m_pending;
    std::optional<Backlog> m_backlog;
    std::vector<Clock> m_clocks; ///< by engine
    std::atomic<bool> m_awake = false;
    bool m_connected = true;
};

} // namespace haulwatch
