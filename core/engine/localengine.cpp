// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/localengine.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>

#include "engine/jobmanager.h"
#include "service/mailbox.h"
#include "transfer/transferengine.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kPublishInterval = 33ms; // a display shows nothing sooner
constexpr Milliseconds kLongestWait = 1s;

std::uint64_t systemSeed()
{
    std::random_device device;
    return (std::uint64_t {device()} << 32) | device();
}

/// What one reader has not been told yet. Core thread only.
class Feed {
public:
    void note(const std::vector<JobTable::Index> &dirty)
    {
        for (const JobTable::Index job : dirty) {
            if (job >= m_announced || m_isPending[job])
                continue;
            m_isPending[job] = true;
            m_pending.push_back(job);
        }
    }

    /// Something to tell: news, or the first batch, which is given even when there is no job.
    [[nodiscard]] bool hasNews(const JobTable &table) const
    {
        return !m_greeted || !m_pending.empty() || m_announced < table.end();
    }

    [[nodiscard]] TableUpdate take(const JobTable &table, WallTime now)
    {
        TableUpdate changes;
        changes.time = now;
        changes.isFirst = !std::exchange(m_greeted, true);
        std::sort(m_pending.begin(), m_pending.end());
        for (const JobTable::Index job : std::exchange(m_pending, {})) {
            m_isPending[job] = false;
            if (table.contains(job))
                changes.changed.push_back(table.at(job));
            else
                changes.removed.push_back(table.idOf(job));
        }
        for (; m_announced < table.end(); ++m_announced) {
            if (table.contains(m_announced))
                changes.added.push_back(table.at(m_announced));
        }
        m_isPending.resize(m_announced);
        return changes;
    }

private:
    std::vector<bool> m_isPending;
    std::vector<JobTable::Index> m_pending;
    JobTable::Index m_announced = 0; // every job below has been told of
    bool m_greeted = false;
};

struct Connection {
    std::uint64_t id = 0;
    std::shared_ptr<Mailbox> mailbox;
    std::optional<Feed> feed;

    [[nodiscard]] bool isHungry(const JobTable &table) const
    {
        return feed && feed->hasNews(table) && mailbox->hasRoomForChanges();
    }
};

} // namespace

class LocalEngine::Core {
public:
    explicit Core(Parts parts)
        : m_parts(std::move(parts))
    {
        m_parts.journal->setDurableNotify([this] { m_parts.transfers->wake(); });
        m_thread = std::thread([this] { run(); });
    }

    ~Core()
    {
        m_stop = true;
        m_parts.transfers->wake();
        m_thread.join();
        m_parts.journal->setDurableNotify({});
    }

    std::shared_ptr<Mailbox> attach(ChangeFeed feed)
    {
        auto mailbox = std::make_shared<Mailbox>();
        {
            const std::lock_guard lock(m_mutex);
            m_arrivals.push_back(
                {++m_lastConnection, mailbox, feed == ChangeFeed::On ? std::optional<Feed>(Feed {}) : std::nullopt});
        }
        wake();
        return mailbox;
    }

    void wake() { m_parts.transfers->wake(); }

private:
    void run();
    void welcome();
    void takeRequests(JobManager &manager);
    void deliver(JobManager &manager);
    void tellOfItself(const EngineLimits &limits);
    void publish(JobManager &manager);
    [[nodiscard]] Milliseconds waitTime(JobManager &manager);

    Parts m_parts;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex; // of m_arrivals
    std::vector<Connection> m_arrivals;
    std::uint64_t m_lastConnection = 0;

    // Core thread only.
    std::vector<Connection> m_connections;
    std::chrono::steady_clock::time_point m_lastPublish {};
    std::shared_ptr<const EngineInfo> m_info;

    std::thread m_thread;
};

void LocalEngine::Core::run()
{
    const std::uint64_t seed = m_parts.seed != 0 ? m_parts.seed : systemSeed();
    FormerRun former {std::exchange(m_parts.jobs, {}), m_parts.session.get(), m_parts.previousEndWasCrash};
    JobManager manager(*m_parts.transfers, *m_parts.journal, m_parts.limits, seed, std::move(former), m_parts.clock(),
                       {m_parts.callback.get(), m_parts.commands.get()});
    std::vector<TransferEvent> events;
    while (!m_stop) {
        welcome();
        takeRequests(manager);
        deliver(manager); // a read is answered before the wait, not after it
        m_parts.transfers->run(waitTime(manager), events);
        if (m_parts.network)
            manager.setNetwork(m_parts.network->isConnected(), m_parts.clock());
        manager.step(m_parts.clock(), events);
        events.clear();
        deliver(manager);
        publish(manager);
    }
    manager.shutDown();
    for (Connection &connection : m_connections)
        connection.mailbox->close();
    welcome();
    for (Connection &connection : m_connections)
        connection.mailbox->close();
}

void LocalEngine::Core::welcome()
{
    const std::lock_guard lock(m_mutex);
    std::move(m_arrivals.begin(), m_arrivals.end(), std::back_inserter(m_connections));
    m_arrivals.clear();
    std::erase_if(m_connections, [](const Connection &c) { return !c.mailbox->isOpen(); });
}

void LocalEngine::Core::takeRequests(JobManager &manager)
{
    for (Connection &connection : m_connections) {
        for (auto &[id, request] : connection.mailbox->takeRequests())
            manager.handle(connection.id, id, std::move(request), m_parts.clock());
    }
}

void LocalEngine::Core::deliver(JobManager &manager)
{
    for (auto &delivery : manager.takeDeliveries()) {
        const auto it = std::find_if(m_connections.begin(), m_connections.end(),
                                     [&](const Connection &c) { return c.id == delivery.to; });
        if (it != m_connections.end())
            it->mailbox->putResponse(std::move(delivery.response));
    }
    tellOfItself(manager.limits());
}

void LocalEngine::Core::tellOfItself(const EngineLimits &limits)
{
    auto trouble = m_parts.journal->failure();
    if (!m_info || m_info->trouble != trouble || m_info->limits != limits) {
        EngineInfo info;
        info.kind = m_parts.kind;
        info.version = m_parts.version;
        info.capabilities.limits = limits.activeJobs > 0;
        info.limits = limits;
        info.trouble = std::move(trouble);
        m_info = std::make_shared<const EngineInfo>(std::move(info));
    }
    for (Connection &connection : m_connections)
        connection.mailbox->setInfo(m_info);
}

void LocalEngine::Core::publish(JobManager &manager)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastPublish < kPublishInterval)
        return;
    m_lastPublish = now;
    const auto dirty = manager.table().takeDirty();
    manager.noteModified(dirty);
    for (Connection &connection : m_connections) {
        if (!connection.feed)
            continue;
        connection.feed->note(dirty);
        if (connection.isHungry(manager.table()))
            connection.mailbox->putChanges(connection.feed->take(manager.table(), m_parts.clock().wall));
    }
}

Milliseconds LocalEngine::Core::waitTime(JobManager &manager)
{
    Milliseconds wait = kLongestWait;
    const bool someoneHungry = std::any_of(m_connections.begin(), m_connections.end(),
                                           [&](const Connection &c) { return c.isHungry(manager.table()); });
    if (manager.table().hasDirty() || someoneHungry) {
        const auto due = m_lastPublish + kPublishInterval - std::chrono::steady_clock::now();
        wait = std::min(wait, std::chrono::ceil<Milliseconds>(due));
    }
    if (const auto wake = manager.nextWake())
        wait = std::min(wait, std::chrono::ceil<Milliseconds>(*wake - m_parts.clock().monotonic));
    return std::max(wait, Milliseconds::zero());
}

namespace {

class LocalService final : public JobService {
public:
    LocalService(std::shared_ptr<Mailbox> mailbox, std::function<void()> wake)
        : m_mailbox(std::move(mailbox))
        , m_wake(std::move(wake))
    {
    }

    ~LocalService() override
    {
        m_mailbox->setNotify({});
        m_mailbox->close();
    }

    RequestId post(Request request) override
    {
        const RequestId id = m_mailbox->post(std::move(request));
        m_wake();
        return id;
    }

    std::vector<Response> takeResponses() override { return m_mailbox->takeResponses(); }
    std::optional<TableUpdate> takeChanges() override
    {
        auto changes = m_mailbox->takeChanges();
        if (changes)
            m_wake(); // there is room for the next batch
        return changes;
    }
    void setNotify(std::function<void()> notify) override { m_mailbox->setNotify(std::move(notify)); }
    bool isConnected() const override { return m_mailbox->isOpen(); }
    std::vector<std::shared_ptr<const EngineInfo>> engines() const override
    {
        auto info = m_mailbox->info();
        return info ? std::vector {std::move(info)} : std::vector<std::shared_ptr<const EngineInfo>> {};
    }

private:
    std::shared_ptr<Mailbox> m_mailbox;
    std::function<void()> m_wake;
};

} // namespace

LocalEngine::LocalEngine(Parts parts)
    : m_core(std::make_unique<Core>(std::move(parts)))
{
}

LocalEngine::~LocalEngine() = default;

std::unique_ptr<JobService> LocalEngine::attach(ChangeFeed feed)
{
    return std::make_unique<LocalService>(m_core->attach(feed), [core = m_core.get()] { core->wake(); });
}

Instant systemNow()
{
    return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()),
            std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now())};
}

} // namespace haulwatch
