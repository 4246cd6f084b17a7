// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/attempts.h"

#include <algorithm>
#include <iterator>

namespace haulwatch {

std::vector<HistoryEntry> failedAttempts(std::span<const HistoryEntry> history)
{
    std::vector<HistoryEntry> attempts;
    std::copy_if(history.begin(), history.end(), std::back_inserter(attempts),
                 [](const HistoryEntry &e) { return e.event == HistoryEvent::AttemptFailed && e.error; });
    return attempts;
}

std::uint32_t sameAnswers(std::span<const HistoryEntry> attempts)
{
    if (attempts.empty() || attempts.back().error->transient)
        return 0;
    const HistoryEntry &last = attempts.back();
    std::uint32_t n = 0;
    for (auto it = attempts.rbegin(); it != attempts.rend(); ++it, ++n)
        if (it->error->cause != last.error->cause || it->error->code != last.error->code || it->file != last.file)
            break;
    return n;
}

} // namespace haulwatch
