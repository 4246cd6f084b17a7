// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/changeaddressdialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

#include "address/givenaddress.h"
#include "widgets/textlabels.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kLongestPrefix = 320; // pixels

/// For the text of a check box, which cannot wrap and takes "&" for a shortcut.
QString inCheckBox(const std::string &prefix, const QFontMetrics &metrics)
{
    return metrics.elidedText(format::plain(prefix), Qt::ElideMiddle, kLongestPrefix)
        .replace(u'&', QStringLiteral("&&"));
}

} // namespace

ChangeAddressDialog::ChangeAddressDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_address(new QLineEdit(this))
    , m_alsoFiles(new QCheckBox(this))
{
    const auto &error = feed.table().at(job).error;
    if (error && error->file && error->file->index < spec().files.size())
        m_file = error->file->index;
    const FileSpec &about = spec().files[m_file];
    setWindowTitle(tr("Change address"));
    auto *file = new WrappedLabel(this);
    file->setPlain(format::plain(about.local));
    auto *now = new ElidedLabel(this);
    now->setText(format::plain(about.remote));
    m_address->setText(QString::fromStdString(about.remote));
    m_address->setMinimumWidth(520);
    m_alsoFiles->setObjectName(QStringLiteral("alsoFiles"));
    m_alsoFiles->setChecked(scope.hasOthers());
    form().addRow(muted(new QLabel(tr("File"), this)), file);
    form().addRow(muted(new QLabel(tr("Address now"), this)), now);
    form().addRow(tr("&New address"), m_address);
    form().addRow(QString(), m_alsoFiles);
    connect(m_address, &QLineEdit::textChanged, this, &ChangeAddressDialog::onTyped);
    onTyped();
    askForFiles();
    start(m_address);
    m_address->selectAll();
}

std::string ChangeAddressDialog::typed() const
{
    return m_address->text().trimmed().toStdString();
}

void ChangeAddressDialog::onTyped()
{
    m_change = readAddress(typed()) ? prefixChange(spec().files[m_file].remote, typed()) : std::nullopt;
    onFilesKnown();
    judge();
}

void ChangeAddressDialog::onFilesKnown()
{
    const auto along = otherFiles();
    m_alsoFiles->setVisible(!along.empty());
    if (along.empty())
        return;
    const QString shown = inCheckBox(m_change->before, fontMetrics());
    m_alsoFiles->setText(
        along.size() == 1
            ? tr("Also for 1 other &file that starts with %1").arg(shown)
            : tr("Also for %Ln other &files that start with %1", nullptr, static_cast<int>(along.size())).arg(shown));
}

ChangeAddressDialog::Addresses ChangeAddressDialog::otherFiles() const
{
    return m_change ? othersWithPrefix(spec(), files(), m_file, *m_change) : Addresses {};
}

bool ChangeAddressDialog::suits(const JobRecord &job) const
{
    const auto &files = job.spec->files;
    return m_change && std::any_of(files.begin(), files.end(), [&](const FileSpec &file) {
               return file.remote.starts_with(m_change->before);
           });
}

QString ChangeAddressDialog::alsoText(std::size_t jobs) const
{
    const QString shown = inCheckBox(m_change->before, fontMetrics());
    return jobs == 1
        ? tr("&Also in 1 other job with the same problem, for what starts with %1").arg(shown)
        : tr("&Also in %Ln other jobs with the same problem, for what starts with %1", nullptr, static_cast<int>(jobs))
              .arg(shown);
}

MendDialog::Verdict ChangeAddressDialog::verdict() const
{
    const auto address = readAddress(typed());
    return address ? Verdict {} : Verdict {problemtext::refusal(address.error()), true};
}

bool ChangeAddressDialog::isComplete() const
{
    return typed() != spec().files[m_file].remote;
}

std::vector<EditJobs> ChangeAddressDialog::changes() const
{
    std::vector<EditJobs> requests;
    auto others = jobs();
    if (!others.empty() && others.front() == spec().id) {
        JobEdit own;
        if (!m_alsoFiles->isHidden() && m_alsoFiles->isChecked())
            own.addresses = otherFiles();
        own.addresses.emplace_back(m_file, typed());
        requests.push_back({{spec().id}, std::move(own)});
        others.erase(others.begin());
    }
    if (!others.empty()) {
        JobEdit alike;
        alike.prefix = JobEdit::Prefix {m_change->before, m_change->after};
        requests.push_back({std::move(others), std::move(alike)});
    }
    return requests;
}

} // namespace haulwatch
