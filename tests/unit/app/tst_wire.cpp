// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include <nlohmann/json.hpp>

#include "job/errorcatalog.h"
#include "socket/wire.h"

using namespace haulwatch;
using namespace std::chrono_literals;

namespace {

using Json = nlohmann::json;

constexpr WallTime kTime {1'760'000'000'123ms};
const JobId kId = nextJobId({}, kTime, 42);
const JobId kOther = nextJobId(kId, kTime, 43);

JobOptions someOptions()
{
    JobOptions options;
    options.retry.fixedDelay = 2500ms;
    options.retry.maxRetries = 3;
    options.parallelFiles = 2;
    options.manualComplete = true;
    options.headers = {"Accept: */*"};
    options.proxy = "http://proxy.example:3128";
    options.caFile = "/etc/ca.pem";
    return options;
}

std::shared_ptr<const JobSpec> someSpec(JobId id = kId)
{
    JobSpec spec;
    spec.id = id;
    spec.name = "Ünïcode \"quoted\"\n";
    spec.folder = "/tmp/x";
    spec.files = {{"http://example.org/a", "a", std::nullopt},
                  {"http://example.org/b", "b", parseChecksum("md5:00112233445566778899aabbccddeeff")}};
    spec.options = std::make_shared<const JobOptions>(someOptions());
    spec.secrets = std::make_shared<const JobSecrets>(JobSecrets {"user:hunter2", "p:hunter2", {"Cookie: hunter2"}});
    spec.created = kTime;
    return std::make_shared<const JobSpec>(spec);
}

JobError someError()
{
    JobError error = errorFrom(classify(fromHttpStatus(503)), {NativeKind::Http, 503}, "Service Unavailable");
    error.protocol = "https/1.1";
    error.host = "example.org:8443";
    error.file = ErrorFile {1, "http://example.org/b", "/tmp/x/b"};
    error.time = kTime;
    error.attempt = 7;
    error.retryAfter = 120s;
    error.gaveUp = true;
    error.exchange = {"192.0.2.7:8443", "TLSv1.3 TLS_AES_256_GCM_SHA384", {"Retry-After: 120"}};
    return error;
}

JobRecord someRecord(JobId id = kId)
{
    JobStatus status;
    status.bytesTransferred = 17;
    status.filesTransferred = 1;
    status.filesTotal = 2;
    status.rate = 4'000'000'000U;
    status.errorCount = 5;
    status.nextRetry = 1'760'000'120;
    status.modified = 1'760'000'000;
    status.state = JobState::TransientError;
    status.cause = Cause::ServerBusy;
    status.priority = Priority::Low;
    status.flags = kHasError | kLengthUnverified;
    return {someSpec(id), status, std::make_shared<const JobError>(someError())};
}

AddJob someAddition()
{
    AddJob add;
    add.draft.files = {{"http://user:hunter2@example.org/a", "", std::nullopt},
                       {"http://example.org/b",
                        "c",
                        parseChecksum("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"),
                        {{5, 6}, {100, kUnknownSize}}}};
    add.draft.folder = "/tmp/x";
    add.draft.name = "n";
    add.draft.options = someOptions();
    add.draft.options.headers = {"Authorization: Bearer hunter2"};
    add.draft.priority = Priority::Foreground;
    add.draft.suspended = true;
    add.draft.renameExisting = true;
    return add;
}

JobEdit someChange()
{
    JobEdit change;
    change.addresses = {{0, "http://u:p@h/x"}, {7, "http://h/y"}};
    change.prefix = JobEdit::Prefix {"http://h/", "http://g/"};
    change.newFiles = {{"http://h/z", "z", std::nullopt}};
    change.restart = {{0, 3}};
    change.folder = "/elsewhere";
    change.name = "n";
    change.priority = Priority::High;
    change.retryDelay = std::optional(1500ms);
    change.noProgressTimeout = 0ms;
    change.maxRetries = std::optional<std::uint32_t> {};
    change.stallTimeout = 9ms;
    change.connectTimeout = 8ms;
    change.firstByteTimeout = 7ms;
    change.minimumRate = 6;
    change.attemptTimeout = 5ms;
    change.headers = {{"A: b"}};
    change.credentials = "u:p";
    change.proxy = "";
    change.caFile = "/ca.pem";
    change.secretParameters = {"sig"};
    change.secretHeaders = {"User-Agent"};
    change.parallelFiles = 2;
    change.manualComplete = false;
    return change;
}

std::vector<wire::ClientMessage> clientMessages()
{
    const std::vector<Request> requests {
        someAddition(),
        ApplyVerb {Verb::Complete, std::vector<JobId> {kId, kOther}},
        ApplyVerb {Verb::Cancel, JobState::TransientError},
        EditJobs {{kId, kOther}, someChange()},
        EditJobs {{kId}, {}},
        ForgetJobs {{kOther}},
        GetJobs {},
        GetJobs {std::vector<JobId> {kId}},
        GetJobs {JobState::Error},
        GetFiles {kId},
        GetHistory {kId},
        GetFolder {"/tmp/x"},
        SetLimits {4, {}, 2},
    };
    std::vector<wire::ClientMessage> messages {wire::Hello {wire::kVersion, true}};
    for (const Request &request : requests)
        messages.push_back(wire::ClientRequest {messages.size(), request});
    return messages;
}

EngineInfo someInfo()
{
    EngineInfo info;
    info.kind = EngineKind::Simulated;
    info.version = "1.2";
    info.capabilities.verbs = {Verb::Suspend};
    info.capabilities.history = false;
    info.limits.activeJobs = 3;
    info.limits.retention = std::chrono::days {9};
    info.trouble = "disk full";
    return info;
}

std::vector<wire::ServerMessage> serverMessages()
{
    VerbReport report;
    report.done = {kId};
    report.doneWithRemarks = {{kOther, code::kPartialComplete}};
    report.refused = {{kId, CallError {Refusal::InvalidState, code::kInvalidState, "ACKNOWLEDGED"}}};
    JobFiles files {someSpec(), {FileProgress {}, FileProgress {}}, JobState::Suspended};
    files.files[1].state = FileState::Complete;
    files.files[1].total = 99;
    std::vector<HistoryEntry> history {{kTime, JobState::Queued, HistoryEvent::Added, {}, 0, {}},
                                       {kTime, JobState::Error, HistoryEvent::AttemptFailed, 1, 12, someError()}};
    JobRecord bare = someRecord();
    bare.spec = nullptr;
    bare.error = nullptr;

    std::vector<wire::ServerMessage> messages {
        wire::Hello {},
        wire::Goodbye {wire::Parting::Malformed, "unknown field: x"},
        wire::ChangesPart {{{kId, someRecord()}}, {{kOther, bare}}, {kOther}, kTime, true},
        wire::ChangesPart {{}, {}, {}, kTime, false},
        EngineInfo {},
        someInfo(),
        wire::ResponsePart {9, refuse(Refusal::TargetExists, "/tmp/x"), false},
    };
    const std::vector<Answer> answers {someRecord(), report,  std::vector<JobRecord> {someRecord(), someRecord(kOther)},
                                       files,        history, FolderSpace {true, "/", 7, 100, 200}};
    for (const Answer &answer : answers)
        messages.push_back(wire::ResponsePart {messages.size(), answer, answer.index() == 2});
    return messages;
}

/// All lines of both directions, for the tests of what is hostile.
std::vector<std::pair<std::string, bool>> allLines()
{
    std::vector<std::pair<std::string, bool>> lines;
    for (const auto &message : clientMessages())
        lines.emplace_back(wire::encode(message), true);
    for (const auto &message : serverMessages())
        lines.emplace_back(wire::encode(message), false);
    return lines;
}

bool decodes(const std::string &line, bool fromClient)
{
    return fromClient ? wire::decodeClientMessage(line).has_value() : wire::decodeServerMessage(line).has_value();
}

/// Every object and list within a value, itself included.
void collect(const Json::json_pointer &at, const Json &value, std::vector<Json::json_pointer> &out)
{
    out.push_back(at);
    if (value.is_object()) {
        for (const auto &[key, child] : value.items())
            collect(at / key, child, out);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            collect(at / i, value[i], out);
    }
}

std::vector<Json::json_pointer> allPlaces(const Json &value)
{
    std::vector<Json::json_pointer> places;
    collect(Json::json_pointer {}, value, places);
    return places;
}

} // namespace

class TestWire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyClientMessageComesBackAsItWas();
    void everyServerMessageComesBackAsItWas();
    void anAdditionKeepsEveryField();
    void aFailingRecordKeepsEveryField();
    void anUnknownSizeIsNull();
    void theSecretsOfAJobNeverLeaveTheEngine();
    void theCheckpointOfAFileStaysInTheEngine();
    void everyMessageIsOneLine();
    void textThatIsNotUtf8StillMakesAValidLine();
    void aLineCutAnywhereIsRefused();
    void anUnknownFieldAnywhereIsRefused();
    void aValueOfAnotherTypeAnywhereNeverCrashesAndMostlyIsRefused();
    void aVerbForNobodyInParticularIsRefused();
    void aJobWithoutItsSpecIsRefusedWhereNoneIsKnown();
    void aNumberOutOfRangeIsRefused_data();
    void aNumberOutOfRangeIsRefused();
    void aBombOfBracketsIsRefusedBeforeItIsBuilt();
    void garbageIsRefused();
    void aHelloOfALaterVersionIsUnderstoodWellEnoughToBeRefused();
};

void TestWire::everyClientMessageComesBackAsItWas()
{
    for (const auto &message : clientMessages()) {
        const std::string line = wire::encode(message);

        const auto decoded = wire::decodeClientMessage(line);

        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().c_str());
        QCOMPARE(decoded->index(), message.index());
        if (const auto *request = std::get_if<wire::ClientRequest>(&message))
            QCOMPARE(std::get<wire::ClientRequest>(*decoded).request.index(), request->request.index());
        QCOMPARE(QString::fromStdString(wire::encode(*decoded)), QString::fromStdString(line));
    }
}

void TestWire::everyServerMessageComesBackAsItWas()
{
    for (const auto &message : serverMessages()) {
        const std::string line = wire::encode(message);

        const auto decoded = wire::decodeServerMessage(line);

        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().c_str());
        QCOMPARE(decoded->index(), message.index());
        QCOMPARE(QString::fromStdString(wire::encode(*decoded)), QString::fromStdString(line));
    }
}

void TestWire::anAdditionKeepsEveryField()
{
    const AddJob sent = someAddition();

    const auto decoded = wire::decodeClientMessage(wire::encode(wire::ClientRequest {3, sent}));

    const auto &message = std::get<wire::ClientRequest>(*decoded);
    const JobDraft &draft = std::get<AddJob>(message.request).draft;
    QCOMPARE(message.id, RequestId {3});
    QCOMPARE(draft.files.size(), std::size_t {2});
    QCOMPARE(draft.files[0].remote, sent.draft.files[0].remote);
    QVERIFY(draft.files[1].checksum == sent.draft.files[1].checksum);
    QCOMPARE(draft.files[1].name, std::string("c"));
    QCOMPARE(draft.folder, sent.draft.folder);
    QCOMPARE(draft.name, sent.draft.name);
    QVERIFY(draft.options == sent.draft.options);
    QVERIFY(draft.priority == Priority::Foreground);
    QVERIFY(draft.suspended && draft.renameExisting);
}

void TestWire::aFailingRecordKeepsEveryField()
{
    const JobRecord sent = someRecord();

    const auto decoded = wire::decodeServerMessage(wire::encode(wire::ResponsePart {1, Answer {sent}, false}));

    const auto &record = std::get<JobRecord>(*std::get<wire::ResponsePart>(*decoded).result);
    QVERIFY(record.status == sent.status);
    QVERIFY(*record.error == *sent.error);
    QVERIFY(record.spec->files == sent.spec->files);
    QVERIFY(*record.spec->options == *sent.spec->options);
    QVERIFY(record.spec->id == kId && record.spec->created == kTime);
    QCOMPARE(record.spec->name, sent.spec->name);
}

void TestWire::anUnknownSizeIsNull()
{
    JobRecord record = someRecord();
    record.status.bytesTotal = kUnknownSize;

    const auto json = Json::parse(wire::encode(wire::ResponsePart {1, Answer {record}, false}));

    QVERIFY(json["job"]["status"]["bytesTotal"].is_null());
}

void TestWire::theSecretsOfAJobNeverLeaveTheEngine()
{
    for (const auto &message : serverMessages())
        QVERIFY(wire::encode(message).find("hunter2") == std::string::npos);
}

void TestWire::theCheckpointOfAFileStaysInTheEngine()
{
    JobFiles files {someSpec(), {FileProgress {}, FileProgress {}}, JobState::Queued};
    files.files[0].checkpoint.etag = "\"private\"";

    const std::string line = wire::encode(wire::ResponsePart {1, Answer {files}, false});

    QVERIFY(line.find("private") == std::string::npos);
}

void TestWire::everyMessageIsOneLine()
{
    for (const auto &[line, fromClient] : allLines())
        QCOMPARE(line.find('\n'), line.size() - 1);
}

void TestWire::textThatIsNotUtf8StillMakesAValidLine()
{
    AddJob add = someAddition();
    add.draft.name = "caf\xE9";

    const auto decoded = wire::decodeClientMessage(wire::encode(wire::ClientRequest {1, add}));

    QVERIFY(decoded.has_value());
    QCOMPARE(std::get<AddJob>(std::get<wire::ClientRequest>(*decoded).request).draft.name, std::string("caf\uFFFD"));
}

void TestWire::aLineCutAnywhereIsRefused()
{
    for (const auto &[line, fromClient] : allLines()) {
        for (std::size_t length = 0; length + 1 < line.size(); ++length)
            QVERIFY(!decodes(line.substr(0, length), fromClient));
    }
}

void TestWire::anUnknownFieldAnywhereIsRefused()
{
    for (const auto &[line, fromClient] : allLines()) {
        const Json whole = Json::parse(line);
        for (const auto &place : allPlaces(whole)) {
            if (!whole[place].is_object())
                continue;
            Json changed = whole;
            changed[place]["surprise"] = 1;

            QVERIFY2(!decodes(changed.dump(), fromClient), changed.dump().c_str());
        }
    }
}

void TestWire::aValueOfAnotherTypeAnywhereNeverCrashesAndMostlyIsRefused()
{
    const std::vector<Json> strangers {nullptr, true, -1, 1e300, "text", Json::array(), Json::object(), {{"a", 1}}};
    std::size_t refused = 0;
    std::size_t tried = 0;

    for (const auto &[line, fromClient] : allLines()) {
        const Json whole = Json::parse(line);
        for (const auto &place : allPlaces(whole)) {
            for (const Json &stranger : strangers) {
                Json changed = whole;
                changed[place] = stranger;
                refused += decodes(changed.dump(), fromClient) ? 0 : 1;
                ++tried;
            }
        }
    }

    // What passes is of the right type by chance: a text for a text, a null for an unknown size, an empty list of ids.
    QVERIFY(tried > 1000);
    QVERIFY2(refused * 100 > tried * 80, qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(tried)));
}

void TestWire::aVerbForNobodyInParticularIsRefused()
{
    QVERIFY(!wire::decodeClientMessage(R"({"request":1,"verb":{"verb":"cancel"}})"));
    QVERIFY(!wire::decodeClientMessage(R"({"request":1,"verb":{"verb":"cancel","ids":[],"state":"ERROR"}})"));
    QVERIFY(wire::decodeClientMessage(R"({"request":1,"verb":{"verb":"cancel","ids":[]}})"));
}

void TestWire::aJobWithoutItsSpecIsRefusedWhereNoneIsKnown()
{
    Json json = Json::parse(wire::encode(wire::ResponsePart {1, Answer {someRecord()}, false}));
    json["job"].erase("spec");

    QVERIFY(!wire::decodeServerMessage(json.dump()));
}

void TestWire::aNumberOutOfRangeIsRefused_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("value");
    QTest::newRow("negative count") << "/add/draft/options/parallelFiles"
                                    << "-1";
    QTest::newRow("more than 32 bits") << "/add/draft/options/parallelFiles"
                                       << "4294967296";
    QTest::newRow("a fraction") << "/add/draft/options/parallelFiles"
                                << "1.5";
    QTest::newRow("more than 64 bits") << "/request"
                                       << "18446744073709551616";
    QTest::newRow("a negative time") << "/add/draft/options/stallTimeout"
                                     << "-5";
    QTest::newRow("a time beyond all times") << "/add/draft/options/stallTimeout"
                                             << "9223372036854775807";
}

void TestWire::aNumberOutOfRangeIsRefused()
{
    QFETCH(QString, place);
    QFETCH(QString, value);
    Json json = Json::parse(wire::encode(wire::ClientRequest {1, someAddition()}));
    json[Json::json_pointer(place.toStdString())] = Json::parse(value.toStdString());

    QVERIFY(!wire::decodeClientMessage(json.dump()));
}

void TestWire::aBombOfBracketsIsRefusedBeforeItIsBuilt()
{
    const std::string bomb = R"({"request":)" + std::string(wire::kMaxRequestBytes, '[');

    const auto decoded = wire::decodeClientMessage(bomb);

    QVERIFY(!decoded);
    QCOMPARE(decoded.error(), std::string("nested too deeply"));
}

void TestWire::garbageIsRefused()
{
    std::mt19937 random(7);
    const std::string valid = wire::encode(wire::ClientRequest {1, someAddition()});

    for (const char *line :
         {"", "\n", "null", "[]", "{}", "1", "\"\"", "GET / HTTP/1.1", "\xFF\xFE", R"({"request":1})"}) {
        QVERIFY(!decodes(line, true));
        QVERIFY(!decodes(line, false));
    }
    for (int round = 0; round < 20'000; ++round) {
        std::string line = valid;
        for (int flips = 0; flips < 3; ++flips)
            line[random() % line.size()] = static_cast<char>(random() & 0xFF);
        // The point is to come back, whatever the answer.
        static_cast<void>(wire::decodeClientMessage(line));
        static_cast<void>(wire::decodeServerMessage(line));
    }
}

void TestWire::aHelloOfALaterVersionIsUnderstoodWellEnoughToBeRefused()
{
    const auto decoded = wire::decodeClientMessage(R"({"haulwatch":3,"compression":"zstd"})");

    QVERIFY(decoded.has_value());
    QCOMPARE(std::get<wire::Hello>(*decoded).version, 3);
}

QTEST_APPLESS_MAIN(TestWire)
#include "tst_wire.moc"
