// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/retrypolicy.h"

#include <algorithm>

namespace haulwatch {

Milliseconds retryDelay(const RetryPolicy &policy, std::uint32_t failures, double jitter,
                        std::optional<Milliseconds> retryAfter)
{
    Milliseconds delay {};
    if (policy.fixedDelay) {
        delay = *policy.fixedDelay;
    } else {
        const auto doublings = std::min(failures > 0 ? failures - 1 : 0U, 16U);
        const auto grown = std::min(RetryPolicy::kFirstDelay * (1L << doublings), RetryPolicy::kLongestDelay);
        delay =
            grown - Milliseconds(static_cast<Milliseconds::rep>(static_cast<double>(grown.count()) * 0.25 * jitter));
    }
    const auto least = std::min(RetryPolicy::kLeastDelay * failures, RetryPolicy::kLongestLeastDelay);
    return std::max({delay, least, retryAfter.value_or(Milliseconds::zero())});
}

bool mustGiveUp(const RetryPolicy &policy, std::uint32_t failures, Milliseconds sinceProgress)
{
    if (policy.noProgressTimeout <= Milliseconds::zero())
        return true;
    if (policy.maxRetries && failures > *policy.maxRetries)
        return true;
    // BITS: a delay longer than the time-out can never be waited out, so the first failure is the last.
    if (policy.fixedDelay && *policy.fixedDelay > policy.noProgressTimeout)
        return true;
    return sinceProgress >= policy.noProgressTimeout;
}

} // namespace haulwatch
