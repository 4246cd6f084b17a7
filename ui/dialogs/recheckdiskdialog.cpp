// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/recheckdiskdialog.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

#include "widgets/textlabels.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr int kTextWidth = 360;

} // namespace

RecheckDiskDialog::RecheckDiskDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_free(new WrappedLabel(this))
    , m_needed(new WrappedLabel(this))
    , m_folder(feed)
{
    setWindowTitle(tr("Disk"));
    auto *folder = new WrappedLabel(this);
    folder->setMinimumWidth(kTextWidth);
    folder->setPlain(format::plain(spec().folder));
    m_free->setObjectName(QStringLiteral("free"));
    m_needed->setObjectName(QStringLiteral("needed"));
    form().addRow(muted(new QLabel(tr("Folder"), this)), folder);
    form().addRow(muted(new QLabel(tr("Free"), this)), m_free);
    form().addRow(muted(new QLabel(tr("Still to come"), this)), m_needed);
    setButtons(tr("&Resume"), {});
    connect(&m_look, &QTimer::timeout, this, &RecheckDiskDialog::look);
    connect(&feed, &JobFeed::updated, this, &RecheckDiskDialog::tell);
    connect(&m_folder, &FolderLook::seen, this, &RecheckDiskDialog::tell);
    m_look.start(1s);
    start(this);
    look();
}

std::optional<Bytes> RecheckDiskDialog::needed() const
{
    Bytes sum = 0;
    for (const JobId id : jobs()) {
        const auto job = feed().table().find(id);
        if (!job)
            continue;
        const JobStatus &status = feed().table().at(*job).status;
        if (status.bytesTotal == kUnknownSize)
            return std::nullopt;
        sum += status.bytesTotal - std::min(status.bytesTotal, status.bytesTransferred);
    }
    return sum;
}

void RecheckDiskDialog::look()
{
    m_folder.look(spec().folder, engine());
    tell();
}

void RecheckDiskDialog::tell()
{
    const auto &has = m_folder.space();
    const auto wants = needed();
    if (has)
        m_free->setPlain(has->exists ? format::bytes(has->available) : tr("not there"));
    m_needed->setPlain(wants ? format::bytes(*wants) : tr("not known"));
    refresh();
}

MendDialog::Verdict RecheckDiskDialog::verdict() const
{
    const auto &has = m_folder.space();
    const auto wants = needed();
    if (!has)
        return {{}, true}; // the engine is being asked
    if (!has->exists)
        return {tr("The folder is not there. Reconnect its disk, or change the folder."), true};
    if (!wants)
        return {tr("The server has not said how much is to come."), false};
    if (*wants > has->available)
        return {tr("Another %1 have to be freed.").arg(format::bytes(*wants - has->available)), true};
    return {tr("There is room for all of it."), false};
}

} // namespace haulwatch
