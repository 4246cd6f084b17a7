// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/addjobdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

#include "address/givenaddress.h"
#include "dialogs/connectionoptions.h"
#include "dialogs/namecollision.h"
#include "dialogs/sizeprobe.h"
#include "dialogs/sizetext.h"
#include "service/jobdraft.h"
#include "widgets/addressedit.h"
#include "widgets/disclosure.h"
#include "widgets/icons.h"
#include "widgets/retryfields.h"
#include "widgets/sendkey.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"
#include "widgets/typedpath.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr int kIconSize = 16;

// The rows of forms within a form begin at one line.
void alignLabels(const QWidget &options)
{
    int widest = 0;
    const auto labels = options.findChildren<QLabel *>();
    for (const auto *label : labels)
        widest = std::max(widest, label->sizeHint().width());
    for (auto *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace

AddJobDialog::AddJobDialog(JobFeed &feed, const QString &defaultFolder, QWidget *parent)
    : QDialog(parent)
    , m_feed(feed)
    , m_room(feed)
    , m_addresses(new AddressEdit(this))
    , m_folder(new QLineEdit(defaultFolder, this))
    , m_name(new QLineEdit(this))
    , m_oneEach(new QCheckBox(tr("One job for &each address"), this))
    , m_optionsToggle(new Disclosure(tr("Options"), this))
    , m_messageIcon(new QLabel(this))
    , m_message(new WrappedLabel(this))
{
    setWindowTitle(tr("Add downloads"));
    m_addresses->setAccessibleName(tr("Addresses"));
    m_addresses->setMinimumSize(520, 110);

    auto *form = new QFormLayout;
    auto *addressesLabel = new QLabel(tr("&Addresses"), this);
    addressesLabel->setBuddy(m_addresses);
    form->addRow(addressesLabel, m_addresses);
    auto *loadList = new QPushButton(tr("Load l&ist…"), this);
    loadList->setAutoDefault(false);
    connect(loadList, &QPushButton::clicked, this, &AddJobDialog::chooseList);
    auto *below = new QHBoxLayout;
    below->addWidget(m_oneEach, 1);
    below->addWidget(loadList);
    form->addRow(QString(), below);
    auto *folderLabel = new QLabel(tr("&Folder"), this);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setAccessibleName(tr("Folder"));
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, makeFolderRow());
    m_renameExisting = new QCheckBox(tr("&Rename a file whose name is taken, as “name (2)”"), this);
    form->addRow(QString(), m_renameExisting);
    form->addRow(tr("&Name"), m_name);
    auto *message = new QHBoxLayout;
    message->addWidget(m_messageIcon, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(m_optionsToggle, 0, Qt::AlignLeft);
    layout->addWidget(makeOptions());
    layout->addLayout(message);
    layout->addStretch();
    makeButtons();

    connect(m_optionsToggle, &QToolButton::toggled, m_options, &QWidget::setVisible);
    connect(m_addresses, &QPlainTextEdit::textChanged, this, &AddJobDialog::judge);
    connect(&m_room, &FolderLook::seen, this, [this] {
        if (m_add->isEnabled())
            showSummary();
    });
    for (QLineEdit *field : {m_folder, m_name, m_checksum})
        connect(field, &QLineEdit::textChanged, this, &AddJobDialog::judge);
    for (const QCheckBox *box : {m_oneEach, m_renameExisting})
        connect(box, &QCheckBox::toggled, this, &AddJobDialog::judge);
    connect(m_connection, &ConnectionOptions::changed, this, &AddJobDialog::judge);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &AddJobDialog::askForSizes);
    m_addresses->setFocus();
    judge();
}

// Return makes a new line in the list, so sending needs a key of its own there. It is a key press and no shortcut: the
// window below has an action on the same key.
bool AddJobDialog::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isSendKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QDialog::event(event);
}

void AddJobDialog::keyPressEvent(QKeyEvent *event)
{
    if (isSendKey(*event))
        accept();
    else
        QDialog::keyPressEvent(event);
}

QWidget *AddJobDialog::makeFolderRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(tr("&Browse…"), row);
    browse->setAutoDefault(false);
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &AddJobDialog::chooseFolder);
    return row;
}

QWidget *AddJobDialog::makeOptions()
{
    m_options = new QWidget(this);
    m_suspended = new QCheckBox(tr("Add &suspended, start it later"), m_options);
    m_manualComplete = new QCheckBox(tr("Wait for me to &complete it when everything has arrived"), m_options);
    m_checksum = new QLineEdit(m_options);
    m_checksum->setPlaceholderText(QStringLiteral("sha256:…"));
    m_parallelFiles = new QSpinBox(m_options);
    m_parallelFiles->setRange(1, static_cast<int>(kMostParallelFiles));
    m_parallelFiles->setValue(static_cast<int>(JobOptions {}.parallelFiles));
    m_priority = new QComboBox(m_options);
    for (const Priority p : {Priority::Foreground, Priority::High, Priority::Normal, Priority::Low})
        m_priority->addItem(format::priorityName(p), static_cast<int>(p));
    m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(Priority::Normal)));
    auto *form = new QFormLayout(m_options);
    form->setContentsMargins(18, 0, 0, 0);
    form->addRow(m_suspended);
    form->addRow(m_manualComplete);
    form->addRow(tr("Chec&ksum"), m_checksum);
    form->addRow(tr("Files at a &time"), m_parallelFiles);
    form->addRow(tr("&Priority"), m_priority);
    m_retry = new RetryFields(*form, m_options);
    m_connection = new ConnectionOptions(m_options);
    form->addRow(m_connection);
    alignLabels(*m_options);
    m_options->hide();
    return m_options;
}

void AddJobDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("A&dd"), QDialogButtonBox::AcceptRole);
    theme::setPrimary(m_add, true);
    m_add->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddJobDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AddJobDialog::reject);
}

void AddJobDialog::setDefaults(const JobOptions &options)
{
    m_defaults = options;
    m_parallelFiles->setValue(static_cast<int>(options.parallelFiles));
    m_retry->setValue(options.retry);
    judge();
}

void AddJobDialog::setAsksServers(bool asks)
{
    delete std::exchange(m_probe, asks ? new SizeProbe(this) : nullptr);
    if (m_probe != nullptr)
        connect(m_probe, &SizeProbe::answered, this, &AddJobDialog::judge);
}

void AddJobDialog::setAddresses(const QStringList &addresses)
{
    m_addresses->setPlainText({});
    m_addresses->appendAddresses(addresses);
}

QString AddJobDialog::folder() const
{
    return withoutTilde(m_folder->text());
}

void AddJobDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), folder());
    if (!chosen.isEmpty())
        m_folder->setText(chosen);
}

void AddJobDialog::chooseList()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("File of addresses"), QDir::homePath());
    if (!chosen.isEmpty())
        loadList(chosen);
}

void AddJobDialog::loadList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return setMessage(tr("“%1” could not be read: %2.", "a file; why not").arg(path, file.errorString()), true);
    m_addresses->appendAddresses(QString::fromUtf8(file.readAll()).remove(u'\r').split(u'\n', Qt::SkipEmptyParts));
}

JobDraft AddJobDialog::commonDraft() const
{
    JobDraft draft;
    draft.folder = folder().toStdString();
    draft.name = m_name->text().trimmed().toStdString();
    draft.options = m_defaults;
    draft.options.parallelFiles = static_cast<std::uint32_t>(m_parallelFiles->value());
    draft.options.retry = m_retry->value();
    m_connection->applyTo(draft);
    draft.options.manualComplete = m_manualComplete->isChecked();
    draft.priority = static_cast<Priority>(m_priority->currentData().toInt());
    draft.suspended = m_suspended->isChecked();
    draft.renameExisting = m_renameExisting->isChecked();
    return draft;
}

std::vector<PlannedJob> AddJobDialog::plan() const
{
    std::vector<PlannedJob> jobs = planJobs(m_list, commonDraft(), m_oneEach->isChecked());
    if (m_list.entries.size() == 1)
        if (auto &checksum = jobs.front().draft.files.front().checksum; !checksum)
            checksum = parseChecksum(m_checksum->text().trimmed().toStdString());
    return jobs;
}

QString AddJobDialog::problem() const
{
    if (m_list.firstRefused)
        return tr("Line %1: %2")
            .arg(QString::number(m_list.firstRefused->line), problemtext::refusal(m_list.firstRefused->why));
    const QString checksum = m_checksum->text().trimmed();
    if (m_checksum->isEnabled() && !checksum.isEmpty() && !parseChecksum(checksum.toStdString()))
        return problemtext::refusal({Refusal::BadChecksum, code::kInvalidArgument, checksum.toStdString()});
    if (const QString taken = collision(); !taken.isEmpty() && !m_renameExisting->isChecked())
        return taken;
    for (const PlannedJob &job : m_jobs)
        if (const auto checked = checkDraft(job.draft); !checked)
            return problemtext::refusal(checked.error());
    if (const QString why = m_connection->problem(); !why.isEmpty())
        return why;
    return {};
}

QString AddJobDialog::collision() const
{
    const auto taken = nameCollision(m_jobs);
    if (!taken)
        return {};
    const QString where = taken->isOnDisk ? tr("“%1” is in the folder already").arg(format::plain(taken->name))
                                          : tr("Two addresses end in “%1”").arg(format::plain(taken->name));
    const QString all = taken->count == 1
        ? where
        : tr("%1, and %Ln more names are taken", nullptr, static_cast<int>(taken->count - 1)).arg(where);
    return m_renameExisting->isChecked()
        ? tr("%1: given a number.", "what is taken").arg(all)
        : tr("%1. Choose another folder, or let it be renamed.", "what is taken").arg(all);
}

void AddJobDialog::judge()
{
    m_list = readAddressList(m_addresses->toPlainText());
    m_jobs = plan();
    const std::size_t n = m_list.entries.size();
    m_oneEach->setEnabled(n > 1);
    m_checksum->setEnabled(n <= 1);
    m_checksum->setToolTip(n <= 1 ? QString() : tr("A checksum can be given for a single address"));
    const auto first = readAddress(n > 0 ? m_list.entries.front().given.address : std::string());
    m_name->setPlaceholderText(first ? format::plain(first->fileName) : QString()); // what the engine would call it
    m_name->setEnabled(m_jobs.size() <= 1);
    const bool hasNothing = n == 0 && !m_list.firstRefused;
    const QString why = hasNothing ? QString() : problem();
    m_add->setEnabled(!hasNothing && why.isEmpty());
    if (m_probe != nullptr && m_awaited == 0)
        m_pause.start();
    if (why.isEmpty())
        showSummary();
    else
        setMessage(why, true);
}

void AddJobDialog::askForSizes()
{
    // The probe knows one set of headers.
    if (m_list.hasOwnHeaders())
        return;
    JobDraft draft = commonDraft();
    m_askedFor = m_list.addresses();
    for (const std::string &address : m_askedFor)
        draft.files.push_back({address, {}, {}});
    m_connection->signIn(draft);
    m_asked.clear();
    for (const JobDraft::File &file : draft.files)
        m_asked.push_back(file.remote);
    m_probe->ask(draft);
    if (m_add->isEnabled() && m_awaited == 0)
        showSummary();
}

QString AddJobDialog::howMany() const
{
    const std::size_t n = m_list.entries.size();
    const QString files = n == 1 ? tr("1 file") : tr("%Ln files", nullptr, static_cast<int>(n));
    if (n == 1)
        return files;
    if (m_jobs.size() == n)
        return tr("%1, a job for each").arg(files);
    return m_jobs.size() == 1 ? tr("%1 in one job").arg(files)
                              : tr("%1 in %Ln jobs", nullptr, static_cast<int>(m_jobs.size())).arg(files);
}

void AddJobDialog::showSummary()
{
    if (m_list.entries.empty())
        return setMessage({}, false);
    QString text = howMany();
    const bool isAsked = m_probe != nullptr && !m_list.hasOwnHeaders() && m_askedFor == m_list.addresses();
    if (isAsked)
        text = withSize(text, *m_probe, m_asked);
    if (m_list.repeated == 1)
        text = tr("%1; 1 address is there twice and counts once").arg(text);
    else if (m_list.repeated > 1)
        text = tr("%1; %Ln addresses are there twice and count once", nullptr, static_cast<int>(m_list.repeated))
                   .arg(text);
    if (!m_list.unknown.empty()) {
        const UnknownInputOption &first = m_list.unknown.front();
        text += u'\n'
            + tr("Line %1: the option “%2” is not known here and is ignored.")
                  .arg(QString::number(first.line), format::plain(first.name));
    }
    if (const QString taken = collision(); !taken.isEmpty())
        text += u'\n' + taken;
    if (isAsked && m_room.folder() != folder().toStdString())
        m_room.look(folder().toStdString());
    if (const QString warnings = isAsked ? sizeWarnings(*m_probe, m_asked, m_room.space()) : QString();
        !warnings.isEmpty())
        text += u'\n' + warnings;
    setMessage(text, false);
}

void AddJobDialog::setMessage(const QString &message, bool isProblem)
{
    m_messageIcon->setVisible(isProblem);
    if (isProblem)
        m_messageIcon->setPixmap(icons::ofState(JobState::Error).pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    m_message->setPlain(message);
    m_message->setAccessibleName(message);
}

void AddJobDialog::setSending(bool sending)
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_addresses), static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_name),
          static_cast<QWidget *>(m_options), static_cast<QWidget *>(m_add)})
        field->setEnabled(!sending);
}

void AddJobDialog::accept()
{
    if (!m_add->isEnabled() || m_awaited > 0)
        return;
    m_jobs = plan();
    m_notAccepted.clear();
    m_firstRefusal.clear();
    m_awaited = m_jobs.size();
    setSending(true);
    setMessage(tr("Adding…"), false);
    for (const PlannedJob &job : m_jobs)
        send(job);
}

void AddJobDialog::send(const PlannedJob &job)
{
    // Refused jobs go back into the list by their own text: there the sign-in would be for all to read.
    JobDraft signedIn = job.draft;
    m_connection->signIn(signedIn);
    m_feed.post(AddJob {std::move(signedIn)}, this,
                [this, entries = job.entries](const Result<Answer> &result) { onAnswer(entries, result); });
}

void AddJobDialog::onAnswer(const std::vector<std::size_t> &entries, const Result<Answer> &result)
{
    if (result && std::holds_alternative<JobRecord>(*result)) {
        Q_EMIT jobAdded(std::get<JobRecord>(*result).spec->id);
    } else {
        for (const std::size_t entry : entries)
            m_notAccepted += m_list.entries[entry].text;
        if (m_firstRefusal.isEmpty())
            m_firstRefusal =
                problemtext::refusal(result ? CallError {Refusal::Unavailable, code::kFail, {}} : result.error());
    }
    if (--m_awaited == 0)
        onAllAnswered();
}

void AddJobDialog::onAllAnswered()
{
    setSending(false);
    if (m_notAccepted.isEmpty())
        return QDialog::accept();
    // What was accepted must not be sent a second time; what was not stays as it was typed.
    if (m_notAccepted.size() < static_cast<qsizetype>(m_list.entries.size()))
        setAddresses(m_notAccepted);
    judge();
    setMessage(m_firstRefusal, true);
    m_addresses->setFocus();
}

} // namespace haulwatch
