// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "support/servicecaller.h"
#include "window/demoengine.h"

using namespace haulwatch;
using test::ServiceCaller;

namespace {

constexpr double kSpeed = 2'000;

} // namespace

class TestDemoScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobsAreAsWritten();
    void filesFailAsWritten();
    void aChangedAddressWorks();
    void whatIsNotUnderstoodIsNamed_data();
    void whatIsNotUnderstoodIsNamed();
};

void TestDemoScenario::jobsAreAsWritten()
{
    const auto scenario = parseScenario(R"({"jobs": [
        // comments are fine
        {"name": "one", "folder": "/data/x", "priority": "high", "suspended": true, "manualComplete": true,
         "files": [{"url": "https://a.example/f.iso"}, {"url": "ftp://b.example:21/g.bin", "size": 5}]},
        {"name": "two", "files": [{"url": "http://c.example/h"}]}]})",
                                        systemNow());

    QVERIFY2(scenario.has_value(), scenario ? "" : qPrintable(scenario.error()));
    QCOMPARE(scenario->jobs.size(), std::size_t {2});
    const StoredJob &one = scenario->jobs[0];
    QCOMPARE(one.status.state, JobState::Suspended);
    QCOMPARE(one.status.priority, Priority::High);
    QCOMPARE(one.spec->folder, std::string("/data/x"));
    QVERIFY(one.spec->options->manualComplete);
    QCOMPARE(one.spec->files[1].local, std::string("g.bin"));
    QCOMPARE(one.files.size(), std::size_t {2});
    QCOMPARE(scenario->jobs[1].status.state, JobState::Queued);
    QVERIFY(scenario->jobs[0].spec->id < scenario->jobs[1].spec->id);
    QCOMPARE(scenario->simulation(one.spec->files[1], {}).size, Bytes {5});
}

void TestDemoScenario::filesFailAsWritten()
{
    auto scenario = parseScenario(R"({"jobs": [{"name": "a", "files": [{"url": "https://a.example/f", "size": 1000,
        "rate": 1000, "fails": {"code": "404", "detail": "gone", "after": 0.4, "attempts": 1}}]}]})",
                                  systemNow());
    QVERIFY(scenario.has_value());
    const JobId id = scenario->jobs[0].spec->id;
    const auto engine = makeDemoEngine(*std::move(scenario), kSpeed);
    ServiceCaller caller(engine->attach(LocalEngine::ChangeFeed::On));

    QVERIFY(caller.waitFor(id, JobState::Error));

    const JobRecord failed = caller.job(id);
    QCOMPARE(failed.error->code, fromHttpStatus(404));
    QCOMPARE(failed.error->host, std::string("a.example"));
    QCOMPARE(failed.error->detail, std::string("gone"));
    QCOMPARE(failed.status.bytesTransferred, Bytes {400});
    QCOMPARE(caller.apply(Verb::Resume, id).done.size(), std::size_t {1});
    QVERIFY(caller.waitFor(id, JobState::Acknowledged));
}

void TestDemoScenario::aChangedAddressWorks()
{
    auto scenario = parseScenario(
        R"({"jobs": [{"name": "a", "files": [{"url": "https://a.example/f", "fails": {"code": "HTTP 401"}}]}]})",
        systemNow());
    QVERIFY(scenario.has_value());
    const JobId id = scenario->jobs[0].spec->id;
    const auto engine = makeDemoEngine(*std::move(scenario), kSpeed);
    ServiceCaller caller(engine->attach(LocalEngine::ChangeFeed::On));
    QVERIFY(caller.waitFor(id, JobState::Error));

    JobEdit change;
    change.addresses = {{0, "https://b.example/f"}};
    QVERIFY(!firstRefusal(caller.call(EditJobs {{id}, change})));
    QCOMPARE(caller.apply(Verb::Resume, id).done.size(), std::size_t {1});

    QVERIFY(caller.waitFor(id, JobState::Acknowledged));
}

void TestDemoScenario::whatIsNotUnderstoodIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");

    const auto job = [](const char *rest) -> QByteArray {
        return QByteArray(R"({"jobs": [{"name": "mine", )") + rest + "}]}";
    };
    QTest::newRow("no JSON") << QByteArray("{\"jobs\": [") << u"JSON"_qs;
    QTest::newRow("no jobs") << QByteArray("{\"jobs\": []}") << u"jobs"_qs;
    QTest::newRow("another key") << QByteArray("{\"job\": []}") << u"“job”"_qs;
    QTest::newRow("no object") << QByteArray("{\"jobs\": [3]}") << u"3"_qs;
    QTest::newRow("no files") << job("\"folder\": \"/x\"") << u"“mine”: “files”"_qs;
    QTest::newRow("a folder that is a number") << job("\"folder\": 1") << u"“folder”"_qs;
    QTest::newRow("no address") << job(R"("files": [{"url": "f.iso"}])") << u"“url”"_qs;
    QTest::newRow("no file name") << job(R"("files": [{"url": "http://h/"}])") << u"“url”"_qs;
    QTest::newRow("a size below nothing") << job(R"("files": [{"url": "http://h/f", "size": -1}])") << u"“size”"_qs;
    QTest::newRow("an unknown priority") << job(R"("priority": "urgent")") << u"foreground"_qs;
    QTest::newRow("an unknown code") << job(R"("files": [{"url": "http://h/f", "fails": {"code": "7"}}])")
                                     << u"curl 28"_qs;
    QTest::newRow("more than all") << job(R"("files": [{"url": "http://h/f", "fails": {"code": "404", "after": 2}}])")
                                   << u"“after”"_qs;
}

void TestDemoScenario::whatIsNotUnderstoodIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);

    const auto scenario = parseScenario(json.toStdString(), systemNow());

    QVERIFY(!scenario);
    QVERIFY2(scenario.error().contains(named), qPrintable(scenario.error()));
}

QTEST_GUILESS_MAIN(TestDemoScenario)
#include "tst_demoscenario.moc"
