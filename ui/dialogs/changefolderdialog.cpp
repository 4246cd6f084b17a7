// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/changefolderdialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "widgets/textlabels.h"
#include "widgets/typedpath.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 420;

} // namespace

ChangeFolderDialog::ChangeFolderDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_there(feed)
    , m_now(feed)
    , m_folder(new QLineEdit(QString::fromStdString(spec().folder), this))
    , m_startOver(new QCheckBox(this))
{
    setWindowTitle(tr("Change folder"));
    auto *now = new ElidedLabel(this);
    now->setText(format::plain(spec().folder));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setMinimumWidth(kFieldWidth);
    m_startOver->setObjectName(QStringLiteral("startOver"));
    m_startOver->hide();
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("New &folder"), this);
    label->setBuddy(m_folder);
    form().addRow(muted(new QLabel(tr("Folder now"), this)), now);
    form().addRow(label, row);
    form().addRow(QString(), m_startOver);
    connect(browse, &QPushButton::clicked, this, &ChangeFolderDialog::browse);
    connect(m_folder, &QLineEdit::textChanged, this, &ChangeFolderDialog::onTyped);
    connect(m_startOver, &QCheckBox::toggled, this, &ChangeFolderDialog::judge);
    connect(&m_there, &FolderLook::seen, this, &ChangeFolderDialog::onSeen);
    connect(&m_now, &FolderLook::seen, this, &ChangeFolderDialog::onSeen);
    m_now.look(spec().folder, engine());
    m_there.look(spec().folder, engine());
    start(m_folder);
    m_folder->selectAll();
}

QString ChangeFolderDialog::typed() const
{
    return withoutTilde(m_folder->text());
}

void ChangeFolderDialog::browse()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), typed());
    if (!chosen.isEmpty())
        m_folder->setText(chosen);
}

Bytes ChangeFolderDialog::here() const
{
    Bytes sum = 0;
    for (const JobId id : jobs())
        if (const auto job = feed().table().find(id))
            sum += feed().table().at(*job).status.bytesTransferred;
    return sum;
}

void ChangeFolderDialog::onTyped()
{
    m_startOver->hide();
    m_there.look(typed().toStdString(), engine());
    judge();
}

void ChangeFolderDialog::onSeen()
{
    const bool isElsewhere = m_there.space() && m_now.space() && m_there.space()->device != m_now.space()->device;
    if (isElsewhere && here() > 0)
        m_startOver->show();
    judge();
}

void ChangeFolderDialog::onRefused(const CallError &refusal)
{
    // The engine knows better what can move.
    if (refusal.refusal == Refusal::OtherFileSystem)
        m_startOver->setVisible(true);
}

MendDialog::Verdict ChangeFolderDialog::verdict() const
{
    // The amount differs with the jobs meant.
    m_startOver->setText(tr("&Start over: give up the %1 here and fetch them again").arg(format::bytes(here())));
    if (!typed().startsWith(u'/'))
        return {problemtext::refusal({Refusal::FolderNotAbsolute, {}, typed().toStdString()}), true};
    const auto &there = m_there.space();
    if (there && !there->exists)
        return {tr("“%1” does not exist. Choose a folder that does, or create it.")
                    .arg(format::plain(typed().toStdString())),
                true};
    if (!m_startOver->isHidden() && !m_startOver->isChecked())
        return {tr("That folder is on another file system, where what has arrived cannot move along."), true};
    if (!there)
        return {}; // the engine is being asked
    const QString free = tr("%1 are free there.").arg(format::bytes(there->available));
    return {here() > 0 && m_startOver->isHidden() ? tr("What has arrived moves along.") + u' ' + free : free, false};
}

bool ChangeFolderDialog::isComplete() const
{
    return QDir::cleanPath(typed()) != QString::fromStdString(spec().folder);
}

std::vector<EditJobs> ChangeFolderDialog::changes() const
{
    JobEdit change;
    change.folder = typed().toStdString();
    if (!m_startOver->isHidden() && m_startOver->isChecked())
        change.restart.emplace();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
