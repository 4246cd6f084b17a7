// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <memory>

#include "dialogs/addjobdialog.h"
#include "engine/localengine.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"
#include "support/sandbox.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// Names that are taken, lists from a file and the options of the connection, in the dialog that adds; over the real
/// engine, which gets suspended jobs only.
class TestAddCollisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aNameInTheFolderIsToldAndCanBeNumbered();
    void twoAddressesOfOneNameCanBeNumbered();
    void eachItsOwnJobCanBeNumberedToo();
    void aListIsLoadedFromAFile();
    void optionsInAListAreTheirAddressesOwn();
    void aRefusedAddressKeepsItsOptionsInTheList();
    void anOptionThatIsNotKnownIsTold();
    void aListThatCannotBeReadIsTold();
    void theSignInGoesWithTheSecretsAndTheHeadersToTheOptions();
    void aRefusedJobDoesNotPutTheSignInIntoTheList();
    void aSecretParameterGoesWithTheSecrets();
    void aPasswordWithoutAUserIsToldAtOnce();

private:
    void type(const QString &addresses);
    void writeFile(const std::string &name, const QByteArray &text = "x");
    void add();
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] QCheckBox *box(const QString &words) const;
    [[nodiscard]] QPushButton *addButton() const;
    [[nodiscard]] QLineEdit *line(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    [[nodiscard]] const JobSpec &spec(JobTable::Index job = 0) const { return *m_feed->table().at(job).spec; }

    std::unique_ptr<Sandbox> m_folder;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<JobService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<AddJobDialog> m_dialog;
};

void TestAddCollisions::init()
{
    m_folder = std::make_unique<Sandbox>();
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = makeMemoryJournal();
    parts.clock = systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(LocalEngine::ChangeFeed::On);
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_dialog = std::make_unique<AddJobDialog>(*m_feed, QString::fromStdString(m_folder->path()));
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    box(u"Add suspended"_qs)->setChecked(true);
}

void TestAddCollisions::cleanup()
{
    m_dialog.reset();
    m_feed.reset();
    m_service.reset();
    m_engine.reset();
    m_folder.reset();
}

void TestAddCollisions::type(const QString &addresses)
{
    m_dialog->setAddresses(addresses.split(u' '));
}

void TestAddCollisions::writeFile(const std::string &name, const QByteArray &text)
{
    QFile file(QString::fromStdString(m_folder->path(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestAddCollisions::add()
{
    QTest::mouseClick(addButton(), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
}

bool TestAddCollisions::shows(const QString &text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

QCheckBox *TestAddCollisions::box(const QString &words) const
{
    for (QCheckBox *check : m_dialog->findChildren<QCheckBox *>())
        if (QString(check->text()).remove(u'&').contains(words))
            return check;
    return nullptr;
}

QPushButton *TestAddCollisions::addButton() const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>())
        if (button->property("primary").toBool())
            return button;
    return nullptr;
}

void TestAddCollisions::aNameInTheFolderIsToldAndCanBeNumbered()
{
    writeFile("a.iso");

    type(u"https://a.example/a.iso"_qs);
    QVERIFY(shows(u"“a.iso” is in the folder already. Choose another folder, or let it be renamed."_qs));
    QVERIFY(!addButton()->isEnabled());
    QTest::mouseClick(box(u"Rename a file"_qs), Qt::LeftButton, {}, QPoint(10, box(u"Rename a file"_qs)->height() / 2));
    QVERIFY(shows(u"“a.iso” is in the folder already: given a number."_qs));
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {0}));
    QCOMPARE(spec().files[0].local, std::string("a (2).iso"));
}

void TestAddCollisions::twoAddressesOfOneNameCanBeNumbered()
{
    writeFile("a (2).iso");

    type(u"https://a.example/a.iso https://b.example/a.iso https://c.example/b.iso"_qs);
    QVERIFY(shows(u"Two addresses end in “a.iso”."_qs));
    QVERIFY(!addButton()->isEnabled());
    box(u"Rename a file"_qs)->setChecked(true);
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {0}));
    QCOMPARE(spec().files[0].local, std::string("a.iso"));
    QCOMPARE(spec().files[1].local, std::string("a (3).iso"));
    QCOMPARE(spec().files[2].local, std::string("b.iso"));
}

void TestAddCollisions::eachItsOwnJobCanBeNumberedToo()
{
    type(u"https://a.example/a.iso https://b.example/a.iso"_qs);
    box(u"One job for each"_qs)->setChecked(true);
    QVERIFY(!addButton()->isEnabled());
    box(u"Rename a file"_qs)->setChecked(true);
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {1}));
    QCOMPARE(spec(0).files[0].local, std::string("a.iso"));
    QCOMPARE(spec(1).files[0].local, std::string("a (2).iso"));
}

void TestAddCollisions::aListIsLoadedFromAFile()
{
    writeFile("list.txt", "# images\nhttps://a.example/1.iso\r\n\nhttps://a.example/2.iso\n");

    m_dialog->loadList(QString::fromStdString(m_folder->path("list.txt")));

    QVERIFY(shows(u"2 files in one job"_qs));
    QVERIFY(addButton()->isEnabled());
}

void TestAddCollisions::optionsInAListAreTheirAddressesOwn()
{
    writeFile("list.txt",
              "https://a.example/1.iso\n  out=one.iso\nhttps://a.example/2.iso\nhttps://b.example/3.iso\n"
              "  dir=more\n  header=Accept-Language: fr\n");

    m_dialog->loadList(QString::fromStdString(m_folder->path("list.txt")));
    QVERIFY(shows(u"3 files in 2 jobs"_qs));
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {1}));
    QCOMPARE(spec(0).files.size(), std::size_t {2});
    QCOMPARE(spec(0).files[0].local, std::string("one.iso"));
    QCOMPARE(spec(0).files[1].local, std::string("2.iso"));
    QVERIFY(spec(0).options->headers.empty());
    QCOMPARE(spec(1).folder, m_folder->path("more"));
    QCOMPARE(spec(1).options->headers, std::vector<std::string> {"Accept-Language: fr"});
}

void TestAddCollisions::aRefusedAddressKeepsItsOptionsInTheList()
{
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"https://a.example/2"_qs, u"  dir=there"_qs, u"  out=two"_qs});
    QDir(QString::fromStdString(m_folder->path())).mkdir(u"there"_qs);
    writeFile("there/two"); // after the dialog has looked
    QTest::mouseClick(addButton(), Qt::LeftButton);

    auto *list = m_dialog->findChild<QPlainTextEdit *>();
    QTRY_COMPARE(list->toPlainText(), u"https://a.example/2\n  dir=there\n  out=two"_qs);

    QVERIFY(m_dialog->isVisible());
}

void TestAddCollisions::anOptionThatIsNotKnownIsTold()
{
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"  split=5"_qs});

    QVERIFY(shows(u"Line 2: the option “split” is not known here and is ignored."_qs));
    QVERIFY(addButton()->isEnabled());
}

void TestAddCollisions::aListThatCannotBeReadIsTold()
{
    m_dialog->loadList(QString::fromStdString(m_folder->path("away.txt")));

    QVERIFY(shows(u"away.txt” could not be read"_qs));
}

void TestAddCollisions::theSignInGoesWithTheSecretsAndTheHeadersToTheOptions()
{
    type(u"https://a.example/a.iso"_qs);
    QTest::mouseClick(m_dialog->findChild<QToolButton *>(), Qt::LeftButton);
    QTest::keyClicks(line(u"user"_qs), u"ann"_qs);
    QTest::keyClicks(line(u"password"_qs), u"p@ss:word"_qs);
    QTest::keyClicks(m_dialog->findChild<QPlainTextEdit *>(u"headers"_qs), u"Accept-Language: fr"_qs);
    QTest::keyClicks(line(u"proxy"_qs), u"proxy.example:3128"_qs);
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {0}));
    QCOMPARE(spec().secrets->userInfo, std::string("ann:p%40ss%3Aword"));
    QCOMPARE(spec().files[0].remote, std::string("https://a.example/a.iso"));
    QCOMPARE(spec().options->headers, std::vector<std::string> {"Accept-Language: fr"});
    QVERIFY(spec().options->proxy.find("proxy.example:3128") != std::string::npos);
}

void TestAddCollisions::aRefusedJobDoesNotPutTheSignInIntoTheList()
{
    type(u"https://a.example/a.iso https://a.example/b.iso"_qs);
    box(u"One job for each"_qs)->setChecked(true);
    line(u"user"_qs)->setText(u"ann"_qs);
    line(u"password"_qs)->setText(u"SECRET"_qs);
    writeFile("b.iso"); // after the dialog has looked
    QTest::mouseClick(addButton(), Qt::LeftButton);

    auto *list = m_dialog->findChild<QPlainTextEdit *>();
    QTRY_COMPARE(list->toPlainText(), u"https://a.example/b.iso"_qs);

    QVERIFY(m_dialog->isVisible());
    QVERIFY(!shows(u"SECRET"_qs));
}

void TestAddCollisions::aSecretParameterGoesWithTheSecrets()
{
    type(u"https://a.example/a.iso?token=SECRET https://a.example/b.iso"_qs);
    box(u"One job for each"_qs)->setChecked(true);
    line(u"secretParameters"_qs)->setText(u"tokn"_qs);
    QVERIFY(shows(u"No address has a parameter “tokn”."_qs));
    QVERIFY(!addButton()->isEnabled());

    line(u"secretParameters"_qs)->setText(u"token"_qs);
    add();

    QTRY_VERIFY(m_feed->table().contains(JobTable::Index {1}));
    QCOMPARE(spec(0).files[0].remote, std::string("https://a.example/a.iso?token=(secret-1)"));
    QCOMPARE(spec(0).secrets->queryValues[0].value, std::string("SECRET"));
    QVERIFY(spec(1).secrets == nullptr);
}

void TestAddCollisions::aPasswordWithoutAUserIsToldAtOnce()
{
    type(u"https://a.example/a.iso"_qs);

    QTest::keyClicks(line(u"password"_qs), u"x"_qs);

    QVERIFY(shows(u"A password needs the user name it is for."_qs));
    QVERIFY(!addButton()->isEnabled());
}

QTEST_MAIN(TestAddCollisions)
#include "tst_addcollisions.moc"
