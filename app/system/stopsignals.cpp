// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/stopsignals.h"

#include <algorithm>
#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

#include "system/filedescriptor.h"

namespace haulwatch {
namespace {

// A signal handler reaches nothing but what has static storage.
std::array<FileDescriptor, 2> s_ends;

extern "C" void noteStopSignal(int)
{
    const char byte = 1;
    // When the buffer is full, a stop is waiting to be read already.
    [[maybe_unused]] const auto written = ::write(s_ends[0].get(), &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before { };
        ::sigaction(signal, nullptr, &before);
        // nohup(1) says by this that the end of the terminal is not to be ours.
        if (signal != SIGHUP || before.sa_handler != SIG_IGN) // NOLINT(*-union-access): there is no other way to see it
            ::sigaction(signal, &action, nullptr);
    }
}

int openEnds()
{
    std::array<int, 2> ends {-1, -1};
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data());
    std::transform(ends.begin(), ends.end(), s_ends.begin(), [](int end) { return FileDescriptor(end); });
    return s_ends[1].get();
}

} // namespace

StopSignals::StopSignals()
    : m_notifier(openEnds(), QSocketNotifier::Read, this)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes {};
        while (::read(s_ends[1].get(), bytes.data(), bytes.size()) > 0)
            continue;
        m_isStopRequested = true;
        Q_EMIT stopRequested();
    });
    install(noteStopSignal);
}

StopSignals::~StopSignals()
{
    install(SIG_DFL);
    m_notifier.setEnabled(false);
    s_ends = {};
}

} // namespace haulwatch
