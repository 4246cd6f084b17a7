// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "engine/jobbook.h"
#include "service/jobcallback.h"
#include "system/commandrunner.h"

namespace haulwatch {

/// Tells what jobs owe: to the callback, and where there is none or it does not take them, by the job's notify command
/// (BITS: SetNotifyInterface, SetNotifyCmdLine). What is owed stands in the job's status, so it outlives a restart.
/// Owned by the core thread.
class JobNotifier {
public:
    using Index = JobBook::Index;

    static constexpr Milliseconds kAgain {60'000}; ///< before news that nobody took are told once more
    static constexpr Milliseconds kModificationInterval {500}; ///< BITS: MINIMUM_NOTIFICATION_INTERVAL_MS
    static constexpr std::size_t kMostCommands = 4; ///< BITS: notifications at a time

    /// Both may be null: then what is owed stays owed.
    JobNotifier(JobBook &book, JobCallback *callback, CommandRunner *commands)
        : m_book(book)
        , m_callback(callback)
        , m_commands(commands)
    {
    }

    void advance(Instant now);
    /// These jobs have changed in some way.
    void noteModified(std::span<const Index> jobs);
    [[nodiscard]] std::optional<MonotonicTime> nextWake() const;

private:
    struct Debt {
        std::deque<std::uint32_t> files;
        std::optional<CommandRunner::Process> command;
        JobFlag commandFor {}; // what it was started to tell
        MonotonicTime notBefore {};
    };

    void collect();
    /// False: there is nothing left to tell of the job, or nobody to tell it to.
    bool pay(Index job, Debt &debt, Instant now);
    bool tellFiles(Index job, Debt &debt);
    [[nodiscard]] bool tell(const JobRecord &job, JobFlag what) const;
    bool runCommand(Index job, Debt &debt, JobFlag what, Instant now);
    void endCommand(Index job, Debt &debt, int status, Instant now);
    void settle(Index job, JobFlag what);
    void tellModifications(Instant now);

    JobBook &m_book;
    JobCallback *m_callback;
    CommandRunner *m_commands;
    std::map<Index, Debt> m_debts;
    std::map<Index, MonotonicTime> m_modified; // and when that may be told
    std::size_t m_running = 0; // commands
    MonotonicTime m_now {};
};

} // namespace haulwatch
