// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/jobfeed.h"
#include "words/fix.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace haulwatch {

class WrappedLabel;

/// The common shape of the dialogs that mend jobs: a form, a sentence below it, and "Change and resume" or "Change
/// only", for one job or for all that fail alike. Sends what the subclass asks for and closes when the engine has done
/// it; a refusal is told in place, and nothing that was typed is lost.
class MendDialog : public QDialog {
    Q_OBJECT

public:
    void accept() override; ///< what the default button does; the dialog closes later, or not

protected:
    struct Verdict {
        QString sentence; ///< shown below the form; may be empty
        bool isProblem = false; ///< then nothing can be sent
    };

    MendDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent);

    /// What is typed, as requests; the first names the job itself if it is still to be mended. None: only resume.
    [[nodiscard]] virtual std::vector<EditJobs> changes() const = 0;
    /// What has to be done before anything is sent; a sentence if it could not be done.
    [[nodiscard]] virtual QString prepare() { return {}; }
    [[nodiscard]] virtual Verdict verdict() const { return {}; }
    /// Whether anything is typed that could be sent.
    [[nodiscard]] virtual bool isComplete() const { return true; }
    /// Whether what is typed means something to a job that fails alike.
    [[nodiscard]] virtual bool suits(const JobRecord &) const { return true; }
    [[nodiscard]] virtual QString alsoText(std::size_t jobs) const;
    virtual void onRefused(const CallError &) { }
    virtual void onFilesKnown() { }

    /// Shows what the job is about; `form()` is filled by the subclass, and then start() called, once.
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    void addJobRow(); ///< which job it is about
    void setButtons(const QString &changeAndResume, const QString &changeOnly); ///< the second empty: not offered
    void preferChangeOnly() { m_prefersChangeOnly = true; }
    void start(QWidget *firstField);
    void judge(); ///< after everything typed
    void refresh(); ///< after what came by itself; a refusal stays readable

    [[nodiscard]] JobFeed &feed() const { return m_feed; }
    [[nodiscard]] const JobSpec &spec() const { return *m_spec; } ///< as it was when the dialog opened
    [[nodiscard]] EngineId engine() const { return m_engine; } ///< whose job it is
    [[nodiscard]] std::optional<JobRecord> record() const; ///< as it is now, if it still is
    /// Who is to be mended: the job, and those that fail alike if the user wishes so; without those that followed.
    [[nodiscard]] std::vector<JobId> jobs() const;
    [[nodiscard]] bool isForOthersToo() const;
    /// Empty until the engine answered.
    [[nodiscard]] const std::vector<FileProgress> &files() const { return m_files; }
    void askForFiles();

    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// One round of requests, from the button to the last answer.
    struct Round {
        std::vector<EditJobs> requests;
        std::size_t next = 0;
        bool resumes = false;
        std::vector<JobId> followed;
        std::size_t refused = 0;
        std::optional<CallError> refusal; ///< the first
    };

    void makeButtons();
    void refreshButtons(bool isSendable);
    void refreshAlso();
    [[nodiscard]] std::vector<JobId> others() const;
    [[nodiscard]] bool isResumable() const;
    void send(bool resumes);
    void sendNext();
    void onChanged(const std::vector<JobId> &asked, const Result<Answer> &result);
    void resume();
    void onResumed(const Result<Answer> &result);
    void finish();
    void setMessage(const QString &message, bool isProblem);
    void makeRoom();
    void setSending(bool sending);

    JobFeed &m_feed;
    std::shared_ptr<const JobSpec> m_spec;
    EngineId m_engine;
    std::vector<JobId> m_alike; ///< others that failed alike when the dialog opened
    std::vector<JobId> m_mended; ///< sorted: followed already, though others did not
    std::vector<FileProgress> m_files;
    Round m_round;
    bool m_isSending = false;
    QString m_verdict; ///< the last one shown
    bool m_prefersChangeOnly = false;
    QWidget *m_fields; ///< holds the form
    QFormLayout *m_form;
    QCheckBox *m_also;
    QLabel *m_messageIcon;
    WrappedLabel *m_message;
    QPushButton *m_both = nullptr;
    QPushButton *m_only = nullptr;
};

} // namespace haulwatch
