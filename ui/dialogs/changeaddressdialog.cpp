// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/changeaddressdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "details/textlabels.h"
#include "dialogs/addressrewrite.h"
#include "format.h"
#include "icons.h"
#include "problems/problemtext.h"
#include "service/address.h"
#include "theme.h"

namespace haulwatch {
namespace {

constexpr int kIconSize = 16;

} // namespace

ChangeAddressDialog::ChangeAddressDialog(JobFeed &feed, JobTable::Index job, QWidget *parent)
    : QDialog(parent)
    , m_feed(feed)
    , m_spec(feed.table().at(job).spec)
    , m_address(new QLineEdit(this))
    , m_alsoOthers(new QCheckBox(this))
    , m_messageIcon(new QLabel(this))
    , m_message(new WrappedLabel(this))
{
    const auto &error = feed.table().at(job).error;
    if (error && error->file && error->file->index < m_spec->files.size())
        m_file = error->file->index;
    setWindowTitle(tr("Change address"));
    m_address->setText(QString::fromStdString(m_spec->files[m_file].remote));
    m_address->setMinimumWidth(520);
    makeLayout();
    connect(m_address, &QLineEdit::textChanged, this, &ChangeAddressDialog::judge);
    askForFiles();
    judge();
    m_address->setFocus();
    m_address->selectAll();
}

void ChangeAddressDialog::makeLayout()
{
    auto *form = new QFormLayout;
    auto *file = new WrappedLabel(this);
    file->setPlain(format::plain(m_spec->files[m_file].local));
    auto *now = new ElidedLabel(this);
    now->setText(format::plain(m_spec->files[m_file].remote));
    form->addRow(muted(new QLabel(tr("File"), this)), file);
    form->addRow(muted(new QLabel(tr("Address now"), this)), now);
    form->addRow(tr("&New address"), m_address);
    form->addRow(QString(), m_alsoOthers);
    auto *message = new QHBoxLayout;
    message->addWidget(m_messageIcon, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_change = buttons->addButton(tr("&Change and resume"), QDialogButtonBox::AcceptRole);
    theme::setPrimary(m_change, true);
    m_change->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChangeAddressDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ChangeAddressDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addLayout(message);
    layout->addStretch();
    layout->addWidget(buttons);
}

void ChangeAddressDialog::askForFiles()
{
    m_feed.post(GetFiles {m_spec->id}, this, [this](const Result<Answer> &result) {
        if (!result || !std::holds_alternative<JobFiles>(*result))
            return;
        m_files = std::get<JobFiles>(*result).files;
        judge();
    });
}

ChangeAddressDialog::Addresses ChangeAddressDialog::others() const
{
    const auto change = prefixChange(m_spec->files[m_file].remote, m_address->text().trimmed().toStdString());
    return change ? othersWithPrefix(*m_spec, m_files, m_file, *change) : Addresses {};
}

void ChangeAddressDialog::judge()
{
    const std::string text = m_address->text().trimmed().toStdString();
    const bool isNew = text != m_spec->files[m_file].remote;
    const auto address = readAddress(text);
    m_change->setEnabled(isNew && address.has_value());
    setMessage(address ? QString() : problemtext::refusal(address.error()), !address);

    const auto along = address ? others() : Addresses {};
    m_alsoOthers->setVisible(!along.empty());
    if (along.empty())
        return;
    const QString prefix = format::plain(prefixChange(m_spec->files[m_file].remote, text)->before);
    // A check box takes "&" for a shortcut.
    const QString shown = QString(prefix).replace(u'&', QStringLiteral("&&"));
    m_alsoOthers->setText(
        along.size() == 1
            ? tr("&Also for 1 other file that starts with %1").arg(shown)
            : tr("&Also for %Ln other files that start with %1", nullptr, static_cast<int>(along.size())).arg(shown));
}

void ChangeAddressDialog::setMessage(const QString &message, bool isProblem)
{
    m_messageIcon->setVisible(isProblem);
    if (isProblem)
        m_messageIcon->setPixmap(icons::ofState(JobState::Error).pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    m_message->setPlain(message);
    m_message->setAccessibleName(message);
}

void ChangeAddressDialog::setSending(bool sending)
{
    m_address->setEnabled(!sending);
    m_alsoOthers->setEnabled(!sending);
    m_change->setEnabled(!sending);
}

void ChangeAddressDialog::accept()
{
    if (!m_change->isEnabled())
        return;
    JobChange change;
    if (m_alsoOthers->isVisible() && m_alsoOthers->isChecked())
        change.addresses = others();
    change.addresses.emplace_back(m_file, m_address->text().trimmed().toStdString());
    setSending(true);
    m_feed.post(ChangeJobs {{m_spec->id}, std::move(change)}, this, [this](const Result<Answer> &result) {
        const auto why = firstRefusal(result);
        if (!why)
            return resume();
        setSending(false);
        setMessage(problemtext::refusal(*why), true);
    });
}

void ChangeAddressDialog::resume()
{
    m_feed.post(ApplyVerb {Verb::Resume, std::vector {m_spec->id}}, this,
                [this](const Result<Answer> &result) { onResumed(result); });
}

void ChangeAddressDialog::onResumed(const Result<Answer> &result)
{
    const auto *report = result ? std::get_if<VerbReport>(&*result) : nullptr;
    if (report && report->refused.empty())
        return QDialog::accept();
    const CallError why = report ? report->refused.front().second : result ? CallError {} : result.error();
    setSending(false);
    setMessage(tr("The address is changed, but the job was not resumed. %1").arg(problemtext::refusal(why)), true);
}

} // namespace haulwatch
