// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/jobview.h"

#include <QCoreApplication>

#include "widgets/icons.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobView)
};

JobView stateView(JobState state)
{
    const auto word = std::string(name(state));
    return {QString::fromStdString(word).toLower(), format::stateName(state), icons::ofState(state), "state:" + word,
            state};
}

} // namespace

std::vector<JobView> standardViews()
{
    return {
        {QString::fromLatin1(views::kAttention), Words::tr("Needs attention"), icons::attention(), "is:attention", {}},
        {QString::fromLatin1(views::kAll), Words::tr("All jobs"), icons::muted(icons::Shape::All), {}, {}},
        {QString::fromLatin1(views::kActive),
         Words::tr("Active"),
         icons::ofState(JobState::Transferring),
         "is:active",
         {}},
        stateView(JobState::Queued),
        stateView(JobState::TransientError),
        stateView(JobState::Error),
        stateView(JobState::Transferred),
        stateView(JobState::Suspended),
        stateView(JobState::Acknowledged),
        stateView(JobState::Cancelled),
    };
}

JobView viewOf(const ProblemGroup &group)
{
    JobView view;
    view.title = problemtext::shortTitle(group.cause);
    view.filter = "state:error,transient_error cause:" + std::string(name(group.cause));
    if (!group.place.empty()) {
        view.title = Words::tr("%1 · %2", "cause, place").arg(view.title, format::plain(group.place));
        // Without a key: the folder of a local problem is found by any text.
        view.filter += (group.isPlaceLocal ? " \"" : " host:\"") + group.place + '"';
    }
    view.icon = icons::ofState(group.failed > 0 ? JobState::Error : JobState::TransientError);
    return view;
}

JobView viewOf(const FailedCause &cause)
{
    JobView view;
    view.title = problemtext::shortTitle(cause.cause);
    view.icon = icons::ofState(JobState::Error);
    view.filter = "state:error cause:" + std::string(name(cause.cause));
    return view;
}

std::size_t countOf(const JobView &view, const JobCounts &counts)
{
    if (view.state)
        return counts.table().count(*view.state);
    if (view.key == QLatin1StringView(views::kAttention))
        return counts.attention();
    if (view.key == QLatin1StringView(views::kActive))
        return counts.table().count(JobState::Connecting) + counts.table().count(JobState::Transferring);
    return counts.table().size();
}

} // namespace haulwatch
