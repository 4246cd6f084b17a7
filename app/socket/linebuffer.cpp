// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/linebuffer.h"

namespace haulwatch {

void LineBuffer::append(std::string_view bytes)
{
    m_text.erase(0, m_begin);
    m_scanned -= m_begin;
    m_begin = 0;
    m_text.append(bytes);
}

std::optional<std::string_view> LineBuffer::next()
{
    if (m_isTooLong)
        return std::nullopt;

    const auto end = m_text.find('\n', m_scanned);
    m_isTooLong = (end == std::string::npos ? m_text.size() : end) - m_begin > m_longest;
    if (m_isTooLong)
        return std::nullopt;
    if (end == std::string::npos) {
        m_scanned = m_text.size();
        return std::nullopt;
    }
    const std::string_view line = std::string_view(m_text).substr(m_begin, end - m_begin);
    m_begin = m_scanned = end + 1;
    return line;
}

} // namespace haulwatch
