// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "dialogs/addjobdialog.h"
#include "dialogs/jobdialogs.h"
#include "settings/languages.h"
#include "settings/settingsdialog.h"
#include "support/answeringservice.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

const WallTime kNow {std::chrono::seconds {1'700'010'000}};

/// Fails as climateJob() does.
SampleJob another()
{
    SampleJob job(2, "other", kNow);
    job.file("https://cdn.example.org/other.nc", FileState::Failed, 1'000'000, 3'000'000)
        .in(JobState::Error)
        .failed(fromHttpStatus(404), 0, -10s, {NativeKind::Http, 404});
    return job;
}

/// The keys that several of the texts have, each with its texts; empty when all is well.
QString doubled(const QStringList &texts)
{
    std::map<QString, QStringList> byKey;
    for (const QString &text : texts)
        if (const auto key = QKeySequence::mnemonic(text); !key.isEmpty())
            byKey[key.toString()] << text;
    QStringList found;
    for (const auto &[key, those] : byKey)
        if (those.size() > 1)
            found << key + u": "_qs + those.join(u" | "_qs);
    return found.join(u'\n');
}

QStringList mnemonicTexts(const QWidget &dialog)
{
    QStringList texts;
    for (const auto *label : dialog.findChildren<QLabel *>())
        if (label->buddy() && label->isVisibleTo(&dialog))
            texts << label->text();
    for (const auto *button : dialog.findChildren<QAbstractButton *>())
        if (button->isVisibleTo(&dialog))
            texts << button->text();
    return texts;
}

} // namespace

/// A letter with Alt leads to one thing, in every language the program has words in.
class TestMnemonics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void menus_data() { addLanguages(); }
    void menus();
    void mendDialogs_data() { addLanguages(); }
    void mendDialogs();
    void editors_data() { addLanguages(); }
    void editors();
    void addDialog_data() { addLanguages(); }
    void addDialog();
    void settingsDialog_data() { addLanguages(); }
    void settingsDialog();

private:
    static void addLanguages();
    void openWindow();
    void check(QWidget *dialog, const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestMnemonics::init()
{
    QFETCH(QString, language);
    languages::install(*qApp, language, QStringLiteral(HAULWATCH_WORDS));
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_qs), QSettings::IniFormat);
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    openWindow();
}

void TestMnemonics::cleanup()
{
    m_window.reset();
    m_feed.reset();
    qDeleteAll(qApp->findChildren<QTranslator *>());
    QLocale::setDefault(QLocale::c());
}

void TestMnemonics::addLanguages()
{
    QTest::addColumn<QString>("language");

    QTest::newRow("English") << u"en"_qs;
    for (const QString &language : languages::available(QStringLiteral(HAULWATCH_WORDS)))
        QTest::newRow(qPrintable(language)) << language;
}

void TestMnemonics::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->setTryDemo([] {});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_service->publish(climateJob(kNow), kNow);
    m_service->publish(another(), kNow);
    m_feed->pump();
}

void TestMnemonics::check(QWidget *dialog, const char *name) const
{
    QVERIFY2(dialog, name);
    const auto texts = mnemonicTexts(*dialog);
    delete dialog;

    QVERIFY2(texts.size() > 1, name);
    QVERIFY2(doubled(texts).isEmpty(), qPrintable(QString::fromLatin1(name) + u": " + doubled(texts)));
}

void TestMnemonics::menus()
{
    const auto textsOf = [](const QList<QAction *> &actions) {
        QStringList texts;
        for (const QAction *action : actions)
            if (action->isVisible())
                texts << action->text();
        return texts;
    };

    QCOMPARE(doubled(textsOf(m_window->menuBar()->actions())), QString());
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        QVERIFY(!menu->actions().isEmpty());
        QCOMPARE(doubled(textsOf(menu->actions())), QString());
    }
}

void TestMnemonics::mendDialogs()
{
    const std::vector<std::pair<const char *, Fix>> fixes {
        {"address", Fix::ChangeAddress}, {"credentials", Fix::Credentials}, {"proxy", Fix::Proxy},
        {"folder", Fix::ChangeFolder},   {"disk", Fix::RecheckDisk},        {"restart", Fix::Restart},
        {"retry", Fix::EditRetry},
    };

    for (const auto &[name, fix] : fixes) {
        m_window->dialogs().mend(fix, JobTable::Index {0}, MendScope::SameProblem);
        auto *dialog = m_window->findChild<QDialog *>();
        if (fix == Fix::ChangeAddress) // offers the whole host, then
            dialog->findChild<QLineEdit *>()->setText(u"https://new.example.org/era5/2024/era5-2024-03.nc"_qs);
        check(dialog, name);
    }
}

void TestMnemonics::editors()
{
    const std::vector<std::pair<const char *, JobProperty>> properties {
        {"name", JobProperty::Name},
        {"time-outs", JobProperty::Timeouts},
        {"arrival", JobProperty::Arrival},
        {"headers", JobProperty::Headers},
        {"notify", JobProperty::NotifyCommand},
        {"certificates", JobProperty::Certificates},
    };

    for (const auto &[name, property] : properties) {
        m_window->dialogs().edit(property, JobTable::Index {0});
        check(m_window->findChild<QDialog *>(), name);
    }
}

void TestMnemonics::addDialog()
{
    auto *dialog = new AddJobDialog(*m_feed, m_folder->path(), m_window.get());
    dialog->setAddresses({u"https://a.example/1"_qs, u"https://a.example/2"_qs});
    dialog->findChild<QToolButton *>()->setChecked(true); // the options

    check(dialog, "add");
}

void TestMnemonics::settingsDialog()
{
    SettingsDialog dialog(*m_settings, {u"fr"_qs}, true);
    auto *pages = dialog.findChild<QTabWidget *>();
    QVERIFY(pages);

    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QStringList texts = mnemonicTexts(dialog);
        for (int i = 0; i < pages->count(); ++i)
            texts << pages->tabText(i);
        QVERIFY2(doubled(texts).isEmpty(), qPrintable(doubled(texts)));
    }
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
