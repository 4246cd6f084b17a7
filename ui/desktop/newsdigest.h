// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "job/jobtable.h"

namespace haulwatch {

enum class NewsKind : std::uint8_t {
    Failed, ///< will not go on by itself
    Waiting, ///< everything has arrived; the user has to complete it
    Finished,
};

inline constexpr std::size_t kNewsKindCount = 3;

/// What one notification is about. Jobs that fail for the same cause share one, wherever they failed.
struct NewsTopic {
    NewsKind kind {};
    Cause cause = Cause::None;

    auto operator<=>(const NewsTopic &) const = default;
};

/// Decides which jobs are news, and when to tell: the news of a topic together, after a short wait for more of them,
/// and then at most once a minute. Jobs that were mended meanwhile are not told. Knows no desktop and no clock.
class NewsDigest {
public:
    using Index = JobTable::Index;

    static constexpr Milliseconds kGathering {2'000}; ///< what fails together is told together
    static constexpr Milliseconds kPace {60'000}; ///< between two digests of a topic

    struct Digest {
        NewsTopic topic;
        std::vector<Index>
            jobs; ///< all of the notification, in the order of the table; none: there is nothing left to say
    };

    /// Kinds that are not wanted are followed all the same, so that nothing old is told when they are.
    void setWanted(NewsKind kind, bool wanted) { m_wanted[static_cast<std::size_t>(kind)] = wanted; }
    /// The job as it is now. Without `isNews` it has been so for longer than anyone has looked.
    void see(Index job, const JobRecord &record, bool isNews, MonotonicTime now);
    void forget(Index job);

    /// What is to be told now, once.
    [[nodiscard]] std::vector<Digest> takeDue(MonotonicTime now);
    /// When takeDue() will have something to tell.
    [[nodiscard]] std::optional<MonotonicTime> nextDue() const;
    /// Those told, or to be told, in the notification of the topic.
    [[nodiscard]] std::vector<Index> jobsOf(NewsTopic topic) const;
    /// The user has closed the notification: the next one tells only what came later.
    void close(NewsTopic topic);

private:
    struct Entry {
        std::optional<NewsTopic> topic; ///< what the job is, told or not
        bool isCounted = false; ///< belongs to the notification
    };
    struct Notification {
        std::size_t jobs = 0;
        std::optional<MonotonicTime> due; ///< set while there is something new to tell
        std::optional<MonotonicTime> lastTold;
        bool isShown = false;
    };

    void count(Entry &entry, MonotonicTime now);
    void takeOut(Entry &entry);

    std::vector<Entry> m_entries; ///< by job
    std::map<NewsTopic, Notification> m_notifications;
    std::array<bool, kNewsKindCount> m_wanted {true, true, false};
};

} // namespace haulwatch
