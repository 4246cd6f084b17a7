// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/notifydialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <utility>

#include "details/textlabels.h"
#include "dialogs/typedpath.h"
#include "format.h"

namespace haulwatch {
namespace {

constexpr QSize kFieldSize {360, 90};

} // namespace

NotifyDialog::NotifyDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : MendDialog(feed, job, MendScope::ThisJob, parent)
    , m_program(new QLineEdit(this))
    , m_arguments(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Notify command"));
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
    auto *name = new WrappedLabel(this);
    name->setPlain(format::plain(spec().name));
    form().addRow(muted(new QLabel(tr("Job"), this)), name);
    form().addRow(tr("&Program"), m_program);
    form().addRow(tr("&Arguments, one a line"), m_arguments);
    connect(m_program, &QLineEdit::textChanged, this, &NotifyDialog::judge);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &NotifyDialog::judge);
    preferChangeOnly();
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

MendDialog::Verdict NotifyDialog::verdict() const
{
    if (m_program->text().trimmed().isEmpty() && !m_arguments->toPlainText().isEmpty())
        return {tr("Arguments need the program they are for."), true};
    return {tr("Run without a shell when the job fails or has arrived. Without a program, nothing is run."), false};
}

bool NotifyDialog::isComplete() const
{
    return typed() != spec().options->notifyCommand;
}

std::vector<ChangeJobs> NotifyDialog::changes() const
{
    JobChange change;
    change.notifyCommand = typed();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
