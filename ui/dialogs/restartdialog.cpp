// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/restartdialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <map>

#include "widgets/textlabels.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kTextWidth = 460;

/// What to start over of a job: the file its error names, else all (as JobEdit::restart says it).
std::vector<std::uint32_t> failedFileOf(const JobRecord &job)
{
    const bool isNamed = job.error && job.error->file && job.error->file->index < job.spec->files.size();
    return isNamed ? std::vector {job.error->file->index} : std::vector<std::uint32_t> {};
}

} // namespace

RestartDialog::RestartDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_allFiles(new QCheckBox(this))
{
    setWindowTitle(tr("Restart from zero"));
    const auto failed = failedFileOf(feed.table().at(job));
    if (!failed.empty())
        m_file = failed.front();
    auto *what = new WrappedLabel(this);
    what->setMinimumWidth(kTextWidth);
    what->setPlain(format::plain(m_file ? spec().files[*m_file].local : spec().name));
    form().addRow(muted(new QLabel(m_file ? tr("File") : tr("Job"), this)), what);
    form().addRow(QString(), m_allFiles);
    m_allFiles->setObjectName(QStringLiteral("allFiles"));
    m_allFiles->hide();
    connect(m_allFiles, &QCheckBox::toggled, this, &RestartDialog::judge);
    setButtons(tr("&Restart from zero"), {});
    askForFiles();
    start(this);
}

void RestartDialog::onFilesKnown()
{
    const auto unfinished = std::count_if(files().begin(), files().end(),
                                          [](const FileProgress &file) { return file.state != FileState::Complete; });
    m_allFiles->setVisible(m_file && unfinished > 1);
    m_allFiles->setText(tr("All %Ln &files without a final name", nullptr, static_cast<int>(unfinished)));
}

bool RestartDialog::isForAllFiles() const
{
    return !m_file || m_allFiles->isChecked();
}

Bytes RestartDialog::lost() const
{
    if (!isForAllFiles())
        return *m_file < files().size() ? files()[*m_file].transferred : 0;
    Bytes sum = 0;
    for (const FileProgress &file : files())
        sum += file.state == FileState::Complete ? 0 : file.transferred;
    return sum;
}

MendDialog::Verdict RestartDialog::verdict() const
{
    if (files().empty())
        return {};
    const QString given = lost() == 0
        ? tr("Nothing of it is here, so nothing is lost.")
        : tr("The %1 that are here are given up and fetched again.").arg(format::bytes(lost()));
    if (!isForOthersToo())
        return {given, false};
    Bytes most = 0;
    for (const JobId id : jobs())
        if (const auto job = feed().table().find(id); job && id != spec().id)
            most += feed().table().at(*job).status.bytesTransferred;
    return {given + u' ' + tr("Of the other jobs, up to %1.").arg(format::bytes(most)), false};
}

std::vector<EditJobs> RestartDialog::changes() const
{
    // One request for all jobs that start the same files over.
    std::map<std::vector<std::uint32_t>, std::vector<JobId>> byFiles;
    std::vector<EditJobs> requests;
    for (const JobId id : jobs()) {
        const auto job = feed().table().find(id);
        if (!job)
            continue;
        const bool isOwn = id == spec().id;
        auto restarted = isForAllFiles() ? std::vector<std::uint32_t> {}
            : isOwn                      ? std::vector {*m_file}
                                         : failedFileOf(feed().table().at(*job));
        byFiles[std::move(restarted)].push_back(id);
    }
    for (auto &[restarted, ids] : byFiles) {
        JobEdit change;
        change.restart = restarted;
        requests.push_back({std::move(ids), std::move(change)});
    }
    return requests;
}

} // namespace haulwatch
