// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <vector>

#include "job/jobtable.h"
#include "words/problemtext.h"
#include "words/remedies.h"

class QVBoxLayout;

namespace haulwatch {

class RemedyCard;
class WrappedLabel;

/// What several jobs together can expect of each verb, counted from their rows alone.
struct SelectionTotals {
    std::size_t jobs = 0;
    Bytes bytesHere = 0;
    std::uint64_t filesFinished = 0;
    std::uint64_t filesTotal = 0;
    std::vector<std::pair<JobState, std::size_t>> states; ///< most frequent first
    std::vector<std::pair<Cause, std::size_t>> causes; ///< the same
    std::array<BulkConsequence, kAllVerbs.size()> effects {}; ///< by Verb, on the jobs it would do something to
};

[[nodiscard]] SelectionTotals totalsOf(const JobTable &table, const std::vector<JobTable::Index> &jobs);

/// Stands in for the problem pane while several jobs are selected: their causes with counts, what mends them
/// all if they fail alike, and the verbs for all of them.
class ProblemSummary : public QScrollArea {
    Q_OBJECT

public:
    explicit ProblemSummary(QWidget *parent = nullptr);

    /// `common`: what mends all of them.
    void show(const SelectionTotals &totals, const std::vector<Remedy> &common = {});

    /// The first button that works; null without one.
    [[nodiscard]] QWidget *firstToUse() const;

Q_SIGNALS:
    void verbRequested(haulwatch::Verb verb);
    void fixRequested(haulwatch::Fix fix); ///< one of the common ones

private:
    void showMending(const std::vector<Remedy> &common);
    void showCards(const SelectionTotals &totals, bool hasDefault);

    WrappedLabel *m_title;
    WrappedLabel *m_totals;
    WrappedLabel *m_counts;
    QVBoxLayout *m_cardColumn;
    std::vector<RemedyCard *> m_mending; ///< as many as were ever needed
    std::vector<RemedyCard *> m_cards; ///< one for each verb
};

} // namespace haulwatch
