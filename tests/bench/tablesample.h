// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "jobs/jobtableview.h"
#include "support/fakeservice.h"
#include "window/mainwindow.h"

namespace haulwatch::bench {

inline JobStatus someStatus(std::mt19937_64 &random)
{
    JobStatus status;
    status.state = kAllJobStates[random() % kJobStateCount];
    status.bytesTotal = 1'000'000 + random() % 1'000'000'000;
    status.bytesTransferred = random() % status.bytesTotal;
    status.filesTotal = 1;
    status.modified = 1'700'000'000;
    status.transferred = 1'700'000'000;
    return status;
}

inline TableUpdate someJobs(std::size_t count)
{
    std::mt19937_64 random(1);
    const auto options = std::make_shared<const JobOptions>();
    TableUpdate changes;
    changes.time = WallTime {std::chrono::seconds {1'700'000'000}};
    changes.added.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto spec = std::make_shared<JobSpec>();
        spec->id = JobId {i + 1, 1};
        spec->name = "dataset-" + std::to_string(random() % 10'000'000) + ".tar";
        spec->folder = "/data";
        spec->files = {{"https://host" + std::to_string(i % 1'000) + ".example.org/" + spec->name, spec->name, {}}};
        spec->options = options;
        spec->created = changes.time;
        changes.added.push_back({std::move(spec), someStatus(random), nullptr});
    }
    return changes;
}

/// A row a proxy can sort and filter as fast as Qt lets it: numbers and strings are at hand.
class PlainModel : public QAbstractTableModel {
public:
    explicit PlainModel(const JobTable &table)
    {
        for (JobTable::Index job = 0; job < table.end(); ++job) {
            m_names << QString::fromStdString(table.at(job).spec->name);
            m_bytes << table.at(job).status.bytesTransferred;
        }
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_names.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? QVariant(m_names[index.row()]) : QVariant(m_bytes[index.row()]);
    }

    /// One more value, and what a view is told of it, as of a batch: one span from the first row to the last.
    void setBytes(const std::vector<JobTable::Index> &rows, Bytes bytes)
    {
        for (const auto row : rows)
            m_bytes[row] = bytes + row;
        Q_EMIT dataChanged(index(static_cast<int>(rows.front()), 0), index(static_cast<int>(rows.back()), 1));
    }

private:
    QStringList m_names;
    QList<qulonglong> m_bytes;
};

/// The program's window over a service without an engine.
struct Window {
    QTemporaryDir folder;
    QSettings settings {folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    test::FakeService service;
    JobFeed feed {service};
    std::unique_ptr<MainWindow> window;

    void open()
    {
        // So many jobs would open as their causes; what is measured is the table with all of them.
        settings.setValue(QStringLiteral("window/groupByCause"), false);
        window = std::make_unique<MainWindow>(feed, settings);
        window->resize(1360, 860);
        window->show();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] JobTableModel &model() const { return *qobject_cast<JobTableModel *>(window->table().model()); }
    [[nodiscard]] bool isSettled() const { return !model().isSorting(); }
};

/// So many jobs, in order.
inline std::vector<JobTable::Index> someOf(const JobTable &table, std::size_t count, std::mt19937_64 &random)
{
    std::vector<JobTable::Index> jobs(count);
    std::generate(jobs.begin(), jobs.end(), [&] { return static_cast<JobTable::Index>(random() % table.end()); });
    std::sort(jobs.begin(), jobs.end());
    jobs.erase(std::unique(jobs.begin(), jobs.end()), jobs.end());
    return jobs;
}

inline TableUpdate anotherProgress(const JobTable &table, const std::vector<JobTable::Index> &jobs,
                                   std::mt19937_64 &random)
{
    TableUpdate changes;
    for (const JobTable::Index job : jobs) {
        JobRecord record = table.at(job);
        record.status.bytesTransferred = random() % record.status.bytesTotal;
        changes.changed.push_back(std::move(record));
    }
    return changes;
}

} // namespace haulwatch::bench
