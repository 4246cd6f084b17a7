// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <random>

#include "powerloss.h"
#include "programfixture.h"

using namespace haulwatch;
using test::PowerLoss;
using test::ProgramFixture;
using test::Reply;

/// The plug is pulled at random moments: whatever was written since the last sync is gone. No accepted job is lost, no
/// job that was told to be finished has lost its file, no wrong byte stands under a final name.
class TestPowerLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcceptedAndWhatWasFinishedSurvives();
};

namespace {

constexpr std::size_t kSize = 1'200'000;

std::vector<Reply> replies(unsigned number)
{
    Reply whole;
    whole.body = test::patternedBytes(kSize, number);
    whole.drip = {64 * 1024, std::chrono::milliseconds(number % 2 == 0 ? 1 : 4)};
    Reply broken = whole; // makes the engine sync what is here
    broken.stopAfter = kSize / 2;
    broken.ending = Reply::Ending::Reset;
    return number % 3 == 0 ? std::vector {whole} : std::vector {broken, whole};
}

} // namespace

void TestPowerLoss::whatWasAcceptedAndWhatWasFinishedSurvives()
{
    const auto seed = qEnvironmentVariable("HAULWATCH_SEED", QStringLiteral("1")).toULongLong();
    const auto rounds = qEnvironmentVariable("HAULWATCH_POWER_CUTS", QStringLiteral("20")).toUInt();
    std::mt19937_64 random(seed);
    const PowerLoss power;
    ProgramFixture program;
    program.setEnvironment(u"LD_PRELOAD"_qs, QStringLiteral(HAULWATCH_POWERLOSS_SHIM));
    program.setEnvironment(u"HAULWATCH_POWERLOSS"_qs, QString::fromStdString(power.path()));
    std::map<std::string, unsigned> accepted; // id → number of the file
    std::map<std::string, bool> finished;
    std::size_t resumed = 0;

    for (unsigned round = 0; round < rounds; ++round) {
        const auto where = QStringLiteral("seed %1, round %2").arg(seed).arg(round);
        const auto path = "/file" + std::to_string(round);
        program.server.script(path, replies(round));
        {
            const auto serve = program.serve();
            QVERIFY2(serve, qPrintable(where));
            const auto id = program.add(program.address(path), {u"--retry-delay"_qs, u"0.05"_qs}).toStdString();
            QVERIFY2(!id.empty(), qPrintable(where));
            accepted.emplace(id, round);
            QTest::qWait(static_cast<int>(random() % 150));
            for (const auto &job : program.ask({u"list"_qs})) {
                if (job["state"] == "ACKNOWLEDGED")
                    finished[job["id"]] = true;
            }
            serve->kill();
            QVERIFY(serve->waitForFinished());
        }

        power.strike({program.data.path("data"), program.downloads.path()});

        QCOMPARE(program.ask({u"list"_qs}).size(), accepted.size());
        for (const auto &[id, number] : accepted) {
            const auto bytes = program.downloads.read("file" + std::to_string(number));
            QVERIFY2(!bytes || bytes == test::patternedBytes(kSize, number), qPrintable(where));
            QVERIFY2(bytes || !finished.contains(id), qPrintable(where));
        }
    }

    const auto serve = program.serve();
    for (const auto &[id, number] : accepted) {
        QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(QString::fromStdString(id)), std::string("ACKNOWLEDGED"), 30'000);
        QVERIFY(program.downloads.read("file" + std::to_string(number)) == test::patternedBytes(kSize, number));
        for (const auto &request : program.server.requests("/file" + std::to_string(number)))
            resumed += request.header("Range").empty() ? 0 : 1;
    }
    QVERIFY(resumed > 0); // else nothing was ever gone on with, and the test shows little
    QVERIFY(!finished.empty());
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
