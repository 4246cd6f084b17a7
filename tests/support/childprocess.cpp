// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/childprocess.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace haulwatch::test {
namespace {

std::string pathOf(const std::string &program)
{
    if (program.find('/') != std::string::npos)
        return program;
    const char *path = std::getenv("PATH");
    std::istringstream folders(std::string(path == nullptr ? "" : path) + ":/usr/sbin:/sbin:/usr/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto candidate = folder + '/' + program;
        if (::access(candidate.c_str(), X_OK) == 0)
            return candidate;
    }
    return {};
}

[[noreturn]] void become(const char *program, char *const *arguments)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nothing, stream);
    ::execv(program, arguments);
    ::_exit(127);
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string> &command)
{
    const auto program = pathOf(command.front());
    if (program.empty())
        throw std::runtime_error(command.front() + " is not installed");
    std::vector<char *> arguments;
    for (const auto &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = ::fork();
    if (m_pid == 0)
        become(program.c_str(), arguments.data());
}

ChildProcess::~ChildProcess()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
}

int ChildProcess::exitStatus()
{
    int status = 0;
    ::wait4(m_pid, &status, 0, &m_usage);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool isInstalled(const std::string &program)
{
    return !pathOf(program).empty();
}

} // namespace haulwatch::test
