// SPDX-License-Identifier: GPL-3.0-or-later
#include "programfixture.h"

namespace haulwatch::test {
namespace {

constexpr int kPatienceMs = 30'000;

/// Ends with the test that started it.
class Running : public QProcess {
public:
    ~Running() override
    {
        if (state() != NotRunning)
            kill();
        waitForFinished(kPatienceMs);
    }
};

} // namespace

ProgramFixture::ProgramFixture()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(QStringLiteral("HAULWATCH_DATA_DIR"), QString::fromStdString(data.path("data")));
    m_environment.insert(QStringLiteral("HAULWATCH_KEYRING"), QStringLiteral("off"));
    for (const auto &name : {u"DISPLAY"_qs, u"WAYLAND_DISPLAY"_qs, u"QT_QPA_PLATFORM"_qs, u"http_proxy"_qs})
        m_environment.remove(name);
}

void ProgramFixture::prepare(QProcess &process, const QStringList &words) const
{
    process.setProcessEnvironment(m_environment);
    process.setProgram(QStringLiteral(HAULWATCH_PROGRAM));
    process.setArguments(words);
    process.setWorkingDirectory(folder());
}

Outcome ProgramFixture::run(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    prepare(process, words);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

nlohmann::json ProgramFixture::ask(QStringList words) const
{
    words.push_back(QStringLiteral("--json"));
    return run(words).json();
}

std::string ProgramFixture::stateOf(const QString &id) const
{
    return ask({QStringLiteral("show"), id}).value("state", std::string());
}

std::unique_ptr<QProcess> ProgramFixture::start(const QStringList &words) const
{
    auto process = std::make_unique<Running>();
    prepare(*process, words);
    process->start();
    process->waitForStarted(kPatienceMs);
    return process;
}

std::unique_ptr<QProcess> ProgramFixture::serve() const
{
    auto process = start({QStringLiteral("serve")});
    process->waitForReadyRead(kPatienceMs);
    return process->readAllStandardOutput() == "ready\n" ? std::move(process) : nullptr;
}

int ProgramFixture::stop(QProcess &process)
{
    process.terminate();
    return process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                                : -1;
}

QString ProgramFixture::add(const QString &address, const QStringList &options) const
{
    return run(QStringList {QStringLiteral("add"), address} + options).line();
}

} // namespace haulwatch::test
