// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

#include <functional>
#include <vector>

#include "model/selectedjob.h"
#include "words/remedies.h"

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace haulwatch {

class ProblemFacts;
class RemedyCard;
class SameProblemRow;
class WrappedLabel;

/// What is wrong with the selected job and every way on: name it, how final is it, what happened, act, and beside it
/// the facts. A job without a problem says so and shows its past errors. Changes nothing itself: it says which fix was
/// asked for.
class ProblemPane : public QScrollArea {
    Q_OBJECT

public:
    explicit ProblemPane(SelectedJob &job, QWidget *parent = nullptr);

    [[nodiscard]] SameProblemRow &sameProblem() const;
    /// The button of the first remedy that is possible; null while none is shown.
    [[nodiscard]] QWidget *firstToUse() const;

Q_SIGNALS:
    void fixRequested(haulwatch::Fix fix);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct ShownFacts {
        std::optional<JobTable::Index> job;
        std::shared_ptr<const JobSpec> spec;
        std::shared_ptr<const JobError> error;
        bool isFinal = false;
        bool operator==(const ShownFacts &) const = default;
    };
    void refresh();
    void showHeader(const JobRecord &job);
    void showFinality();
    void showFacts(const JobRecord &job);
    void showRemedies(const JobRecord &job, const FileTally &tally);
    void offerToAll(const std::vector<Fix> &fixes);
    RemedyCard *addCard();
    [[nodiscard]] QString sentence(const JobRecord &job, const FileTally &tally) const;

    SelectedJob &m_job;
    QBoxLayout *m_columns;
    QLabel *m_icon;
    WrappedLabel *m_title;
    QLabel *m_finality;
    WrappedLabel *m_sentence;
    QVBoxLayout *m_cardColumn;
    std::vector<RemedyCard *> m_cards; ///< more may exist than are shown
    std::vector<Fix> m_shownFixes;
    std::optional<JobTable::Index> m_shownJob;
    ProblemFacts *m_facts;
    std::optional<ShownFacts> m_shownFacts; ///< nothing: to be read again
    QTimer m_tick; ///< runs while a countdown is shown
};

} // namespace haulwatch
