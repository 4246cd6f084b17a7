// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include <vector>

#include "dialogs/jobplan.h"
#include "model/folderlook.h"
#include "model/jobfeed.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace haulwatch {

class AddressEdit;
class ConnectionOptions;
class RetryFields;
class SizeProbe;
class WrappedLabel;

/// Asks for addresses and a folder and adds one job of them all, or one for each. Closes only when the engine has
/// accepted everything; what it refuses is told in place, and nothing that was typed is lost.
class AddJobDialog : public QDialog {
    Q_OBJECT

public:
    AddJobDialog(JobFeed &feed, const QString &defaultFolder, QWidget *parent = nullptr);

    void setAddresses(const QStringList &addresses);
    /// Of the options that are not in the dialog, and where those in it begin.
    void setDefaults(const JobOptions &options);
    /// Whether servers are asked for the sizes of what is to be added; not unless said.
    void setAsksServers(bool asks);
    /// Adds the addresses in a file, as readAddressList understands them.
    void loadList(const QString &path);
    /// Where the last accepted job went.
    [[nodiscard]] QString folder() const;

    void accept() override; ///< sends; the dialog closes later, or not

Q_SIGNALS:
    void jobAdded(haulwatch::JobId id);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFolderRow();
    QWidget *makeOptions();
    void makeButtons();
    void chooseFolder();
    void chooseList();
    void judge();
    void setMessage(const QString &message, bool isProblem);
    void setSending(bool sending);
    /// What the jobs to add share.
    [[nodiscard]] JobDraft commonDraft() const;
    [[nodiscard]] std::vector<PlannedJob> plan() const;
    [[nodiscard]] QString problem() const; ///< empty: it may be sent
    /// What happens, or has to be chosen, because a name is taken; empty without a collision.
    [[nodiscard]] QString collision() const;
    void send(const PlannedJob &job);
    void onAnswer(const std::vector<std::size_t> &entries, const Result<Answer> &result);
    void onAllAnswered();
    [[nodiscard]] QString howMany() const;
    void showSummary();
    void askForSizes();

    JobFeed &m_feed;
    FolderLook m_room; ///< in the folder, once the size is known
    AddressList m_list;
    std::vector<PlannedJob> m_jobs; ///< as last judged
    JobOptions m_defaults;
    AddressEdit *m_addresses;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QCheckBox *m_oneEach;
    QToolButton *m_optionsToggle;
    QWidget *m_options;
    QCheckBox *m_suspended;
    QCheckBox *m_manualComplete;
    QCheckBox *m_renameExisting;
    QLineEdit *m_checksum;
    QSpinBox *m_parallelFiles;
    QComboBox *m_priority;
    RetryFields *m_retry;
    ConnectionOptions *m_connection;
    QLabel *m_messageIcon;
    WrappedLabel *m_message;
    QPushButton *m_add;
    SizeProbe *m_probe = nullptr; ///< null: servers are not asked
    QTimer m_pause; ///< of typing, before servers are asked
    std::vector<std::string> m_askedFor; ///< the addresses of the list whose sizes were asked for
    std::vector<std::string> m_asked; ///< the same, with the sign-in in them
    QStringList m_notAccepted; ///< the list's text of refused jobs, while sending
    QString m_firstRefusal;
    std::size_t m_awaited = 0; ///< answers still to come
};

} // namespace haulwatch
