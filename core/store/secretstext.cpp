// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstext.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace haulwatch {
namespace {

using Json = nlohmann::json;

// A header may hold any bytes, JSON only Unicode: each byte becomes the code point of its value, so ASCII stays
// readable.
std::string toJsonText(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text.push_back(c);
        } else {
            text.push_back(static_cast<char>(0xC0 | (byte >> 6)));
            text.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
        }
    }
    return text;
}

std::string fromJsonText(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80 || i + 1 == text.size())
            bytes.push_back(text[i]);
        else
            bytes.push_back(static_cast<char>(((lead & 0x03) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3F)));
    }
    return bytes;
}

Json toJson(const JobSecrets &secrets)
{
    auto headers = Json::array();
    for (const auto &header : secrets.headers)
        headers.push_back(toJsonText(header));
    auto values = Json::array();
    for (const auto &value : secrets.queryValues)
        values.push_back({toJsonText(value.origin), toJsonText(value.name), toJsonText(value.value)});
    return {{"userInfo", toJsonText(secrets.userInfo)},
            {"proxyUserInfo", toJsonText(secrets.proxyUserInfo)},
            {"headers", std::move(headers)},
            {"queryValues", std::move(values)}};
}

std::string textAt(const Json &list, std::size_t index)
{
    return fromJsonText(list.at(index).get<std::string>());
}

JobSecrets fromJson(const Json &values)
{
    JobSecrets secrets;
    secrets.userInfo = fromJsonText(values.at("userInfo").get<std::string>());
    secrets.proxyUserInfo = fromJsonText(values.at("proxyUserInfo").get<std::string>());
    for (const auto &header : values.at("headers"))
        secrets.headers.push_back(fromJsonText(header.get<std::string>()));
    // A file that was written before there were any has none.
    for (const auto &value : values.value("queryValues", Json::array()))
        secrets.queryValues.push_back({textAt(value, 0), textAt(value, 1), textAt(value, 2)});
    return secrets;
}

} // namespace

std::string toText(const SecretsByJob &secrets)
{
    auto jobs = Json::object();
    for (const auto &[id, ofJob] : secrets)
        jobs[toString(id)] = toJson(*ofJob);
    return Json {{"version", 1}, {"jobs", std::move(jobs)}}.dump(1);
}

tl::expected<SecretsByJob, std::string> secretsFromText(std::string_view text)
{
    SecretsByJob secrets;
    // nlohmann's messages quote what they could not read, so they must not get out.
    try {
        const auto document = Json::parse(text);
        for (const auto &[key, value] : document.at("jobs").items()) {
            const auto id = parseJobId(key);
            if (!id)
                return tl::unexpected(std::string("not a job's id"));
            secrets.emplace(*id, std::make_shared<const JobSecrets>(fromJson(value)));
        }
    } catch (const Json::exception &error) {
        return tl::unexpected("not valid, JSON error " + std::to_string(error.id));
    }
    return secrets;
}

} // namespace haulwatch
