// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes/causemodel.h"

#include <algorithm>
#include <utility>

#include "widgets/icons.h"
#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

QString jobs(const FailedCause &cause)
{
    return cause.jobs == 1 ? CauseModel::tr("1 job") : CauseModel::tr("%1 jobs").arg(format::count(cause.jobs));
}

QString place(const FailedCause &cause)
{
    const QString most = cause.place.empty() ? CauseModel::tr("place not reported") : format::plain(cause.place);
    return cause.places == 1
        ? most
        : CauseModel::tr("%1 and %2 more", "a place, how many others").arg(most, format::count(cause.places - 1));
}

QString times(const FailedCause &cause)
{
    const QString first = format::clockTime(cause.first);
    const QString last = format::clockTime(cause.last);
    return first == last ? first : CauseModel::tr("%1 – %2", "from one time to another").arg(first, last);
}

bool haveSameRows(const std::vector<FailedCause> &a, const std::vector<FailedCause> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const FailedCause &x, const FailedCause &y) { return x.cause == y.cause; });
}

} // namespace

void CauseModel::update(std::vector<FailedCause> causes, bool orderHeld)
{
    if (orderHeld) {
        const auto placeOf = [this](const FailedCause &cause) { return rowOf(cause.cause).value_or(rowCount()); };
        std::stable_sort(causes.begin(), causes.end(),
                         [&](const FailedCause &a, const FailedCause &b) { return placeOf(a) < placeOf(b); });
    }
    if (causes == m_causes)
        return;
    const bool isSame = haveSameRows(causes, m_causes);
    if (!isSame)
        beginResetModel();
    m_causes = std::move(causes);
    m_most = 0;
    for (const FailedCause &cause : m_causes)
        m_most = std::max(m_most, cause.jobs);
    if (!isSame)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CauseModel::setTrends(const FailureTrends &trends)
{
    m_trends = trends;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TrendRole});
}

QString CauseModel::sentence(const FailedCause &cause) const
{
    const QString facts = tr("%1, %2, %3, first %4, last %5", "cause, jobs, place, two times")
                              .arg(problemtext::shortTitle(cause.cause), jobs(cause), place(cause),
                                   format::clockTime(cause.first), format::clockTime(cause.last));
    const auto lately = trend(cause).back();
    return lately == 0 || m_trends.first == m_trends.last
        ? facts
        : tr("%1; %2 of them since %3", "facts, jobs, a time")
              .arg(facts, format::count(lately), format::clockTime(m_trends.recent()));
}

std::optional<int> CauseModel::rowOf(Cause cause) const
{
    const auto it =
        std::find_if(m_causes.begin(), m_causes.end(), [&](const FailedCause &row) { return row.cause == cause; });
    return it == m_causes.end() ? std::nullopt : std::optional(static_cast<int>(it - m_causes.begin()));
}

int CauseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_causes.size());
}

QVariant CauseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FailedCause &cause = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return problemtext::shortTitle(cause.cause);
    case Qt::DecorationRole:
        return icons::ofState(JobState::Error);
    case Qt::AccessibleTextRole:
        return sentence(cause);
    case Qt::ToolTipRole:
        return asToolTip(sentence(cause));
    case CountRole:
        return format::count(cause.jobs);
    case ShareRole:
        return static_cast<double>(cause.jobs) / static_cast<double>(m_most);
    case PlaceRole:
        return place(cause);
    case TimesRole:
        return times(cause);
    case TrendRole:
        return QVariant::fromValue(trend(cause));
    default:
        return {};
    }
}

} // namespace haulwatch
