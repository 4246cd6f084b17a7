// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <random>

#include "programfixture.h"

using namespace haulwatch;
using test::ProgramFixture;
using test::Reply;

/// The whole program, killed at random moments while it transfers: no accepted job is lost, no wrong byte stands under
/// a final name, and in the end all is here. HAULWATCH_PROGRAM_KILLS and HAULWATCH_SEED widen or repeat a run.
class TestProgramKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAcceptedJobArrivesWhateverKillsTheProgram();
    void aKillCostsAtMostASecondOrEightMebibytes();
};

namespace {

constexpr std::size_t kSize = 1'500'000;

// Slow enough to be killed in the middle; every third breaks by itself, every fourth is of unknown length.
std::vector<Reply> replies(unsigned number)
{
    Reply whole;
    whole.body = test::patternedBytes(kSize, number);
    whole.drip = {64 * 1024, std::chrono::milliseconds(2)};
    Reply broken = whole;
    broken.stopAfter = kSize / 3;
    broken.ending = Reply::Ending::Reset;
    Reply chunked = whole;
    chunked.drip = {};
    chunked.framing = Reply::Framing::Chunked;
    if (number % 3 == 0)
        return {broken, whole};
    return {number % 4 == 0 ? chunked : whole};
}

} // namespace

void TestProgramKills::everyAcceptedJobArrivesWhateverKillsTheProgram()
{
    const auto seed = qEnvironmentVariable("HAULWATCH_SEED", QStringLiteral("1")).toULongLong();
    const auto rounds = qEnvironmentVariable("HAULWATCH_PROGRAM_KILLS", QStringLiteral("30")).toUInt();
    std::mt19937_64 random(seed);
    ProgramFixture program;
    std::map<std::string, unsigned> accepted; // id → number of the file

    for (unsigned round = 0; round < rounds; ++round) {
        const auto where = QStringLiteral("seed %1, round %2").arg(seed).arg(round);
        auto serve = program.serve();
        QVERIFY2(serve, qPrintable(where));
        if (round % 2 == 0) {
            const auto path = "/file" + std::to_string(round);
            program.server.script(path, replies(round));
            const auto id = program.add(program.address(path), {u"--retry-delay"_qs, u"0.05"_qs}).toStdString();
            QVERIFY2(!id.empty(), qPrintable(where));
            accepted.emplace(id, round);
        }

        QTest::qWait(static_cast<int>(random() % 120));
        serve->kill();
        QVERIFY(serve->waitForFinished());

        const auto jobs = program.ask({u"list"_qs});
        QCOMPARE(jobs.size(), accepted.size());
        for (const auto &[id, number] : accepted) {
            const auto bytes = program.downloads.read("file" + std::to_string(number));
            QVERIFY2(!bytes || bytes == test::patternedBytes(kSize, number), qPrintable(where));
        }
    }

    const auto serve = program.serve();
    for (const auto &[id, number] : accepted) {
        QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(QString::fromStdString(id)), std::string("ACKNOWLEDGED"), 30'000);
        QVERIFY(program.downloads.read("file" + std::to_string(number)) == test::patternedBytes(kSize, number));
    }
    QCOMPARE(program.downloads.names().size(), accepted.size());
}

void TestProgramKills::aKillCostsAtMostASecondOrEightMebibytes()
{
    constexpr std::size_t kRate = 8 * 1024 * 1024; // a second, so that both are the same
    ProgramFixture program;
    Reply reply;
    reply.body = test::patternedBytes(40'000'000);
    reply.drip = {kRate / 50, std::chrono::milliseconds(20)};
    program.server.script("/large", {reply});
    auto serve = program.serve();
    const auto id = program.add(program.address("/large"));
    const auto arrived = [&] { return program.ask({u"show"_qs, id})["bytesTransferred"].get<std::size_t>(); };
    QTRY_VERIFY_WITH_TIMEOUT(arrived() > 12'000'000, 30'000);

    const auto atLeast = arrived();
    serve->kill();
    QVERIFY(serve->waitForFinished());
    reply.drip = {};
    program.server.script("/large", {reply});
    serve = program.serve();

    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(id), std::string("ACKNOWLEDGED"), 30'000);
    QVERIFY(program.downloads.read("large") == reply.body);
    const auto range = QString::fromStdString(program.server.requests("/large").back().header("Range"));
    const auto wentOnAt = range.section(u'=', 1).section(u'-', 0, 0).toULongLong();
    QVERIFY2(wentOnAt + kRate >= atLeast, qPrintable(QStringLiteral("%1 of %2").arg(range).arg(atLeast)));
}

QTEST_GUILESS_MAIN(TestProgramKills)
#include "tst_programkills.moc"
