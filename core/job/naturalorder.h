// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haulwatch {

/// Orders names as people do: letters without regard to (ASCII) case, runs of digits by their value, so "part 9" is
/// before "part 10". Texts that differ only in case or leading zeros are in the order of their bytes.
[[nodiscard]] int compareNaturally(std::string_view a, std::string_view b);

/// Sorts many texts in that order. Each is folded once, so that comparing is comparing bytes; and what all begin with
/// ("dataset-") is compared never.
class NaturalSort {
public:
    using Number = std::uint32_t;

    void reserve(std::size_t texts) { m_entries.reserve(texts); }
    /// `text` must outlive the sort.
    void add(std::string_view text, Number number);
    /// The numbers in the order of their texts; of equal texts the lesser number first, in either direction.
    [[nodiscard]] std::vector<Number> sorted(bool ascending) &&;

private:
    struct Entry {
        std::uint64_t head = 0; ///< the first eight bytes of the key after the common ones, first byte highest
        std::size_t begin = 0; ///< of the key, in m_keys
        std::string_view text;
        Number number = 0;
        std::uint32_t length = 0; ///< of the key
    };

    [[nodiscard]] std::string_view keyOf(const Entry &entry) const;
    [[nodiscard]] std::size_t commonPrefix() const;

    std::vector<Entry> m_entries;
    std::string m_keys;
};

} // namespace haulwatch
