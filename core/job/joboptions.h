// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "job/job.h"

/// What the options of a job are called and which numbers they may be: said here and nowhere else. The wire, the store,
/// JSON, the checks, the edits, the settings and the command line walk through this description.
namespace haulwatch {

inline constexpr std::uint32_t kMostParallelFiles = 256; ///< of one job

/// How an option is called.
struct OptionName {
    const char *key; ///< on the wire
    const char *flag; ///< for people: `--flag`, a refusal's subject, and in camel case in JSON and the settings
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// "noProgressTimeout" for "no-progress-timeout".
[[nodiscard]] std::string camelCase(const OptionName &option);

/// A job's retry policy, or an edit, which names the same beside its other options.
template <typename Options>
[[nodiscard]] auto &retryOf(Options &options)
{
    if constexpr (requires { options.retry; })
        return options.retry;
    else
        return options;
}

template <typename Options>
[[nodiscard]] auto &retryDelayOf(Options &options)
{
    if constexpr (requires { options.retry; })
        return options.retry.fixedDelay;
    else
        return options.retryDelay;
}

/// Calls visitor(OptionName, options.member…) for each option: with one object to read or write it, with several, such
/// as JobOptions and JobEdit, to bring the members of one option together. In the order in which the options came to
/// be: the store keeps them so, and a new one is the last.
void describeOptions(auto &visitor, auto &...of)
{
    visitor(OptionName {"retryDelay", "retry-delay"}, retryDelayOf(of)...);
    visitor(OptionName {"noProgressTimeout", "no-progress-timeout"}, retryOf(of).noProgressTimeout...);
    visitor(OptionName {"maxRetries", "max-retries"}, retryOf(of).maxRetries...);
    visitor(OptionName {"stallTimeout", "stall-timeout", 1}, of.stallTimeout...);
    visitor(OptionName {"connectTimeout", "connect-timeout", 1}, of.connectTimeout...);
    visitor(OptionName {"parallelFiles", "parallel-files", 1, kMostParallelFiles}, of.parallelFiles...);
    visitor(OptionName {"manualComplete", "manual-complete"}, of.manualComplete...);
    visitor(OptionName {"headers", "header"}, of.headers...);
    visitor(OptionName {"proxy", "proxy"}, of.proxy...);
    visitor(OptionName {"caFile", "cacert"}, of.caFile...);
    visitor(OptionName {"firstByteTimeout", "first-byte-timeout", 1}, of.firstByteTimeout...);
    visitor(OptionName {"minimumRate", "min-rate"}, of.minimumRate...);
    visitor(OptionName {"attemptTimeout", "attempt-timeout"}, of.attemptTimeout...);
    visitor(OptionName {"maxDownloadTime", "max-download-time", 1}, of.maxDownloadTime...);
    visitor(OptionName {"notify", "notify-flags"}, of.notify...);
    visitor(OptionName {"notifyCommand", "notify-command"}, of.notifyCommand...);
    visitor(OptionName {"takesWebPages", "take-web-pages"}, of.takesWebPages...);
    visitor(OptionName {"resumesByDate", "resume-by-date"}, of.resumesByDate...);
    visitor(OptionName {"takesPacked", "take-packed"}, of.takesPacked...);
}

} // namespace haulwatch
