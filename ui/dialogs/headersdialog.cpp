// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/headersdialog.h"

#include <QFormLayout>
#include <QPlainTextEdit>

namespace haulwatch {
namespace {

constexpr QSize kFieldSize {420, 110};

} // namespace

HeadersDialog::HeadersDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : EditDialog(feed, job, tr("Headers"), parent)
    , m_lines(new QPlainTextEdit(this))
{
    QStringList lines;
    for (const std::string &header : spec().options->headers)
        lines += QString::fromStdString(header);
    m_lines->setObjectName(QStringLiteral("headers"));
    m_lines->setPlainText(lines.join(u'\n'));
    m_lines->setPlaceholderText(tr("Name: value", "a header line"));
    m_lines->setMinimumSize(kFieldSize);
    m_lines->setTabChangesFocus(true);
    addJobRow();
    form().addRow(tr("&Headers, one a line"), m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &HeadersDialog::judge);
    start(m_lines);
}

std::vector<std::string> HeadersDialog::typed() const
{
    std::vector<std::string> lines;
    for (const QString &line : m_lines->toPlainText().split(u'\n'))
        if (const QString header = line.trimmed(); !header.isEmpty())
            lines.push_back(header.toStdString());
    return lines;
}

MendDialog::Verdict HeadersDialog::verdict() const
{
    return {
        tr("These replace all headers of the job. Those that may hold a key are not shown, and are all but what any "
           "program sends: type them again if the job has any."),
        false};
}

bool HeadersDialog::isComplete() const
{
    return typed() != spec().options->headers;
}

JobEdit HeadersDialog::change() const
{
    JobEdit change;
    change.headers = typed();
    return change;
}

} // namespace haulwatch
