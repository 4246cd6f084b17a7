// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "commands/arrival.h"
#include "commands/jobjson.h"
#include "commands/jobtext.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace std::chrono_literals;
using test::JobBuilder;

namespace {

QStringList keysOf(const jobjson::Json &object)
{
    QStringList keys;
    for (const auto &[key, value] : object.items())
        keys.push_back(QString::fromStdString(key));
    return keys;
}

JobFiles threeFiles()
{
    const JobRecord job = JobBuilder().files(1, 3).build();
    auto spec = std::make_shared<JobSpec>(*job.spec);
    spec->files[2].checksum = parseChecksum("md5:d41d8cd98f00b204e9800998ecf8427e");
    JobFiles files {spec, {FileProgress {}, FileProgress {}, FileProgress {}}, JobState::Transferred};
    files.files[0] = {10, 10, FileState::Complete, false, {}};
    files.files[1] = {7, 7, FileState::Transferred, false, {}};
    return files;
}

} // namespace

class TestJobJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJobHasTheFieldsOfTheContractInItsOrder();
    void aShownJobHasAllItsOptions();
    void whatIsNotKnownIsNull();
    void anErrorHasTheFieldsOfTheContractInItsOrder();
    void anErrorWithoutFileOrProtocolSaysSo();
    void aProtocolIsItsScheme();
    void aFileTellsWhetherItIsHereAndWhetherItHasItsName();
    void historyNamesStateAndEvent();
    void aReportTellsEveryJob();
    void timesAreIsoInUtc();
    void textThatIsNotUtf8IsStillJson();
    void controlCharactersNeverReachATerminal();
    void aWaitEndsWhereTheUserMustActOrHasNothingToDo_data();
    void aWaitEndsWhereTheUserMustActOrHasNothingToDo();
};

void TestJobJson::aJobHasTheFieldsOfTheContractInItsOrder()
{
    const auto json = jobjson::job(JobBuilder()
                                       .named("driver-pack")
                                       .inState(JobState::TransientError)
                                       .bytes(3, 10)
                                       .files(0, 2)
                                       .nextRetry(WallTime {1'700'000'100s})
                                       .failedWith(fromHttpStatus(503))
                                       .build());

    QCOMPARE(keysOf(json),
             QStringLiteral("id name state priority engine bytesTransferred bytesTotal filesTransferred filesTotal "
                            "errorCount created modified transferred nextRetry waitsForServer error")
                 .split(u' '));
    QVERIFY(json["name"] == "driver-pack");
    QVERIFY(json["state"] == "TRANSIENT_ERROR");
    QVERIFY(json["priority"] == "NORMAL");
    QVERIFY(json["engine"] == "local");
    QVERIFY(json["bytesTransferred"] == 3);
    QVERIFY(json["bytesTotal"] == 10);
    QVERIFY(json["filesTotal"] == 2);
    QVERIFY(json["errorCount"] == 1);
    QVERIFY(json["nextRetry"] == "2023-11-14T22:15:00.000Z");
    QVERIFY(json["error"].is_object());
}

void TestJobJson::aShownJobHasAllItsOptions()
{
    JobOptions options;
    options.retry.maxRetries = 3;
    options.stallTimeout = 1500ms;
    options.headers = {"Accept: */*"};
    options.notifyCommand = {"/bin/true", "x"};

    const auto json = jobjson::jobWithOptions(JobBuilder().options(options).build());

    QVERIFY(json["options"]
            == jobjson::Json::parse(R"({"retryDelay": null, "noProgressTimeout": 1209600.0, "maxRetries": 3,
                                        "stallTimeout": 1.5, "connectTimeout": 30.0, "parallelFiles": 4,
                                        "manualComplete": false, "header": ["Accept: */*"], "proxy": null,
                                        "cacert": null, "firstByteTimeout": 60.0, "minRate": 0, "attemptTimeout": 0.0,
                                        "maxDownloadTime": 7776000.0, "notifyFlags": 3,
                                        "notifyCommand": ["/bin/true", "x"], "takeWebPages": false,
                                        "resumeByDate": false, "takePacked": false})"));
}

void TestJobJson::whatIsNotKnownIsNull()
{
    const auto json = jobjson::job(JobBuilder().bytes(5, kUnknownSize).build());

    QVERIFY(json["bytesTransferred"] == 5);
    for (const char *key : {"bytesTotal", "transferred", "nextRetry", "error"})
        QVERIFY2(json[key].is_null(), key);
}

void TestJobJson::anErrorHasTheFieldsOfTheContractInItsOrder()
{
    const auto json = jobjson::error(*JobBuilder().failedWith(fromHttpStatus(404), "hp.cab").build().error);

    QCOMPARE(
        keysOf(json),
        QStringLiteral("code name context transient title description remedy contextDescription protocol file time "
                       "attempt gaveUp first native detail host address tls headers")
            .split(u' '));
    QVERIFY(json["code"] == "0x80190194");
    QVERIFY(json["name"] == "BG_E_HTTP_ERROR_404");
    QVERIFY(json["context"] == "REMOTE_FILE");
    QVERIFY(json["transient"] == false);
    QCOMPARE(keysOf(json["file"]), QStringLiteral("index remote local").split(u' '));
    QVERIFY(json["file"]["remote"] == "https://cdn.example.org/hp.cab");
    QVERIFY(json["file"]["local"] == "/downloads/hp.cab");
    QVERIFY(json["time"] == "2023-11-14T22:13:21.000Z");
    QVERIFY(json["attempt"] == 1);
    for (const char *key : {"title", "description", "remedy", "contextDescription"})
        QVERIFY2(json[key].is_string() && !json[key].get<std::string>().empty(), key);
}

void TestJobJson::anErrorWithoutFileOrProtocolSaysSo()
{
    const auto json = jobjson::error(errorFrom(classifyErrno(ENOSPC)));

    QVERIFY(json["file"].is_null());
    QVERIFY(json["protocol"].is_null());
}

void TestJobJson::aProtocolIsItsScheme()
{
    JobError error = errorFrom(classify(fromHttpStatus(404)));
    error.protocol = "http/1.1";

    QVERIFY(jobjson::error(error)["protocol"] == "http");
}

void TestJobJson::aFileTellsWhetherItIsHereAndWhetherItHasItsName()
{
    const auto json = jobjson::files(threeFiles());

    QCOMPARE(json.size(), std::size_t {3});
    QCOMPARE(
        keysOf(json[0]),
        QStringLiteral("index remote local bytesTransferred bytesTotal transferred complete checksum").split(u' '));
    QVERIFY(json[0]["local"] == "/downloads/file0");
    QVERIFY(json[0]["transferred"] == true && json[0]["complete"] == true);
    QVERIFY(json[1]["transferred"] == true && json[1]["complete"] == false);
    QVERIFY(json[2]["transferred"] == false && json[2]["complete"] == false);
    QVERIFY(json[1]["bytesTotal"] == 7 && json[2]["bytesTotal"].is_null());
    QVERIFY(json[0]["checksum"].is_null());
    QVERIFY(json[2]["checksum"] == "md5:d41d8cd98f00b204e9800998ecf8427e");
}

void TestJobJson::historyNamesStateAndEvent()
{
    const JobError error = errorFrom(classify(fromHttpStatus(404)));
    const auto json =
        jobjson::history({{WallTime {1'700'000'000'250ms}, JobState::Queued, HistoryEvent::Added, {}, 0, {}},
                          {{}, JobState::Error, HistoryEvent::AttemptFailed, 0, 0, error}});

    QCOMPARE(keysOf(json[0]), QStringLiteral("time state event error").split(u' '));
    QVERIFY(json[0]["time"] == "2023-11-14T22:13:20.250Z");
    QVERIFY(json[0]["state"] == "QUEUED" && json[0]["event"] == "added" && json[0]["error"].is_null());
    QVERIFY(json[1]["error"]["code"] == "0x80190194");
}

void TestJobJson::aReportTellsEveryJob()
{
    const auto json =
        jobjson::report({{JobId {1, 1}},
                         {{JobId {2, 2}, code::kPartialComplete}},
                         {{JobId {3, 3}, CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"}}},
                         {{JobId {2, 2}, "/downloads/.left.part"}}});

    QCOMPARE(json.size(), std::size_t {3});
    QCOMPARE(keysOf(json[0]), QStringLiteral("id done code refusal").split(u' '));
    QVERIFY(json[0]["done"] == true && json[0]["code"] == "0x00000000" && json[0]["refusal"].is_null());
    QVERIFY(json[1]["done"] == true && json[1]["code"] == "0x00200017");
    QVERIFY(json[1]["undeleted"] == jobjson::Json::array({"/downloads/.left.part"}));
    QVERIFY(json[2]["done"] == false && json[2]["code"] == "0x80200002" && json[2]["refusal"] == "InvalidState");
}

void TestJobJson::timesAreIsoInUtc()
{
    QCOMPARE(jobjson::isoTime(WallTime {1'784'371'267'001ms}), std::string("2026-07-18T10:41:07.001Z"));
}

void TestJobJson::textThatIsNotUtf8IsStillJson()
{
    const auto text = jobjson::compact(jobjson::job(JobBuilder().named("caf\xE9").build()));

    QVERIFY(text.find("caf\uFFFD") != std::string::npos);
    QVERIFY(text.find('\n') == std::string::npos);
}

void TestJobJson::controlCharactersNeverReachATerminal()
{
    const JobRecord job =
        JobBuilder().named("\x1b[31mred\nline\u202Eback").failedWith(fromHttpStatus(404), "\x1b]0;x").build();

    QStringList lines = jobtext::list({job}) + jobtext::job(job) + jobtext::error(*job.error);
    lines.push_back(jobtext::change(job, {}));

    for (const QString &line : lines) {
        for (const QChar c : line)
            QVERIFY2(c.isPrint(), qPrintable(line));
    }
}

void TestJobJson::aWaitEndsWhereTheUserMustActOrHasNothingToDo_data()
{
    using commands::Arrival;
    QTest::addColumn<JobState>("state");
    QTest::addColumn<int>("flags");
    QTest::addColumn<Arrival>("arrival");
    for (const JobState state : kAllJobStates) {
        const bool failed = state == JobState::Error || state == JobState::Cancelled;
        const auto arrival = state == JobState::Acknowledged ? Arrival::Arrived
            : failed                                         ? Arrival::Failed
                                                             : Arrival::Pending;
        QTest::newRow(name(state).data()) << state << 0 << arrival;
    }
    QTest::newRow("arrived, length unknown") << JobState::Transferred << int {kLengthUnverified} << Arrival::Unfinished;
    QTest::newRow("arrived, name taken") << JobState::Transferred << int {kCompleteRefused} << Arrival::Unfinished;
}

void TestJobJson::aWaitEndsWhereTheUserMustActOrHasNothingToDo()
{
    QFETCH(JobState, state);
    QFETCH(int, flags);
    QFETCH(commands::Arrival, arrival);
    JobRecord job = JobBuilder().inState(state).build();
    job.status.flags = static_cast<std::uint8_t>(flags);

    QVERIFY(commands::arrivalOf(job) == arrival);
}

QTEST_APPLESS_MAIN(TestJobJson)
#include "tst_jobjson.moc"
