// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/console.h"

#include <cstdio>

#include <unistd.h>

namespace haulwatch {

void Console::print(std::string_view line)
{
    m_isWhole =
        m_isWhole && std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF;
}

void Console::say(const QString &sentence)
{
    const std::string line = "haulwatch: " + sentence.toStdString() + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::progress(const QString &line)
{
    if (::isatty(STDERR_FILENO) == 0)
        return;
    const std::string text = "\r\x1b[K" + line.toStdString();
    std::fwrite(text.data(), 1, text.size(), stderr);
}

bool Console::flush()
{
    m_isWhole = m_isWhole && std::fflush(stdout) == 0;
    return m_isWhole;
}

} // namespace haulwatch
