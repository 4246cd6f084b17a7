// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// Where the bytes of a file to be written stand in the remote, if it is made of ranges of it. A plain value.
class RangePlan {
public:
    /// What is to be asked for next.
    struct Piece {
        Bytes first = 0; ///< in the remote
        Bytes length = kUnknownSize; ///< unknown: to its end
        Bytes position = 0; ///< of its first byte in the file to be written
    };

    /// `total`: of the file to be written, if an earlier attempt learned it.
    RangePlan(std::vector<ByteRange> ranges, Bytes total);

    [[nodiscard]] bool isWhole() const { return m_ranges.empty(); } ///< no ranges: the remote as it is
    [[nodiscard]] std::size_t pieces() const { return m_ranges.size(); }
    /// What stands at and behind `position` in the same range.
    [[nodiscard]] Piece pieceAt(Bytes position) const;
    /// The size of the remote tells where a range to its end ends. False: a range leads beyond it.
    [[nodiscard]] bool learn(Bytes remoteSize);
    [[nodiscard]] Bytes total() const; ///< of the file to be written; unknown before a range to the end was learned

private:
    std::vector<ByteRange> m_ranges;
};

} // namespace haulwatch
