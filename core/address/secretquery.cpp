// SPDX-License-Identifier: GPL-3.0-or-later
#include "address/secretquery.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string_view>
#include <system_error>

#include "address/origins.h"

namespace haulwatch {
namespace {

constexpr std::string_view kBegin = "(secret-";

std::string placeholder(std::size_t index)
{
    return std::string(kBegin) + std::to_string(index + 1) + ')';
}

/// The index in a placeholder; nothing for any other value.
std::optional<std::size_t> indexIn(std::string_view value)
{
    std::size_t number = 0;
    if (!value.starts_with(kBegin)
        || std::from_chars(value.data() + kBegin.size(), value.data() + value.size(), number).ec != std::errc()
        || number == 0 || value != placeholder(number - 1))
        return std::nullopt;
    return number - 1;
}

/// The secrets that belong into one address. Another scheme on the same host is another place to send them to.
class Places {
public:
    Places(std::string_view address, const std::vector<SecretValue> &values)
        : m_origin(originOf(address))
        , m_values(values)
    {
    }

    [[nodiscard]] std::optional<std::size_t> index(std::string_view name, std::string_view value) const
    {
        const auto index = indexIn(value);
        if (!index || *index >= m_values.size())
            return std::nullopt;
        const SecretValue &secret = m_values[*index];
        const bool isHere = secret.origin == m_origin && secret.name == name && !secret.value.empty();
        return isHere ? index : std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> find(std::string_view name, std::string_view value) const
    {
        const auto found = index(name, value);
        return found ? std::optional(m_values[*found].value) : std::nullopt;
    }

private:
    std::string m_origin;
    const std::vector<SecretValue> &m_values;
};

/// A new value for the parameter with this name and value, or nothing.
using Replace = std::function<std::optional<std::string>(std::string_view name, std::string_view value)>;

void replaceValues(std::string &address, const Replace &replace)
{
    auto begin = address.find('?');
    while (begin != std::string::npos) {
        ++begin;
        const auto end = std::min(address.find('&', begin), address.size());
        const auto equals = std::min(address.find('=', begin), end);
        const std::string_view all = address;
        const auto value = equals == end
            ? std::nullopt
            : replace(all.substr(begin, equals - begin), all.substr(equals + 1, end - equals - 1));
        if (value)
            address.replace(equals + 1, end - equals - 1, *value);
        begin = address.find('&', begin);
    }
}

} // namespace

std::vector<std::string> takeSecretValues(std::string &address, const std::vector<std::string> &names,
                                          std::vector<SecretValue> &values)
{
    std::vector<std::string> found;
    const std::string origin(originOf(address));
    replaceValues(address, [&](std::string_view name, std::string_view value) -> std::optional<std::string> {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return std::nullopt;
        found.emplace_back(name);
        if (value.empty() || indexIn(value))
            return std::nullopt;
        values.push_back({origin, std::string(name), std::string(value)});
        return placeholder(values.size() - 1);
    });
    return found;
}

std::vector<std::string> secretValuesOf(std::string address, const std::vector<SecretValue> &values)
{
    std::vector<std::string> found;
    const Places places(address, values);
    replaceValues(address, [&](std::string_view name, std::string_view value) {
        auto secret = places.find(name, value);
        if (secret)
            found.push_back(*secret);
        return secret;
    });
    return found;
}

bool lacksSecretValue(std::string address, const std::vector<SecretValue> &values)
{
    bool lacks = false;
    const Places places(address, values);
    replaceValues(address, [&](std::string_view name, std::string_view value) -> std::optional<std::string> {
        lacks = lacks || (indexIn(value) && !places.index(name, value));
        return std::nullopt;
    });
    return lacks;
}

void dropUnusedValues(std::vector<SecretValue> &values, const std::vector<FileSpec> &files)
{
    std::vector<bool> isUsed(values.size());
    for (const FileSpec &file : files) {
        const Places places(file.remote, values);
        std::string address = file.remote;
        replaceValues(address, [&](std::string_view name, std::string_view value) -> std::optional<std::string> {
            if (const auto index = places.index(name, value))
                isUsed[*index] = true;
            return std::nullopt;
        });
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!isUsed[i])
            values[i].value.clear();
}

std::vector<std::string> hiddenNamesIn(std::string address)
{
    std::vector<std::string> names;
    replaceValues(address, [&](std::string_view name, std::string_view value) -> std::optional<std::string> {
        if (indexIn(value))
            names.emplace_back(name);
        return std::nullopt;
    });
    return names;
}

std::string withSecretValues(std::string address, const std::vector<SecretValue> &values)
{
    const Places places(address, values);
    replaceValues(address, [&](std::string_view name, std::string_view value) { return places.find(name, value); });
    return address;
}

} // namespace haulwatch
