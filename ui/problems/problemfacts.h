// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "job/history.h"
#include "job/job.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace haulwatch {

class AttemptStrip;
class SameProblemRow;
class WrappedLabel;

/// The facts beside a problem, for people who want them: code, context, protocol, every attempt, the last events,
/// what the failing layer itself said, and an article on the code. What was not reported says so.
class ProblemFacts : public QWidget {
    Q_OBJECT

public:
    explicit ProblemFacts(QWidget *parent = nullptr);

    /// `error`: the one to show the facts of; null hides what is about an error.
    void show(std::shared_ptr<const JobSpec> spec, const JobError *error, const std::vector<HistoryEntry> &history);

    void setRetryEditable(bool editable);

    [[nodiscard]] SameProblemRow &sameProblem() const { return *m_same; }

Q_SIGNALS:
    void editRetryRequested();

private:
    struct Row {
        QLabel *name;
        QWidget *value;
    };
    /// Text that is folded away until its toggle is checked.
    struct Unfoldable {
        QToolButton *toggle;
        WrappedLabel *text;
    };
    [[nodiscard]] Unfoldable makeUnfoldable(const QString &name);
    WrappedLabel *addRow(const QString &name);
    Row addRow(const QString &name, QWidget *value);
    void showError(const JobError *error);
    void showAttempts(const std::vector<HistoryEntry> &history);
    void showCurrentAttempt();
    [[nodiscard]] QWidget *makeRetryRow();

    QGridLayout *m_rows;
    std::vector<Row> m_errorRows; ///< hidden without an error
    WrappedLabel *m_code;
    WrappedLabel *m_context;
    WrappedLabel *m_protocol;
    WrappedLabel *m_native;
    SameProblemRow *m_same;
    Row m_attemptsRow;
    AttemptStrip *m_attempts;
    WrappedLabel *m_attemptLine;
    WrappedLabel *m_retry;
    QPushButton *m_editRetry;
    QWidget *m_separator;
    WrappedLabel *m_events;
    Unfoldable m_details;
    Unfoldable m_article;
    std::vector<HistoryEntry> m_failures;
    std::shared_ptr<const JobSpec> m_spec;
};

} // namespace haulwatch
