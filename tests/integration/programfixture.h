// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <memory>

#include <nlohmann/json.hpp>

#include "support/faultserver.h"
#include "support/sandbox.h"

namespace haulwatch::test {

/// How one run of the program ended.
struct Outcome {
    int status = -1; ///< -1: it crashed or did not end in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
    [[nodiscard]] QString line() const { return QString::fromUtf8(out).trimmed(); }
};

/// The real program with a data directory, a folder for downloads and a server of its own.
class ProgramFixture {
public:
    ProgramFixture();

    Sandbox data;
    Sandbox downloads;
    FaultServer server;

    [[nodiscard]] QString folder() const { return QString::fromStdString(downloads.path()); }
    [[nodiscard]] QString address(const std::string &path) const
    {
        return QString::fromStdString(server.address(path));
    }

    /// For every run that follows.
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }

    /// Runs a command to its end.
    [[nodiscard]] Outcome run(const QStringList &words, const QByteArray &input = {}) const;
    /// `run()` with --json, parsed.
    [[nodiscard]] nlohmann::json ask(QStringList words) const;
    [[nodiscard]] std::string stateOf(const QString &id) const;

    /// The program without waiting for its end.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words) const;
    /// `serve`, once it accepts commands.
    [[nodiscard]] std::unique_ptr<QProcess> serve() const;
    /// SIGTERM, and the exit status.
    [[nodiscard]] static int stop(QProcess &process);

    /// Adds an address into the folder for downloads, and returns the job's id.
    [[nodiscard]] QString add(const QString &address, const QStringList &options = {}) const;

private:
    void prepare(QProcess &process, const QStringList &words) const;

    QProcessEnvironment m_environment;
};

} // namespace haulwatch::test
