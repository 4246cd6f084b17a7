// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/verbplan.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "words/wording.h"

namespace haulwatch {
namespace {

using problemtext::Words;

JobFacts factsOf(const JobStatus &status)
{
    return {status.filesTotal > 0, status.filesTransferred < status.filesTotal};
}

bool losesData(Verb verb, const JobStatus &status)
{
    return verb == Verb::Cancel || (verb == Verb::Complete && factsOf(status).hasUnfinishedFiles);
}

/// Reasons by objectionKey(), each worked out once: a sentence is too dear to make a million times.
class Objections {
public:
    explicit Objections(Verb verb)
        : m_verb(verb)
    {
    }

    [[nodiscard]] const QString &to(const JobStatus &status)
    {
        auto &known = m_known[objectionKey(status)];
        if (!known)
            known = objectionTo(m_verb, status);
        return *known;
    }

private:
    Verb m_verb;
    std::array<std::optional<QString>, kObjectionKeys> m_known;
};

void count(VerbPlan &plan, const QString &why)
{
    const auto it = std::find_if(plan.objections.begin(), plan.objections.end(),
                                 [&](const VerbPlan::Objection &objection) { return objection.why == why; });
    if (it == plan.objections.end())
        plan.objections.push_back({why, 1});
    else
        ++it->jobs;
}

void count(VerbPlan &plan, const JobStatus &status)
{
    plan.effect.add(status);
    if (!losesData(plan.verb, status))
        return;
    ++plan.losing;
    if (status.filesTransferred > 0)
        plan.finishedJobBytes += status.bytesTransferred;
}

} // namespace

std::size_t VerbPlan::unable() const
{
    return std::accumulate(objections.begin(), objections.end(), std::size_t {0},
                           [](std::size_t sum, const Objection &objection) { return sum + objection.jobs; });
}

bool VerbPlan::mustBeConfirmed() const
{
    return losing > kMostJobsUnasked || finishedJobBytes > kMostBytesUnasked;
}

QStringList VerbPlan::objectionLines() const
{
    QStringList lines;
    for (const Objection &objection : objections)
        lines << Words::tr("%1: %2", "3 jobs: why not").arg(problemtext::jobs(objection.jobs), objection.why);
    return lines;
}

VerbPlan planOf(Verb verb, const JobTable &table, const std::vector<JobId> &jobs)
{
    VerbPlan plan;
    plan.verb = verb;
    Objections objections(verb);
    for (const JobId id : jobs) {
        const auto job = table.find(id);
        if (!job)
            continue;
        const JobStatus &status = table.at(*job).status;
        if (const QString &why = objections.to(status); !why.isEmpty()) {
            count(plan, why);
            continue;
        }
        plan.able.push_back(id);
        count(plan, status);
    }
    std::stable_sort(plan.objections.begin(), plan.objections.end(),
                     [](const auto &a, const auto &b) { return a.jobs > b.jobs; });
    return plan;
}

QString objectionTo(Verb verb, const JobStatus &status)
{
    const auto outcome = transition(status.state, triggerOf(verb), factsOf(status));
    auto why = problemtext::whyNot(verb, status.state, outcome.allowed ? code::kOk : outcome.code);
    if (why.isEmpty() && verb == Verb::Complete && status.filesTransferred == 0 && status.filesTotal > 0)
        why = Words::tr("Complete: no file has arrived yet; Cancel closes the job.");
    return why;
}

std::size_t objectionKey(const JobStatus &status)
{
    const auto facts = factsOf(status);
    return static_cast<std::size_t>(status.state) * 8 + (facts.hasFiles ? 4U : 0U)
        + (facts.hasUnfinishedFiles ? 2U : 0U) + (status.filesTransferred > 0 ? 1U : 0U);
}

} // namespace haulwatch
