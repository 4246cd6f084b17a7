// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "programfixture.h"

using namespace haulwatch;
using test::ProgramFixture;

/// The notify command of a job, run by the real program when the job fails and when it arrives.
class TestCliNotify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }

    void aFailedJobRunsItsCommand();
    void anArrivedJobRunsItsCommand();
    void whatNoCommandTookIsToldAfterARestart();

private:
    /// A command of the shell's that runs the script of this name in the data directory, with a word of its own.
    [[nodiscard]] QStringList notifyOptions(const std::string &script) const
    {
        QStringList options;
        for (const auto &word : {u"sh"_qs, QString::fromStdString(m_program->data.path(script)), u"a; $(word)"_qs})
            options += {QStringLiteral("--notify-command"), word};
        return options;
    }
    void writeScript(const std::string &name) const
    {
        // Renamed into place, so that nobody reads half a line.
        const auto path = m_program->data.path("told");
        m_program->data.write(
            name,
            "printf '%s|%s|%s|%s|%s' \"$1\" \"$2\" \"$3\" \"$HAULWATCH_JOB_ID\" \"$HAULWATCH_EVENT\" > '" + path
                + ".new' && mv '" + path + ".new' '" + path + "'\n");
    }
    [[nodiscard]] std::string told() const { return m_program->data.read("told").value_or(std::string()); }

    std::unique_ptr<ProgramFixture> m_program;
};

void TestCliNotify::init()
{
    m_program = std::make_unique<ProgramFixture>();
    writeScript("notify.sh");
}

void TestCliNotify::aFailedJobRunsItsCommand()
{
    const auto serve = m_program->serve();
    QVERIFY(serve);

    const auto id = m_program->add(m_program->address("/missing"), notifyOptions("notify.sh"));
    QVERIFY(!id.isEmpty());

    const auto job = id.toStdString();
    QTRY_COMPARE_WITH_TIMEOUT(told(), "a; $(word)|" + job + "|ERROR|" + job + "|ERROR", 30'000);
    QCOMPARE(m_program->stateOf(id), std::string("ERROR"));
}

void TestCliNotify::anArrivedJobRunsItsCommand()
{
    m_program->server.serve("/file", "content");
    const auto serve = m_program->serve();
    QVERIFY(serve);

    const auto id = m_program->add(m_program->address("/file"),
                                   notifyOptions("notify.sh") + QStringList {QStringLiteral("--manual-complete")});
    QVERIFY(!id.isEmpty());

    const auto job = id.toStdString();
    QTRY_COMPARE_WITH_TIMEOUT(told(), "a; $(word)|" + job + "|TRANSFERRED|" + job + "|TRANSFERRED", 30'000);
    QCOMPARE(m_program->stateOf(id), std::string("TRANSFERRED"));
}

void TestCliNotify::whatNoCommandTookIsToldAfterARestart()
{
    auto serve = m_program->serve();
    QVERIFY(serve);
    const auto id = m_program->add(m_program->address("/missing"), notifyOptions("late.sh"));
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(id), std::string("ERROR"), 30'000);
    QCOMPARE(ProgramFixture::stop(*serve), 0);
    QVERIFY(told().empty());

    writeScript("late.sh");
    serve = m_program->serve();
    QVERIFY(serve);

    const auto job = id.toStdString();
    QTRY_COMPARE_WITH_TIMEOUT(told(), "a; $(word)|" + job + "|ERROR|" + job + "|ERROR", 30'000);
}

QTEST_GUILESS_MAIN(TestCliNotify)
#include "tst_clinotify.moc"
