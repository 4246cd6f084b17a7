// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "details/jobproperty.h"
#include "model/jobfeed.h"
#include "words/fix.h"
#include "words/verbplan.h"

class QDialog;
class QSettings;

namespace haulwatch {

/// Opens the dialogs about jobs, and the settings, over one window and remembers what was typed last. They take care of
/// themselves and do not stop the program; what the window has to know of them comes as a signal.
class JobDialogs : public QObject {
    Q_OBJECT

public:
    /// `feed`, `settings` and `window` must outlive this.
    JobDialogs(JobFeed &feed, QSettings &settings, QWidget *window);

    /// Whether servers may be asked about what is to be added; not unless said.
    void setAsksServers(bool asks) { m_asksServers = asks; }
    /// The addresses in `text`, one a line, are in the dialog already.
    void addDownloads(const QString &text);
    /// What mends the job or shows something of it; a verb is not for here.
    void mend(Fix fix, JobTable::Index job, const MendScope &scope);
    void showTrustedCertificates();
    void editSettings();
    /// Edits one thing of a living job.
    void edit(JobProperty property, JobTable::Index job);
    /// Asks once before so much is lost.
    void confirm(const VerbPlan &plan);

Q_SIGNALS:
    void jobAdded(haulwatch::JobId id);
    void settingsChanged();
    void confirmed(const haulwatch::VerbPlan &plan);

private:
    void open(QDialog *dialog);

    JobFeed &m_feed;
    QSettings &m_settings;
    QWidget *m_window;
    bool m_asksServers = false;
};

} // namespace haulwatch
