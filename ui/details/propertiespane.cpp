// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/propertiespane.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kNameWidth = 130;

QString orElse(std::string_view text, const QString &absent)
{
    return text.empty() ? absent : format::plain(text);
}

QString timeouts(const JobOptions &options)
{
    QStringList parts {
        PropertiesPane::tr("%1 until connected").arg(format::duration(options.connectTimeout)),
        PropertiesPane::tr("%1 until the first byte").arg(format::duration(options.firstByteTimeout)),
        PropertiesPane::tr("%1 without a further byte").arg(format::duration(options.stallTimeout)),
    };
    if (options.minimumRate > 0)
        parts += PropertiesPane::tr("at least %1", "a rate").arg(format::rate(options.minimumRate));
    if (options.attemptTimeout > Milliseconds::zero())
        parts += PropertiesPane::tr("%1 for an attempt").arg(format::duration(options.attemptTimeout));
    return parts.join(QStringLiteral(" · "));
}

QString notifyCommand(const JobOptions &options)
{
    QStringList words;
    for (const std::string &word : options.notifyCommand)
        words += format::plain(word);
    const QString command = words.join(u' ');
    const bool onError = (options.notify & kNotifyError) != 0;
    const bool onArrival = (options.notify & kNotifyTransferred) != 0;
    if (onError && onArrival)
        return PropertiesPane::tr("%1, when it fails or has arrived", "a command").arg(command);
    if (onError)
        return PropertiesPane::tr("%1, when it fails", "a command").arg(command);
    return onArrival ? PropertiesPane::tr("%1, when it has arrived", "a command").arg(command)
                     : PropertiesPane::tr("%1, never run", "a command").arg(command);
}

} // namespace

PropertiesPane::PropertiesPane(SelectedJob &job, JobFeed &feed, QWidget *parent)
    : QScrollArea(parent)
    , m_job(job)
    , m_feed(feed)
{
    setAccessibleName(tr("Properties of the job"));
    auto *page = new QWidget(this);
    m_rows = new QGridLayout(page);
    m_rows->setContentsMargins(18, 12, 18, 12);
    m_rows->setVerticalSpacing(5);
    m_rows->setColumnMinimumWidth(0, kNameWidth);
    m_rows->setColumnStretch(1, 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);

    m_final = new WrappedLabel(page);
    m_rows->addWidget(m_final, 0, 0, 1, 2);
    m_name = addRow(tr("Name"), JobProperty::Name);
    m_folder = addRow(tr("Folder"), JobProperty::Folder);
    m_priority = new QComboBox(page);
    m_priority->setAccessibleName(tr("Priority"));
    for (const Priority p : {Priority::Foreground, Priority::High, Priority::Normal, Priority::Low})
        m_priority->addItem(format::priorityName(p), static_cast<int>(p));
    m_refusal = new WrappedLabel(page);
    auto *priority = new QHBoxLayout;
    priority->addWidget(m_priority);
    priority->addWidget(m_refusal, 1);
    addRow(tr("Priority"), priority);
    m_created = addRow(tr("Created"));
    m_modified = addRow(tr("Last change"));
    m_errors = addRow(tr("Failed attempts"));
    m_retry = addRow(tr("Retry"), JobProperty::Retry);
    m_timeouts = addRow(tr("Time-outs"), JobProperty::Timeouts);
    m_maxTime = addRow(tr("Longest download"), JobProperty::Timeouts);
    m_parallel = addRow(tr("Files at a time"), JobProperty::Arrival);
    m_completion = addRow(tr("Completion"), JobProperty::Arrival);
    m_headers = addRow(tr("Headers"), JobProperty::Headers);
    m_secrets = addRow(tr("Sign-in"), JobProperty::Credentials);
    m_proxy = addRow(tr("Proxy"), JobProperty::Proxy);
    m_notify = addRow(tr("Notify command"), JobProperty::NotifyCommand);
    m_trust = addRow(tr("Trusted certificates"), JobProperty::Certificates);
    m_id = addRow(tr("Id"));
    m_rows->setRowStretch(m_rows->rowCount(), 1);

    connect(m_priority, &QComboBox::activated, this, &PropertiesPane::changePriority);
    connect(&job, &SelectedJob::selected, this, [this] { m_refusal->setPlain({}); });
    connect(&job, &SelectedJob::selected, this, &PropertiesPane::refresh);
    connect(&job, &SelectedJob::recordChanged, this, &PropertiesPane::refresh);
    refresh();
}

QWidget *PropertiesPane::firstToUse()
{
    return m_edits.front()->isEnabled() ? static_cast<QWidget *>(m_edits.front()) : this;
}

WrappedLabel *PropertiesPane::addRow(const QString &name)
{
    auto *value = new WrappedLabel(widget());
    value->makeSelectable();
    auto *holder = new QHBoxLayout;
    holder->addWidget(value);
    addRow(name, holder);
    return value;
}

WrappedLabel *PropertiesPane::addRow(const QString &name, JobProperty property)
{
    auto *value = new WrappedLabel(widget());
    value->makeSelectable();
    auto *edit = new QPushButton(tr("Edit…"), widget());
    edit->setProperty("link", true);
    edit->setCursor(Qt::PointingHandCursor);
    edit->setAccessibleName(tr("Edit: %1", "name of a property").arg(name));
    m_edits.push_back(edit);
    connect(edit, &QPushButton::clicked, this, [this, property] { Q_EMIT editRequested(property); });
    auto *holder = new QHBoxLayout;
    holder->addWidget(value, 1);
    holder->addWidget(edit, 0, Qt::AlignTop);
    addRow(name, holder);
    return value;
}

void PropertiesPane::addRow(const QString &name, QLayout *value)
{
    const int at = m_rows->rowCount();
    auto *label = muted(new QLabel(name, widget()));
    label->setMinimumHeight(value->sizeHint().height()); // of one line: beside it, however many there will be
    m_rows->addWidget(label, at, 0, Qt::AlignTop);
    m_rows->addLayout(value, at, 1);
}

void PropertiesPane::refresh()
{
    const JobRecord *job = m_job.record();
    widget()->setVisible(job != nullptr);
    if (!job)
        return;
    const JobSpec &spec = *job->spec;
    m_name->setPlain(format::plain(spec.name));
    m_folder->setPlain(format::plain(spec.folder));
    m_created->setPlain(format::dateTime(spec.created));
    m_modified->setPlain(job->status.modified == 0 ? tr("never") : format::dateTime(toWallTime(job->status.modified)));
    m_errors->setPlain(format::count(job->status.errorCount));
    m_id->setPlain(QString::fromStdString(toString(spec.id)));
    const QSignalBlocker quiet(m_priority);
    m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(job->status.priority)));
    refreshButtons(job->status.state);
    showOptions(spec);
}

void PropertiesPane::refreshButtons(JobState state)
{
    const bool canEdit = !isFinal(state);
    const QString why = canEdit        ? QString()
        : state == JobState::Cancelled ? tr("This job was cancelled; nothing of it can be changed any more.")
                                       : tr("This job is finished; nothing of it can be changed any more.");
    m_final->setVisible(!canEdit);
    m_final->setPlain(why);
    m_priority->setEnabled(canEdit);
    m_priority->setToolTip(why);
    for (QPushButton *edit : m_edits) {
        edit->setEnabled(canEdit);
        edit->setToolTip(why);
        edit->setAccessibleDescription(why);
    }
}

void PropertiesPane::showOptions(const JobSpec &spec)
{
    const JobOptions &options = *spec.options;
    m_retry->setPlain(problemtext::retryPolicy(options.retry));
    m_timeouts->setPlain(timeouts(options));
    m_maxTime->setPlain(tr("%1 of connecting and transferring").arg(format::duration(options.maxDownloadTime)));
    m_parallel->setPlain(format::count(options.parallelFiles));
    m_completion->setPlain(options.manualComplete ? tr("waits for you when everything has arrived")
                                                  : tr("by itself when everything has arrived"));
    QStringList headers;
    for (const std::string &header : options.headers)
        headers += format::plain(header).toHtmlEscaped();
    if (spec.secrets && !spec.secrets->headers.empty())
        headers += headers.isEmpty() ? tr("kept with the program's secrets, not shown")
                                     : tr("and others, kept with the program's secrets");
    m_headers->setHtml(headers.isEmpty() ? tr("none of its own") : headers.join(QStringLiteral("<br>")));
    // What the secrets are is shown nowhere.
    m_secrets->setPlain(spec.secrets && !spec.secrets->empty() ? tr("given, kept with the program's secrets, not shown")
                                                               : tr("none"));
    m_proxy->setPlain(orElse(options.proxy, tr("as the environment says")));
    m_notify->setPlain(options.notifyCommand.empty() ? tr("none") : notifyCommand(options));
    m_trust->setPlain(orElse(options.caFile, tr("those of this system")));
}

void PropertiesPane::changePriority(int choice)
{
    const JobRecord *job = m_job.record();
    if (!job)
        return;
    JobEdit change;
    change.priority = static_cast<Priority>(m_priority->itemData(choice).toInt());
    m_refusal->setPlain({});
    const JobId id = job->spec->id;
    m_feed.post(EditJobs {{id}, std::move(change)}, this, [this, id](const Result<Answer> &result) {
        const JobRecord *now = m_job.record();
        const auto why = firstRefusal(result);
        if (!why || !now || now->spec->id != id)
            return;
        m_refusal->setPlain(problemtext::refusal(*why));
        refresh();
    });
}

} // namespace haulwatch
