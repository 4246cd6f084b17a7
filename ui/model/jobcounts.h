// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "job/jobfilter.h"
#include "model/jobfeed.h"
#include "model/jobset.h"

namespace haulwatch {

/// Jobs that fail alike: for the same cause, at the same place.
struct ProblemGroup {
    Cause cause = Cause::None;
    std::string place; ///< the host; for local causes the folder; may be empty
    bool isPlaceLocal = false;
    std::size_t jobs = 0;
    std::size_t failed = 0; ///< of these: will not retry by themselves
    /// When they failed; also those that no longer do, as long as not all of them were mended.
    WallTime first {};
    WallTime last {};
};

/// Jobs that failed for the same cause, wherever.
struct FailedCause {
    Cause cause = Cause::None;
    std::size_t jobs = 0; ///< that will not retry by themselves
    std::string place; ///< where most of them failed, as in ProblemGroup
    std::size_t places = 0;
    WallTime first {};
    WallTime last {};

    bool operator==(const FailedCause &) const = default;
};

/// Counts what the table itself does not: jobs that need attention, groups of problems, problems nobody has seen yet.
/// Kept up to date change by change; a batch costs what changed in it, not what there is.
class JobCounts : public QObject {
    Q_OBJECT

public:
    explicit JobCounts(JobFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] const JobTable &table() const { return m_feed.table(); }
    [[nodiscard]] std::size_t attention() const { return m_attention; }
    /// How many jobs match now; looks at every one.
    [[nodiscard]] std::size_t matching(const JobFilter &filter) const;
    /// In the order they first appeared, so that none jumps while one reads; emptied groups are left out.
    [[nodiscard]] std::vector<ProblemGroup> groups() const;
    /// The most frequent first. Looks at the groups, not at the jobs.
    [[nodiscard]] std::vector<FailedCause> failedCauses() const;

    /// Jobs that failed since they were last shown, oldest first, and still do.
    [[nodiscard]] std::vector<JobTable::Index> newProblems() const;
    void markSeen(JobTable::Index job);
    void markAllSeen();

Q_SIGNALS:
    /// At most four times a second.
    void countsChanged();
    void newProblemsChanged(std::size_t count);

private:
    using GroupNumber = std::uint16_t;
    using GroupKey = std::pair<Cause, std::string>;
    static constexpr GroupNumber kNoGroup = 0;

    struct Entry {
        GroupNumber group = kNoGroup;
        bool failed = false;
        bool attention = false;
        bool unseen = false;
    };

    void count(JobTable::Index job, bool isNews);
    void recount(Entry &entry, JobTable::Index job);
    void putIn(const Entry &entry);
    static void noteTime(ProblemGroup &group, WallTime time);
    void takeOut(const Entry &entry);
    void forget(JobTable::Index job);
    void setUnseen(Entry &entry, bool unseen);
    [[nodiscard]] GroupNumber groupOf(const JobRecord &job);
    void visitDue();
    void announce();

    JobFeed &m_feed;
    std::vector<Entry> m_entries; ///< by job
    std::map<GroupKey, GroupNumber, std::less<>> m_numbers;
    std::vector<ProblemGroup> m_groups {1}; ///< by number; the first stands for none
    using Due = std::pair<WallTime, JobTable::Index>;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due; ///< when time alone makes a job need attention
    JobSet m_unseen;
    std::size_t m_unseenCount = 0;
    std::size_t m_announcedUnseen = 0;
    std::size_t m_attention = 0;
    bool m_firstBatch = true;
    QTimer m_announce;
    QTimer m_clock;
};

} // namespace haulwatch
