// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <memory>

#include "dialogs/addjobdialog.h"
#include "support/answeringservice.h"

using namespace haulwatch;
using namespace haulwatch::test;

class TestAddJobDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutAnAddressNothingCanBeAdded();
    void typedAddressesBecomeOneJob();
    void oneJobForEachAddressIfAsked();
    void optionsGoIntoTheDraft();
    void aChecksumIsForASingleAddressOnly();
    void aBadChecksumIsToldAtOnce();
    void aBadAddressIsToldAtOnceWithItsLine();
    void aRelativeFolderIsToldAtOnce();
    void aTildeMeansHome();
    void theDialogStaysUntilTheEngineAnswered();
    void aRefusalIsShownAndNothingTypedIsLost();
    void onlyRefusedAddressesStay();
    void linksPastedFromABrowserBecomeLines();
    void controlReturnSends();
    void aSecretInAnAddressIsNotShownInAMessage();

private:
    [[nodiscard]] QPlainTextEdit *addresses() const { return m_dialog->findChild<QPlainTextEdit *>(); }
    [[nodiscard]] QLineEdit *field(const QString &text) const;
    [[nodiscard]] QPushButton *addButton() const;
    [[nodiscard]] QCheckBox *box(const QString &words) const;
    [[nodiscard]] bool shows(const QString &text) const;
    void acceptEverything();

    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<AddJobDialog> m_dialog;
};

void TestAddJobDialog::init()
{
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_dialog = std::make_unique<AddJobDialog>(*m_feed, u"/downloads"_qs);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestAddJobDialog::cleanup()
{
    m_dialog.reset();
    m_feed.reset();
    m_service.reset();
}

QLineEdit *TestAddJobDialog::field(const QString &text) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>())
        if (edit->text() == text || edit->placeholderText() == text)
            return edit;
    return nullptr;
}

QPushButton *TestAddJobDialog::addButton() const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>())
        if (button->property("primary").toBool())
            return button;
    return nullptr;
}

QCheckBox *TestAddJobDialog::box(const QString &words) const
{
    for (QCheckBox *check : m_dialog->findChildren<QCheckBox *>())
        if (QString(check->text()).remove(u'&').contains(words))
            return check;
    return nullptr;
}

bool TestAddJobDialog::shows(const QString &text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

void TestAddJobDialog::acceptEverything()
{
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (!std::holds_alternative<AddJob>(request))
            return std::nullopt;
        return Answer(runningJob({}).record());
    };
}

void TestAddJobDialog::withoutAnAddressNothingCanBeAdded()
{
    QVERIFY(!addButton()->isEnabled());
    QVERIFY(addresses()->hasFocus());

    QTest::keyClick(addresses(), Qt::Key_Return, Qt::ControlModifier);

    QVERIFY(m_service->requests.empty());
    QVERIFY(m_dialog->isVisible());
}

void TestAddJobDialog::typedAddressesBecomeOneJob()
{
    QTest::keyClicks(addresses(), u"https://a.example/x/one.iso"_qs);
    QTest::keyClick(addresses(), Qt::Key_Return);
    QTest::keyClicks(addresses(), u"https://a.example/x/two.iso"_qs);
    QVERIFY(shows(u"2 files in one job"_qs));
    QVERIFY(field(u"one.iso"_qs)); // the name it will have if none is given

    QTest::mouseClick(addButton(), Qt::LeftButton);

    const auto added = m_service->requestsOf<AddJob>();
    QCOMPARE(added.size(), std::size_t(1));
    QCOMPARE(added[0].draft.files.size(), std::size_t(2));
    QCOMPARE(added[0].draft.files[1].remote, std::string("https://a.example/x/two.iso"));
    QCOMPARE(added[0].draft.folder, std::string("/downloads"));
    QVERIFY(added[0].draft.name.empty());
    QVERIFY(!added[0].draft.suspended && !added[0].draft.options.manualComplete);
}

void TestAddJobDialog::oneJobForEachAddressIfAsked()
{
    acceptEverything();
    QSignalSpy jobs(m_dialog.get(), &AddJobDialog::jobAdded);
    QVERIFY(!box(u"One job for each"_qs)->isEnabled());
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"https://a.example/2"_qs});

    QTest::mouseClick(box(u"One job for each"_qs), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(addButton(), Qt::LeftButton);
    m_feed->pump();

    QCOMPARE(m_service->requestsOf<AddJob>().size(), std::size_t(2));
    QCOMPARE(jobs.size(), 2);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void TestAddJobDialog::optionsGoIntoTheDraft()
{
    m_dialog->setAddresses({u"https://a.example/1.iso"_qs});
    QVERIFY(!box(u"suspended"_qs)->isVisible());
    m_dialog->findChild<QToolButton *>()->click();
    QVERIFY(box(u"suspended"_qs)->isVisible());
    box(u"suspended"_qs)->click();
    box(u"complete it when"_qs)->click();
    box(u"name is taken"_qs)->click();
    m_dialog->findChild<QSpinBox *>()->setValue(1);
    m_dialog->findChild<QSpinBox *>(u"maxRetries"_qs)->setValue(3);
    field(u"sha256:…"_qs)->setText(u"md5:d41d8cd98f00b204e9800998ecf8427e"_qs);

    QTest::mouseClick(addButton(), Qt::LeftButton);

    const JobDraft draft = m_service->requestsOf<AddJob>().at(0).draft;
    QVERIFY(draft.suspended && draft.options.manualComplete && draft.renameExisting);
    QCOMPARE(draft.options.parallelFiles, 1U);
    QCOMPARE(draft.options.retry.maxRetries, std::optional<std::uint32_t>(3));
    QVERIFY(!draft.options.retry.fixedDelay);
    QVERIFY(draft.files[0].checksum && draft.files[0].checksum->algorithm == ChecksumAlgorithm::Md5);
    QCOMPARE(draft.priority, Priority::Normal);
}

void TestAddJobDialog::aChecksumIsForASingleAddressOnly()
{
    m_dialog->setAddresses({u"https://a.example/1.iso"_qs});
    field(u"sha256:…"_qs)->setText(u"md5:d41d8cd98f00b204e9800998ecf8427e"_qs);
    m_dialog->setAddresses({u"https://a.example/1.iso"_qs, u"https://a.example/2.iso"_qs});
    QVERIFY(!field(u"md5:d41d8cd98f00b204e9800998ecf8427e"_qs)->isEnabled());

    QTest::mouseClick(addButton(), Qt::LeftButton);

    const JobDraft draft = m_service->requestsOf<AddJob>().at(0).draft;
    QCOMPARE(draft.files.size(), std::size_t(2));
    for (const JobDraft::File &file : draft.files)
        QVERIFY(!file.checksum);
}

void TestAddJobDialog::aBadChecksumIsToldAtOnce()
{
    m_dialog->setAddresses({u"https://a.example/1.iso"_qs});

    field(u"sha256:…"_qs)->setText(u"sha256:xyz"_qs);

    QVERIFY(!addButton()->isEnabled());
    QVERIFY(shows(u"“sha256:xyz” is not a checksum"_qs));
}

void TestAddJobDialog::aBadAddressIsToldAtOnceWithItsLine()
{
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"gopher://a.example/2"_qs});

    QVERIFY(!addButton()->isEnabled());
    QVERIFY(shows(u"Line 2: “gopher” addresses cannot be fetched."_qs));

    m_dialog->setAddresses({u"https://a.example/1"_qs});
    QVERIFY(addButton()->isEnabled());
    QVERIFY(!shows(u"gopher"_qs));
}

void TestAddJobDialog::aRelativeFolderIsToldAtOnce()
{
    m_dialog->setAddresses({u"https://a.example/1"_qs});

    field(u"/downloads"_qs)->setText(u"downloads"_qs);

    QVERIFY(!addButton()->isEnabled());
    QVERIFY(shows(u"is not a full path"_qs));
}

void TestAddJobDialog::aTildeMeansHome()
{
    field(u"/downloads"_qs)->setText(u"~/big files"_qs);

    QCOMPARE(m_dialog->folder(), QDir::homePath() + u"/big files"_qs);
}

void TestAddJobDialog::theDialogStaysUntilTheEngineAnswered()
{
    m_dialog->setAddresses({u"https://a.example/1"_qs});

    QTest::mouseClick(addButton(), Qt::LeftButton);
    m_feed->pump();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!addButton()->isEnabled());
    QVERIFY(shows(u"Adding…"_qs));

    m_service->answer(m_service->requests.size(), Answer(runningJob({}).record()));
    m_feed->pump();
    QVERIFY(!m_dialog->isVisible());
}

void TestAddJobDialog::aRefusalIsShownAndNothingTypedIsLost()
{
    m_service->decide = [](const Request &) -> std::optional<Result<Answer>> {
        return refuse(Refusal::FolderNotWritable, "/downloads");
    };
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"https://a.example/2"_qs});

    QTest::mouseClick(addButton(), Qt::LeftButton);
    m_feed->pump();

    QVERIFY(m_dialog->isVisible());
    QVERIFY(shows(u"Nothing can be written to “/downloads”."_qs));
    QCOMPARE(addresses()->toPlainText(), u"https://a.example/1\nhttps://a.example/2"_qs);
    QVERIFY(addresses()->isEnabled() && addButton()->isEnabled());
}

void TestAddJobDialog::onlyRefusedAddressesStay()
{
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (std::get<AddJob>(request).draft.files[0].remote == "https://a.example/2")
            return refuse(Refusal::TargetExists, "/downloads/2");
        return Answer(runningJob({}).record());
    };
    m_dialog->setAddresses({u"https://a.example/1"_qs, u"https://a.example/2"_qs, u"https://a.example/3"_qs});
    box(u"One job for each"_qs)->click();

    QTest::mouseClick(addButton(), Qt::LeftButton);
    m_feed->pump();

    QVERIFY(m_dialog->isVisible());
    QCOMPARE(addresses()->toPlainText(), u"https://a.example/2"_qs);
    QVERIFY(shows(u"“/downloads/2” exists already"_qs));
}

void TestAddJobDialog::linksPastedFromABrowserBecomeLines()
{
    auto *links = new QMimeData;
    links->setUrls({QUrl(u"https://a.example/one%20file.iso"_qs), QUrl(u"https://a.example/2"_qs)});
    links->setHtml(u"<a href='https://a.example/2'>two</a>"_qs);
    QGuiApplication::clipboard()->setMimeData(links);

    addresses()->paste();

    QCOMPARE(addresses()->toPlainText(), u"https://a.example/one%20file.iso\nhttps://a.example/2\n"_qs);
}

void TestAddJobDialog::controlReturnSends()
{
    acceptEverything();
    m_dialog->setAddresses({u"https://a.example/1"_qs});

    QTest::keyClick(addresses(), Qt::Key_Return, Qt::ControlModifier);
    m_feed->pump();

    QCOMPARE(m_service->requestsOf<AddJob>().size(), std::size_t(1));
    QVERIFY(!m_dialog->isVisible());
}

void TestAddJobDialog::aSecretInAnAddressIsNotShownInAMessage()
{
    m_dialog->setAddresses({u"https://ann:SECRET@a.example/"_qs});

    QVERIFY(shows(u"names no file"_qs));
    QVERIFY(!shows(u"SECRET"_qs));
}

QTEST_MAIN(TestAddJobDialog)
#include "tst_addjobdialog.moc"
