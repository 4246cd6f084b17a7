// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <CLI/App.hpp>

#include "commandline/commandvalues.h"
#include "commandline/words.h"
#include "job/job.h"

/// The kinds of options the commands share: each is checked as it is read, and refused in a sentence of our own.
namespace haulwatch::commandline {

[[nodiscard]] inline std::string words(const char *text)
{
    return translated(text).toStdString();
}

/// Ends the parsing with a sentence of our own.
[[noreturn]] inline void complain(const QString &sentence)
{
    throw CLI::ValidationError(sentence.toStdString());
}

[[nodiscard]] inline QString inQuotes(const std::string &text)
{
    return u'"' + QString::fromStdString(text) + u'"';
}

/// "NAME needs `what`, not "text"." A function of its own, since lupdate finds no context within a template.
[[noreturn]] inline void complainOf(const std::string &optionName, const char *what, const std::string &text)
{
    complain(
        Words::tr("%1 needs %2, not %3.").arg(QString::fromStdString(optionName), translated(what), inQuotes(text)));
}

/// An option whose text becomes a value by `parse`, or is refused as "NAME needs `what`, not "text"."
template <typename Parse, typename Take>
CLI::Option *valueOption(CLI::App &app, const std::string &optionName, const char *what, const char *help, Parse parse,
                         Take take)
{
    const auto convert = [optionName, what, parse, take](const std::string &text) {
        if (auto value = parse(text))
            take(std::move(*value));
        else
            complainOf(optionName, what, text);
    };
    return app.add_option_function<std::string>(optionName, convert, words(help))->allow_extra_args(false);
}

inline constexpr const char *kSecondsWords = QT_TRANSLATE_NOOP("CommandLine", "a number of seconds, such as 30 or 0.5");
inline constexpr const char *kPriorityWords = QT_TRANSLATE_NOOP("CommandLine", "foreground, high, normal or low");
inline constexpr const char *kCountWords = QT_TRANSLATE_NOOP("CommandLine", "a whole number");

template <typename Take>
CLI::Option *countOption(CLI::App &app, const std::string &optionName, const char *help, Take take)
{
    return valueOption(app, optionName, kCountWords, help, parseNumber<std::uint32_t>, take)->type_name("N");
}

template <typename Take>
CLI::Option *priorityOption(CLI::App &app, Take take)
{
    return valueOption(app, "--priority", kPriorityWords,
                       QT_TRANSLATE_NOOP("CommandLine", "foreground, high, normal (as it is) or low"), parsePriority,
                       take);
}

} // namespace haulwatch::commandline
