// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace haulwatch {

/// Cuts a stream of bytes into lines. Holds at most one unfinished line of bounded length and what came after it.
class LineBuffer {
public:
    explicit LineBuffer(std::size_t longest)
        : m_longest(longest)
    {
    }

    void append(std::string_view bytes);

    /// The next whole line, without its line feed; valid until the next append().
    [[nodiscard]] std::optional<std::string_view> next();

    /// A line is longer than allowed, finished or not; nothing more can be read.
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }

private:
    std::size_t m_longest;
    std::string m_text;
    std::size_t m_begin = 0; ///< of the line that comes next
    std::size_t m_scanned = 0; ///< up to here there is no line feed
    bool m_isTooLong = false;
};

} // namespace haulwatch
