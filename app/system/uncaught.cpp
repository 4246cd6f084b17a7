// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/uncaught.h"

#include <cstring>
#include <exception>

#include <unistd.h>

#include "system/crashmark.h"

namespace haulwatch {
namespace {

constexpr int kFailed = 1;

// Neither allocates nor translates: memory may be what is missing.
void write(const char *text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
}

[[noreturn]] void end()
{
    CrashMark::leave();
    write("haulwatch: ended by what it did not expect: ");
    try {
        if (const auto exception = std::current_exception())
            std::rethrow_exception(exception);
        write("no exception");
    } catch (const std::exception &exception) {
        write(exception.what());
    } catch (...) {
        write("an exception of unknown kind");
    }
    write("\n");
    // No destructor may run: other threads are still at work on what it would take away.
    ::_exit(kFailed);
}

} // namespace

void endOnUncaughtExceptions()
{
    std::set_terminate(end);
}

} // namespace haulwatch
