// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace haulwatch {

/// The process's two streams of text: answers on the standard output, sentences for people on the standard error. Text
/// from outside must have gone through format::plain(), or be JSON.
class Console {
public:
    /// One line of an answer. UTF-8.
    void print(std::string_view line);
    void print(const QString &line) { print(std::string_view(line.toStdString())); }

    /// "haulwatch: SENTENCE"
    void say(const QString &sentence);

    /// Replaces the last line on a terminal; elsewhere nothing. Empty: takes it away.
    void progress(const QString &line);

    /// Hands over what was printed. False when some of it could not be written: the disk is full, or nobody reads it.
    [[nodiscard]] bool flush();

private:
    bool m_isWhole = true;
};

} // namespace haulwatch
