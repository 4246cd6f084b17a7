// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rowsorter.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace haulwatch {
namespace {

/// So many jobs are collected and sorted in less than a frame; a thread would only make the table flicker.
constexpr JobTable::Index kFewJobs = 20'000;
constexpr JobTable::Index kJobsBetweenLooksAtTheClock = 1'024;
constexpr qint64 kSliceMs = 4;

} // namespace

RowSorter::RowSorter(const JobTable &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
{
    m_thread.setMaxThreadCount(1);
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &RowSorter::collectSlice);
}

RowSorter::~RowSorter()
{
    m_thread.waitForDone();
}

void RowSorter::start(const SortRule &rule, JobFilter filter, WallTime now)
{
    cancel();
    m_running = true;
    m_work.emplace(Work {rule, std::move(filter), now, 0, m_table.end(), SortSnapshot(rule)});
    if (m_work->end > kFewJobs) {
        m_slices.start();
        return;
    }
    collect(m_work->end);
    finish(std::move(m_work->snapshot).sorted());
}

void RowSorter::cancel()
{
    m_slices.stop();
    m_work.reset();
    ++m_run;
    m_running = false;
}

void RowSorter::collectSlice()
{
    QElapsedTimer slice;
    slice.start();
    while (m_work->next < m_work->end && slice.elapsed() < kSliceMs)
        collect(std::min(m_work->end, m_work->next + kJobsBetweenLooksAtTheClock));
    if (m_work->next == m_work->end)
        handOver();
}

void RowSorter::collect(JobTable::Index end)
{
    Work &work = *m_work;
    const bool all = work.filter.matchesEverything();
    for (; work.next < end; ++work.next) {
        if (m_table.contains(work.next) && (all || work.filter.matches(m_table.at(work.next), work.now)))
            work.snapshot.add(work.next, m_table.at(work.next));
    }
}

void RowSorter::handOver()
{
    m_slices.stop();
    m_thread.start([this, run = m_run, snapshot = std::make_shared<SortSnapshot>(std::move(m_work->snapshot))] {
        auto rows = std::make_shared<std::vector<JobTable::Index>>(std::move(*snapshot).sorted());
        QMetaObject::invokeMethod(
            this,
            [this, run, rows] {
                if (run == m_run)
                    finish(std::move(*rows));
            },
            Qt::QueuedConnection);
    });
    m_work.reset();
}

void RowSorter::finish(std::vector<JobTable::Index> rows)
{
    m_work.reset();
    m_running = false;
    Q_EMIT finished(rows);
}

} // namespace haulwatch
