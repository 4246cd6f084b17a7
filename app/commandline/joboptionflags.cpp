// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline/joboptionflags.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "commandline/commandoptions.h"
#include "job/joboptions.h"

namespace haulwatch::commandline {
namespace {

/// What people are told of an option; its kind comes from its type.
struct OptionRow {
    std::string_view flag;
    const char *placeholder; ///< of its value
    const char *help;
    const char *needs = nullptr; ///< its values in words; null: the usual ones of its kind
    const char *none = nullptr; ///< the word for an absent value, where it may be absent
};

constexpr std::array<OptionRow, 19> kRows {{
    {"retry-delay", "S", QT_TRANSLATE_NOOP("CommandLine", "Between attempts; growing: 5, doubling to 600 (growing)"),
     QT_TRANSLATE_NOOP("CommandLine", "a number of seconds, such as 30 or 0.5, or the word growing"), "growing"},
    {"no-progress-timeout", "S",
     QT_TRANSLATE_NOOP("CommandLine", "Without a new byte for so long the job fails (14 days)")},
    {"max-retries", "N",
     QT_TRANSLATE_NOOP("CommandLine",
                       "Attempts in a row without a new byte, then the job fails; none: no limit (none)"),
     QT_TRANSLATE_NOOP("CommandLine", "a whole number or the word none"), "none"},
    {"stall-timeout", "S", QT_TRANSLATE_NOOP("CommandLine", "Without a byte for so long an attempt ends (30)")},
    {"connect-timeout", "S", QT_TRANSLATE_NOOP("CommandLine", "To find, connect and trust the server (30)")},
    {"parallel-files", "N", QT_TRANSLATE_NOOP("CommandLine", "Files of the job at a time (4)")},
    {"manual-complete", "", QT_TRANSLATE_NOOP("CommandLine", "The files get their names only by `complete`")},
    {"header", "LINE",
     QT_TRANSLATE_NOOP("CommandLine",
                       "A header line to send, \"Name: value\"; may be repeated; `set` replaces all of them")},
    {"proxy", "URL", QT_TRANSLATE_NOOP("CommandLine", "The proxy's address; empty: what the environment says")},
    {"cacert", "FILE", QT_TRANSLATE_NOOP("CommandLine", "Trusted certificates; empty: the system's")},
    {"first-byte-timeout", "S",
     QT_TRANSLATE_NOOP("CommandLine", "From the request to the first byte of the answer (60)")},
    {"min-rate", "N",
     QT_TRANSLATE_NOOP("CommandLine", "Bytes a second; less during the stall time-out ends an attempt (0)")},
    {"attempt-timeout", "S",
     QT_TRANSLATE_NOOP("CommandLine", "An attempt ends after so long, whatever comes; 0: no limit (0)")},
    {"max-download-time", "S",
     QT_TRANSLATE_NOOP("CommandLine", "Connecting and moving data for so long, the job fails (90 days)")},
    {"notify-flags", "N",
     QT_TRANSLATE_NOOP("CommandLine", "BITS' BG_NOTIFY flags: 1 transferred, 2 error, 4 nothing at all (3)"),
     QT_TRANSLATE_NOOP("CommandLine", "a sum of 1, 2, 4, 8 and 16")},
    {"notify-command", "WORD",
     QT_TRANSLATE_NOOP("CommandLine",
                       "A program to run without a shell on ERROR and TRANSFERRED, with the job's id and that word "
                       "behind its own arguments; repeated for each argument")},
    {"take-web-pages", "",
     QT_TRANSLATE_NOOP("CommandLine", "A web page is taken for the file, whatever its name says")},
    {"resume-by-date", "",
     QT_TRANSLATE_NOOP("CommandLine", "Size and date prove that a file is the same, whatever its tag says")},
    {"take-packed", "",
     QT_TRANSLATE_NOOP("CommandLine",
                       "A file that the server packed for the way is kept packed, whatever its name says")},
}};

const OptionRow &rowOf(const OptionName &option)
{
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const OptionRow &each) { return each.flag == option.flag; });
    Q_ASSERT(row != kRows.end());
    return *row;
}

/// How the words of one kind of value are read, and told of.
template <typename T>
struct Kind;

template <>
struct Kind<Milliseconds> {
    static constexpr const char *kNeeds = kSecondsWords;
    static std::optional<Milliseconds> parse(const std::string &text, const OptionRow &) { return parseSeconds(text); }
};

template <std::unsigned_integral T>
struct Kind<T> {
    static constexpr const char *kNeeds = kCountWords;
    static std::optional<T> parse(const std::string &text, const OptionRow &) { return parseNumber<T>(text); }
};

template <typename T>
struct Kind<std::optional<T>> {
    static constexpr const char *kNeeds = Kind<T>::kNeeds;
    static std::optional<std::optional<T>> parse(const std::string &text, const OptionRow &row)
    {
        if (text == row.none)
            return std::optional<T> {};
        const auto value = Kind<T>::parse(text, row);
        if (!value)
            return std::nullopt; // deduced, an optional of an optional would be one that holds nothing
        return std::optional<std::optional<T>>(std::in_place, *value);
    }
};

/// Declares the flag of each option that it comes by.
class Declarer {
public:
    explicit Declarer(CLI::App &app)
        : m_app(app)
    {
    }

    template <typename T>
    void operator()(const OptionName &option, T &value)
    {
        declare<T>(rowOf(option), [&value](const T &given) { value = given; });
    }
    template <typename T>
    void operator()(const OptionName &option, const T &, std::optional<T> &edit)
    {
        declare<T>(rowOf(option), [&edit](const T &given) { edit = given; });
    }

private:
    template <typename T, typename Take>
    void declare(const OptionRow &row, Take take)
    {
        const std::string flag = "--" + std::string(row.flag);
        if constexpr (std::is_same_v<T, bool>) {
            m_app.add_flag_callback(
                flag, [take] { take(true); }, words(row.help));
        } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::vector<std::string>>) {
            m_app.add_option_function<T>(flag, take, words(row.help))
                ->allow_extra_args(false)
                ->type_name(row.placeholder);
        } else {
            const auto parse = [&row](const std::string &text) { return Kind<T>::parse(text, row); };
            valueOption(m_app, flag, row.needs ? row.needs : Kind<T>::kNeeds, row.help, parse, take)
                ->type_name(row.placeholder);
        }
    }

    CLI::App &m_app;
};

} // namespace

void declareOptions(CLI::App &app, JobOptions &options)
{
    Declarer declarer(app);
    describeOptions(declarer, options);
}

void declareOptions(CLI::App &app, JobEdit &edit)
{
    Declarer declarer(app);
    const JobOptions usual;
    describeOptions(declarer, usual, edit);
}

} // namespace haulwatch::commandline
