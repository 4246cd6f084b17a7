// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/inputfile.h"

#include <algorithm>

namespace haulwatch {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// aria2 writes "sha-256=HEX", everybody else "sha256:HEX"; both are understood.
std::optional<Checksum> parseEitherChecksum(std::string_view text)
{
    std::string colon(text);
    const auto separator = colon.find_first_of("=:");
    if (separator != std::string::npos)
        colon[separator] = ':';
    return parseChecksum(colon);
}

class InputReader {
public:
    std::optional<InputError> read(std::string_view line)
    {
        ++m_line;
        const std::string_view text = trimmed(line);
        if (text.empty() || text.front() == '#')
            return std::nullopt;
        const bool isIndented = line.front() == ' ' || line.front() == '\t';
        return isIndented ? readOption(text) : readAddress(text);
    }

    InputFile take() { return std::move(m_file); }

private:
    std::optional<InputError> readAddress(std::string_view text)
    {
        if (text.find('\t') != std::string_view::npos)
            return complain(InputError::Kind::SeveralAddresses, text);
        InputEntry entry;
        entry.line = m_line;
        entry.address = text;
        m_file.entries.push_back(std::move(entry));
        return std::nullopt;
    }

    std::optional<InputError> readOption(std::string_view text)
    {
        if (m_file.entries.empty())
            return complain(InputError::Kind::OptionWithoutAddress, text);
        const auto known = takeInputOption(m_file.entries.back(), text);
        if (!known)
            return complain(known.error(), text);
        if (!*known)
            m_file.unknown.push_back({m_line, std::string(trimmed(text.substr(0, text.find('='))))});
        return std::nullopt;
    }

    [[nodiscard]] InputError complain(InputError::Kind kind, std::string_view text) const
    {
        return {kind, m_line, std::string(text)};
    }

    InputFile m_file;
    std::size_t m_line = 0;
};

} // namespace

tl::expected<bool, InputError::Kind> takeInputOption(InputEntry &entry, std::string_view option)
{
    const auto equals = option.find('=');
    if (equals == std::string_view::npos)
        return tl::unexpected(InputError::Kind::NoEqualsSign);
    const std::string_view name = trimmed(option.substr(0, equals));
    const std::string_view value = trimmed(option.substr(equals + 1));
    if (name == "dir") {
        entry.folder = value;
    } else if (name == "out") {
        entry.output = value;
    } else if (name == "header") {
        entry.headers.emplace_back(value);
    } else if (name == "checksum") {
        entry.checksum = parseEitherChecksum(value);
        if (!entry.checksum)
            return tl::unexpected(InputError::Kind::BadChecksum);
    } else {
        return false;
    }
    return true;
}

tl::expected<InputFile, InputError> parseInputFile(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());

    InputReader reader;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto error = reader.read(text.substr(0, end)))
            return tl::unexpected(std::move(*error));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.take();
}

} // namespace haulwatch
