// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/menddialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "job/sameproblem.h"
#include "widgets/icons.h"
#include "widgets/sendkey.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kIconSize = 16;

} // namespace

MendDialog::MendDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : QDialog(parent)
    , m_feed(feed)
    , m_spec(feed.table().at(job).spec)
    , m_engine(feed.table().at(job).engine)
    , m_alike(scope.jobs().empty() ? sameProblemAs(feed.table().at(job), feed.table()).jobs : scope.jobs())
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
    , m_also(new QCheckBox(this))
    , m_messageIcon(new QLabel(this))
    , m_message(new WrappedLabel(this))
{
    std::erase(m_alike, m_spec->id);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_also->setObjectName(QStringLiteral("alsoOthers"));
    m_also->setChecked(scope.hasOthers());
    m_message->setObjectName(QStringLiteral("message"));
    auto *message = new QHBoxLayout;
    message->addWidget(m_messageIcon, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(m_fields);
    layout->addWidget(m_also);
    layout->addLayout(message);
    layout->addStretch();
    makeButtons();
    connect(m_also, &QCheckBox::toggled, this, &MendDialog::judge);
    connect(&feed, &JobFeed::updated, this, &MendDialog::refresh);
}

void MendDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_both = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_only = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setButtons(tr("&Change and resume"), tr("Change &only"));
    layout()->addWidget(buttons);
    connect(m_both, &QPushButton::clicked, this, [this] { send(true); });
    connect(m_only, &QPushButton::clicked, this, [this] { send(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &MendDialog::reject);
}

void MendDialog::setButtons(const QString &changeAndResume, const QString &changeOnly)
{
    m_both->setText(changeAndResume);
    m_only->setText(changeOnly);
}

void MendDialog::addJobRow()
{
    auto *name = new WrappedLabel(this);
    name->setPlain(format::plain(spec().name));
    form().addRow(muted(new QLabel(tr("Job"), this)), name);
}

void MendDialog::start(QWidget *firstField)
{
    judge();
    firstField->setFocus();
}

void MendDialog::askForFiles()
{
    m_feed.post(GetFiles {m_spec->id}, this, [this](const Result<Answer> &result) {
        if (!result || !std::holds_alternative<JobFiles>(*result))
            return;
        m_files = std::get<JobFiles>(*result).files;
        onFilesKnown();
        judge();
    });
}

bool MendDialog::event(QEvent *event)
{
    // The window below has an action on the same key.
    if (event->type() == QEvent::ShortcutOverride && isSendKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QDialog::event(event);
}

void MendDialog::keyPressEvent(QKeyEvent *event)
{
    if (isSendKey(*event))
        accept();
    else
        QDialog::keyPressEvent(event);
}

std::optional<JobRecord> MendDialog::record() const
{
    const auto job = m_feed.table().find(m_spec->id);
    return job ? std::optional(m_feed.table().at(*job)) : std::nullopt;
}

bool MendDialog::isResumable() const
{
    const auto job = record();
    // Who goes on already takes the change along; "resume" would promise something that happens anyway.
    return job && (isFailing(job->status.state) || job->status.state == JobState::Suspended);
}

QString MendDialog::alsoText(std::size_t jobs) const
{
    return jobs == 1 ? tr("&Also for 1 other job with the same problem")
                     : tr("&Also for %Ln other jobs with the same problem", nullptr, static_cast<int>(jobs));
}

bool MendDialog::isForOthersToo() const
{
    return m_also->isChecked() && !m_also->isHidden();
}

std::vector<JobId> MendDialog::others() const
{
    std::vector<JobId> found;
    for (const JobId id : m_alike) {
        const auto job = m_feed.table().find(id);
        if (!job || isFinal(m_feed.table().at(*job).status.state)
            || std::binary_search(m_mended.begin(), m_mended.end(), id))
            continue;
        if (suits(m_feed.table().at(*job)))
            found.push_back(id);
    }
    return found;
}

std::vector<JobId> MendDialog::jobs() const
{
    std::vector<JobId> all;
    if (!std::binary_search(m_mended.begin(), m_mended.end(), m_spec->id))
        all.push_back(m_spec->id);
    if (isForOthersToo()) {
        const auto more = others();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

void MendDialog::judge()
{
    refreshAlso();
    const Verdict now = verdict();
    m_verdict = now.sentence;
    setMessage(now.sentence, now.isProblem);
    refreshButtons(!now.isProblem && isComplete());
}

void MendDialog::refresh()
{
    if (m_isSending)
        return;
    refreshAlso();
    const Verdict now = verdict();
    if (now.sentence != m_verdict)
        setMessage(now.sentence, now.isProblem);
    m_verdict = now.sentence;
    refreshButtons(!now.isProblem && isComplete());
    makeRoom();
}

void MendDialog::refreshAlso()
{
    const auto count = others().size();
    m_also->setVisible(count > 0);
    if (count > 0)
        m_also->setText(alsoText(count));
}

void MendDialog::refreshButtons(bool isSendable)
{
    const bool offersBoth = isResumable() || m_only->text().isEmpty();
    m_both->setVisible(offersBoth);
    m_only->setVisible(!m_only->text().isEmpty());
    for (QPushButton *button : {m_both, m_only})
        button->setEnabled(isSendable && !m_isSending);
    QPushButton *preferred = offersBoth && !m_prefersChangeOnly ? m_both : m_only;
    for (QPushButton *button : {m_both, m_only}) {
        theme::setPrimary(button, button == preferred);
        button->setDefault(button == preferred);
    }
}

void MendDialog::setMessage(const QString &message, bool isProblem)
{
    m_messageIcon->setVisible(isProblem && !message.isEmpty());
    if (isProblem)
        m_messageIcon->setPixmap(icons::ofState(JobState::Error).pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    m_message->setPlain(message);
    m_message->setAccessibleName(message);
    makeRoom();
}

// A layout keeps a window as high as its lines are few; wrapped ones need more.
void MendDialog::makeRoom()
{
    if (!isVisible())
        return;
    layout()->activate();
    const QSize wanted = layout()->totalSizeHint();
    const int wide = std::max(width(), wanted.width());
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : wanted.height();
    resize(wide, std::max(height(), high));
}

void MendDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    makeRoom();
}

void MendDialog::setSending(bool sending)
{
    m_isSending = sending;
    m_fields->setEnabled(!sending);
    m_also->setEnabled(!sending);
    m_both->setEnabled(!sending);
    m_only->setEnabled(!sending);
}

void MendDialog::accept()
{
    QPushButton *preferred = m_both->isDefault() ? m_both : m_only;
    if (preferred->isEnabled())
        send(preferred == m_both);
}

void MendDialog::send(bool resumes)
{
    if (const auto problem = prepare(); !problem.isEmpty())
        return setMessage(problem, true);
    m_round = {};
    m_round.requests = changes();
    m_round.resumes = resumes;
    if (m_round.requests.empty())
        m_round.followed = jobs();
    setSending(true);
    sendNext();
}

void MendDialog::sendNext()
{
    const bool nobodyFollowed = m_round.next > 0 && m_round.followed.empty();
    if (m_round.next == m_round.requests.size() || nobodyFollowed) {
        if (m_round.resumes && !m_round.followed.empty())
            return resume();
        return finish();
    }
    EditJobs &request = m_round.requests[m_round.next++];
    auto asked = request.ids;
    m_feed.post(std::move(request), this,
                [this, asked = std::move(asked)](const Result<Answer> &result) { onChanged(asked, result); });
}

void MendDialog::onChanged(const std::vector<JobId> &asked, const Result<Answer> &result)
{
    const auto *report = result ? std::get_if<VerbReport>(&*result) : nullptr;
    if (!result) {
        m_round.refused += asked.size();
    } else if (!report) {
        m_round.followed.insert(m_round.followed.end(), asked.begin(), asked.end());
    } else {
        m_round.refused += report->refused.size();
        m_round.followed.insert(m_round.followed.end(), report->done.begin(), report->done.end());
        for (const auto &[id, remark] : report->doneWithRemarks)
            m_round.followed.push_back(id);
    }
    if (!m_round.refusal)
        m_round.refusal = firstRefusal(result);
    sendNext();
}

void MendDialog::resume()
{
    m_feed.post(ApplyVerb {Verb::Resume, m_round.followed}, this,
                [this](const Result<Answer> &result) { onResumed(result); });
}

void MendDialog::onResumed(const Result<Answer> &result)
{
    const auto why = firstRefusal(result);
    if (!why)
        return finish();
    const bool hasChanged = !m_round.requests.empty();
    setSending(false);
    refresh();
    const QString reason = problemtext::refusal(*why);
    setMessage(hasChanged ? tr("This is changed, but not resumed. %1", "why not").arg(reason) : reason, true);
}

void MendDialog::finish()
{
    if (!m_round.refusal)
        return QDialog::accept();
    m_mended.insert(m_mended.end(), m_round.followed.begin(), m_round.followed.end());
    std::sort(m_mended.begin(), m_mended.end());
    setSending(false);
    onRefused(*m_round.refusal);
    refresh();
    const QString reason = problemtext::refusal(*m_round.refusal);
    setMessage(m_round.followed.empty()
                   ? reason
                   : tr("Done for %1, but not for %2. %3", "3 jobs; 1 job; why not")
                         .arg(problemtext::jobs(m_round.followed.size()), problemtext::jobs(m_round.refused), reason),
               true);
}

} // namespace haulwatch
