// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/selectedjob.h"

#include <algorithm>
#include <chrono>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr auto kRefreshInterval = 250ms;
// A job of many files costs the engine a copy of each file's progress.
constexpr auto kRefreshIntervalOfManyFiles = 2s;
constexpr std::size_t kManyFiles = 2'000;

/// Whether something was written into the history between the two.
bool differsInHistory(const JobStatus &a, const JobStatus &b)
{
    return a.state != b.state || a.errorCount != b.errorCount || a.modified != b.modified
        || a.filesTransferred != b.filesTransferred;
}

} // namespace

SelectedJob::SelectedJob(JobFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &SelectedJob::refresh);
    connect(&feed, &JobFeed::changed, this, &SelectedJob::onChanged);
    connect(&feed, &JobFeed::removed, this, &SelectedJob::onRemoved);
}

void SelectedJob::select(std::optional<JobTable::Index> job)
{
    if (job == m_index)
        return;
    m_index = job;
    m_files.reset();
    m_history.reset();
    m_statusOfHistory.reset();
    m_awaitsFiles = false;
    m_refresh.stop();
    Q_EMIT selected();
    refresh();
}

const JobRecord *SelectedJob::record() const
{
    return m_index && m_feed.table().contains(*m_index) ? &m_feed.table().at(*m_index) : nullptr;
}

void SelectedJob::onChanged(const std::vector<JobTable::Index> &jobs)
{
    if (!m_index || std::find(jobs.begin(), jobs.end(), *m_index) == jobs.end())
        return;
    refreshSoon();
}

void SelectedJob::onRemoved(const std::vector<JobTable::Index> &jobs)
{
    if (m_index && std::find(jobs.begin(), jobs.end(), *m_index) != jobs.end())
        select(std::nullopt);
}

void SelectedJob::refreshSoon()
{
    if (m_refresh.isActive())
        return;
    const bool hasMany = m_files && m_files->size() > kManyFiles;
    const Milliseconds interval = hasMany ? Milliseconds(kRefreshIntervalOfManyFiles) : Milliseconds(kRefreshInterval);
    const Milliseconds since = m_sinceRefresh.isValid() ? Milliseconds(m_sinceRefresh.elapsed()) : interval;
    m_refresh.start(std::max(Milliseconds {0}, interval - since));
}

void SelectedJob::refresh()
{
    const JobRecord *job = record();
    if (!job)
        return;
    m_sinceRefresh.start();
    Q_EMIT recordChanged();
    askForFiles();
    if (!m_statusOfHistory || differsInHistory(*m_statusOfHistory, job->status))
        askForHistory();
}

void SelectedJob::askForFiles()
{
    if (m_awaitsFiles)
        return;
    m_awaitsFiles = true;
    const JobTable::Index asked = *m_index;
    m_feed.post(GetFiles {m_feed.table().idOf(asked)}, this, [this, asked](const Result<Answer> &result) {
        if (m_index != asked)
            return;
        m_awaitsFiles = false;
        if (!result || !std::holds_alternative<JobFiles>(*result))
            return;
        m_files = std::make_shared<const std::vector<FileProgress>>(std::get<JobFiles>(*result).files);
        Q_EMIT filesChanged();
    });
}

void SelectedJob::askForHistory()
{
    const JobTable::Index asked = *m_index;
    m_statusOfHistory = record()->status;
    m_feed.post(GetHistory {m_feed.table().idOf(asked)}, this, [this, asked](const Result<Answer> &result) {
        if (m_index != asked || !result || !std::holds_alternative<std::vector<HistoryEntry>>(*result))
            return;
        m_history = std::make_shared<const std::vector<HistoryEntry>>(std::get<std::vector<HistoryEntry>>(*result));
        Q_EMIT historyChanged();
    });
}

} // namespace haulwatch
