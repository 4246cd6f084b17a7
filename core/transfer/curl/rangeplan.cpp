// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/rangeplan.h"

#include <algorithm>
#include <utility>

namespace haulwatch {
namespace {

bool isEndless(const ByteRange &range)
{
    return range.length == kUnknownSize;
}

} // namespace

RangePlan::RangePlan(std::vector<ByteRange> ranges, Bytes total)
    : m_ranges(std::move(ranges))
{
    const auto endless = std::find_if(m_ranges.begin(), m_ranges.end(), isEndless);
    if (endless == m_ranges.end() || total == kUnknownSize)
        return;
    Bytes others = 0;
    for (const auto &range : m_ranges)
        others += isEndless(range) ? 0 : range.length;
    if (others < total)
        endless->length = total - others;
}

RangePlan::Piece RangePlan::pieceAt(Bytes position) const
{
    Bytes begin = 0;
    for (const auto &range : m_ranges) {
        if (isEndless(range))
            return {range.offset + (position - begin), kUnknownSize, position};
        if (position < begin + range.length)
            return {range.offset + (position - begin), range.length - (position - begin), position};
        begin += range.length;
    }
    return {0, 0, begin};
}

bool RangePlan::learn(Bytes remoteSize)
{
    for (auto &range : m_ranges) {
        if (range.offset >= remoteSize)
            return false;
        if (isEndless(range))
            range.length = remoteSize - range.offset;
        else if (range.length > remoteSize - range.offset)
            return false;
    }
    return true;
}

Bytes RangePlan::total() const
{
    Bytes total = 0;
    for (const auto &range : m_ranges) {
        if (isEndless(range))
            return kUnknownSize;
        total += range.length;
    }
    return total;
}

} // namespace haulwatch
