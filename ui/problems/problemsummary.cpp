// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemsummary.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

#include "problems/remedycard.h"
#include "widgets/bidi.h"
#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"
#include "words/verbplan.h"

namespace haulwatch {
namespace {

constexpr int kLinesAboveCards = 2; // heading and totals
constexpr std::array kCardOrder {Fix::Resume, Fix::Suspend, Fix::Complete, Fix::Cancel};

/// Which verbs have an effect, worked out once for all jobs: the sentence behind each answer is too dear to make a
/// million times.
class Offers {
public:
    [[nodiscard]] bool isOffered(Verb verb, const JobStatus &status)
    {
        auto &known = m_offered[static_cast<std::size_t>(verb) * kObjectionKeys + objectionKey(status)];
        if (!known)
            known = objectionTo(verb, status).isEmpty();
        return *known;
    }

private:
    std::array<std::optional<bool>, kAllVerbs.size() * kObjectionKeys> m_offered {};
};

/// The kinds that occur, the most frequent first.
template <typename Kind, std::size_t N>
std::vector<std::pair<Kind, std::size_t>> ranked(const std::array<std::size_t, N> &counts)
{
    std::vector<std::pair<Kind, std::size_t>> kinds;
    for (std::size_t i = 0; i < N; ++i)
        if (counts[i] > 0)
            kinds.emplace_back(static_cast<Kind>(i), counts[i]);
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return kinds;
}

Remedy remedyFor(Fix fix, const SelectionTotals &totals)
{
    const Verb verb = *verbOf(fix);
    const BulkConsequence &effect = totals.effects[static_cast<std::size_t>(verb)];
    const std::size_t able = effect.jobs;
    Remedy r;
    r.fix = fix;
    r.label = format::verbName(verb);
    r.html = problemtext::consequenceHtml(verb, effect);
    r.spoken = problemtext::consequence(verb, effect);
    r.note = able == totals.jobs ? ProblemSummary::tr("all %1 jobs").arg(format::count(able))
                                 : ProblemSummary::tr("%1 of %2 jobs; the others stay as they are")
                                       .arg(format::count(able), format::count(totals.jobs));
    if (able == 0) {
        r.html = r.spoken = ProblemSummary::tr("For none of these jobs");
        r.whyDisabled = ProblemSummary::tr("%1: none of these jobs is in a state for it.").arg(r.label);
    }
    return r;
}

QString countsHtml(const SelectionTotals &totals)
{
    QList<QStringList> rows;
    const auto row = [&rows](std::size_t n, const QString &what) {
        rows.push_back({u"<td align='right' style='padding:2px'><b>%1</b></td>"_qs.arg(format::count(n)),
                        u"<td style='padding:2px 10px'>%1</td>"_qs.arg(what.toHtmlEscaped())});
    };
    for (const auto &[cause, n] : totals.causes)
        row(n, problemtext::title(cause));
    for (const auto &[state, n] : totals.states)
        row(n, format::stateName(state));
    return bidi::htmlTable(rows);
}

} // namespace

SelectionTotals totalsOf(const JobTable &table, const std::vector<JobTable::Index> &jobs)
{
    SelectionTotals totals;
    std::array<std::size_t, kJobStateCount> states {};
    std::array<std::size_t, kCauseCount> causes {};
    Offers offers;
    for (const JobTable::Index job : jobs) {
        if (!table.contains(job))
            continue;
        const JobStatus &status = table.at(job).status;
        ++totals.jobs;
        totals.bytesHere += isFinal(status.state) ? 0 : status.bytesTransferred;
        totals.filesFinished += status.filesTransferred;
        totals.filesTotal += status.filesTotal;
        ++states[static_cast<std::size_t>(status.state)];
        if (status.cause != Cause::None)
            ++causes[static_cast<std::size_t>(status.cause)];
        for (const Verb verb : kAllVerbs)
            if (offers.isOffered(verb, status))
                totals.effects[static_cast<std::size_t>(verb)].add(status);
    }
    totals.states = ranked<JobState>(states);
    totals.causes = ranked<Cause>(causes);
    return totals;
}

ProblemSummary::ProblemSummary(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_title = new WrappedLabel(page);
    m_title->setProperty("heading", true);
    m_totals = muted(new WrappedLabel(page));
    m_counts = new WrappedLabel(page);
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(8);
    m_cardColumn->addWidget(m_title);
    m_cardColumn->addWidget(m_totals);
    auto *left = new QVBoxLayout;
    left->addLayout(m_cardColumn);
    left->addStretch();
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(18, 12, 18, 12);
    columns->setSpacing(22);
    columns->addLayout(left, 7);
    columns->addWidget(m_counts, 5, Qt::AlignTop);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    for (std::size_t i = 0; i < kCardOrder.size(); ++i) {
        m_cards.push_back(new RemedyCard(page));
        m_cardColumn->addWidget(m_cards.back());
        connect(m_cards.back(), &RemedyCard::triggered, this, [this](Fix fix) { Q_EMIT verbRequested(*verbOf(fix)); });
    }
}

void ProblemSummary::show(const SelectionTotals &totals, const std::vector<Remedy> &common)
{
    m_title->setPlain(tr("%1 jobs selected").arg(format::count(totals.jobs)));
    m_totals->setPlain(tr("%1 of %2 files are here, %3 in all.")
                           .arg(format::count(totals.filesFinished), format::count(totals.filesTotal),
                                format::bytes(totals.bytesHere)));
    m_counts->setHtml(countsHtml(totals));
    showMending(common);
    showCards(totals, !common.empty() && common.front().isDefault);
}

void ProblemSummary::showMending(const std::vector<Remedy> &common)
{
    while (m_mending.size() < common.size()) {
        auto *card = new RemedyCard(widget());
        m_cardColumn->insertWidget(kLinesAboveCards + static_cast<int>(m_mending.size()), card);
        m_mending.push_back(card);
        connect(card, &RemedyCard::triggered, this, &ProblemSummary::fixRequested);
    }
    for (std::size_t i = 0; i < m_mending.size(); ++i) {
        // The keyboard stays here when what it was at is done.
        if (i >= common.size() && m_mending[i]->isAncestorOf(QApplication::focusWidget()))
            setFocus();
        m_mending[i]->setVisible(i < common.size());
        if (i < common.size())
            m_mending[i]->setRemedy(common[i]);
    }
}

void ProblemSummary::showCards(const SelectionTotals &totals, bool hasDefault)
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        Remedy remedy = remedyFor(kCardOrder[i], totals);
        // Never Cancel, and with several jobs not Complete either: what it deletes differs from job to job.
        const bool isSafe = remedy.fix == Fix::Resume || remedy.fix == Fix::Suspend;
        remedy.isDefault = !hasDefault && isSafe && remedy.whyDisabled.isEmpty();
        hasDefault = hasDefault || remedy.isDefault;
        m_cards[i]->setRemedy(remedy);
    }
}

QWidget *ProblemSummary::firstToUse() const
{
    for (const auto *cards : {&m_mending, &m_cards})
        for (const RemedyCard *card : *cards)
            if (card->isVisible() && card->button()->isEnabled())
                return card->button();
    return nullptr;
}

} // namespace haulwatch
