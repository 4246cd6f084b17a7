// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/processrunner.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace haulwatch {
namespace {

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What the new process gets: no terminal to read from, no signals blocked or ignored by us, a process group of its
/// own.
class Surroundings {
public:
    Surroundings()
    {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        // A library may open what it does not mark close-on-exec, as libcurl does its own pipes.
        ::posix_spawn_file_actions_addclosefrom_np(&m_files, STDERR_FILENO + 1);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~Surroundings()
    {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t *files() const { return &m_files; }
    [[nodiscard]] const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_files {};
    posix_spawnattr_t m_attributes {};
};

class ProcessRunner final : public CommandRunner {
public:
    std::optional<Process> start(const std::vector<std::string> &words,
                                 const std::vector<std::string> &variables) override
    {
        const Surroundings surroundings;
        auto arguments = words;
        auto environment = variables;
        for (char **variable = ::environ; *variable; ++variable)
            environment.emplace_back(*variable);
        pid_t process = 0;
        const int error =
            ::posix_spawnp(&process, words.front().c_str(), surroundings.files(), surroundings.attributes(),
                           pointersTo(arguments).data(), pointersTo(environment).data());
        return error == 0 ? std::optional<Process>(process) : std::nullopt;
    }

    std::optional<int> takeExit(Process process) override
    {
        int status = 0;
        const auto ended = ::waitpid(static_cast<pid_t>(process), &status, WNOHANG);
        if (ended == 0)
            return std::nullopt;
        if (ended < 0)
            return 127; // somebody else took it away; how it ended nobody knows
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
};

} // namespace

std::unique_ptr<CommandRunner> makeProcessRunner()
{
    return std::make_unique<ProcessRunner>();
}

} // namespace haulwatch
