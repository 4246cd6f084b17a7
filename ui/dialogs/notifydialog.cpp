// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/notifydialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "widgets/typedpath.h"

namespace haulwatch {
namespace {

constexpr QSize kFieldSize {360, 90};

} // namespace

NotifyDialog::NotifyDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Notify command"), parent)
    , m_program(new QLineEdit(this))
    , m_arguments(new QPlainTextEdit(this))
    , m_onError(new QCheckBox(tr("Run it when the job &fails"), this))
    , m_onArrival(new QCheckBox(tr("Run it when everything has a&rrived"), this))
{
    m_program->setObjectName(QStringLiteral("program"));
    m_program->setPlaceholderText(tr("none"));
    m_arguments->setObjectName(QStringLiteral("arguments"));
    m_arguments->setMinimumSize(kFieldSize);
    m_arguments->setTabChangesFocus(true);
    QStringList words;
    for (const std::string &word : spec().options->notifyCommand)
        words += QString::fromStdString(word);
    if (!words.isEmpty())
        m_program->setText(words.takeFirst());
    m_arguments->setPlainText(words.join(u'\n'));
    addJobRow();
    form().addRow(tr("&Program"), m_program);
    form().addRow(tr("&Arguments, one a line"), m_arguments);
    form().addRow(QString(), m_onError);
    form().addRow(QString(), m_onArrival);
    m_onError->setObjectName(QStringLiteral("onError"));
    m_onError->setChecked((spec().options->notify & kNotifyError) != 0);
    m_onArrival->setObjectName(QStringLiteral("onArrival"));
    m_onArrival->setChecked((spec().options->notify & kNotifyTransferred) != 0);
    for (const QCheckBox *box : {m_onError, m_onArrival})
        connect(box, &QCheckBox::toggled, this, &NotifyDialog::judge);
    connect(m_program, &QLineEdit::textChanged, this, &NotifyDialog::judge);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &NotifyDialog::judge);
    start(m_program);
}

std::vector<std::string> NotifyDialog::typed() const
{
    const QString program = withoutTilde(m_program->text());
    if (program.isEmpty())
        return {};
    std::vector<std::string> words {program.toStdString()};
    if (m_arguments->toPlainText().isEmpty())
        return words;
    for (const QString &argument : m_arguments->toPlainText().split(u'\n'))
        words.push_back(argument.toStdString());
    return words;
}

// The other flags are for programs that hold an engine; they stay as they are.
std::uint8_t NotifyDialog::flags() const
{
    const int others = spec().options->notify & ~(kNotifyError | kNotifyTransferred);
    return static_cast<std::uint8_t>(others | (m_onError->isChecked() ? kNotifyError : 0)
                                     | (m_onArrival->isChecked() ? kNotifyTransferred : 0));
}

MendDialog::Verdict NotifyDialog::verdict() const
{
    if (m_program->text().trimmed().isEmpty() && !m_arguments->toPlainText().isEmpty())
        return {tr("Arguments need the program they are for."), true};
    if (!typed().empty() && !m_onError->isChecked() && !m_onArrival->isChecked())
        return {tr("It will not be run: neither when the job fails nor when everything has arrived."), false};
    return {tr("Run without a shell. Without a program, nothing is run."), false};
}

bool NotifyDialog::isComplete() const
{
    return typed() != spec().options->notifyCommand || flags() != spec().options->notify;
}

JobEdit NotifyDialog::change() const
{
    JobEdit change;
    change.notifyCommand = typed();
    change.notify = flags();
    return change;
}

} // namespace haulwatch
