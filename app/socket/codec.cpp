// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/codec.h"

#include <algorithm>

namespace haulwatch::wire {
namespace {

// Ten thousand years. Whoever adds two such times stays far from the end of 64 bits.
constexpr std::int64_t kLongestMs = 315'576'000'000'000;

std::int64_t readMs(const Json &json, std::int64_t least, Fault &fault)
{
    std::int64_t ms = 0;
    Codec<std::int64_t>::read(json, ms, fault);
    if (ms >= least && ms <= kLongestMs)
        return ms;
    fault.set("a time out of range");
    return 0;
}

} // namespace

void FieldReader::size(const char *key, Bytes &value)
{
    const Json *field = take(key);
    if (!field)
        m_fault.set(std::string("field missing: ") + key);
    else if (field->is_null())
        value = kUnknownSize;
    else
        Codec<Bytes>::read(*field, value, m_fault);
}

const Json *FieldReader::take(const char *key)
{
    const auto it = m_object.find(key);
    if (it == m_object.end())
        return nullptr;
    m_known.push_back(key);
    return &*it;
}

void FieldReader::end()
{
    if (!m_object.is_object() || m_known.size() == m_object.size())
        return;
    for (const auto &[key, value] : m_object.items()) {
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            m_fault.set("unknown field: " + key.substr(0, 64));
    }
}

void Codec<bool>::read(const Json &json, bool &value, Fault &fault)
{
    if (json.is_boolean())
        value = json.get<bool>();
    else
        fault.set("true or false was expected");
}

void Codec<std::string>::read(const Json &json, std::string &value, Fault &fault)
{
    if (const auto *text = json.get_ptr<const std::string *>())
        value = *text;
    else
        fault.set("a text was expected");
}

void Codec<Milliseconds>::read(const Json &json, Milliseconds &value, Fault &fault)
{
    value = Milliseconds {readMs(json, 0, fault)};
}

void Codec<WallTime>::read(const Json &json, WallTime &value, Fault &fault)
{
    value = WallTime {Milliseconds {readMs(json, -kLongestMs, fault)}};
}

void Codec<JobId>::read(const Json &json, JobId &value, Fault &fault)
{
    const auto *text = json.get_ptr<const std::string *>();
    const auto id = text ? parseJobId(*text) : std::nullopt;
    if (id)
        value = *id;
    else
        fault.set("a job id was expected");
}

} // namespace haulwatch::wire
