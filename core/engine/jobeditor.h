// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "engine/jobbook.h"
#include "engine/jobrunner.h"
#include "engine/targetregister.h"
#include "job/result.h"
#include "service/request.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// Changes what a living job is to do, its state apart, and keeps its part files, its transfers and its targets in step
/// with that. Owned by the core thread.
class JobEditor {
public:
    using Index = JobBook::Index;

    JobEditor(JobBook &book, JobRunner &runner, TransferEngine &transfers, TargetRegister &targets)
        : m_book(book)
        , m_runner(runner)
        , m_transfers(transfers)
        , m_targets(targets)
    {
    }

    /// S_OK, or S_FALSE when no address begins with the prefix. A refusal changes nothing: InvalidState, what
    /// changedSpec() or TransferEngine::admit() refuses, TargetTaken, FileNamed, NoSuchFile or OtherFileSystem.
    [[nodiscard]] Result<ErrorCode> apply(const JobEdit &change, Index job, Instant now);

    /// A job as a former session left it, with names of its part files to tidy.
    void adopt(Index job, std::string formerFolder);

    /// The last change of this job is undone: its part files are reachable in the folder of `before` again, and only
    /// there. The book is the caller's business.
    void takeBack(Index job, const JobSpec &before);

    /// Deletes the part files under their old names once the new ones are sure to be remembered.
    void tidy();

private:
    /// Files that move, and those that begin again.
    struct Plan {
        JobSpec spec;
        std::vector<std::uint32_t> restarted;
        std::vector<std::uint32_t> interrupted; // in flight for what is no longer asked
        std::vector<PartMove> moves;
        std::string volume; // of the folder that is named
        bool namesFolder = false;
        bool otherFolder = false;
    };
    struct Leftover {
        JournalTicket ticket = 0;
        Index job = 0;
        std::string folder;
    };

    [[nodiscard]] Result<std::vector<std::uint32_t>> filesToRestart(const JobEdit &change, Index job) const;
    [[nodiscard]] Result<void> admit(Plan &plan, Index job) const;
    void fillIn(Plan &plan, Index job) const;
    void carryOut(Plan plan, Priority priority, Index job, Instant now);
    [[nodiscard]] std::vector<KeptFile> formerFiles(const Leftover &leftover) const;

    JobBook &m_book;
    JobRunner &m_runner;
    TransferEngine &m_transfers;
    TargetRegister &m_targets;
    std::deque<Leftover> m_leftovers; // by ticket
};

} // namespace haulwatch
