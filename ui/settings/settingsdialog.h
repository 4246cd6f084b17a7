// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include "preferences/preferences.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace haulwatch {

class DurationField;
class RetryFields;
class WrappedLabel;

/// What the user may choose once for all. Changes nothing until it is accepted, and nothing but the settings then.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `languages` are the codes of those there are words in, besides the ones in the program itself; `settings` must
    /// outlive the dialog.
    SettingsDialog(QSettings &settings, const QStringList &languages, bool hasTray, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void saved();

private:
    QWidget *makeGeneral(const QStringList &languages);
    QWidget *makeTransfers();
    QWidget *makeNotifications(bool hasTray);
    QWidget *makeFolderRow();
    void makeMessage();
    void makeButtons();
    void fill(const Preferences &preferences);
    [[nodiscard]] Preferences typed() const;
    [[nodiscard]] QString problem() const;
    void judge();
    void chooseFolder();

    QSettings &m_settings;
    QTabWidget *m_tabs;
    QLineEdit *m_folder;
    QComboBox *m_theme;
    QComboBox *m_language;
    QSpinBox *m_activeJobs;
    QSpinBox *m_parallelFiles;
    RetryFields *m_retry;
    DurationField *m_connect;
    DurationField *m_firstByte;
    DurationField *m_stall;
    QLineEdit *m_proxy;
    QCheckBox *m_failures;
    QCheckBox *m_waiting;
    QCheckBox *m_finished;
    QCheckBox *m_staysInTray;
    QLabel *m_messageIcon;
    WrappedLabel *m_message;
    QPushButton *m_save = nullptr;
};

} // namespace haulwatch
