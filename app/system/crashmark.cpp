// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/crashmark.h"

#include <array>
#include <csignal>
#include <cstddef>

#include <fcntl.h>
#include <unistd.h>

namespace haulwatch {
namespace {

constexpr const char *kName = "crashed";
constexpr std::array kFaults {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// A signal handler reaches nothing but what has static storage.
volatile std::sig_atomic_t s_directory = -1;
std::array<struct sigaction, kFaults.size()> s_before {};

// The handler of before takes over (none, or a sanitizer's), so that the core dump and the exit status are those of
// the fault: an instruction that faulted does so again once this returns, a signal that was sent is sent again.
extern "C" void noteFault(int signal, siginfo_t *about, void *)
{
    const bool isSent = about->si_code <= 0;
    if (!isSent || about->si_pid == ::getpid())
        CrashMark::leave();
    for (std::size_t i = 0; i < kFaults.size(); ++i) {
        if (kFaults[i] == signal)
            ::sigaction(signal, &s_before[i], nullptr);
    }
    if (isSent)
        ::raise(signal);
}

} // namespace

CrashMark::CrashMark(const std::string &directory)
{
    const int opened = ::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    m_wasThere = ::unlinkat(opened, kName, 0) == 0;
    s_directory = opened;

    struct sigaction action { };
    action.sa_sigaction = noteFault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        ::sigaction(kFaults[i], &action, &s_before[i]);
}

CrashMark::~CrashMark()
{
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        ::sigaction(kFaults[i], &s_before[i], nullptr);
    const int opened = s_directory;
    s_directory = -1;
    ::close(opened);
}

// A link that leads nowhere takes no descriptor, of which there may be none left, and no block of the disk.
void CrashMark::leave()
{
    if (s_directory >= 0) {
        [[maybe_unused]] const int made = ::symlinkat("by a fault of its own", s_directory, kName);
    }
}

} // namespace haulwatch
