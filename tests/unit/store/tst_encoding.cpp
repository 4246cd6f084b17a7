// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "store/bytestream.h"
#include "store/encoding.h"

using namespace haulwatch;

namespace {

JobError someError()
{
    JobError error;
    error.code = ErrorCode {0x80190194};
    error.detail = "404 Not Found";
    error.host = "example.org:443";
    error.file = ErrorFile {3, "https://example.org/f", "/home/user/f"};
    error.retryAfter = Milliseconds(120'000);
    error.exchange = {"192.0.2.7:443", "TLSv1.3 TLS_AES_256_GCM_SHA384", {"Retry-After: 120"}};
    return error;
}

std::vector<FileSpec> someFiles()
{
    return {{"https://example.org/f", "f", Checksum {ChecksumAlgorithm::Sha256, std::string(64, 'b')}},
            {"https://example.org/g", "g", {}}};
}

/// As a session kept options before their number was told: the first ten of them, then three more, then three more.
std::string formerOptions(std::uint64_t form)
{
    ByteWriter out;
    out.number(form);
    for (const std::int64_t flagOrTime : {1, 1'500, 60'000}) // the retry's delay, no progress
        flagOrTime == 1 ? out.number(1) : out.signedNumber(flagOrTime);
    out.number(1);
    out.number(7); // retries
    out.signedNumber(31'000);
    out.signedNumber(32'000);
    out.number(5);
    out.number(1);
    out.number(1);
    out.text("Accept: */*");
    out.text("http://proxy:1");
    out.text("/ca.pem");
    if (form >= 2) {
        out.signedNumber(33'000);
        out.number(1'000);
        out.signedNumber(34'000);
    }
    if (form >= 3) {
        out.signedNumber(35'000);
        out.number(kNotifyError);
        out.number(1);
        out.text("/bin/true");
    }
    return out.take();
}

JobOptions someOptions()
{
    JobOptions options;
    options.retry.maxRetries = 3;
    options.headers = {"Accept: */*", "Referer: https://example.org/"};
    return options;
}

// What each decoder makes of the bytes; what it accepts, it must be able to write again.
bool isAccepted(std::string_view bytes)
{
    const auto error = decodeError(bytes);
    const auto files = decodeFiles(bytes);
    const auto options = decodeOptions(bytes);
    return (error && decodeError(encode(*error)) == error) || (files && decodeFiles(encode(*files)) == files)
        || (options && decodeOptions(encode(*options)) == options);
}

} // namespace

/// Packed values come back as they were; bytes nobody packed are refused.
class TestEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersOfAnySizeComeBack();
    void readingPastTheEndGivesNothingForEver();
    void aCutValueIsRefusedAtEveryLength();
    void bytesAfterTheValueAreRefused();
    void anUnknownFormIsRefused();
    void optionsOfEveryFormerFormAreRead();
    void optionsThatANewerProgramKnowsAreRefused();
    void noiseNeverLeadsOutsideTheBytes();
};

void TestEncoding::numbersOfAnySizeComeBack()
{
    for (unsigned bit = 0; bit < 64; ++bit) {
        for (const std::uint64_t offset : {0ULL, ~0ULL, 1ULL}) {
            const auto value = (std::uint64_t {1} << bit) + offset;
            ByteWriter out;
            out.number(value);
            out.signedNumber(static_cast<std::int64_t>(value));
            const auto bytes = out.take();

            ByteReader in(bytes);

            QCOMPARE(in.number(), value);
            QCOMPARE(in.signedNumber(), static_cast<std::int64_t>(value));
            QVERIFY(in.finished());
        }
    }
}

void TestEncoding::readingPastTheEndGivesNothingForEver()
{
    ByteReader in("\x05"
                  "ab");

    QVERIFY(in.text().empty());
    QVERIFY(!in.good());
    QCOMPARE(in.number(), std::uint64_t {0});
    QVERIFY(in.text().empty());
    QVERIFY(!in.finished());
}

void TestEncoding::aCutValueIsRefusedAtEveryLength()
{
    const auto error = encode(someError());
    const auto files = encode(someFiles());
    const auto options = encode(someOptions());

    for (std::size_t length = 0; length < error.size(); ++length)
        QVERIFY(!decodeError(error.substr(0, length)));
    for (std::size_t length = 0; length < files.size(); ++length)
        QVERIFY(!decodeFiles(files.substr(0, length)));
    for (std::size_t length = 0; length < options.size(); ++length)
        QVERIFY(!decodeOptions(options.substr(0, length)));
}

void TestEncoding::bytesAfterTheValueAreRefused()
{
    QVERIFY(!decodeError(encode(someError()) + '\0'));
    QVERIFY(!decodeFiles(encode(someFiles()) + '\0'));
    QVERIFY(!decodeOptions(encode(someOptions()) + '\0'));
}

void TestEncoding::anUnknownFormIsRefused()
{
    for (auto bytes : {encode(someError()), encode(someFiles()), encode(someOptions())}) {
        QVERIFY(isAccepted(bytes));
        bytes[0] = '\5';
        QVERIFY(!isAccepted(bytes));
    }
}

void TestEncoding::optionsOfEveryFormerFormAreRead()
{
    JobOptions expected;
    expected.retry = {Milliseconds(1'500), Milliseconds(60'000), 7};
    expected.stallTimeout = Milliseconds(31'000);
    expected.connectTimeout = Milliseconds(32'000);
    expected.parallelFiles = 5;
    expected.manualComplete = true;
    expected.headers = {"Accept: */*"};
    expected.proxy = "http://proxy:1";
    expected.caFile = "/ca.pem";

    QVERIFY(decodeOptions(formerOptions(1)) == expected);
    expected.firstByteTimeout = Milliseconds(33'000);
    expected.minimumRate = 1'000;
    expected.attemptTimeout = Milliseconds(34'000);
    QVERIFY(decodeOptions(formerOptions(2)) == expected);
    expected.maxDownloadTime = Milliseconds(35'000);
    expected.notify = kNotifyError;
    expected.notifyCommand = {"/bin/true"};
    QVERIFY(decodeOptions(formerOptions(3)) == expected);
    QVERIFY(decodeOptions(encode(expected)) == expected);
}

void TestEncoding::optionsThatANewerProgramKnowsAreRefused()
{
    std::string bytes = encode(someOptions());
    ++bytes[1]; // how many there are
    bytes += '\0';

    QVERIFY(!decodeOptions(bytes));
}

void TestEncoding::noiseNeverLeadsOutsideTheBytes()
{
    std::mt19937 random(1);
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = round % 3 == 0 ? encode(someError())
            : round % 3 == 1        ? encode(someFiles())
                                    : encode(someOptions());
        for (auto changes = 1 + random() % 4; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());

        // A copy of its own: a sanitizer sees any step outside.
        accepted += isAccepted(std::string(bytes)) ? 1 : 0;
    }

    QVERIFY(accepted > 0 && accepted < 20'000); // a changed letter is still a text
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
