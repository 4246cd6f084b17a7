// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/naturalorder.h"

#include <algorithm>

namespace haulwatch {
namespace {

constexpr std::size_t kHeadBytes = 8;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The run of digits `text` begins with, without leading zeros; it is taken off.
std::string_view takeNumber(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

int compareNumbers(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

int compareFolded(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const auto numberA = takeNumber(a);
            if (const int order = compareNumbers(numberA, takeNumber(b)); order != 0)
                return order;
            continue;
        }
        const auto letterA = static_cast<unsigned char>(folded(a.front()));
        const auto letterB = static_cast<unsigned char>(folded(b.front()));
        if (letterA != letterB)
            return letterA < letterB ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

/// Bytes whose order is that of compareFolded(): of a number first its length, then its digits.
void appendKey(std::string &keys, std::string_view text)
{
    while (!text.empty()) {
        if (!isDigit(text.front())) {
            keys += folded(text.front());
            text.remove_prefix(1);
            continue;
        }
        const auto digits = takeNumber(text);
        // Any digit stands between the same other letters as '0' does.
        keys += '0';
        keys.append(digits.size() / 255, '\xFF');
        keys += static_cast<char>(digits.size() % 255);
        keys += digits;
    }
}

std::uint64_t headOf(std::string_view key)
{
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < kHeadBytes; ++i)
        head = head << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return head;
}

} // namespace

int compareNaturally(std::string_view a, std::string_view b)
{
    const int order = compareFolded(a, b);
    return order != 0 ? order : a.compare(b);
}

void NaturalSort::add(std::string_view text, Number number)
{
    const auto begin = m_keys.size();
    appendKey(m_keys, text);
    m_entries.push_back({0, begin, text, number, static_cast<std::uint32_t>(m_keys.size() - begin)});
}

std::string_view NaturalSort::keyOf(const Entry &entry) const
{
    return std::string_view(m_keys).substr(entry.begin, entry.length);
}

std::size_t NaturalSort::commonPrefix() const
{
    std::string_view common = m_entries.empty() ? std::string_view() : keyOf(m_entries.front());
    for (const Entry &entry : m_entries) {
        const auto key = keyOf(entry);
        const auto end = std::mismatch(common.begin(), common.end(), key.begin(), key.end()).first;
        common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
    }
    return common.size();
}

std::vector<NaturalSort::Number> NaturalSort::sorted(bool ascending) &&
{
    const auto common = commonPrefix();
    for (Entry &entry : m_entries)
        entry.head = headOf(keyOf(entry).substr(common));
    std::sort(m_entries.begin(), m_entries.end(), [&](const Entry &a, const Entry &b) {
        if (a.head != b.head)
            return (a.head < b.head) == ascending;
        int order = keyOf(a).compare(keyOf(b));
        if (order == 0)
            order = a.text.compare(b.text);
        return order != 0 ? (order < 0) == ascending : a.number < b.number;
    });
    std::vector<Number> numbers(m_entries.size());
    std::transform(m_entries.begin(), m_entries.end(), numbers.begin(),
                   [](const Entry &entry) { return entry.number; });
    return numbers;
}

} // namespace haulwatch
