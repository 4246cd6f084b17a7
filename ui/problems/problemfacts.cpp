// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemfacts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

#include "job/attempts.h"
#include "job/errorcatalog.h"
#include "problems/attemptstrip.h"
#include "problems/sameproblemrow.h"
#include "widgets/bidi.h"
#include "widgets/disclosure.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "words/codearticle.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kNameWidth = 104;
constexpr qsizetype kLastEvents = 5;

QFrame *separator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedHeight(1);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

QString codeHtml(ErrorCode code)
{
    const QString hex = QString::fromStdString(toHex(code));
    const QString name = QString::fromStdString(symbolicName(code));
    return name == hex ? QStringLiteral("<tt>%1</tt>").arg(hex)
                       : QStringLiteral("<tt>%1</tt>&nbsp;&nbsp;%2").arg(hex, name.toHtmlEscaped());
}

QString technicalDetails(const JobError &error)
{
    QStringList lines {problemtext::contextDescription(error.context)};
    const auto add = [&lines](const QString &name, std::string_view value) {
        if (!value.empty())
            lines += QStringLiteral("%1: %2").arg(name, format::plain(value));
    };
    add(ProblemFacts::tr("The failing layer said"), error.detail);
    add(ProblemFacts::tr("Server"), error.host);
    if (error.file) {
        add(ProblemFacts::tr("From"), error.file->remote);
        add(ProblemFacts::tr("To"), error.file->local);
    } else {
        lines += ProblemFacts::tr("No file was involved");
    }
    lines += error.retryAfter ? ProblemFacts::tr("Retry-After: %1").arg(format::duration(*error.retryAfter))
                              : ProblemFacts::tr("The server sent no Retry-After");
    QStringList html;
    for (const QString &line : std::as_const(lines))
        html += line.toHtmlEscaped();
    return html.join(QStringLiteral("<br>"));
}

QString explanation(const JobError &error)
{
    const CodeArticle article = articleOn(error);
    QStringList html {article.meaning.toHtmlEscaped()};
    if (!article.remedy.isEmpty())
        html += ProblemFacts::tr("What to do: %1").arg(article.remedy).toHtmlEscaped();
    html += article.engine.toHtmlEscaped();
    html += ProblemFacts::tr("Source: %1").arg(article.source).toHtmlEscaped();
    return html.join(QStringLiteral("<br>"));
}

QString eventsHtml(const JobSpec &spec, const std::vector<HistoryEntry> &history, const QColor &mutedColour)
{
    QList<QStringList> rows;
    const QString time = u"<td style='color:%1; padding-bottom:4px'>%2</td>"_qs;
    const QString state = u"<td style='padding-left:10px; padding-right:10px'>%1</td>"_qs;
    const QString what = u"<td style='color:%1'>%2</td>"_qs;
    for (auto it = history.rbegin(); it != history.rend() && rows.size() < kLastEvents; ++it)
        rows.push_back({time.arg(mutedColour.name(), format::clockTime(it->time).toHtmlEscaped()),
                        state.arg(format::stateName(it->state).toHtmlEscaped()),
                        what.arg(mutedColour.name(), problemtext::historyLine(*it, spec).toHtmlEscaped())});
    return bidi::htmlTable(rows);
}

} // namespace

ProblemFacts::ProblemFacts(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QGridLayout)
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setVerticalSpacing(4);
    m_rows->setHorizontalSpacing(10);
    m_rows->setColumnMinimumWidth(0, kNameWidth);
    m_rows->setColumnStretch(1, 1);
    m_code = addRow(tr("Code"));
    m_context = addRow(tr("Context"));
    m_protocol = addRow(tr("Protocol"));
    m_native = addRow(tr("Native code"));
    m_same = new SameProblemRow(this);
    addRow(tr("Same problem"), m_same);

    auto *attempts = new QWidget(this);
    m_attempts = new AttemptStrip(attempts);
    m_attemptLine = muted(new WrappedLabel(attempts));
    auto *column = new QVBoxLayout(attempts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(m_attempts);
    column->addWidget(m_attemptLine);
    m_attemptsRow = addRow(tr("Attempts"), attempts);
    connect(m_attempts, &AttemptStrip::currentChanged, this, &ProblemFacts::showCurrentAttempt);
    m_errorRows.pop_back(); // past attempts are there without an error too
    addRow(tr("Retry"), makeRetryRow());

    m_events = new WrappedLabel(this);
    m_details = makeUnfoldable(tr("Technical details"));
    m_article = makeUnfoldable(tr("Explain this code"));
    auto *toggles = new QHBoxLayout;
    toggles->setSpacing(12);
    toggles->addWidget(m_details.toggle);
    toggles->addWidget(m_article.toggle);
    toggles->addStretch();

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(9);
    all->addLayout(m_rows);
    m_separator = separator(this);
    all->addWidget(m_separator);
    all->addWidget(m_events);
    all->addLayout(toggles);
    all->addWidget(m_details.text);
    all->addWidget(m_article.text);
    all->addStretch();
}

QWidget *ProblemFacts::makeRetryRow()
{
    auto *row = new QWidget(this);
    m_retry = new WrappedLabel(row);
    m_retry->makeSelectable();
    m_editRetry = new QPushButton(tr("Edit…"), row);
    m_editRetry->setProperty("link", true);
    m_editRetry->setProperty("inText", true);
    m_editRetry->setCursor(Qt::PointingHandCursor);
    m_editRetry->setFocusPolicy(Qt::TabFocus);
    m_editRetry->setAccessibleName(tr("Edit retry"));
    m_editRetry->setToolTip(tr("How often it is tried again, and when it gives up"));
    connect(m_editRetry, &QPushButton::clicked, this, &ProblemFacts::editRetryRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_retry, 1);
    layout->addWidget(m_editRetry, 0, Qt::AlignTop);
    return row;
}

void ProblemFacts::setRetryEditable(bool editable)
{
    m_editRetry->setVisible(editable);
}

ProblemFacts::Unfoldable ProblemFacts::makeUnfoldable(const QString &name)
{
    auto *toggle = new Disclosure(name, this);
    auto *text = new WrappedLabel(this);
    text->makeSelectable();
    text->hide();
    connect(toggle, &QToolButton::toggled, text, &QWidget::setVisible);
    return {toggle, text};
}

WrappedLabel *ProblemFacts::addRow(const QString &name)
{
    auto *value = new WrappedLabel(this);
    value->makeSelectable();
    addRow(name, value);
    return value;
}

ProblemFacts::Row ProblemFacts::addRow(const QString &name, QWidget *value)
{
    const Row row {muted(new QLabel(name, this)), value};
    const int at = m_rows->rowCount();
    m_rows->addWidget(row.name, at, 0, Qt::AlignTop);
    m_rows->addWidget(row.value, at, 1);
    m_errorRows.push_back(row);
    return row;
}

void ProblemFacts::show(std::shared_ptr<const JobSpec> spec, const JobError *error,
                        const std::vector<HistoryEntry> &history)
{
    m_spec = std::move(spec);
    showError(error);
    showAttempts(history);
    m_separator->setVisible(error || !m_failures.empty());
    m_retry->setPlain(problemtext::retryPolicy(m_spec->options->retry));
    m_events->setHtml(eventsHtml(*m_spec, history, theme::mutedText(palette())));
}

void ProblemFacts::showError(const JobError *error)
{
    for (const Row &row : m_errorRows) {
        row.name->setVisible(error != nullptr);
        row.value->setVisible(error != nullptr);
    }
    for (const Unfoldable &part : {m_details, m_article}) {
        part.toggle->setVisible(error != nullptr);
        part.text->setVisible(error != nullptr && part.toggle->isChecked());
    }
    if (!error)
        return;
    m_code->setHtml(codeHtml(error->code));
    m_context->setPlain(problemtext::context(error->context));
    m_protocol->setPlain(problemtext::protocol(*error));
    m_native->setPlain(problemtext::native(error->native));
    m_details.text->setHtml(technicalDetails(*error));
    m_article.text->setHtml(explanation(*error));
}

void ProblemFacts::showAttempts(const std::vector<HistoryEntry> &history)
{
    m_failures = failedAttempts(history);
    m_attemptsRow.name->setVisible(!m_failures.empty());
    m_attemptsRow.value->setVisible(!m_failures.empty());
    m_attempts->setAttempts(m_failures);
    showCurrentAttempt();
}

void ProblemFacts::showCurrentAttempt()
{
    QString line;
    if (m_attempts->current())
        line = attemptText(m_failures, *m_attempts->current(), *m_spec);
    else if (!m_failures.empty())
        line = problemtext::beganAs(*m_failures.back().error);
    m_attemptLine->setPlain(line);
    m_attemptLine->setVisible(!line.isEmpty());
}

} // namespace haulwatch
