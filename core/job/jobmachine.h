// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "job/errorcode.h"
#include "job/jobstate.h"

namespace haulwatch {

/// The four calls that change a job's state.
enum class Verb : std::uint8_t { Resume, Suspend, Complete, Cancel };

inline constexpr std::array kAllVerbs {Verb::Resume, Verb::Suspend, Verb::Complete, Verb::Cancel};

[[nodiscard]] std::string_view name(Verb verb); ///< "resume", "suspend", "complete", "cancel"

/// Everything that can move a job: the user's verbs, then what the engine meets.
enum class Trigger : std::uint8_t {
    Resume,
    Suspend,
    Complete,
    Cancel,
    Dispatched, ///< the scheduler gave the job a place
    ServerAnswered, ///< the answer to a request for a file is good; data follows
    Preempted, ///< the place went to another job
    AllFilesHere, ///< the last file arrived
    FailedTransiently, ///< no file of the job can move now, at least one will be tried again
    FailedFatally,
    RetryDue,
    GaveUp, ///< the no-progress time ran out
    Expired, ///< nobody touched the job for the inactivity time
};

inline constexpr std::size_t kTriggerCount = static_cast<std::size_t>(Trigger::Expired) + 1;

[[nodiscard]] std::string_view name(Trigger trigger);
[[nodiscard]] constexpr Trigger triggerOf(Verb verb)
{
    return static_cast<Trigger>(verb);
}

/// One cell of the table. Not allowed: the job stays, and `code` is what the call returns.
struct Transition {
    bool allowed = false;
    JobState to = JobState::Cancelled;
    ErrorCode code = code::kInvalidState;

    bool operator==(const Transition &) const = default;
};

/// What of a job, besides its state, decides a verb's outcome.
struct JobFacts {
    bool hasFiles = true;
    bool hasUnfinishedFiles = true;
};

using TransitionTable = std::array<std::array<Transition, kTriggerCount>, kJobStateCount>;

namespace detail {

constexpr TransitionTable makeTransitionTable()
{
    TransitionTable table {};
    const auto rule = [&table](JobState from, Trigger trigger, JobState to, ErrorCode result = code::kOk) {
        table[static_cast<std::size_t>(from)][static_cast<std::size_t>(trigger)] = {true, to, result};
    };
    using enum JobState;

    // BITS: the four calls work in every state that is not final.
    for (const JobState from : kAllJobStates) {
        if (isFinal(from))
            continue;
        rule(from, Trigger::Suspend, Suspended);
        rule(from, Trigger::Complete, Acknowledged);
        rule(from, Trigger::Cancel, Cancelled);
        rule(from, Trigger::Expired, Cancelled);
        rule(from, Trigger::Resume, Queued);
    }
    // Resume of a job that is on its way already changes nothing.
    for (const JobState from : {Queued, Connecting, Transferring})
        rule(from, Trigger::Resume, from);

    rule(Queued, Trigger::Dispatched, Connecting);
    rule(Connecting, Trigger::ServerAnswered, Transferring);
    rule(Transferring, Trigger::ServerAnswered, Transferring);
    for (const JobState from : {Connecting, Transferring}) {
        rule(from, Trigger::Preempted, Queued);
        rule(from, Trigger::FailedTransiently, TransientError);
        rule(from, Trigger::FailedFatally, Error);
    }
    rule(Transferring, Trigger::AllFilesHere, Transferred);
    // A job resumed with nothing left to fetch needs no network.
    rule(Queued, Trigger::AllFilesHere, Transferred);
    // A lost network or a vanished folder is noticed before a connection is tried.
    rule(Queued, Trigger::FailedTransiently, TransientError);
    rule(Queued, Trigger::FailedFatally, Error);
    rule(TransientError, Trigger::RetryDue, Queued);
    rule(TransientError, Trigger::GaveUp, Error);
    return table;
}

} // namespace detail

/// Every state × every trigger. It drives the manager, enables the buttons and draws the diagram in the documentation.
/// Source: BITS' "Life Cycle of a BITS Job" and the reference pages of the four calls.
inline constexpr TransitionTable kTransitions = detail::makeTransitionTable();

/// The table's answer, refined by the two facts it depends on.
[[nodiscard]] constexpr Transition transition(JobState from, Trigger trigger, JobFacts facts = {})
{
    Transition t = kTransitions[static_cast<std::size_t>(from)][static_cast<std::size_t>(trigger)];
    if (!t.allowed)
        return t;
    // BITS Resume: BG_E_EMPTY, the job stays. A finished job without a new file has as little to do as one without
    // files.
    if (trigger == Trigger::Resume && (!facts.hasFiles || (from == JobState::Transferred && !facts.hasUnfinishedFiles)))
        return {false, from, code::kEmpty};
    if (trigger == Trigger::Complete && facts.hasUnfinishedFiles && facts.hasFiles)
        t.code = code::kPartialComplete;
    return t;
}

/// Where the trigger leads; nothing when it is not allowed.
[[nodiscard]] constexpr std::optional<JobState> next(JobState from, Trigger trigger, JobFacts facts = {})
{
    const Transition t = transition(from, trigger, facts);
    return t.allowed ? std::optional(t.to) : std::nullopt;
}

/// Whether entering `to` ends the life of the error object: data flows again, or the job is over.
[[nodiscard]] constexpr bool endsError(JobState to)
{
    return to == JobState::Transferring || to == JobState::Transferred || isFinal(to);
}

} // namespace haulwatch
