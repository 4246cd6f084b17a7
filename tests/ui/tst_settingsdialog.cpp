// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <memory>

#include "dialogs/addjobdialog.h"
#include "settings/languages.h"
#include "settings/settingsdialog.h"
#include "support/answeringservice.h"
#include "support/sandbox.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// The settings as a user changes them, and what each does.
class TestSettingsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theKeyOpensTheDialogAndSavingTellsTheWindow();
    void newJobsCarryWhatWasChosen();
    void nothingIsChangedByCancel();
    void whatIsWrongIsSaidAndNotKept_data();
    void whatIsWrongIsSaidAndNotKept();
    void defaultsComeBack();
    void everyValueIsReadBack();
    void valuesWithoutSenseAreIgnored();
    void onlyLanguagesWithWordsAreOffered();

private:
    void open();
    template <typename T>
    [[nodiscard]] T *field(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void type(QLineEdit *field, const QString &text) const;
    void click(const QString &button) const;
    [[nodiscard]] QSpinBox *number(const char *duration) const
    {
        return field<QWidget>(duration)->findChild<QSpinBox *>();
    }

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
    SettingsDialog *m_dialog = nullptr;
};

void TestSettingsDialog::init()
{
    m_folder = std::make_unique<Sandbox>();
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_folder->path("test.ini")), QSettings::IniFormat);
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->show();
    open();
}

void TestSettingsDialog::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestSettingsDialog::open()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    m_dialog = m_window->findChild<SettingsDialog *>();
    QVERIFY(m_dialog);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestSettingsDialog::type(QLineEdit *field, const QString &text) const
{
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void TestSettingsDialog::click(const QString &words) const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == words) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(words));
}

void TestSettingsDialog::theKeyOpensTheDialogAndSavingTellsTheWindow()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);

    field<QComboBox>("theme")->setFocus();
    QTest::keyClicks(field<QComboBox>("theme"), u"Dark"_qs);
    QTest::keyClick(m_dialog, Qt::Key_Return);

    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_settings->value(u"theme"_qs).toString(), u"dark"_qs);
}

void TestSettingsDialog::newJobsCarryWhatWasChosen()
{
    type(field<QLineEdit>("folder"), u"/data/incoming"_qs);
    m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    field<QSpinBox>("parallelFiles")->setValue(2);
    number("retryDelay")->setValue(7);
    field<QSpinBox>("maxRetries")->setValue(3);
    number("deadline")->setValue(2);
    number("connectTimeout")->setValue(11);
    number("firstByteTimeout")->setValue(3);
    number("stallTimeout")->setValue(13);
    type(field<QLineEdit>("proxy"), u"proxy.example.org:3128"_qs);
    click(u"Save"_qs);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());

    m_window->addDownloads(u"https://cdn.example.org/a.iso"_qs);
    auto *add = m_window->findChild<AddJobDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(add));
    QTest::keyClick(add->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);

    const auto sent = m_service->requestsOf<AddJob>();
    QCOMPARE(sent.size(), 1);
    const JobOptions &options = sent[0].draft.options;
    QCOMPARE(sent[0].draft.folder, "/data/incoming");
    QCOMPARE(options.parallelFiles, 2u);
    QVERIFY(options.retry.fixedDelay == Milliseconds(7s));
    QVERIFY(options.retry.maxRetries == 3u);
    QVERIFY(options.retry.noProgressTimeout == Milliseconds(48h));
    QVERIFY(options.connectTimeout == Milliseconds(11s));
    QVERIFY(options.firstByteTimeout == Milliseconds(3min));
    QVERIFY(options.stallTimeout == Milliseconds(13s));
    QCOMPARE(options.proxy, "proxy.example.org:3128");
}

void TestSettingsDialog::nothingIsChangedByCancel()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    field<QSpinBox>("activeJobs")->setValue(3);

    QTest::keyClick(m_dialog, Qt::Key_Escape);

    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QVERIFY(changed.empty());
    QVERIFY(!m_settings->contains(u"engine/activeJobs"_qs));
}

void TestSettingsDialog::whatIsWrongIsSaidAndNotKept_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("folder") << 0 << u"folder"_qs << u"Downloads"_qs << u"whole path"_qs;
    QTest::newRow("proxy") << 1 << u"proxy"_qs << u"http://"_qs << u"no address of a proxy"_qs;
    QTest::newRow("secret") << 1 << u"proxy"_qs << u"http://me:secret@proxy:3128"_qs << u"no passwords"_qs;
}

void TestSettingsDialog::whatIsWrongIsSaidAndNotKept()
{
    QFETCH(const int, tab);
    QFETCH(const QString, name);
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    m_dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);

    type(m_dialog->findChild<QLineEdit *>(name), typed);
    m_dialog->accept();

    QVERIFY(m_dialog->isVisible());
    QVERIFY(field<QLabel>("message")->text().contains(said));
    QVERIFY(m_settings->allKeys().filter(u"defaults/"_qs).isEmpty());
    type(m_dialog->findChild<QLineEdit *>(name), {});
    QVERIFY(field<QLabel>("message")->text().isEmpty());
}

void TestSettingsDialog::defaultsComeBack()
{
    field<QSpinBox>("activeJobs")->setValue(3);
    field<QSpinBox>("maxRetries")->setValue(3);
    click(u"Save"_qs);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
    QVERIFY(Preferences::load(*m_settings) != Preferences {});

    open();
    QCOMPARE(field<QSpinBox>("activeJobs")->value(), 3);
    click(u"Restore defaults"_qs);
    QVERIFY(Preferences::load(*m_settings) != Preferences {});
    click(u"Save"_qs);

    QVERIFY(Preferences::load(*m_settings) == Preferences {});
    QVERIFY(!m_settings->contains(u"engine/activeJobs"_qs));
}

void TestSettingsDialog::everyValueIsReadBack()
{
    Preferences p;
    p.folder = u"/data"_qs;
    p.job.parallelFiles = 1;
    p.job.retry.fixedDelay = 250ms;
    p.job.retry.maxRetries = 9;
    p.job.retry.noProgressTimeout = 0ms;
    p.job.connectTimeout = 1s;
    p.job.firstByteTimeout = 2s;
    p.job.stallTimeout = 3s;
    p.job.proxy = "http://proxy:1";
    p.job.caFile = "/ca.pem";
    p.job.headers = {"Accept: */*", "X: a, b; c"};
    p.job.manualComplete = true;
    p.job.minimumRate = 1000;
    p.job.attemptTimeout = 4s;
    p.job.maxDownloadTime = 5s;
    p.job.notify = kNotifyError;
    p.job.notifyCommand = {"/bin/true", "a b"};
    p.activeJobs = 1;
    p.tellsFailures = false;
    p.tellsWaiting = false;
    p.tellsFinished = true;
    p.staysInTray = false;
    p.theme = u"light"_qs;
    p.language = u"fr"_qs;

    p.save(*m_settings);
    m_settings->sync();

    const QSettings again(m_settings->fileName(), QSettings::IniFormat);
    QVERIFY(Preferences::load(again) == p);
}

void TestSettingsDialog::valuesWithoutSenseAreIgnored()
{
    m_settings->setValue(u"defaults/folder"_qs, u"relative"_qs);
    m_settings->setValue(u"defaults/parallelFiles"_qs, 0);
    m_settings->setValue(u"defaults/retryDelay"_qs, -5);
    m_settings->setValue(u"defaults/connectTimeout"_qs, u"soon"_qs);
    m_settings->setValue(u"defaults/proxy"_qs, u"http://me:secret@proxy"_qs);
    m_settings->setValue(u"engine/activeJobs"_qs, 1'000'000);

    QVERIFY(Preferences::load(*m_settings) == Preferences {});
}

void TestSettingsDialog::onlyLanguagesWithWordsAreOffered()
{
    for (const char *name : {"haulwatch_fr.qm", "haulwatch_en.qm", "qtbase_de.qm"})
        m_folder->write(name, "");
    QCOMPARE(languages::available(QString::fromStdString(m_folder->path())), QStringList {u"fr"_qs});

    const SettingsDialog alone(*m_settings, {}, false);
    const SettingsDialog withFrench(*m_settings, {u"fr"_qs}, true);

    QVERIFY(!alone.findChild<QComboBox *>(u"language"_qs)->isVisibleTo(&alone));
    const auto *choice = withFrench.findChild<QComboBox *>(u"language"_qs);
    QVERIFY(choice->isVisibleTo(&withFrench));
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->itemText(2), u"Français"_qs);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
