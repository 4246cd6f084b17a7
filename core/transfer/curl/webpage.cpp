// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/webpage.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "job/text.h"

namespace haulwatch {
namespace {

using text::lowered;

constexpr std::size_t kLongestEnding = 8;

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// What tells a file's kind; the 2 of "release-1.2" and the end of a sentence do not.
bool isEnding(std::string_view text)
{
    return !text.empty() && text.size() <= kLongestEnding && std::any_of(text.begin(), text.end(), isLetter)
        && std::all_of(text.begin(), text.end(), [](char c) { return isLetter(c) || isDigit(c); });
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

PageName pageNameOf(std::string_view fileName)
{
    static constexpr std::array<std::string_view, 6> kPages {"htm", "html", "xht", "xhtml", "shtml", "mhtml"};
    static constexpr std::array<std::string_view, 10> kScripts {"php",  "php5", "phtml", "asp", "aspx",
                                                                "ashx", "jsp",  "jspx",  "cgi", "do"};
    const auto dot = fileName.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string() : lowered(fileName.substr(dot + 1));
    if (!isEnding(ending) || contains(kScripts, ending))
        return PageName::Open;
    return contains(kPages, ending) ? PageName::Page : PageName::NoPage;
}

bool isPageType(std::string_view contentType)
{
    return contentType == "text/html" || contentType == "application/xhtml+xml";
}

bool beginsLikePage(std::string_view bytes)
{
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark))
        bytes.remove_prefix(kByteOrderMark.size());
    const auto first = bytes.find_first_not_of(" \t\r\n\f");
    return first == std::string_view::npos || bytes[first] == '<';
}

} // namespace haulwatch
