// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTest>

#include "programfixture.h"

using namespace haulwatch;
using test::Outcome;
using test::ProgramFixture;

/// The program with its window, on a machine without a display.
class TestCliWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void withoutADisplayTheProgramSaysWhatWorks();
    void aDisplayThatDoesNotAnswerIsNoCrash();
    void aDemoIsPaintedInTheSizeAskedForAndLeavesNothingBehind();
    void aScenarioThatIsNotUnderstoodIsTold();
    void themesDiffer();
    void aSelectedFailureOpensItsPane();
    void whatCannotBeSelectedIsTold();
    void aPictureThatCannotBeWrittenIsTold();
    void aPictureOfRealJobsTransfersNothing();
    void aPictureShowsTheJobsOfARunningEngine();
    void commandsReachTheEngineOfTheWindow();
    void aWindowUsesTheEngineThatRunsAlready();
    void aWindowWhoseEngineEndsRunsOneItself();

private:
    /// Paints into the folder for downloads.
    [[nodiscard]] QImage paint(const QStringList &words) const;
    [[nodiscard]] QString picture() const { return QString::fromStdString(m_program->downloads.path("picture.png")); }

    /// To the engine's socket, as the kernel tells.
    [[nodiscard]] int connections() const;

    std::unique_ptr<ProgramFixture> m_program;
};

int TestCliWindow::connections() const
{
    QFile sockets(u"/proc/net/unix"_qs);
    if (!sockets.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray path = QByteArray::fromStdString(m_program->data.path("data/socket"));
    int count = 0;
    for (const QByteArray &line : sockets.readAll().split('\n')) {
        constexpr int kState = 5;
        const auto fields = line.simplified().split(' ');
        count += fields.last() == path && fields.value(kState) == "03" ? 1 : 0;
    }
    return count;
}

QImage TestCliWindow::paint(const QStringList &words) const
{
    const Outcome outcome =
        m_program->run(QStringList {u"--screenshot"_qs, picture(), u"--after"_qs, u"300"_qs} + words);
    if (outcome.status != 0 || !outcome.err.isEmpty())
        qWarning("%d: %s", outcome.status, outcome.err.constData());
    return QImage(picture());
}

void TestCliWindow::withoutADisplayTheProgramSaysWhatWorks()
{
    for (const QStringList &words : {QStringList {}, QStringList {u"--demo"_qs}}) {
        const Outcome outcome = m_program->run(words);

        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("--screenshot") && outcome.err.contains("serve"), outcome.err.constData());
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }
}

void TestCliWindow::aDisplayThatDoesNotAnswerIsNoCrash()
{
    m_program->setEnvironment(u"DISPLAY"_qs, u":4711"_qs);

    const Outcome outcome = m_program->run({u"--demo"_qs});

    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("--screenshot"), outcome.err.constData());
}

void TestCliWindow::aDemoIsPaintedInTheSizeAskedForAndLeavesNothingBehind()
{
    m_program->setEnvironment(u"XDG_CONFIG_HOME"_qs, QString::fromStdString(m_program->data.path("config")));

    const QImage image = paint({u"--demo=50"_qs, u"--size"_qs, u"1000x700"_qs});

    QCOMPARE(image.size(), QSize(1000, 700));
    QVERIFY(m_program->data.names().empty());
}

void TestCliWindow::aScenarioThatIsNotUnderstoodIsTold()
{
    QFile file(QString::fromStdString(m_program->downloads.path("scenario.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"jobs": [{"name": "a", "files": [{"url": "https://x.example/a", "fails": {"code": "7"}}]}]})");
    file.close();

    const Outcome outcome = m_program->run(
        {u"--demo"_qs, u"--scenario"_qs, file.fileName(), u"--screenshot"_qs, picture(), u"--after"_qs, u"0"_qs});

    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("curl 28"), outcome.err.constData());
    QVERIFY(!QFile::exists(picture()));
}

void TestCliWindow::themesDiffer()
{
    const auto brightness = [this](const QString &theme) {
        return qGray(paint({u"--demo=20"_qs, u"--theme"_qs, theme}).pixel(5, 850));
    };

    QVERIFY(brightness(u"light"_qs) > 200);
    QVERIFY(brightness(u"dark"_qs) < 80);
}

void TestCliWindow::aSelectedFailureOpensItsPane()
{
    const QStringList demo {u"--demo=200"_qs};

    const QImage failed = paint(demo + QStringList {u"--select"_qs, u"failed"_qs});
    const QImage suspended = paint(demo + QStringList {u"--select"_qs, u"SUSPENDED"_qs});

    // The pane about the job, at the lower right.
    const QRect pane(240, 430, 1100, 380);
    QVERIFY(failed.copy(pane) != suspended.copy(pane));
}

void TestCliWindow::whatCannotBeSelectedIsTold()
{
    const QStringList demo {u"--demo=5"_qs, u"--screenshot"_qs, picture(), u"--after"_qs, u"100"_qs, u"--select"_qs};

    QCOMPARE(m_program->run(demo + QStringList {u"nonsense"_qs}).status, 2);
    QCOMPARE(m_program->run(demo + QStringList {u"01890a5d-ac96-774b-bcce-b302099a8057"_qs}).status, 5);
    QVERIFY(!QFileInfo::exists(picture()));
}

void TestCliWindow::aPictureThatCannotBeWrittenIsTold()
{
    const Outcome outcome =
        m_program->run({u"--demo=5"_qs, u"--after"_qs, u"0"_qs, u"--screenshot"_qs, u"/no/such/folder/a.png"_qs});

    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("/no/such/folder/a.png"), outcome.err.constData());
}

void TestCliWindow::aPictureOfRealJobsTransfersNothing()
{
    const QString id = m_program->add(m_program->address("/a"));

    QVERIFY(!paint({u"--select"_qs, id}).isNull());

    QVERIFY(m_program->server.requests("/a").empty());
    QCOMPARE(m_program->stateOf(id), std::string("QUEUED"));
}

void TestCliWindow::aPictureShowsTheJobsOfARunningEngine()
{
    const auto serve = m_program->serve();
    const Outcome failed = m_program->run({u"add"_qs, m_program->address("/gone"), u"--wait"_qs});

    QVERIFY(!paint({u"--select"_qs, failed.line()}).isNull());
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliWindow::commandsReachTheEngineOfTheWindow()
{
    m_program->server.serve("/a", "content");
    m_program->setEnvironment(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
    m_program->setEnvironment(u"XDG_CONFIG_HOME"_qs, QString::fromStdString(m_program->data.path("config")));
    const auto window = m_program->start({});
    QTRY_VERIFY(m_program->data.has("data/socket"));

    const Outcome outcome = m_program->run({u"add"_qs, m_program->address("/a"), u"--wait"_qs});

    QCOMPARE(outcome.status, 0);
    QVERIFY(m_program->downloads.read("a") == "content");
    QCOMPARE(m_program->run({u"serve"_qs}).status, 6);
    QCOMPARE(ProgramFixture::stop(*window), 0);
}

void TestCliWindow::aWindowUsesTheEngineThatRunsAlready()
{
    m_program->setEnvironment(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
    m_program->setEnvironment(u"XDG_CONFIG_HOME"_qs, QString::fromStdString(m_program->data.path("config")));
    const auto serve = m_program->serve();
    const auto window = m_program->start({});
    QTRY_COMPARE(connections(), 1);
    const auto watch = m_program->start({u"watch"_qs});
    QTRY_COMPARE(connections(), 2);

    // The window lives beside the engine, and its end is not the engine's.
    QCOMPARE(m_program->run({u"list"_qs}).status, 0);
    QCOMPARE(ProgramFixture::stop(*window), 0);
    QCOMPARE(m_program->run({u"list"_qs}).status, 0);
    QCOMPARE(ProgramFixture::stop(*watch), 0);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
}

void TestCliWindow::aWindowWhoseEngineEndsRunsOneItself()
{
    m_program->setEnvironment(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
    m_program->setEnvironment(u"XDG_CONFIG_HOME"_qs, QString::fromStdString(m_program->data.path("config")));
    const auto serve = m_program->serve();
    const auto window = m_program->start({});
    QTRY_COMPARE(connections(), 1);

    QCOMPARE(ProgramFixture::stop(*serve), 0);

    // Nobody but the window is left to transfer anything.
    m_program->server.serve("/file", "content");
    const QString id = m_program->add(m_program->address("/file"));
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(id), std::string("ACKNOWLEDGED"), 30'000);
    QCOMPARE(ProgramFixture::stop(*window), 0);
}

QTEST_GUILESS_MAIN(TestCliWindow)
#include "tst_cliwindow.moc"
