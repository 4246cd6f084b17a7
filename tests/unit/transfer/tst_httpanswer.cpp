// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "transfer/curl/conversation.h"
#include "transfer/curl/httpanswer.h"
#include "transfer/curl/owncoding.h"

using namespace haulwatch;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(BodyMeaning)
Q_DECLARE_METATYPE(Checkpoint)

namespace {

HttpAnswer answerOf(std::initializer_list<std::string> lines)
{
    HttpAnswer answer;
    for (const auto &line : lines)
        answer.read(line);
    return answer;
}

const Checkpoint kHeld {500, 1'000, "\"v1\"", "Mon, 01 Jan 2024 10:00:00 GMT"};
const Checkpoint kHeldByDate {500, 1'000, "", "Mon, 01 Jan 2024 10:00:00 GMT"};
const Checkpoint kHeldWithoutTotal {500, kUnknownSize, "\"v1\"", ""};

} // namespace

class TestHttpAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contentRangeIsReadStrictly_data();
    void contentRangeIsReadStrictly();
    void contentLengthIsReadStrictly_data();
    void contentLengthIsReadStrictly();
    void aStatusLineBeginsANewAnswer();
    void fieldNamesHaveNoCase();
    void onlyAStrongTagIsKept_data();
    void onlyAStrongTagIsKept();
    void aDateProvesAVersionOnlyASecondAfterTheChange();
    void aDateThatIsNoneIsNotKept();
    void twoLengthsThatDifferContradict();
    void aFoldedFieldIsReadAsAWhole();
    void aFoldedLengthOrRangeIsNotBelieved_data();
    void aFoldedLengthOrRangeIsNotBelieved();
    void retryAfterIsSecondsOrADate_data();
    void retryAfterIsSecondsOrADate();
    void aUsedUpQuotaSaysWhenItIsFilledAgain();
    void onlyHttp1WithoutLengthOrChunksEndsByClosing();
    void onlyARedirectWithAnAddressIsOne();
    void aBodyMeans_data();
    void aBodyMeans();
    void anArchivesOwnCompressionIsNoCoding();
    void whatIsNoCodingIsIgnored_data();
    void whatIsNoCodingIsIgnored();
    void aLengthNoFileHasIsUnreadable();
    void theSignInMethodsAreKept_data();
    void theSignInMethodsAreKept();
    void theTagIsTheBetterValidator();
};

void TestHttpAnswer::contentRangeIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRange");
    QTest::newRow("usual") << QByteArray("bytes 5-9/10") << true;
    QTest::newRow("total not told") << QByteArray("bytes 5-9/*") << true;
    QTest::newRow("upper case") << QByteArray("BYTES 5-9/10") << true;
    QTest::newRow("other unit") << QByteArray("items 5-9/10") << false;
    QTest::newRow("backwards") << QByteArray("bytes 9-5/10") << false;
    QTest::newRow("beyond the total") << QByteArray("bytes 5-10/10") << false;
    QTest::newRow("unsatisfied") << QByteArray("bytes */10") << false;
    QTest::newRow("no total") << QByteArray("bytes 5-9") << false;
    QTest::newRow("sign") << QByteArray("bytes +5-9/10") << false;
    QTest::newRow("overflow") << QByteArray("bytes 5-9/99999999999999999999") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestHttpAnswer::contentRangeIsReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRange);

    const auto range = parseContentRange(text.toStdString());

    QCOMPARE(range.has_value(), isRange);
    if (range) {
        QCOMPARE(range->first, Bytes {5});
        QCOMPARE(range->length(), Bytes {5});
        QCOMPARE(range->total, text.endsWith('*') ? kUnknownSize : Bytes {10});
    }
}

void TestHttpAnswer::contentLengthIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isLength");
    QTest::newRow("number") << QByteArray("17") << true;
    QTest::newRow("list of equals") << QByteArray("17, 17") << true;
    QTest::newRow("list of others") << QByteArray("17, 18") << false;
    QTest::newRow("negative") << QByteArray("-17") << false;
    QTest::newRow("sign") << QByteArray("+17") << false;
    QTest::newRow("hexadecimal") << QByteArray("0x17") << false;
    QTest::newRow("fraction") << QByteArray("17.0") << false;
    QTest::newRow("overflow") << QByteArray("18446744073709551616") << false;
    QTest::newRow("the mark for unknown") << QByteArray("18446744073709551615") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestHttpAnswer::contentLengthIsReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isLength);

    const auto length = parseContentLength(text.toStdString());

    QCOMPARE(length, isLength ? std::optional<Bytes>(17) : std::nullopt);
}

void TestHttpAnswer::aStatusLineBeginsANewAnswer()
{
    const auto answer = answerOf(
        {"HTTP/1.1 302 Found\r\n", "Location: /new\r\n", "Content-Length: 5\r\n", "\r\n", "HTTP/2 200 \r\n", "\r\n"});

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.version, std::string("2"));
    QVERIFY(answer.reason.empty());
    QVERIFY(answer.location.empty());
    QCOMPARE(answer.contentLength, kUnknownSize);
}

void TestHttpAnswer::fieldNamesHaveNoCase()
{
    const auto answer =
        answerOf({"HTTP/1.1 206 Partial Content\r\n", "CONTENT-length:  5\r\n", "content-RANGE:bytes 5-9/10 \r\n",
                  "Transfer-Encoding: gzip, Chunked\r\n", "Content-Encoding: GZIP\r\n"});

    QCOMPARE(answer.contentLength, Bytes {5});
    QVERIFY(answer.contentRange.has_value());
    QVERIFY(answer.chunked);
    QCOMPARE(answer.contentEncoding, std::string("gzip"));
    QVERIFY(!answer.contradictory);
}

void TestHttpAnswer::onlyAStrongTagIsKept_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("strong") << QByteArray("\"a-1\"") << true;
    QTest::newRow("empty tag") << QByteArray("\"\"") << true;
    QTest::newRow("weak") << QByteArray("W/\"a-1\"") << false;
    QTest::newRow("without quotes") << QByteArray("a-1") << false;
    QTest::newRow("one quote") << QByteArray("\"") << false;
    QTest::newRow("quote inside") << QByteArray("\"a\"b\"") << false;
    QTest::newRow("not ASCII") << QByteArray("\"\xFF\"") << false;
    QTest::newRow("huge") << '"' + QByteArray(5'000, 'a') + '"' << false;
}

void TestHttpAnswer::onlyAStrongTagIsKept()
{
    QFETCH(QByteArray, tag);
    QFETCH(bool, isKept);

    const auto answer = answerOf({"HTTP/1.1 200 OK\r\n", "ETag: " + tag.toStdString() + "\r\n"});

    QCOMPARE(answer.etag, isKept ? tag.toStdString() : std::string());
}

void TestHttpAnswer::aDateProvesAVersionOnlyASecondAfterTheChange()
{
    const auto changed = "Last-Modified: Mon, 01 Jan 2024 10:00:00 GMT\r\n";

    const auto later = answerOf({"HTTP/1.1 200 OK\r\n", changed, "Date: Mon, 01 Jan 2024 10:00:01 GMT\r\n"});
    const auto atOnce = answerOf({"HTTP/1.1 200 OK\r\n", changed, "Date: Mon, 01 Jan 2024 10:00:00 GMT\r\n"});
    const auto unknown = answerOf({"HTTP/1.1 200 OK\r\n", changed});

    QCOMPARE(later.strongDate(), std::string("Mon, 01 Jan 2024 10:00:00 GMT"));
    QVERIFY(atOnce.strongDate().empty());
    QVERIFY(unknown.strongDate().empty());
    QCOMPARE(unknown.modified(), std::optional<EpochSeconds>(1'704'103'200));
}

void TestHttpAnswer::aDateThatIsNoneIsNotKept()
{
    const auto answer = answerOf({"HTTP/1.1 200 OK\r\n", "Last-Modified: yesterday, about noon\r\n"});

    QVERIFY(answer.lastModified.empty());
    QVERIFY(!answer.modified());
}

void TestHttpAnswer::twoLengthsThatDifferContradict()
{
    const auto same = answerOf({"HTTP/1.1 200 OK\r\n", "Content-Length: 5\r\n", "Content-Length: 5\r\n"});
    const auto other = answerOf({"HTTP/1.1 200 OK\r\n", "Content-Length: 5\r\n", "Content-Length: 6\r\n"});
    const auto none = answerOf({"HTTP/1.1 200 OK\r\n", "Content-Length: about five\r\n"});

    QVERIFY(!same.contradictory);
    QVERIFY(other.contradictory);
    QVERIFY(none.contradictory);
}

void TestHttpAnswer::aFoldedFieldIsReadAsAWhole()
{
    const auto answer = answerOf({"HTTP/1.1 302 Found\r\n", " X: before the first field\r\n", "Location:\r\n",
                                  "\t/elsewhere\r\n", "ETag: \"v1\"\r\n", " and more\r\n", "\r\n"});

    QCOMPARE(answer.location, std::string("/elsewhere"));
    QCOMPARE(answer.etag, std::string());
    QVERIFY(!answer.contradictory);
}

void TestHttpAnswer::aFoldedLengthOrRangeIsNotBelieved_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("length") << QByteArray("Content-Length: 3000");
    QTest::newRow("range") << QByteArray("Content-Range: bytes 0-9/10");
    QTest::newRow("coding") << QByteArray("Transfer-Encoding: chunked");
}

void TestHttpAnswer::aFoldedLengthOrRangeIsNotBelieved()
{
    QFETCH(QByteArray, field);

    const auto answer = answerOf({"HTTP/1.1 200 OK\r\n", field.toStdString() + "\r\n", " 00\r\n", "\r\n"});

    QCOMPARE(meaningOf(answer, {}), BodyMeaning::Nonsense);
    QCOMPARE(answer.unreadable, field.toStdString() + " 00");
}

void TestHttpAnswer::retryAfterIsSecondsOrADate_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << QByteArray() << qint64 {120};
    QTest::newRow("by the server's own clock")
        << QByteArray("Mon, 01 Jan 2024 10:02:00 GMT") << QByteArray("Mon, 01 Jan 2024 10:00:00 GMT") << qint64 {120};
    QTest::newRow("by our clock") << QByteArray("Mon, 01 Jan 2024 10:02:00 GMT") << QByteArray() << qint64 {60};
    QTest::newRow("past") << QByteArray("Mon, 01 Jan 2024 09:00:00 GMT") << QByteArray() << qint64 {0};
    QTest::newRow("no end") << QByteArray("99999999999999") << QByteArray() << qint64 {14 * 86'400};
    QTest::newRow("nonsense") << QByteArray("soon") << QByteArray() << qint64 {-1};
    QTest::newRow("none") << QByteArray() << QByteArray() << qint64 {-1};
}

void TestHttpAnswer::retryAfterIsSecondsOrADate()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, date);
    QFETCH(qint64, seconds);
    const WallTime now {1'704'103'260s}; // 10:01:00 of that day

    const auto answer = answerOf({"HTTP/1.1 503 Busy\r\n", "Retry-After: " + retryAfter.toStdString() + "\r\n",
                                  "Date: " + date.toStdString() + "\r\n"});
    const auto delay = answer.retryDelay(now);

    QCOMPARE(delay, seconds < 0 ? std::nullopt : std::optional<Milliseconds>(std::chrono::seconds(seconds)));
}

void TestHttpAnswer::aUsedUpQuotaSaysWhenItIsFilledAgain()
{
    const WallTime now {1'704'103'260s};
    const auto delay = [&](const char *status, const char *left, const char *reset) {
        return answerOf({status, left, reset, "\r\n"}).retryDelay(now);
    };
    constexpr auto kRefused = "HTTP/1.1 403 Forbidden\r\n";

    QCOMPARE(delay(kRefused, "X-RateLimit-Remaining: 0\r\n", "X-RateLimit-Reset: 1704103360\r\n"),
             std::optional<Milliseconds>(100s));
    QCOMPARE(delay(kRefused, "RateLimit-Remaining: 0\r\n", "RateLimit-Reset: 30\r\n"),
             std::optional<Milliseconds>(30s));
    QCOMPARE(delay(kRefused, "X-RateLimit-Remaining: 0\r\n", ""), std::optional<Milliseconds>(60s));
    QCOMPARE(delay(kRefused, "X-RateLimit-Remaining: 3\r\n", "X-RateLimit-Reset: 1704103360\r\n"),
             std::optional<Milliseconds>());
    QCOMPARE(delay("HTTP/1.1 404 Not Found\r\n", "X-RateLimit-Remaining: 0\r\n", ""), std::optional<Milliseconds>());
}

void TestHttpAnswer::onlyHttp1WithoutLengthOrChunksEndsByClosing()
{
    QVERIFY(answerOf({"HTTP/1.1 200 OK\r\n"}).isCloseDelimited());
    QVERIFY(answerOf({"HTTP/1.0 200 OK\r\n"}).isCloseDelimited());
    QVERIFY(!answerOf({"HTTP/2 200 \r\n"}).isCloseDelimited());
    QVERIFY(!answerOf({"HTTP/1.1 200 OK\r\n", "Content-Length: 0\r\n"}).isCloseDelimited());
    QVERIFY(!answerOf({"HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked\r\n"}).isCloseDelimited());
}

void TestHttpAnswer::onlyARedirectWithAnAddressIsOne()
{
    QVERIFY(answerOf({"HTTP/1.1 308 Moved\r\n", "Location: /new\r\n"}).isRedirect());
    QVERIFY(!answerOf({"HTTP/1.1 308 Moved\r\n"}).isRedirect());
    QVERIFY(!answerOf({"HTTP/1.1 300 Choose\r\n", "Location: /new\r\n"}).isRedirect());
    QVERIFY(!answerOf({"HTTP/1.1 201 Created\r\n", "Location: /new\r\n"}).isRedirect());
}

void TestHttpAnswer::aBodyMeans_data()
{
    using Lines = QByteArrayList;
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<Checkpoint>("held");
    QTest::addColumn<BodyMeaning>("meaning");
    const auto part = QByteArray("HTTP/1.1 206 Partial Content");
    const auto range = QByteArray("Content-Range: bytes 500-999/1000");
    const auto tag = QByteArray("ETag: \"v1\"");
    const auto date = QByteArray("Last-Modified: Mon, 01 Jan 2024 10:00:00 GMT");

    QTest::newRow("the whole was asked for") << Lines {"HTTP/1.1 200 OK"} << Checkpoint {} << BodyMeaning::Whole;
    QTest::newRow("the whole instead of the rest")
        << Lines {"HTTP/1.1 200 OK", tag, "Content-Length: 1000"} << kHeld << BodyMeaning::Whole;
    QTest::newRow("the rest called the whole")
        << Lines {"HTTP/1.1 200 OK", tag, "Content-Length: 500"} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("the rest called the whole, length not told")
        << Lines {"HTTP/1.1 200 OK", tag, "Transfer-Encoding: chunked"} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("a range called the whole")
        << Lines {"HTTP/1.1 200 OK", tag, range, "Content-Length: 1000"} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("a range called the whole, which was asked for")
        << Lines {"HTTP/1.1 200 OK", tag, range} << Checkpoint {} << BodyMeaning::Nonsense;
    QTest::newRow("the whole with its range")
        << Lines {"HTTP/1.1 200 OK", "Content-Range: bytes 0-999/1000"} << Checkpoint {} << BodyMeaning::Whole;
    QTest::newRow("the whole as a part") << Lines {part, "Content-Range: bytes 0-999/1000"} << Checkpoint {}
                                         << BodyMeaning::Whole;
    QTest::newRow("the beginning of the whole")
        << Lines {part, "Content-Range: bytes 0-99/1000", tag} << Checkpoint {} << BodyMeaning::Rest;
    QTest::newRow("the beginning of the whole, without a validator")
        << Lines {part, "Content-Range: bytes 0-99/1000"} << Checkpoint {} << BodyMeaning::Nonsense;
    QTest::newRow("a part of the rest") << Lines {part, "Content-Range: bytes 500-599/1000", tag} << kHeld
                                        << BodyMeaning::Rest;
    QTest::newRow("the rest, same tag") << Lines {part, range, tag} << kHeld << BodyMeaning::Rest;
    QTest::newRow("the rest, same date") << Lines {part, range, date} << kHeldByDate << BodyMeaning::Rest;
    QTest::newRow("the total is news") << Lines {part, range, tag} << kHeldWithoutTotal << BodyMeaning::Rest;
    QTest::newRow("the total is not repeated")
        << Lines {part, "Content-Range: bytes 500-999/*", tag} << kHeld << BodyMeaning::Rest;
    QTest::newRow("other tag") << Lines {part, range, "ETag: \"v2\""} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("same tag, but weak") << Lines {part, range, "ETag: W/\"v1\""} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("no tag") << Lines {part, range, date} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("other date") << Lines {part, range, "Last-Modified: Mon, 01 Jan 2024 10:00:01 GMT"} << kHeldByDate
                                << BodyMeaning::Mismatch;
    QTest::newRow("no date") << Lines {part, range} << kHeldByDate << BodyMeaning::Mismatch;
    QTest::newRow("other start") << Lines {part, "Content-Range: bytes 0-999/1000", tag} << kHeld
                                 << BodyMeaning::Mismatch;
    QTest::newRow("other total") << Lines {part, "Content-Range: bytes 500-1000/1001", tag} << kHeld
                                 << BodyMeaning::Mismatch;
    QTest::newRow("a part of the rest, the total is not repeated")
        << Lines {part, "Content-Range: bytes 500-998/*", tag} << kHeld << BodyMeaning::Rest;
    QTest::newRow("longer than the total we know")
        << Lines {part, "Content-Range: bytes 500-1000/*", tag} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("no total at all") << Lines {part, "Content-Range: bytes 500-999/*", tag} << kHeldWithoutTotal
                                     << BodyMeaning::Mismatch;
    QTest::newRow("no range") << Lines {part, tag} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("length and range differ")
        << Lines {part, range, tag, "Content-Length: 499"} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("two ranges") << Lines {part, range, "Content-Range: bytes 501-999/1000", tag} << kHeld
                                << BodyMeaning::Mismatch;
    QTest::newRow("coded rest") << Lines {part, range, tag, "Content-Encoding: gzip"} << kHeld << BodyMeaning::Mismatch;
    QTest::newRow("a part nobody asked for") << Lines {part, range, tag} << Checkpoint {} << BodyMeaning::Nonsense;
    QTest::newRow("coded whole") << Lines {"HTTP/1.1 200 OK", "Content-Encoding: br"} << Checkpoint {}
                                 << BodyMeaning::Nonsense;
    QTest::newRow("identity is no coding")
        << Lines {"HTTP/1.1 200 OK", "Content-Encoding: Identity"} << Checkpoint {} << BodyMeaning::Whole;
    QTest::newRow("unreadable length") << Lines {"HTTP/1.1 200 OK", "Content-Length: -1"} << Checkpoint {}
                                       << BodyMeaning::Nonsense;
    QTest::newRow("nothing") << Lines {"HTTP/1.1 204 No Content"} << Checkpoint {} << BodyMeaning::NotAFile;
    QTest::newRow("not yet") << Lines {"HTTP/1.1 202 Accepted"} << Checkpoint {} << BodyMeaning::NotAFile;
}

void TestHttpAnswer::aBodyMeans()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(Checkpoint, held);
    QFETCH(BodyMeaning, meaning);

    HttpAnswer answer;
    for (const auto &line : lines)
        answer.read(line.toStdString());

    QCOMPARE(meaningOf(answer, held), meaning);
}

void TestHttpAnswer::anArchivesOwnCompressionIsNoCoding()
{
    const auto named = [](const char *name) { return FileSigns {name, {}, {}, {}}; };
    QVERIFY(isOwnCoding("x-gzip", named("a.tar.gz")));
    QVERIFY(isOwnCoding("gzip", named("A.TGZ")));
    QVERIFY(isOwnCoding("gzip", named("chr1.vcf.bgz")));
    QVERIFY(isOwnCoding("xz", named("a.xz")));
    QVERIFY(!isOwnCoding("br", named("a.tar.gz")));
    QVERIFY(!isOwnCoding("gzip", named("a.tar")));
    QVERIFY(!isOwnCoding("gzip", named("gz")));
    QVERIFY(!isOwnCoding("", named("a.gz")));
    QVERIFY(isOwnCoding("gzip", {"my-archive", "http://h/pkg.tar.gz", {}, {}}));
    QVERIFY(isOwnCoding("gzip", {"get", "http://h/get?file=pkg.tar.gz&mirror=2", {}, {}}));
    QVERIFY(isOwnCoding("gzip", {"latest", "http://h/latest", "http://h/pkg-1.tgz?x", {}}));
    QVERIFY(isOwnCoding("x-gzip", {"latest", "http://h/latest", {}, "application/gzip"}));
    QVERIFY(!isOwnCoding("gzip", {"page", "http://gz/page?a.gzip.b", "http://gz/page", "text/html"}));
}

void TestHttpAnswer::whatIsNoCodingIsIgnored_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("coding");
    for (const char *none : {"identity", "None", "aws-chunked", "binary", "UTF-8", "", ",", "identity, utf-8"})
        QTest::newRow(none) << QByteArray(none) << QByteArray();
    QTest::newRow("one behind it") << QByteArray("aws-chunked, gzip") << QByteArray("gzip");
    QTest::newRow("two") << QByteArray("gzip,br") << QByteArray("gzip, br");
}

void TestHttpAnswer::whatIsNoCodingIsIgnored()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, coding);

    const auto answer = answerOf({"HTTP/1.1 200 OK", "Content-Encoding: " + value.toStdString(), "Content-Length: 5"});

    QCOMPARE(QByteArray::fromStdString(answer.contentEncoding), coding);
    QCOMPARE(meaningOf(answer, {}), coding.isEmpty() ? BodyMeaning::Whole : BodyMeaning::Nonsense);
}

void TestHttpAnswer::aLengthNoFileHasIsUnreadable()
{
    const auto answer = answerOf({"HTTP/1.1 200 OK", "Content-Length: 9223372036854775807"});
    const auto large = answerOf({"HTTP/1.1 200 OK", "Content-Length: 1152921504606846976"});

    QCOMPARE(meaningOf(answer, {}), BodyMeaning::Nonsense);
    QCOMPARE(answer.unreadable, std::string("Content-Length: 9223372036854775807"));
    QCOMPARE(large.contentLength, Bytes {1} << 60);
}

void TestHttpAnswer::theSignInMethodsAreKept_data()
{
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<QByteArray>("methods");
    QTest::newRow("one") << QList<QByteArray> {"Basic realm=\"a, b\""} << QByteArray("Basic");
    QTest::newRow("a line each") << QList<QByteArray> {"Negotiate", "NTLM"} << QByteArray("Negotiate NTLM");
    QTest::newRow("in one line") << QList<QByteArray> {"Digest realm=\"x\", nonce=\"y\", Bearer error=\"z\""}
                                 << QByteArray("Digest Bearer");
    QTest::newRow("with a challenge") << QList<QByteArray> {"NTLM TlRMTVNTUAACAAAA=="} << QByteArray("NTLM");
    QTest::newRow("twice") << QList<QByteArray> {"Basic realm=\"a\"", "Basic realm=\"b\""} << QByteArray("Basic");
}

void TestHttpAnswer::theSignInMethodsAreKept()
{
    QFETCH(QList<QByteArray>, lines);
    QFETCH(QByteArray, methods);
    HttpAnswer answer = answerOf({"HTTP/1.1 401 Unauthorized"});

    for (const QByteArray &line : lines)
        answer.read("WWW-Authenticate: " + line.toStdString());

    QByteArrayList kept;
    for (const std::string &method : answer.signInMethods)
        kept += QByteArray::fromStdString(method);
    QCOMPARE(kept.join(' '), methods);
}

void TestHttpAnswer::theTagIsTheBetterValidator()
{
    QCOMPARE(validator(kHeld), kHeld.etag);
    QCOMPARE(validator(kHeldByDate), kHeldByDate.lastModified);
    QVERIFY(validator(Checkpoint {}).empty());
}

QTEST_APPLESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"
