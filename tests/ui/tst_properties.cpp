// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <memory>

#include "details/detailspane.h"
#include "details/propertiespane.h"
#include "dialogs/jobdialogs.h"
#include "engine/localengine.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"
#include "support/certificates.h"
#include "support/sandbox.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// The Properties tab with its editors, by mouse and keyboard, over the real engine; what counts is what the job is
/// afterwards.
class TestProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aNewNameIsTheJobs();
    void headersAreReplacedWithoutShowingThoseWithCredentials();
    void aHeaderTheEngineRefusesStaysAsTyped();
    void onlyTheTimeOutThatWasChangedChanges();
    void aSlowestRateIsGiven();
    void filesAtATimeAndCompletionAreChanged();
    void certificatesAreTakenFromAFileThatHoldsSome();
    void aNotifyCommandIsGivenAndTakenBack();
    void aNotifyCommandCanBeForFailuresAlone();
    void credentialsAreSetAndNeverShown();
    void escapeChangesNothing();
    void aCancelledJobSaysWhyNothingCanBeEdited();

private:
    void edit(const QString &property);
    void send();
    [[nodiscard]] QPushButton *editButton(const QString &property) const;
    [[nodiscard]] QDialog *dialog() const { return m_pane->findChild<QDialog *>(); }
    [[nodiscard]] const JobSpec &spec() const { return *m_feed->table().at(JobTable::Index {0}).spec; }
    [[nodiscard]] bool shows(const QString &text) const;

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<JobService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<DetailsPane> m_pane;
    std::unique_ptr<QSettings> m_settings;
    JobDialogs *m_dialogs = nullptr; ///< the pane's
};

void TestProperties::init()
{
    m_folder = std::make_unique<Sandbox>();
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = makeMemoryJournal();
    parts.clock = systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(LocalEngine::ChangeFeed::On);
    m_feed = std::make_unique<JobFeed>(*m_service);
    DetailsPane::Actions actions;
    actions.edit = [this](JobProperty property, JobTable::Index job) { m_dialogs->edit(property, job); };
    m_pane = std::make_unique<DetailsPane>(*m_feed, actions);
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_folder->path("test.ini")), QSettings::IniFormat);
    m_dialogs = new JobDialogs(*m_feed, *m_settings, m_pane.get());
    m_pane->resize(900, 640);
    m_pane->show();
    AddJob add;
    add.draft.files.push_back({"https://files.example.org/a.iso", {}, {}});
    add.draft.folder = m_folder->path();
    add.draft.options.headers = {"Accept-Language: fr", "Cookie: SESAME"};
    add.draft.suspended = true;
    m_feed->post(add, m_pane.get(), [](const Result<Answer> &) {});
    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {0}));
    m_pane->setSelection({0});
    m_pane->findChild<QTabBar *>()->setCurrentIndex(3);
    QTRY_VERIFY(shows(u"a.iso"_qs));
}

void TestProperties::cleanup()
{
    m_pane.reset();
    m_feed.reset();
    m_service.reset();
    m_engine.reset();
    m_folder.reset();
}

bool TestProperties::shows(const QString &text) const
{
    for (const QLabel *label : m_pane->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

QPushButton *TestProperties::editButton(const QString &property) const
{
    for (QPushButton *button : m_pane->findChild<PropertiesPane *>()->findChildren<QPushButton *>())
        if (button->accessibleName() == u"Edit: "_qs + property)
            return button;
    return nullptr;
}

void TestProperties::edit(const QString &property)
{
    QVERIFY(editButton(property));
    QTest::mouseClick(editButton(property), Qt::LeftButton);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTRY_COMPARE(QApplication::focusWidget(), dialog()->focusWidget());
}

void TestProperties::send()
{
    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog());
}

void TestProperties::aNewNameIsTheJobs()
{
    edit(u"Name"_qs);
    QTest::keyClicks(QApplication::focusWidget(), u"weekly image"_qs);

    send();

    QTRY_COMPARE(spec().name, std::string("weekly image"));
    QCOMPARE(spec().files[0].local, std::string("a.iso"));
    QTRY_VERIFY(shows(u"weekly image"_qs));
}

void TestProperties::headersAreReplacedWithoutShowingThoseWithCredentials()
{
    edit(u"Headers"_qs);
    auto *lines = dialog()->findChild<QPlainTextEdit *>(u"headers"_qs);
    QCOMPARE(lines->toPlainText(), u"Accept-Language: fr"_qs);
    lines->moveCursor(QTextCursor::End);
    QTest::keyClick(lines, Qt::Key_Return);
    QTest::keyClicks(lines, u"Authorization: Bearer SECRET"_qs);

    send();

    QTRY_VERIFY(spec().secrets && spec().secrets->headers == std::vector<std::string> {"Authorization: Bearer SECRET"});
    QCOMPARE(spec().options->headers, std::vector<std::string> {"Accept-Language: fr"});
    QVERIFY(!shows(u"SECRET"_qs));
}

void TestProperties::aHeaderTheEngineRefusesStaysAsTyped()
{
    edit(u"Headers"_qs);
    auto *lines = dialog()->findChild<QPlainTextEdit *>(u"headers"_qs);
    lines->setPlainText(u"no colon"_qs);
    auto *message = dialog()->findChild<QLabel *>(u"message"_qs);
    const QString before = message->accessibleName();

    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(message->accessibleName().contains(u"no colon"_qs) || message->accessibleName() != before);

    QVERIFY(dialog()->isVisible());
    QCOMPARE(lines->toPlainText(), u"no colon"_qs);
    QCOMPARE(spec().options->headers, std::vector<std::string> {"Accept-Language: fr"});
}

void TestProperties::onlyTheTimeOutThatWasChangedChanges()
{
    const JobOptions before = *spec().options;
    edit(u"Time-outs"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);

    send();

    JobOptions expected = before;
    expected.connectTimeout = before.connectTimeout + 1s;
    QTRY_VERIFY(*spec().options == expected);
}

void TestProperties::aSlowestRateIsGiven()
{
    edit(u"Time-outs"_qs);
    auto *rate = dialog()->findChild<QSpinBox *>(u"rate"_qs);
    QCOMPARE(rate->text(), u"any rate"_qs);
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, u"20"_qs);

    send();

    QTRY_COMPARE(spec().options->minimumRate, Bytes {20 * 1024});
    QTRY_VERIFY(shows(u"at least"_qs));
}

void TestProperties::filesAtATimeAndCompletionAreChanged()
{
    edit(u"Files at a time"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(dialog()->findChild<QCheckBox *>(u"manualComplete"_qs), Qt::Key_Space);

    send();

    QTRY_COMPARE(spec().options->parallelFiles, std::uint32_t {3});
    QVERIFY(spec().options->manualComplete);
    QTRY_VERIFY(shows(u"waits for you when everything has arrived"_qs));
}

void TestProperties::certificatesAreTakenFromAFileThatHoldsSome()
{
    const auto none = m_folder->path("none.pem");
    QFile file(QString::fromStdString(none));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no certificate") > 0);
    file.close();
    const test::Certificates certificates;
    edit(u"Trusted certificates"_qs);
    auto *field = dialog()->findChild<QLineEdit *>(u"certificates"_qs);

    QTest::keyClicks(field, QString::fromStdString(none));
    auto *message = dialog()->findChild<QLabel *>(u"message"_qs);
    QVERIFY(message->accessibleName().contains(u"holds no certificate"_qs));
    field->clear();
    QTest::keyClicks(field, QString::fromStdString(certificates.authority()));
    send();

    QTRY_COMPARE(spec().options->caFile, certificates.authority());
}

void TestProperties::aNotifyCommandIsGivenAndTakenBack()
{
    edit(u"Notify command"_qs);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"program"_qs), u"/bin/true"_qs);
    QTest::keyClicks(dialog()->findChild<QPlainTextEdit *>(u"arguments"_qs), u"a b"_qs);
    send();
    QTRY_COMPARE(spec().options->notifyCommand, (std::vector<std::string> {"/bin/true", "a b"}));

    edit(u"Notify command"_qs);
    dialog()->findChild<QPlainTextEdit *>(u"arguments"_qs)->clear();
    dialog()->findChild<QLineEdit *>(u"program"_qs)->clear();
    send();

    QTRY_VERIFY(spec().options->notifyCommand.empty());
}

void TestProperties::aNotifyCommandCanBeForFailuresAlone()
{
    edit(u"Notify command"_qs);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"program"_qs), u"/bin/true"_qs);
    QTest::keyClick(dialog()->findChild<QCheckBox *>(u"onArrival"_qs), Qt::Key_Space);

    send();

    QTRY_COMPARE(spec().options->notify, std::uint8_t {kNotifyError});
    QTRY_VERIFY(shows(u"/bin/true, when it fails"_qs));
}

void TestProperties::credentialsAreSetAndNeverShown()
{
    edit(u"Sign-in"_qs);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"user"_qs), u"ann"_qs);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"password"_qs), u"SECRET"_qs);

    send();

    QTRY_VERIFY(spec().secrets && spec().secrets->userInfo == "ann:SECRET");
    QVERIFY(!shows(u"SECRET"_qs));
    edit(u"Sign-in"_qs);
    QVERIFY(dialog()->findChild<QLineEdit *>(u"password"_qs)->text().isEmpty());
}

void TestProperties::escapeChangesNothing()
{
    const auto before = m_feed->table().at(JobTable::Index {0}).spec;
    edit(u"Name"_qs);
    QTest::keyClicks(QApplication::focusWidget(), u"other"_qs);

    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());

    QCOMPARE(spec().name, before->name);
}

void TestProperties::aCancelledJobSaysWhyNothingCanBeEdited()
{
    m_feed->post(ApplyVerb {Verb::Cancel, std::vector {spec().id}}, m_pane.get(), [](const Result<Answer> &) {});

    QTRY_VERIFY(shows(u"This job was cancelled; nothing of it can be changed any more."_qs));

    QVERIFY(!editButton(u"Name"_qs)->isEnabled());
    QVERIFY(!m_pane->findChild<PropertiesPane *>()->findChild<QComboBox *>()->isEnabled());
    QVERIFY(!editButton(u"Name"_qs)->accessibleDescription().isEmpty());
}

QTEST_MAIN(TestProperties)
#include "tst_properties.moc"
