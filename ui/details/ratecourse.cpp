// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/ratecourse.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <utility>

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

/// A file that came faster is not told apart from its neighbours: the journal's times are too coarse for it.
constexpr Milliseconds kShortest = 1s;

/// Goes through a journal as the job went through its life. Counts in time at work: the stretches during which the job
/// was active, put end to end.
class Replay {
public:
    Replay(std::size_t files, std::uint32_t parallelFiles)
        : m_files(files)
        , m_parallelFiles(std::max(parallelFiles, 1U))
    {
    }

    void take(const HistoryEntry &entry)
    {
        // A clock that was set back must not let an attempt end before it began.
        const WallTime time = std::max(entry.time, m_now);
        const bool isNews = entry.event == HistoryEvent::StateChanged && entry.state == JobState::Transferring;
        // At work without having stopped: the engine was killed after the last thing it told.
        if (m_since && isNews)
            stop(m_now);
        if (entry.event == HistoryEvent::AttemptFailed)
            m_failures.push_back(time);
        if (entry.file && *entry.file < m_files.size())
            onFile(entry, time);
        m_now = std::max(m_now, time);
        if (!isActive(entry.state))
            stop(m_now);
        else if (!m_since)
            start(m_now);
    }

    [[nodiscard]] RateCourse finish()
    {
        stop(m_now);
        RateCourse course;
        course.steps = steps();
        course.failures = std::move(m_failures);
        if (!course.steps.empty()) {
            course.begin = course.steps.front().from;
            course.end = course.steps.back().to;
        }
        if (!course.failures.empty()) {
            course.begin =
                course.steps.empty() ? course.failures.front() : std::min(course.begin, course.failures.front());
            course.end = std::max(course.end, course.failures.back());
        }
        return course;
    }

private:
    struct Stretch {
        WallTime begin;
        Milliseconds workBefore;
        Milliseconds length;
    };
    struct File {
        Bytes here = 0;
        bool isDone = false;
        bool isUnderWay = false; ///< for the first time: when a failed one goes on, the journal does not tell
        std::optional<Milliseconds> begun; ///< in time at work; of the attempt under way or the next one
    };

    [[nodiscard]] Milliseconds workUntil(WallTime time) const { return m_since ? m_work + (time - *m_since) : m_work; }

    void start(WallTime time)
    {
        m_since = time;
        beginFiles(m_work);
    }

    void stop(WallTime time)
    {
        if (!m_since)
            return;
        if (time > *m_since)
            m_stretches.push_back({*m_since, m_work, time - *m_since});
        m_work = workUntil(time);
        m_since.reset();
    }

    void beginFiles(Milliseconds work)
    {
        for (; m_underWay < m_parallelFiles && m_nextFile < m_files.size(); ++m_nextFile) {
            File &file = m_files[m_nextFile];
            if (file.isDone || file.begun)
                continue;
            file.begun = work;
            file.isUnderWay = true;
            ++m_underWay;
        }
    }

    void onFile(const HistoryEntry &entry, WallTime time)
    {
        File &file = m_files[*entry.file];
        switch (entry.event) {
        case HistoryEvent::FileTransferred:
        case HistoryEvent::AttemptFailed:
            endAttempt(file, entry.value, time);
            file.isDone = entry.event == HistoryEvent::FileTransferred;
            break;
        case HistoryEvent::Restarted:
            file.here -= std::min(file.here, entry.value);
            if (std::exchange(file.isDone, false))
                file.begun = workUntil(time);
            break;
        default:
            break;
        }
    }

    void endAttempt(File &file, Bytes here, WallTime time)
    {
        if (!m_since)
            start(m_now == WallTime {} ? time : m_now);
        // What arrived took some time, if less than the journal can tell.
        m_now = std::max(time, *m_since + 1ms);
        const Milliseconds end = workUntil(m_now);
        if (here > file.here)
            gain(here - file.here, std::min(file.begun.value_or(m_lastEnd), end), end);
        file.here = here;
        // The next attempt on it, if there is one, begins some time from now on.
        file.begun = end;
        m_lastEnd = end;
        if (std::exchange(file.isUnderWay, false))
            --m_underWay;
        beginFiles(end);
    }

    void gain(Bytes bytes, Milliseconds begin, Milliseconds end)
    {
        begin = std::clamp(end - kShortest, Milliseconds {0}, begin);
        const double seconds = std::chrono::duration<double>(std::max(end - begin, kShortest)).count();
        const auto rate = std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(bytes) / seconds));
        m_edges.emplace_back(begin, rate);
        m_edges.emplace_back(end, -rate);
    }

    [[nodiscard]] std::vector<RateCourse::Step> steps()
    {
        std::sort(m_edges.begin(), m_edges.end());
        std::vector<RateCourse::Step> steps;
        std::int64_t rate = 0;
        auto stretch = m_stretches.begin();
        for (std::size_t i = 0; i + 1 < m_edges.size(); ++i) {
            rate += m_edges[i].second;
            const Milliseconds from = m_edges[i].first;
            const Milliseconds to = m_edges[i + 1].first;
            if (rate == 0 || from == to)
                continue;
            while (stretch != m_stretches.end() && stretch->workBefore + stretch->length <= from)
                ++stretch;
            for (auto at = stretch; at != m_stretches.end() && at->workBefore < to; ++at)
                steps.push_back({at->begin + std::max(from - at->workBefore, Milliseconds {0}),
                                 at->begin + std::min(to - at->workBefore, at->length),
                                 static_cast<std::uint64_t>(rate)});
        }
        return steps;
    }

    std::vector<File> m_files;
    const std::uint32_t m_parallelFiles;
    std::uint32_t m_underWay = 0;
    std::size_t m_nextFile = 0;
    WallTime m_now {};
    std::optional<WallTime> m_since; ///< at work
    Milliseconds m_work {}; ///< before that
    Milliseconds m_lastEnd {};
    std::vector<Stretch> m_stretches;
    std::vector<std::pair<Milliseconds, std::int64_t>> m_edges; ///< where the rate changes, and by how much
    std::vector<WallTime> m_failures;
};

/// Which column a time is in.
std::size_t columnAt(const RateCourse &course, WallTime time, std::size_t count)
{
    const double share =
        static_cast<double>((time - course.begin).count()) / static_cast<double>((course.end - course.begin).count());
    return std::min(static_cast<std::size_t>(share * static_cast<double>(count)), count - 1);
}

} // namespace

std::uint64_t RateCourse::highest() const
{
    std::uint64_t highest = 0;
    for (const Step &step : steps)
        highest = std::max(highest, step.bytesPerSecond);
    return highest;
}

RateCourse rateCourse(std::span<const HistoryEntry> history, std::size_t files, std::uint32_t parallelFiles)
{
    Replay replay(files, parallelFiles);
    for (const HistoryEntry &entry : history)
        replay.take(entry);
    return replay.finish();
}

std::vector<RateColumn> columnsOf(const RateCourse &course, std::size_t count)
{
    if (count == 0 || course.end <= course.begin)
        return {};
    std::vector<RateColumn> columns(count);
    for (const RateCourse::Step &step : course.steps) {
        const std::size_t last = columnAt(course, step.to - Milliseconds {1}, count);
        for (std::size_t i = columnAt(course, step.from, count); i <= last; ++i)
            columns[i].highest = std::max(columns[i].highest, step.bytesPerSecond);
    }
    for (const WallTime failure : course.failures)
        ++columns[columnAt(course, failure, count)].failures;
    return columns;
}

} // namespace haulwatch
