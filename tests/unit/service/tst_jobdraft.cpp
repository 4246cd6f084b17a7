// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <chrono>
#include <functional>

#include "address/givenaddress.h"
#include "service/jobdraft.h"

using namespace haulwatch;
using namespace std::chrono_literals;

class TestJobDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badInputIsRefusedByName_data();
    void badInputIsRefusedByName();
    void anOptionOutOfItsRangeIsRefusedByItsName();
    void aDraftWithoutFilesIsRefused();
    void aJobHasOneUser();
    void aSignInInAnAddressIsForItsServerAlone_data();
    void aSignInInAnAddressIsForItsServerAlone();
    void aGoodDraftKeepsSecretsApart();
    void everyHeaderNotKnownHarmlessIsSecret();
    void aHarmlessHeaderIsSecretWhenMarked();
    void aRefusalNeverQuotesAPassword();
    void theFileNameComesFromThePathAlone();
    void aWrongRangeIsRefusedWithItsCode_data();
    void aWrongRangeIsRefusedWithItsCode();
    void rangesAreKeptInTheirOrder();
};

Q_DECLARE_METATYPE(std::vector<ByteRange>)

namespace {

JobDraft draftOf(const std::string &address, const std::string &fileName = {})
{
    JobDraft draft;
    draft.folder = "/downloads";
    draft.files.push_back({address, fileName, {}});
    return draft;
}

} // namespace

void TestJobDraft::badInputIsRefusedByName_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<int>("refusal");
    const auto row = [](const char *label, const QString &address, const QString &fileName, Refusal refusal) {
        QTest::newRow(label) << address << fileName << static_cast<int>(refusal);
    };
    const auto ok = QStringLiteral("http://h.example/f");
    row("empty", QStringLiteral(""), {}, Refusal::EmptyAddress);
    row("blank", QStringLiteral(" \t "), {}, Refusal::EmptyAddress);
    row("unknown scheme", QStringLiteral("gopher://h.example/f"), {}, Refusal::UnknownScheme);
    row("a magnet link", QStringLiteral("magnet:?xt=urn:btih:abc&dn=x"), {}, Refusal::UnknownScheme);
    row("without a host", QStringLiteral("file:///etc/passwd"), {}, Refusal::UnknownScheme);
    row("a host and a port", QStringLiteral("h.example:80/f"), {}, Refusal::MalformedAddress);
    row("a local file", QStringLiteral("file://localhost/etc/passwd"), {}, Refusal::UnknownScheme);
    row("no scheme", QStringLiteral("h.example/f"), {}, Refusal::MalformedAddress);
    row("no host", QStringLiteral("http:///f"), {}, Refusal::MalformedAddress);
    row("bad port", QStringLiteral("http://h.example:99999/f"), {}, Refusal::MalformedAddress);
    row("line break", QStringLiteral("http://h.example/f\r\nX: y"), {}, Refusal::MalformedAddress);
    row("one slash", QStringLiteral("http:/h.example/f://x"), {}, Refusal::MalformedAddress);
    row("too long once encoded", QStringLiteral("http://h.example/") + QString(1000, QChar(0xE9)), {},
        Refusal::AddressTooLong);
    row("too long", QStringLiteral("http://h.example/") + QString(2200, QLatin1Char('a')), {}, Refusal::AddressTooLong);
    row("names no file", QStringLiteral("http://h.example/dir/"), {}, Refusal::NoFileName);
    row("dots", QStringLiteral("http://h.example/%2e%2e"), {}, Refusal::NoFileName);
    row("encoded separator", QStringLiteral("http://h.example/..%2Fpasswd"), {}, Refusal::BadFileName);
    row("encoded zero", QStringLiteral("http://h.example/a%00b"), {}, Refusal::BadFileName);
    row("given dots", ok, QStringLiteral(".."), Refusal::BadFileName);
    row("given path", ok, QStringLiteral("../x"), Refusal::BadFileName);
    row("given control", ok, QStringLiteral("a\nb"), Refusal::BadFileName);
    row("name too long", ok, QString(256, QLatin1Char('n')), Refusal::BadFileName);
}

void TestJobDraft::badInputIsRefusedByName()
{
    QFETCH(QString, address);
    QFETCH(QString, fileName);
    QFETCH(int, refusal);

    const auto checked = checkDraft(draftOf(address.toStdString(), fileName.toStdString()));

    QVERIFY(!checked);
    // ".." in a path is either resolved away by the address's own rules or refused as a name.
    if (static_cast<Refusal>(refusal) == Refusal::NoFileName)
        QVERIFY(checked.error().refusal == Refusal::NoFileName || checked.error().refusal == Refusal::BadFileName);
    else
        QCOMPARE(name(checked.error().refusal), name(static_cast<Refusal>(refusal)));
}

void TestJobDraft::anOptionOutOfItsRangeIsRefusedByItsName()
{
    const auto refused = [](const std::function<void(JobOptions &)> &spoil) {
        JobDraft draft = draftOf("http://h.example/f");
        spoil(draft.options);
        const auto checked = checkDraft(draft);
        return checked ? std::string("accepted")
                       : std::string(name(checked.error().refusal)) + ' ' + checked.error().subject;
    };
    using O = JobOptions;
    QCOMPARE(refused([](O &) {}), std::string("accepted"));
    QCOMPARE(refused([](O &o) { o.parallelFiles = 0; }), std::string("BadOption parallel-files"));
    QCOMPARE(refused([](O &o) { o.connectTimeout = {}; }), std::string("BadOption connect-timeout"));
    QCOMPARE(refused([](O &o) { o.firstByteTimeout = {}; }), std::string("BadOption first-byte-timeout"));
    QCOMPARE(refused([](O &o) { o.stallTimeout = {}; }), std::string("BadOption stall-timeout"));
    QCOMPARE(refused([](O &o) { o.attemptTimeout = -1ms; }), std::string("BadOption attempt-timeout"));
    QCOMPARE(refused([](O &o) { o.retry.fixedDelay = -1ms; }), std::string("BadOption retry-delay"));
    QCOMPARE(refused([](O &o) { o.retry.noProgressTimeout = -1ms; }), std::string("BadOption no-progress-timeout"));
    QCOMPARE(refused([](O &o) { o.maxDownloadTime = {}; }), std::string("BadOption max-download-time"));
    QCOMPARE(refused([](O &o) { o.notifyCommand = {std::string("a\0b", 3)}; }),
             std::string("BadOption notify-command"));
    QCOMPARE(refused([](O &o) { o.notifyCommand = {std::string(100'000, 'a')}; }),
             std::string("BadOption notify-command"));
    QCOMPARE(refused([](O &o) { o.notifyCommand = {"", "word"}; }), std::string("BadOption notify-command"));
}

void TestJobDraft::aDraftWithoutFilesIsRefused()
{
    JobDraft draft;
    draft.folder = "/downloads";

    const auto checked = checkDraft(draft);

    QVERIFY(!checked);
    QCOMPARE(checked.error().refusal, Refusal::EmptyAddress);
}

void TestJobDraft::aJobHasOneUser()
{
    JobDraft draft = draftOf("http://me:secret@h.example/f");
    draft.files.push_back({"http://you:hidden@h.example/g", {}, {}});

    const auto checked = checkDraft(draft);

    QVERIFY(!checked);
    QCOMPARE(checked.error().refusal, Refusal::BadOption);
    QCOMPARE(checked.error().subject, std::string("user info"));
}

void TestJobDraft::aSignInInAnAddressIsForItsServerAlone_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const char *label, const char *first, const char *second, bool isRefused) {
        QTest::newRow(label) << QString::fromLatin1(first) << QString::fromLatin1(second) << isRefused;
    };
    row("another host", "http://me:secret@h.example/f", "http://other.example/g", true);
    row("another host before it", "http://other.example/g", "http://me:secret@h.example/f", true);
    row("another port", "http://me:secret@h.example/f", "http://h.example:81/g", true);
    row("without encryption", "https://me:secret@h.example/f", "http://h.example/g", true);
    row("the same server", "http://me:secret@h.example/f", "http://H.example:80/g", false);
    row("encrypted", "http://me:secret@h.example/f", "https://h.example/g", false);
    row("given for both", "http://me:secret@h.example/f", "http://me:secret@other.example/g", false);
    row("given for none", "http://h.example/f", "http://other.example/g", false);
}

void TestJobDraft::aSignInInAnAddressIsForItsServerAlone()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, isRefused);
    JobDraft draft = draftOf(first.toStdString());
    draft.files.push_back({second.toStdString(), {}, {}});

    const auto checked = checkDraft(draft);

    QCOMPARE(!checked, isRefused);
    if (isRefused)
        QCOMPARE(checked.error().subject, std::string("user info"));
}

void TestJobDraft::everyHeaderNotKnownHarmlessIsSecret()
{
    JobDraft draft = draftOf("https://h.example/f");
    const std::vector<std::string> secret {"PRIVATE-TOKEN: a", "X-Vault-Token: b", "Api-Key: c",
                                           "X-Anything: d",    "authorization: e", "Referer: https://h/?token=f",
                                           "X-User-Agent: g",  "Cookie:h"};
    const std::vector<std::string> harmless {"ACCEPT: text/plain", "User-Agent: x", "accept-language: fr"};
    draft.options.headers = secret;
    draft.options.headers.insert(draft.options.headers.end(), harmless.begin(), harmless.end());

    const auto checked = checkDraft(draft);

    QVERIFY(checked);
    QVERIFY(checked->spec.options->headers == harmless);
    QVERIFY(checked->spec.secrets->headers == secret);
}

void TestJobDraft::aHarmlessHeaderIsSecretWhenMarked()
{
    JobDraft draft = draftOf("https://h.example/f");
    draft.options.headers = {"Accept: text/plain", "User-Agent: agent-with-a-key"};
    draft.secretHeaders = {"user-agent"};

    const auto checked = checkDraft(draft);
    draft.secretHeaders = {"Usr-Agent"};
    const auto misspelt = checkDraft(draft);

    QVERIFY(checked);
    QVERIFY(checked->spec.options->headers == std::vector<std::string> {"Accept: text/plain"});
    QVERIFY(checked->spec.secrets->headers == std::vector<std::string> {"User-Agent: agent-with-a-key"});
    QVERIFY(!misspelt);
    QCOMPARE(misspelt.error().refusal, Refusal::NoSuchHeader);
    QCOMPARE(misspelt.error().subject, std::string("Usr-Agent"));
}

void TestJobDraft::aGoodDraftKeepsSecretsApart()
{
    JobDraft draft = draftOf("https://me:pa%20ss@h.example:8443/dir/file%20name.bin#top");
    draft.options.headers = {"Accept: text/plain", "Authorization: Bearer abc", "cookie: a=b"};
    draft.options.proxy = "http://p:q@proxy.example:3128";

    const auto checked = checkDraft(draft);

    QVERIFY(checked);
    const JobSpec &spec = checked->spec;
    QCOMPARE(spec.files[0].remote, std::string("https://h.example:8443/dir/file%20name.bin"));
    QCOMPARE(spec.files[0].local, std::string("file name.bin"));
    QCOMPARE(spec.name, std::string("file name.bin"));
    QCOMPARE(spec.options->headers, std::vector<std::string> {"Accept: text/plain"});
    QCOMPARE(spec.options->proxy.find("p:q"), std::string::npos);
    QCOMPARE(spec.secrets->headers.size(), std::size_t {2});
    QCOMPARE(spec.secrets->proxyUserInfo, std::string("p:q"));
    QVERIFY(spec.secrets->userInfo.starts_with("me:"));
}

void TestJobDraft::aRefusalNeverQuotesAPassword()
{
    for (const char *address : {"http://me:hunter2@h.example:99999/f", "http://me:hunter2@/f", "ht tp://me:hunter2@h/f",
                                "http://me:hunter2@h.example/", "http://me:hunter2@h.example/a\x01"}) {
        const auto checked = checkDraft(draftOf(address));
        QVERIFY2(!checked, address);
        QVERIFY2(checked.error().subject.find("hunter2") == std::string::npos, checked.error().subject.c_str());
    }
    JobDraft draft = draftOf("http://h.example/f");
    draft.options.headers = {"Authorization Bearer hunter2"};
    QVERIFY(checkDraft(draft).error().subject.find("hunter2") == std::string::npos);
}

void TestJobDraft::theFileNameComesFromThePathAlone()
{
    QCOMPARE(readAddress("http://h.example/a/b.iso?x=/evil.exe#/c")->fileName, std::string("b.iso"));
    QCOMPARE(readAddress(" HTTP://H.Example/a ")->scheme, std::string("http"));
    QCOMPARE(hostOf("https://h.example:8443/x"), std::string_view("h.example:8443"));
    QCOMPARE(hostOf("https://[::1]:8080?x"), std::string_view("[::1]:8080"));
}

void TestJobDraft::aWrongRangeIsRefusedWithItsCode_data()
{
    QTest::addColumn<std::vector<ByteRange>>("ranges");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char *label, std::vector<ByteRange> ranges, quint32 code) {
        QTest::newRow(label) << std::move(ranges) << code;
    };
    row("empty", {{5, 0}}, 0x8020002B);
    row("beyond all sizes", {{kUnknownSize - 2, 5}}, 0x8020002B);
    row("equal", {{5, 5}, {5, 5}}, 0x8020002C);
    row("one byte in common", {{10, 5}, {6, 5}}, 0x8020002C);
    row("behind one without end", {{5, kUnknownSize}, {100, 1}}, 0x8020002C);
    std::vector<ByteRange> many(501);
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i] = {i, 1};
    row("too many", many, 0x80200052);
}

void TestJobDraft::aWrongRangeIsRefusedWithItsCode()
{
    QFETCH(std::vector<ByteRange>, ranges);
    QFETCH(quint32, code);
    JobDraft draft = draftOf("http://h.example/f");
    draft.files[0].ranges = ranges;

    const auto checked = checkDraft(draft);

    QVERIFY(!checked);
    QCOMPARE(checked.error().code.value, code);
}

void TestJobDraft::rangesAreKeptInTheirOrder()
{
    JobDraft draft = draftOf("http://h.example/f");
    draft.files[0].ranges = {{10, 5}, {0, 10}, {15, kUnknownSize}};

    const auto checked = checkDraft(draft);

    QVERIFY(checked);
    QVERIFY(checked->spec.files[0].ranges == draft.files[0].ranges);
}

QTEST_APPLESS_MAIN(TestJobDraft)
#include "tst_jobdraft.moc"
