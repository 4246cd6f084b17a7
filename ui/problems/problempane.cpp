// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problempane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

#include "job/attempts.h"
#include "problems/problemfacts.h"
#include "problems/remedycard.h"
#include "problems/sameproblemrow.h"
#include "widgets/icons.h"
#include "widgets/textlabels.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr int kTwoColumnsFrom = 760;
constexpr int kIconSize = 18;

/// The refusal that keeps a finished job from being completed, if there is one.
const HistoryEntry *completeRefusal(const JobRecord &job, const std::vector<HistoryEntry> &history)
{
    if (!job.status.has(kCompleteRefused))
        return nullptr;
    const auto it = std::find_if(history.rbegin(), history.rend(), [](const HistoryEntry &e) {
        return e.event == HistoryEvent::CompleteRefused && e.error;
    });
    return it == history.rend() ? nullptr : &*it;
}

QString titleOf(const JobRecord &job)
{
    if (job.error)
        return problemtext::title(job.error->cause);
    if (job.status.has(kCompleteRefused))
        return ProblemPane::tr("A file could not be given its name");
    if (job.status.state == JobState::Transferred)
        return ProblemPane::tr("Ready to complete");
    return ProblemPane::tr("No problem now");
}

Bytes failedFileBytes(const JobRecord &job, const std::vector<FileProgress> &files)
{
    const bool isKnown = job.error && job.error->file && job.error->file->index < files.size();
    return isKnown ? files[job.error->file->index].transferred : 0;
}

/// A problem keeps its face while the job waits for another try.
JobState iconStateOf(const JobRecord &job)
{
    return job.error && !isFailing(job.status.state) ? JobState::TransientError : job.status.state;
}

} // namespace

ProblemPane::ProblemPane(SelectedJob &job, QWidget *parent)
    : QScrollArea(parent)
    , m_job(job)
{
    setAccessibleName(tr("Problem of the job"));
    auto *page = new QWidget(this);
    m_icon = new QLabel(page);
    m_title = new WrappedLabel(page);
    m_title->setProperty("heading", true);
    m_finality = new QLabel(page);
    m_finality->setTextFormat(Qt::PlainText);
    m_finality->setProperty("chip", true);
    m_finality->setAlignment(Qt::AlignCenter);
    m_finality->setMinimumHeight(20); // a style sheet draws round ends only where they fit
    m_sentence = muted(new WrappedLabel(page));
    m_sentence->makeSelectable();
    m_facts = new ProblemFacts(page);

    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(m_icon, 0, Qt::AlignTop);
    header->addWidget(m_title, 1);
    header->addWidget(m_finality, 0, Qt::AlignTop);
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(8);
    m_cardColumn->addLayout(header);
    m_cardColumn->addWidget(m_sentence);
    auto *left = new QVBoxLayout;
    left->addLayout(m_cardColumn);
    left->addStretch();

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, page);
    m_columns->setContentsMargins(18, 12, 18, 12);
    m_columns->setSpacing(22);
    m_columns->addLayout(left, 7);
    m_columns->addWidget(m_facts, 5);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);

    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &ProblemPane::showFinality);
    connect(m_facts, &ProblemFacts::editRetryRequested, this, [this] { Q_EMIT fixRequested(Fix::EditRetry); });
    connect(&job, &SelectedJob::selected, this, &ProblemPane::refresh);
    connect(&job, &SelectedJob::recordChanged, this, &ProblemPane::refresh);
    connect(&job, &SelectedJob::filesChanged, this, &ProblemPane::refresh);
    connect(&job, &SelectedJob::historyChanged, this, [this] {
        m_shownFacts.reset();
        refresh();
    });
    refresh();
}

SameProblemRow &ProblemPane::sameProblem() const
{
    return m_facts->sameProblem();
}

void ProblemPane::refresh()
{
    const JobRecord *job = m_job.record();
    widget()->setVisible(job != nullptr);
    if (!job) {
        m_tick.stop();
        m_shownJob.reset();
        return;
    }
    const FileTally files = m_job.files() ? tally(*m_job.files()) : FileTally {};
    showHeader(*job);
    m_sentence->setPlain(sentence(*job, files));
    showRemedies(*job, files);
    showFacts(*job);
    m_shownJob = m_job.index();
}

void ProblemPane::showFacts(const JobRecord &job)
{
    // The history may be long: it is read again only when something of it, or the error, is new.
    const ShownFacts facts {m_job.index(), job.spec, job.error, isFinal(job.status.state)};
    if (facts == m_shownFacts)
        return;
    static const std::vector<HistoryEntry> kNone;
    m_facts->show(job.spec, job.error.get(), m_job.history() ? *m_job.history() : kNone);
    m_facts->setRetryEditable(!isFinal(job.status.state));
    m_shownFacts = facts;
}

void ProblemPane::showHeader(const JobRecord &job)
{
    m_icon->setPixmap(icons::ofState(iconStateOf(job)).pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    m_title->setPlain(titleOf(job));
    showFinality();
    if (job.status.state == JobState::TransientError && job.status.nextRetry != 0)
        m_tick.start();
    else
        m_tick.stop();
}

void ProblemPane::showFinality()
{
    if (const JobRecord *job = m_job.record())
        m_finality->setText(problemtext::finality(*job, m_job.now()));
}

QString ProblemPane::sentence(const JobRecord &job, const FileTally &tally) const
{
    const QString standing = m_job.files() ? u' ' + problemtext::standing(tally) : QString();
    if (job.error)
        return problemtext::description(*job.error) + standing;
    static const std::vector<HistoryEntry> kNone;
    if (const HistoryEntry *refusal = completeRefusal(job, m_job.history() ? *m_job.history() : kNone))
        return problemtext::description(*refusal->error) + u' ' + problemtext::remedy(*refusal->error);
    if (job.status.state == JobState::Transferred)
        return tr("Every file has arrived. The files get their names when you complete the job.") + standing;
    if (m_job.history() && !failedAttempts(*m_job.history()).empty())
        return tr("Past attempts failed, but nothing is wrong at the moment.") + standing;
    return tr("Nothing went wrong with this job so far.") + standing;
}

void ProblemPane::showRemedies(const JobRecord &job, const FileTally &tally)
{
    // What a remedy does to the data is not known before the files are; a promise made without them could be wrong.
    const bool isKnown = m_job.files() && m_job.history();
    if (!isKnown && m_shownJob == m_job.index())
        return;
    const auto remedies = isKnown
        ? remediesFor(job, tally, sameAnswers(failedAttempts(*m_job.history())), failedFileBytes(job, *m_job.files()))
        : std::vector<Remedy> {};
    std::vector<Fix> fixes;
    for (const Remedy &remedy : remedies)
        fixes.push_back(remedy.fix);
    offerToAll(fixes);
    const bool movedByItself = m_shownJob == m_job.index() && !m_shownFixes.empty() && fixes != m_shownFixes;
    while (m_cards.size() < remedies.size())
        m_cards.push_back(addCard());
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < remedies.size());
        if (i < remedies.size())
            m_cards[i]->setRemedy(remedies[i]);
        if (movedByItself)
            m_cards[i]->distrustClicksForAMoment();
    }
    m_shownFixes = std::move(fixes);
}

QWidget *ProblemPane::firstToUse() const
{
    const auto it = std::find_if(m_cards.begin(), m_cards.end(), [](const RemedyCard *card) {
        return card->isVisible() && card->button()->isEnabled();
    });
    return it == m_cards.end() ? nullptr : (*it)->button();
}

void ProblemPane::offerToAll(const std::vector<Fix> &fixes)
{
    std::vector<Fix> mending;
    std::copy_if(fixes.begin(), fixes.end(), std::back_inserter(mending), isMending);
    mending.push_back(Fix::EditRetry);
    sameProblem().setFixes(std::move(mending));
}

RemedyCard *ProblemPane::addCard()
{
    auto *card = new RemedyCard(widget());
    m_cardColumn->addWidget(card);
    // In the order on the screen: the facts beside the cards were there first.
    setTabOrder(m_cards.empty() ? static_cast<QWidget *>(this) : m_cards.back()->button(), card->button());
    connect(card, &RemedyCard::triggered, this, &ProblemPane::fixRequested);
    return card;
}

void ProblemPane::resizeEvent(QResizeEvent *event)
{
    m_columns->setDirection(event->size().width() >= kTwoColumnsFrom ? QBoxLayout::LeftToRight
                                                                     : QBoxLayout::TopToBottom);
    QScrollArea::resizeEvent(event);
}

} // namespace haulwatch
