// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace haulwatch {

/// Packs numbers and strings into bytes, the same on every machine. Numbers take seven bits a byte, lowest first.
class ByteWriter {
public:
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>((value & 0x7F) | 0x80));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    /// Small values of either sign stay small.
    void signedNumber(std::int64_t value)
    {
        const auto bits = static_cast<std::uint64_t>(value);
        number(value < 0 ? ~(bits << 1) : bits << 1);
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void enumerator(Enum value) { number(static_cast<std::uint64_t>(value)); }
    void text(std::string_view value)
    {
        number(value.size());
        m_bytes.append(value);
    }

    [[nodiscard]] std::string take() { return std::move(m_bytes); }
    [[nodiscard]] std::string_view view() const { return m_bytes; }
    void clear() { m_bytes.clear(); }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. Bytes that make no sense never lead outside the buffer: they make good() false for
/// ever, and all that is read from then on is zero or empty.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty())
                return fail();
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }
    std::int64_t signedNumber()
    {
        const auto bits = number();
        return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
    }
    std::uint32_t number32()
    {
        const auto value = number();
        return static_cast<std::uint32_t>(value <= UINT32_MAX ? value : fail());
    }
    /// One of the enumerators up to and including `last`.
    template <typename Enum>
    Enum enumerator(Enum last)
    {
        const auto value = number();
        return static_cast<Enum>(value <= static_cast<std::uint64_t>(last) ? value : fail());
    }
    bool flag() { return number() != 0; }
    std::string_view text()
    {
        const auto size = number();
        if (size > m_bytes.size()) {
            fail();
            return {};
        }
        const auto value = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return value;
    }
    /// How many elements of at least one byte each follow.
    std::size_t count()
    {
        const auto value = number();
        return value <= m_bytes.size() ? value : fail();
    }

    [[nodiscard]] bool good() const { return m_good; }
    /// Good, and nothing is left.
    [[nodiscard]] bool finished() const { return m_good && m_bytes.empty(); }

private:
    std::uint64_t fail()
    {
        m_good = false;
        m_bytes = {};
        return 0;
    }

    std::string_view m_bytes;
    bool m_good = true;
};

} // namespace haulwatch
