// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <chrono>
#include <random>

#include <csignal>

#include "crashscript.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/storeopen.h"

using namespace haulwatch;

/// A process that dies at any moment loses nothing it was told is durable, and keeps no half of a batch.
/// HAULWATCH_KILL_ROUNDS and HAULWATCH_SEED repeat or widen a run.
class TestStoreCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasDurableSurvivesAKill();

private:
    /// The last number the child said before it was killed; the one before `first` when it said none.
    static std::uint64_t runAndKill(const QString &folder, std::uint64_t first, std::mt19937_64 &random);
};

std::uint64_t TestStoreCrash::runAndKill(const QString &folder, std::uint64_t first, std::mt19937_64 &random)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/storechild"),
                {QStringLiteral("submit"), folder, QString::number(first)});
    auto said = first - 1;
    const auto readLines = [&] {
        while (child.canReadLine())
            said = child.readLine().trimmed().toULongLong();
    };
    for (auto lines = random() % 12; lines > 0 && child.waitForReadyRead(10'000); --lines)
        readLines();
    // The kill falls somewhere in the middle of what the child does next.
    const auto moment = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 3'000);
    while (std::chrono::steady_clock::now() < moment) { }
    child.kill();
    child.waitForFinished();
    readLines();
    return said;
}

void TestStoreCrash::whatWasDurableSurvivesAKill()
{
    const auto seed = qEnvironmentVariable("HAULWATCH_SEED", QStringLiteral("1")).toULongLong();
    const auto rounds = qEnvironmentVariable("HAULWATCH_KILL_ROUNDS", QStringLiteral("40")).toInt();
    const QTemporaryDir home;
    const auto folder = home.filePath(QStringLiteral("data"));
    std::mt19937_64 random(seed);
    CrashScript expected;
    std::uint64_t kept = 0;

    for (int round = 0; round < rounds; ++round) {
        const auto said = runAndKill(folder, kept + 1, random);

        auto database = Database::open(folder.toStdString() + "/jobs.sqlite");
        if (database && inspectSchema(*database) == SchemaState::Usable)
            QCOMPARE(QByteArray::fromStdString(database->queryText("PRAGMA quick_check").value()), QByteArray("ok"));
        database = tl::unexpected(SqlError {});
        auto store = openStore(folder.toStdString());
        QVERIFY2(store, qPrintable(QStringLiteral("seed %1, round %2").arg(seed).arg(round)));
        const auto history = store->journal->history(CrashScript::counter()).value();
        QVERIFY2(history.size() >= said,
                 qPrintable(
                     QStringLiteral("seed %1, round %2: %3 of %4").arg(seed).arg(round).arg(history.size()).arg(said)));

        while (kept < history.size()) {
            ++kept;
            QCOMPARE(history[kept - 1].value, kept);
            expected.apply(CrashScript::batch(kept));
        }
        QCOMPARE(store->jobs.size(), expected.jobs().size());
        for (const auto &job : store->jobs) {
            const auto &model = expected.jobs().at(job.spec->id);
            QVERIFY(job.status == model.status);
            QVERIFY(job.files == model.files);
            QVERIFY(job.sinceProgress == model.sinceProgress);
            QCOMPARE(job.formerFolder, model.formerFolder);
            QCOMPARE(job.error ? job.error->attempt : 0, model.error ? model.error->attempt : 0);
            // Secrets are written first, so they may be newer than the job, but never missing.
            const bool needsSecrets = model.spec->secrets && !model.spec->secrets->empty();
            QVERIFY(!needsSecrets || job.spec->secrets);
        }
    }
    QVERIFY(kept > static_cast<std::uint64_t>(rounds) / 2); // the child did get to work
}

QTEST_GUILESS_MAIN(TestStoreCrash)
#include "tst_storecrash.moc"
