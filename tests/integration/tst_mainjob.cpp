// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>

#include <memory>

#include "dialogs/addjobdialog.h"
#include "dialogs/changeaddressdialog.h"
#include "engine/localengine.h"
#include "jobs/jobtableview.h"
#include "problems/remedycard.h"
#include "store/storeopen.h"
#include "support/faultserver.h"
#include "support/nginx.h"
#include "support/sandbox.h"
#include "transfer/curl/curlengine.h"
#include "widgets/theme.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

/// What the product is for, in the real window over the real engine: add, watch, see why one failed, and end it.
class TestMainJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aLargeFileAddedByKeyboardArrivesWhole();
    void theMissingFileIsNamedAndMendedInThePane();
    void completeEndsTheCopyWithExactlyTheFinishedFiles();
    void aResetServerIsOutlivedWithoutTheUser();

private:
    void addInTheDialog(const QStringList &addresses);
    [[nodiscard]] QStringList twelveFiles() const;
    [[nodiscard]] QString url(const std::string &path) const { return QString::fromStdString(m_nginx->address(path)); }
    [[nodiscard]] JobState state(JobTable::Index job = 0) const { return m_feed->table().at(job).status.state; }
    [[nodiscard]] bool isIn(JobState wanted) const { return m_feed->table().contains(0) && state() == wanted; }
    void selectFirstRow();
    [[nodiscard]] QPushButton *remedy(const QString &label) const;
    [[nodiscard]] bool shows(const QString &text) const;

    Sandbox m_served;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<Sandbox> m_downloads;
    std::unique_ptr<Sandbox> m_data;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<JobService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr qint64 kLarge = 200'000'000;
constexpr int kLongWait = 60'000;

QByteArray sha256(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

void TestMainJob::initTestCase()
{
    QVERIFY2(Nginx::isInstalled(), "nginx is missing: apt-get install nginx-light");
    const std::string block = patternedBytes(1'000'000);
    QFile large(QString::fromStdString(m_served.path("large.bin")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    for (qint64 written = 0; written < kLarge; written += static_cast<qint64>(block.size()))
        large.write(block.data(), static_cast<qint64>(block.size()));
    large.close();
    for (int i = 1; i <= 12; ++i)
        m_served.write("part" + std::to_string(i), patternedBytes(300'000, static_cast<unsigned>(i)));
    m_nginx = std::make_unique<Nginx>(Nginx::Setup {m_served.path(), {}, {}, {}, true});
    theme::apply(*qApp, theme::Scheme::Light);
}

void TestMainJob::init()
{
    m_downloads = std::make_unique<Sandbox>();
    m_data = std::make_unique<Sandbox>();
    auto store = openStore(m_data->path("jobs"));
    QVERIFY(store);
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = std::move(store->journal);
    parts.clock = &systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(LocalEngine::ChangeFeed::On);
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_data->path("window.ini")), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainJob::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_engine.reset();
}

void TestMainJob::addInTheDialog(const QStringList &addresses)
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<AddJobDialog *>());
    auto *dialog = m_window->findChild<AddJobDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *folder = dialog->findChild<QLineEdit *>(QStringLiteral("folder"));
    QVERIFY(folder);
    folder->selectAll();
    QTest::keyClicks(folder, QString::fromStdString(m_downloads->path()));
    auto *field = dialog->findChild<QPlainTextEdit *>();
    field->setPlainText(addresses.join(u'\n'));
    dialog->findChild<QSpinBox *>()->setValue(1); // one after the other, so that what has arrived is no matter of luck
    QPushButton *add = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->isDefault())
            add = button;
    }
    QVERIFY(add && add->isEnabled());
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<AddJobDialog *>());
    QTRY_COMPARE(m_feed->table().size(), std::size_t {1});
}

QStringList TestMainJob::twelveFiles() const
{
    QStringList addresses;
    for (int i = 1; i <= 12; ++i)
        addresses.append(url("/part" + std::to_string(i)));
    addresses[2] = url("/gone/part3");
    return addresses;
}

void TestMainJob::selectFirstRow()
{
    JobTableView &table = m_window->table();
    QTRY_VERIFY(table.model()->rowCount() > 0);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
}

QPushButton *TestMainJob::remedy(const QString &label) const
{
    for (const RemedyCard *card : m_window->findChildren<RemedyCard *>()) {
        // As a person does, who looks before clicking.
        if (card->isVisible() && card->trustsClicks() && card->button()->text() == label)
            return card->button();
    }
    return nullptr;
}

bool TestMainJob::shows(const QString &text) const
{
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void TestMainJob::aLargeFileAddedByKeyboardArrivesWhole()
{
    addInTheDialog({url("/large.bin")});

    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Acknowledged), kLongWait);
    QCOMPARE(m_downloads->names(), std::vector<std::string> {"large.bin"});
    QCOMPARE(sha256(m_downloads->path("large.bin")), sha256(m_served.path("large.bin")));
}

void TestMainJob::theMissingFileIsNamedAndMendedInThePane()
{
    addInTheDialog(twelveFiles());
    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Error), kLongWait);
    selectFirstRow();
    QTRY_VERIFY(remedy(u"Change address…"_qs));
    QVERIFY(shows(u"File not found on the server"_qs));
    QVERIFY(shows(u"answered 404 for part3"_qs));
    QVERIFY(shows(u"0x80190194"_qs));

    QTest::mouseClick(remedy(u"Change address…"_qs), Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<ChangeAddressDialog *>());
    auto *dialog = m_window->findChild<ChangeAddressDialog *>();
    auto *address = dialog->findChild<QLineEdit *>();
    address->selectAll();
    QTest::keyClicks(address, url("/part3"));
    QTest::keyClick(address, Qt::Key_Return);

    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Acknowledged), kLongWait);
    QCOMPARE(m_downloads->names().size(), std::size_t {12});
    for (int i = 1; i <= 12; ++i)
        QCOMPARE(m_downloads->read("part" + std::to_string(i)), m_served.read("part" + std::to_string(i)));
    QTRY_VERIFY(shows(u"No problem now"_qs));
}

void TestMainJob::completeEndsTheCopyWithExactlyTheFinishedFiles()
{
    addInTheDialog(twelveFiles());
    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Error), kLongWait);
    selectFirstRow();
    QTRY_VERIFY(remedy(u"Complete"_qs));
    const auto finished = m_feed->table().at(0).status.filesTransferred;
    QCOMPARE(finished, 2U);

    QTest::mouseClick(remedy(u"Complete"_qs), Qt::LeftButton);

    // A verb that deletes data waits for its grace time, in which Ctrl+Z takes it back.
    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Acknowledged), kLongWait);
    QCOMPARE(m_downloads->names().size(), std::size_t {finished});
    for (const std::string &name : m_downloads->names())
        QCOMPARE(m_downloads->read(name), m_served.read(name));
}

void TestMainJob::aResetServerIsOutlivedWithoutTheUser()
{
    FaultServer server;
    Reply whole;
    whole.body = patternedBytes(600'000);
    Reply broken = whole;
    broken.ending = Reply::Ending::Reset;
    broken.stopAfter = 200'000;
    server.script("/flaky", {broken, broken, whole});

    addInTheDialog({QString::fromStdString(server.address("/flaky"))});

    QTRY_VERIFY_WITH_TIMEOUT(isIn(JobState::Acknowledged), kLongWait);
    QCOMPARE(m_downloads->read("flaky"), whole.body);
    QCOMPARE(m_feed->table().at(0).status.errorCount, 2U);
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
