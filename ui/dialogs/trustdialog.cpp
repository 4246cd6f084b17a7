// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/trustdialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

#include "job/jobstate.h"
#include "widgets/textlabels.h"
#include "words/problemtext.h"

namespace haulwatch {

TrustDialog::TrustDialog(JobFeed &feed, QWidget *parent)
    : QDialog(parent)
    , m_feed(feed)
    , m_list(new QTreeWidget(this))
    , m_message(new WrappedLabel(this))
    , m_stop(new QPushButton(tr("&Stop trusting"), this))
{
    setWindowTitle(tr("Trusted certificates"));
    resize(680, 300);
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Server"), tr("Since"), tr("SHA-256")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_message->setObjectName(QStringLiteral("message"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    m_stop->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, &TrustDialog::stopTrusting);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_stop->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    fill();
    m_message->setPlain(m_list->topLevelItemCount() == 0
                            ? tr("There are none: jobs trust whom this system trusts.")
                            : tr("Jobs that were told so trust these besides whom this system trusts."));
}

void TrustDialog::fill()
{
    m_list->clear();
    for (const auto &entry : m_trusted.all()) {
        auto *row =
            new QTreeWidgetItem(m_list,
                                {entry.server, QLocale().toString(entry.since, QLocale::ShortFormat),
                                 entry.certificate.isNull() ? tr("not readable") : fingerprintOf(entry.certificate)});
        row->setData(0, Qt::UserRole, entry.path);
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_stop->setEnabled(m_list->topLevelItemCount() > 0);
}

std::vector<JobId> TrustDialog::jobsThatRelyOn(const QString &path) const
{
    const auto wanted = path.toStdString();
    const auto &table = m_feed.table();
    std::vector<JobId> jobs;
    for (JobTable::Index job = 0; job < table.end(); ++job) {
        if (table.contains(job) && !isFinal(table.at(job).status.state)
            && table.at(job).spec->options->caFile == wanted)
            jobs.push_back(table.idOf(job));
    }
    return jobs;
}

void TrustDialog::stopTrusting()
{
    const auto *row = m_list->currentItem();
    if (!row)
        return;
    const auto path = row->data(0, Qt::UserRole).toString();
    const auto server = row->text(0);
    if (const auto why = m_trusted.remove(path); !why.isEmpty())
        return m_message->setPlain(tr("It cannot be deleted: %1").arg(why));
    auto jobs = jobsThatRelyOn(path);
    m_message->setPlain(jobs.empty() ? tr("%1 is no longer trusted; no job relied on it.").arg(server)
                                     : tr("%1 is no longer trusted; %2 relied on it.", "server, 3 jobs")
                                           .arg(server, problemtext::jobs(jobs.size())));
    if (!jobs.empty()) {
        JobEdit change;
        change.caFile.emplace();
        m_feed.post(EditJobs {std::move(jobs), std::move(change)}, this, [this](const Result<Answer> &result) {
            if (const auto why = firstRefusal(result))
                m_message->setPlain(problemtext::refusal(*why));
        });
    }
    fill();
}

} // namespace haulwatch
