// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobactions.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "widgets/icons.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;
using Index = JobTable::Index;

icons::Shape shapeOf(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return icons::Shape::Resume;
    case Verb::Suspend:
        return icons::Shape::Suspend;
    case Verb::Complete:
        return icons::Shape::Complete;
    case Verb::Cancel:
        return icons::Shape::Cancel;
    }
    Q_UNREACHABLE();
}

QKeySequence shortcutOf(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return Qt::CTRL | Qt::Key_R;
    case Verb::Suspend:
        return Qt::CTRL | Qt::SHIFT | Qt::Key_P;
    case Verb::Complete:
        return Qt::CTRL | Qt::Key_Return;
    case Verb::Cancel:
        return QKeySequence::Delete;
    }
    Q_UNREACHABLE();
}

QString mnemonicOf(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return JobActions::tr("&Resume");
    case Verb::Suspend:
        return JobActions::tr("&Suspend");
    case Verb::Complete:
        return JobActions::tr("&Complete");
    case Verb::Cancel:
        return JobActions::tr("Ca&ncel");
    }
    Q_UNREACHABLE();
}

QString purposeOf(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return JobActions::tr("Go on; keeps what is here already");
    case Verb::Suspend:
        return JobActions::tr("Stop now and keep what is here; stays so until you resume");
    case Verb::Complete:
        return JobActions::tr("Keep the finished files, delete unfinished ones, and close the job");
    case Verb::Cancel:
        return JobActions::tr("Delete all files of the job and close it; ten seconds to undo");
    }
    Q_UNREACHABLE();
}

/// What is selected, described by one of each kind: what a verb does depends on a state and two facts only.
std::vector<JobStatus> kindsOf(const JobTable &table, const std::vector<Index> &jobs)
{
    std::vector<JobStatus> kinds;
    std::array<bool, kObjectionKeys> isKnown {};
    for (const Index job : jobs) {
        if (table.contains(job) && !std::exchange(isKnown[objectionKey(table.at(job).status)], true))
            kinds.push_back(table.at(job).status);
    }
    return kinds;
}

struct Offer {
    bool anyone = false;
    QString objection;
};

Offer offerOf(Verb verb, const std::vector<JobStatus> &kinds)
{
    Offer offer;
    for (const JobStatus &kind : kinds) {
        const auto why = objectionTo(verb, kind);
        if (why.isEmpty())
            return {true, {}};
        if (offer.objection.isEmpty())
            offer.objection = why;
    }
    return offer;
}

QString done(Verb verb, std::size_t n)
{
    const auto count = static_cast<int>(n);
    switch (verb) {
    case Verb::Resume:
        return count == 1 ? JobActions::tr("1 job resumed") : JobActions::tr("%Ln jobs resumed", nullptr, count);
    case Verb::Suspend:
        return count == 1 ? JobActions::tr("1 job suspended") : JobActions::tr("%Ln jobs suspended", nullptr, count);
    case Verb::Complete:
        return count == 1 ? JobActions::tr("1 job completed") : JobActions::tr("%Ln jobs completed", nullptr, count);
    case Verb::Cancel:
        return count == 1 ? JobActions::tr("1 job cancelled") : JobActions::tr("%Ln jobs cancelled", nullptr, count);
    }
    Q_UNREACHABLE();
}

/// Whether a refusal only says that the job had come to its end before the verb did.
bool wasOverAlready(const CallError &error)
{
    const auto state = parseJobState(error.subject);
    return error.refusal == Refusal::InvalidState && state && isFinal(*state);
}

bool endsJobs(Verb verb)
{
    return verb == Verb::Complete || verb == Verb::Cancel;
}

} // namespace

JobActions::JobActions(JobFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_undoQueue(this)
    , m_undo(new QAction(icons::of(icons::Shape::Undo), tr("&Undo"), this))
    , m_forget(new QAction(tr("Re&move from the list"), this))
{
    for (const Verb verb : kAllVerbs) {
        auto *action = new QAction(icons::of(shapeOf(verb)), mnemonicOf(verb), this);
        action->setIconText(format::verbName(verb));
        action->setShortcut(shortcutOf(verb));
        connect(action, &QAction::triggered, this, [this, verb] { runOnSelection(verb); });
        m_actions[static_cast<std::size_t>(verb)] = action;
    }
    m_undo->setShortcut(QKeySequence::Undo);
    m_forget->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    connect(m_forget, &QAction::triggered, this, &JobActions::forgetSelection);
    connect(m_undo, &QAction::triggered, &m_undoQueue, &UndoQueue::undoNewest);
    connect(&m_undoQueue, &UndoQueue::due, this, &JobActions::send);
    const auto showUndo = [this] { m_undo->setEnabled(!m_undoQueue.isEmpty()); };
    connect(&m_undoQueue, &UndoQueue::added, this, showUndo);
    connect(&m_undoQueue, &UndoQueue::ended, this, showUndo);
    showUndo();

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(150ms);
    connect(&m_refresh, &QTimer::timeout, this, qOverload<>(&JobActions::refresh));
    connect(&feed, &JobFeed::updated, this, [this] {
        if (!m_selection.empty() && !m_refresh.isActive())
            m_refresh.start();
    });
    refresh();
}

void JobActions::setSelection(std::vector<Index> jobs)
{
    m_selection = std::move(jobs);
    refresh();
}

std::vector<JobId> JobActions::selectedIds() const
{
    std::vector<JobId> ids;
    ids.reserve(m_selection.size());
    for (const Index job : m_selection) {
        if (m_feed.table().contains(job))
            ids.push_back(m_feed.table().idOf(job));
    }
    return ids;
}

void JobActions::runOnSelection(Verb verb)
{
    run(verb, selectedIds());
}

void JobActions::forgetSelection()
{
    std::vector<JobId> ids;
    for (const Index job : m_selection) {
        if (m_feed.table().contains(job) && isFinal(m_feed.table().at(job).status.state))
            ids.push_back(m_feed.table().idOf(job));
    }
    if (ids.empty())
        return;
    m_feed.post(ForgetJobs {std::move(ids)}, this, [this](const Result<Answer> &result) {
        if (!result)
            Q_EMIT reported(problemtext::refusal(result.error()));
    });
}

void JobActions::run(Verb verb, std::vector<JobId> jobs)
{
    if (jobs.empty())
        return;
    if (!endsJobs(verb)) {
        send(verb, jobs);
        return;
    }
    const VerbPlan plan = planOf(verb, m_feed.table(), jobs);
    if (plan.mustBeConfirmed())
        Q_EMIT confirmationNeeded(plan);
    else
        proceed(plan);
}

void JobActions::proceed(const VerbPlan &plan)
{
    if (!plan.objections.empty())
        Q_EMIT reported(tr("Left as they are: %1", "3 jobs: why").arg(plan.objectionLines().join(u' ')));
    if (plan.able.empty())
        return;
    if (plan.losing > 0)
        m_undoQueue.add(plan.verb, plan.able);
    else
        send(plan.verb, plan.able);
}

void JobActions::send(Verb verb, const std::vector<JobId> &jobs)
{
    m_feed.post(ApplyVerb {verb, jobs}, this,
                [this, verb, jobs](const Result<Answer> &result) { report(verb, jobs, result); });
}

void JobActions::report(Verb verb, const std::vector<JobId> &jobs, const Result<Answer> &result)
{
    if (!result) {
        Q_EMIT reported(problemtext::refusal(result.error()));
        return;
    }
    const auto *outcome = std::get_if<VerbReport>(&*result);
    if (!outcome)
        return;
    if (const QString sentence = remarks(verb, *outcome); !sentence.isEmpty())
        Q_EMIT reported(sentence);
    if (outcome->refused.empty() || outcome->refused.size() == jobs.size())
        return;
    auto selected = selectedIds();
    auto meant = jobs;
    std::sort(selected.begin(), selected.end());
    std::sort(meant.begin(), meant.end());
    // Who has moved on to other jobs meanwhile is not dragged back.
    if (!std::includes(selected.begin(), selected.end(), meant.begin(), meant.end()))
        return;
    std::vector<JobId> refused;
    for (const auto &[id, error] : outcome->refused)
        refused.push_back(id);
    Q_EMIT refusedAmongSelected(refused);
}

/// Empty when all went as asked.
QString JobActions::remarks(Verb verb, const VerbReport &report) const
{
    const auto followed = report.done.size() + report.doneWithRemarks.size();
    if (!report.refused.empty()) {
        const auto why = reasons(report).join(u' ');
        return followed == 0
            ? why
            : tr("%1; %Ln not: %2", "what was done; how many not: why", static_cast<int>(report.refused.size()))
                  .arg(done(verb, followed), why);
    }
    const auto leftovers = std::count_if(report.doneWithRemarks.begin(), report.doneWithRemarks.end(),
                                         [](const auto &entry) { return entry.second == code::kUnableToDeleteFiles; });
    if (leftovers == 0)
        return {};
    return tr("%1; %Ln of them left files behind that could not be deleted.", nullptr, static_cast<int>(leftovers))
        .arg(done(verb, followed));
}

/// Who did not follow and why: each reason once, with the job's name where it is a single one's.
QStringList JobActions::reasons(const VerbReport &report) const
{
    struct Reason {
        QString why;
        JobId first;
        std::size_t jobs;
    };
    // More would bury the first.
    constexpr std::size_t kMost = 3;
    std::vector<Reason> found;
    for (const auto &[id, error] : report.refused) {
        const auto why = wasOverAlready(error) ? tr("ended already, nothing was done.") : problemtext::refusal(error);
        const auto it =
            std::find_if(found.begin(), found.end(), [&](const Reason &reason) { return reason.why == why; });
        if (it != found.end())
            ++it->jobs;
        else if (found.size() < kMost)
            found.push_back({why, id, 1});
    }
    QStringList lines;
    for (const Reason &reason : found) {
        const auto job = m_feed.table().find(reason.first);
        const auto who = reason.jobs == 1 && job ? format::plain(m_feed.table().at(*job).spec->name)
                                                 : problemtext::jobs(reason.jobs);
        lines << tr("%1: %2", "which jobs: why not").arg(who, reason.why);
    }
    return lines;
}

void JobActions::refresh()
{
    const auto kinds = kindsOf(m_feed.table(), m_selection);
    for (const Verb verb : kAllVerbs)
        refresh(verb, kinds);
    refreshForget(kinds);
}

void JobActions::refreshForget(const std::vector<JobStatus> &kinds)
{
    const bool anyOver =
        std::any_of(kinds.begin(), kinds.end(), [](const JobStatus &kind) { return isFinal(kind.state); });
    m_forget->setEnabled(anyOver);
    m_forget->setToolTip(anyOver ? tr("Forget finished and cancelled jobs; their files stay")
                                 : tr("Only finished and cancelled jobs can be removed."));
}

void JobActions::refresh(Verb verb, const std::vector<JobStatus> &kinds)
{
    auto *const action = this->action(verb);
    const auto offer = offerOf(verb, kinds);
    action->setEnabled(offer.anyone);
    const auto hint = offer.anyone  ? purposeOf(verb)
        : offer.objection.isEmpty() ? tr("Select a job first.")
                                    : offer.objection;
    action->setToolTip(
        QStringLiteral("<p>%1 <span>(%2)</span></p>")
            .arg(hint.toHtmlEscaped(), action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped()));
    action->setStatusTip(hint);
}

} // namespace haulwatch
