// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

#include "dialogs/addressrewrite.h"
#include "dialogs/changeaddressdialog.h"
#include "support/answeringservice.h"

using namespace haulwatch;
using namespace haulwatch::test;

class TestChangeAddressDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPrefixEndsBeforeTheFirstEqualSegment_data();
    void aPrefixEndsBeforeTheFirstEqualSegment();
    void onlyUnfinishedFilesChangeAlong();

    void itIsAboutTheFileThatFailed();
    void aNewAddressIsChangedThenTheJobResumed();
    void theSameAddressChangesNothing();
    void aBadAddressIsToldAtOnce();
    void othersWithTheSamePrefixCanChangeAlong();
    void aRefusalOfTheChangeIsShown();
    void aRefusalToResumeIsShown();

private:
    [[nodiscard]] QLineEdit *address() const { return m_dialog->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *change() const;
    [[nodiscard]] bool shows(const QString &text) const;
    void answerVerbs(std::optional<CallError> refusal);

    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<ChangeAddressDialog> m_dialog;
};

void TestChangeAddressDialog::init()
{
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_service->publish(climateJob({}), {});
    m_feed->pump();
    m_dialog = std::make_unique<ChangeAddressDialog>(*m_feed, JobTable::Index {0}, MendScope::ThisJob);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_feed->pump();
}

void TestChangeAddressDialog::cleanup()
{
    m_dialog.reset();
    m_feed.reset();
    m_service.reset();
}

QPushButton *TestChangeAddressDialog::change() const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>())
        if (button->property("primary").toBool())
            return button;
    return nullptr;
}

bool TestChangeAddressDialog::shows(const QString &text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

void TestChangeAddressDialog::answerVerbs(std::optional<CallError> refusal)
{
    m_service->decide = [refusal](const Request &request) -> std::optional<Result<Answer>> {
        if (std::holds_alternative<EditJobs>(request))
            return Answer(climateJob({}).record());
        const auto *verb = std::get_if<ApplyVerb>(&request);
        if (!verb)
            return std::nullopt;
        const JobId id = std::get<std::vector<JobId>>(verb->jobs).front();
        VerbReport report;
        if (refusal)
            report.refused.emplace_back(id, *refusal);
        else
            report.done.push_back(id);
        return Answer(report);
    };
}

void TestChangeAddressDialog::aPrefixEndsBeforeTheFirstEqualSegment_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("prefixes");

    QTest::newRow("host") << u"https://a.example/x/1.nc"_qs << u"https://b.example/x/1.nc"_qs
                          << u"https://a.example/ https://b.example/"_qs;
    QTest::newRow("folder") << u"https://a.example/2024/1.nc"_qs << u"https://a.example/old/2024-a/1.nc"_qs
                            << u"https://a.example/2024/ https://a.example/old/2024-a/"_qs;
    QTest::newRow("scheme") << u"http://a.example/1.nc"_qs << u"https://a.example/1.nc"_qs << u"http:/ https:/"_qs;
    QTest::newRow("file name") << u"https://a.example/1.nc"_qs << u"https://a.example/2.nc"_qs << QString();
    QTest::newRow("nothing") << u"https://a.example/1.nc"_qs << u"https://a.example/1.nc"_qs << QString();
    QTest::newRow("query") << u"https://a.example/1.nc"_qs << u"https://a.example/1.nc?new"_qs << QString();
}

void TestChangeAddressDialog::aPrefixEndsBeforeTheFirstEqualSegment()
{
    QFETCH(QString, before);
    QFETCH(QString, after);

    const auto change = prefixChange(before.toStdString(), after.toStdString());

    QTEST(change ? QString::fromStdString(change->before + ' ' + change->after) : QString(), "prefixes");
}

void TestChangeAddressDialog::onlyUnfinishedFilesChangeAlong()
{
    const SampleJob job = climateJob({});

    const auto others =
        othersWithPrefix(*job.record().spec, job.files().files, 2, {"https://cdn.example.org/", "https://b.example/"});

    QCOMPARE(others.size(), std::size_t(9)); // twelve, less two that are here and the one itself
    QCOMPARE(others[0].first, 3U);
    QCOMPARE(others[0].second, std::string("https://b.example/era5/2024/era5-2024-04.nc"));
}

void TestChangeAddressDialog::itIsAboutTheFileThatFailed()
{
    QVERIFY(shows(u"era5-2024-03.nc"_qs));
    QCOMPARE(address()->text(), u"https://cdn.example.org/era5/2024/era5-2024-03.nc"_qs);
    QVERIFY(address()->hasFocus());
    QVERIFY(address()->hasSelectedText());
}

void TestChangeAddressDialog::aNewAddressIsChangedThenTheJobResumed()
{
    answerVerbs(std::nullopt);

    QTest::keyClicks(address(), u"https://b.example/era5-2024-03.nc"_qs);
    QTest::keyClick(address(), Qt::Key_Return);
    m_feed->pump();
    m_feed->pump();

    const auto changes = m_service->requestsOf<EditJobs>();
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].change.addresses.size(), std::size_t(1));
    QCOMPARE(changes[0].change.addresses[0].first, 2U);
    QCOMPARE(changes[0].change.addresses[0].second, std::string("https://b.example/era5-2024-03.nc"));
    const auto verbs = m_service->requestsOf<ApplyVerb>();
    QCOMPARE(verbs.size(), std::size_t(1));
    QCOMPARE(verbs[0].verb, Verb::Resume);
    QVERIFY(!m_dialog->isVisible());
}

void TestChangeAddressDialog::theSameAddressChangesNothing()
{
    QVERIFY(!change()->isEnabled());

    QTest::keyClick(address(), Qt::Key_Return);

    QVERIFY(m_service->requestsOf<EditJobs>().empty());
    QVERIFY(m_dialog->isVisible());
}

void TestChangeAddressDialog::aBadAddressIsToldAtOnce()
{
    QTest::keyClicks(address(), u"gopher://b.example/x"_qs);

    QVERIFY(!change()->isEnabled());
    QVERIFY(shows(u"“gopher” addresses cannot be fetched."_qs));
}

void TestChangeAddressDialog::othersWithTheSamePrefixCanChangeAlong()
{
    answerVerbs(std::nullopt);
    auto *along = m_dialog->findChild<QCheckBox *>(u"alsoFiles"_qs);
    QVERIFY(!along->isVisible());
    address()->setText(u"https://b.example/era5/2024/era5-2024-03.nc"_qs);
    QVERIFY(along->isVisible());
    QCOMPARE(along->text(), u"Also for 9 other &files that start with https://cdn.example.org/"_qs);

    along->click();
    change()->click();

    const auto changes = m_service->requestsOf<EditJobs>();
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].change.addresses.size(), std::size_t(10));
}

void TestChangeAddressDialog::aRefusalOfTheChangeIsShown()
{
    m_service->decide = [](const Request &) -> std::optional<Result<Answer>> {
        return refuse(Refusal::StoreFailed, "disk full");
    };
    address()->setText(u"https://b.example/x.nc"_qs);

    change()->click();
    m_feed->pump();

    QVERIFY(m_dialog->isVisible());
    QVERIFY(shows(u"This could not be saved"_qs));
    QCOMPARE(address()->text(), u"https://b.example/x.nc"_qs);
    QVERIFY(change()->isEnabled());
    QVERIFY(m_service->requestsOf<ApplyVerb>().empty());
}

void TestChangeAddressDialog::aRefusalToResumeIsShown()
{
    answerVerbs(CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"});
    address()->setText(u"https://b.example/x.nc"_qs);

    change()->click();
    m_feed->pump();
    m_feed->pump();

    QVERIFY(m_dialog->isVisible());
    QVERIFY(shows(u"This is changed, but not resumed."_qs));
    QVERIFY(shows(u"“Cancelled”"_qs));
}

QTEST_MAIN(TestChangeAddressDialog)
#include "tst_changeaddressdialog.moc"
