// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "widgets/durationfield.h"
#include "widgets/icons.h"
#include "widgets/retryfields.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "widgets/typedpath.h"

namespace haulwatch {
namespace {

constexpr int kIconSize = 16;
constexpr int kFieldWidth = 320;
constexpr int kMostAtOnce = 256;

QFormLayout *formOn(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(14, 14, 14, 14);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void choose(QComboBox *box, const QString &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

QString nameOf(const QString &language)
{
    QString name = QLocale(language).nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

SettingsDialog::SettingsDialog(QSettings &settings, const QStringList &languages, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_tabs(new QTabWidget(this))
    , m_messageIcon(new QLabel(this))
    , m_message(new WrappedLabel(this))
{
    setWindowTitle(tr("Settings"));
    m_tabs->addTab(makeGeneral(languages), tr("&General"));
    m_tabs->addTab(makeTransfers(), tr("&New jobs"));
    m_tabs->addTab(makeNotifications(hasTray), tr("N&otifications"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(m_tabs);
    makeMessage();
    makeButtons();
    fill(Preferences::load(settings));
    for (QLineEdit *field : {m_folder, m_proxy})
        connect(field, &QLineEdit::textChanged, this, &SettingsDialog::judge);
    judge();
    m_folder->setFocus();
}

QWidget *SettingsDialog::makeGeneral(const QStringList &languages)
{
    auto *page = new QWidget(this);
    auto *form = formOn(page);
    m_folder = new QLineEdit(page);
    m_theme = new QComboBox(page);
    m_language = new QComboBox(page);
    m_activeJobs = new QSpinBox(page);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setMinimumWidth(kFieldWidth);
    m_folder->setPlaceholderText(tr("the one used last"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("As the desktop"), QStringLiteral("system"));
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    m_theme->addItem(tr("High contrast"), QStringLiteral("contrast"));
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the desktop"), QStringLiteral("system"));
    m_language->addItem(nameOf(QStringLiteral("en")), QStringLiteral("en"));
    for (const QString &language : languages)
        m_language->addItem(nameOf(language), language);
    m_activeJobs->setObjectName(QStringLiteral("activeJobs"));
    m_activeJobs->setRange(1, kMostAtOnce);
    auto *folderLabel = new QLabel(tr("&Folder for new jobs"), page);
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, makeFolderRow());
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Jobs at a time"), m_activeJobs);
    // Where all words are in one language there is nothing to choose.
    if (languages.isEmpty()) {
        form->setRowVisible(m_language, false);
        return page;
    }
    auto *label = new WrappedLabel(page);
    label->setPlain(tr("The language holds from the next start."));
    form->addRow(muted(label));
    return page;
}

QWidget *SettingsDialog::makeFolderRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(tr("&Browse…"), row);
    browse->setAutoDefault(false);
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &SettingsDialog::chooseFolder);
    return row;
}

QWidget *SettingsDialog::makeTransfers()
{
    auto *page = new QWidget(this);
    auto *form = formOn(page);
    m_parallelFiles = new QSpinBox(page);
    m_connect = new DurationField(tr("Connecting"), {}, page);
    m_firstByte = new DurationField(tr("First byte"), {}, page);
    m_stall = new DurationField(tr("Silence"), {}, page);
    m_proxy = new QLineEdit(page);
    m_parallelFiles->setObjectName(QStringLiteral("parallelFiles"));
    m_parallelFiles->setRange(1, kMostAtOnce);
    m_connect->setObjectName(QStringLiteral("connectTimeout"));
    m_firstByte->setObjectName(QStringLiteral("firstByteTimeout"));
    m_stall->setObjectName(QStringLiteral("stallTimeout"));
    m_proxy->setObjectName(QStringLiteral("proxy"));
    m_proxy->setPlaceholderText(tr("as the environment says"));
    form->addRow(tr("Files at a &time"), m_parallelFiles);
    m_retry = new RetryFields(*form, page);
    form->addRow(tr("Wait for a &connection"), m_connect);
    form->addRow(tr("Wait for the &first byte"), m_firstByte);
    form->addRow(tr("Wait during &silence"), m_stall);
    form->addRow(tr("P&roxy"), m_proxy);
    for (const DurationField *field : {m_connect, m_firstByte, m_stall})
        connect(field, &DurationField::changed, this, &SettingsDialog::judge);
    return page;
}

QWidget *SettingsDialog::makeNotifications(bool hasTray)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 14, 14, 14);
    m_failures = new QCheckBox(tr("Jobs that &failed"), page);
    m_waiting = new QCheckBox(tr("Jobs that &wait for me to complete them"), page);
    m_finished = new QCheckBox(tr("Jobs that f&inished"), page);
    auto *label = new WrappedLabel(page);
    label->setPlain(tr("The desktop shows one bubble for each cause, and renews it at most once a minute."));
    for (QCheckBox *box : {m_failures, m_waiting, m_finished})
        layout->addWidget(box);
    layout->addWidget(muted(label));
    m_staysInTray = new QCheckBox(tr("Go on in the &tray when the window is closed and jobs are at work"), page);
    m_staysInTray->setObjectName(QStringLiteral("staysInTray"));
    m_staysInTray->setVisible(hasTray);
    layout->addSpacing(10);
    layout->addWidget(m_staysInTray);
    layout->addStretch();
    return page;
}

void SettingsDialog::makeMessage()
{
    auto *row = new QHBoxLayout;
    m_messageIcon->setPixmap(icons::ofState(JobState::Error).pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    m_message->setObjectName(QStringLiteral("message"));
    row->addWidget(m_messageIcon, 0, Qt::AlignTop);
    row->addWidget(m_message, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void SettingsDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    theme::setPrimary(m_save, true);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto *restore = buttons->addButton(tr("Restore &defaults"), QDialogButtonBox::ResetRole);
    restore->setAutoDefault(false);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(restore, &QPushButton::clicked, this, [this] { fill(Preferences {}); });
}

void SettingsDialog::fill(const Preferences &preferences)
{
    m_folder->setText(preferences.folder);
    choose(m_theme, preferences.theme);
    choose(m_language, preferences.language);
    m_activeJobs->setValue(static_cast<int>(preferences.activeJobs));
    m_parallelFiles->setValue(static_cast<int>(preferences.job.parallelFiles));
    m_retry->setValue(preferences.job.retry);
    m_connect->setValue(preferences.job.connectTimeout);
    m_firstByte->setValue(preferences.job.firstByteTimeout);
    m_stall->setValue(preferences.job.stallTimeout);
    m_proxy->setText(QString::fromStdString(preferences.job.proxy));
    m_failures->setChecked(preferences.tellsFailures);
    m_waiting->setChecked(preferences.tellsWaiting);
    m_finished->setChecked(preferences.tellsFinished);
    m_staysInTray->setChecked(preferences.staysInTray);
}

Preferences SettingsDialog::typed() const
{
    Preferences p;
    p.folder = withoutTilde(m_folder->text());
    p.theme = m_theme->currentData().toString();
    p.language = m_language->currentData().toString();
    p.activeJobs = static_cast<std::uint32_t>(m_activeJobs->value());
    p.job.parallelFiles = static_cast<std::uint32_t>(m_parallelFiles->value());
    p.job.retry = m_retry->value();
    p.job.connectTimeout = m_connect->value();
    p.job.firstByteTimeout = m_firstByte->value();
    p.job.stallTimeout = m_stall->value();
    p.job.proxy = m_proxy->text().trimmed().toStdString();
    p.tellsFailures = m_failures->isChecked();
    p.tellsWaiting = m_waiting->isChecked();
    p.tellsFinished = m_finished->isChecked();
    p.staysInTray = m_staysInTray->isChecked();
    return p;
}

QString SettingsDialog::problem() const
{
    const QString folder = withoutTilde(m_folder->text());
    if (!folder.isEmpty() && !QDir::isAbsolutePath(folder))
        return tr("The folder needs its whole path, such as /home/me/Downloads.");
    const auto isZero = [](const DurationField *field) { return field->value() == Milliseconds::zero(); };
    if (isZero(m_connect) || isZero(m_firstByte) || isZero(m_stall))
        return tr("A server needs at least a second to answer.");
    const QString proxy = m_proxy->text().trimmed();
    if (proxy.contains(u'@'))
        return tr("The settings keep no passwords: give the proxy without its sign-in here, and the sign-in to the job "
                  "that needs it.");
    if (!isPlainProxy(proxy))
        return tr("This is no address of a proxy. One looks like proxy.example.org:3128.");
    return {};
}

void SettingsDialog::judge()
{
    const QString why = problem();
    m_save->setEnabled(why.isEmpty());
    m_messageIcon->setVisible(!why.isEmpty());
    m_message->setPlain(why);
}

void SettingsDialog::chooseFolder()
{
    const QString chosen =
        QFileDialog::getExistingDirectory(this, tr("Folder for new jobs"), withoutTilde(m_folder->text()));
    if (!chosen.isEmpty())
        m_folder->setText(chosen);
}

void SettingsDialog::accept()
{
    if (!m_save->isEnabled())
        return;
    typed().save(m_settings);
    QDialog::accept();
    Q_EMIT saved();
}

} // namespace haulwatch
