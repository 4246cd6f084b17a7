// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "job/history.h"
#include "job/job.h"
#include "job/jobmachine.h"
#include "job/joboptions.h"
#include "job/result.h"

/// How single values are written to and read from JSON. Reading is strict: what is missing, superfluous, of another
/// type or out of range is a fault. A struct is described once, field by field; writer and reader walk the same
/// description.
namespace haulwatch::wire {

using Json = nlohmann::json;

/// The first thing that was wrong with a message; later ones are consequences.
class Fault {
public:
    [[nodiscard]] bool isSet() const { return !m_text.empty(); }
    [[nodiscard]] const std::string &text() const { return m_text; }
    void set(std::string text)
    {
        if (m_text.empty())
            m_text = std::move(text);
    }

private:
    std::string m_text;
};

/// Fields<T>::describe(visitor, value) names the fields of a struct.
template <typename T>
struct Fields;

template <typename T>
concept Described = requires
{
    &Fields<T>::isDescribed;
};

template <typename T>
struct Codec;

class FieldWriter {
public:
    explicit FieldWriter(Json &object)
        : m_object(object)
    {
        m_object = Json::object();
    }

    template <typename T>
    void operator()(const char *key, const T &value)
    {
        m_object[key] = Codec<T>::write(value);
    }

    /// An absent value is an absent field.
    template <typename T>
    void operator()(const char *key, const std::optional<T> &value)
    {
        if (value)
            m_object[key] = Codec<T>::write(*value);
    }

    template <typename T>
    void operator()(const OptionName &option, const T &value)
    {
        (*this)(option.key, value);
    }

    void size(const char *key, Bytes value) { m_object[key] = value == kUnknownSize ? Json() : Json(value); }

private:
    Json &m_object;
};

class FieldReader {
public:
    FieldReader(const Json &object, Fault &fault)
        : m_object(object)
        , m_fault(fault)
    {
        if (!object.is_object())
            m_fault.set("an object was expected");
    }

    template <typename T>
    void operator()(const char *key, T &value)
    {
        if (const Json *field = take(key))
            Codec<T>::read(*field, value, m_fault);
        else
            m_fault.set(std::string("field missing: ") + key);
    }

    template <typename T>
    void operator()(const char *key, std::optional<T> &value)
    {
        value.reset();
        if (const Json *field = take(key))
            Codec<T>::read(*field, value.emplace(), m_fault);
    }

    template <typename T>
    void operator()(const OptionName &option, T &value)
    {
        (*this)(option.key, value);
    }

    void size(const char *key, Bytes &value);

    /// The field, if the object has it; counts it as known.
    const Json *take(const char *key);

    /// Any field that nobody asked for is a fault.
    void end();

private:
    const Json &m_object;
    Fault &m_fault;
    std::vector<std::string_view> m_known;
};

template <Described T>
struct Codec<T> {
    static Json write(const T &value)
    {
        Json object;
        FieldWriter writer(object);
        Fields<T>::describe(writer, value);
        return object;
    }
    static void read(const Json &json, T &value, Fault &fault)
    {
        FieldReader reader(json, fault);
        if (fault.isSet())
            return;
        Fields<T>::describe(reader, value);
        reader.end();
    }
};

template <>
struct Codec<bool> {
    static Json write(bool value) { return value; }
    static void read(const Json &json, bool &value, Fault &fault);
};

template <>
struct Codec<std::string> {
    static Json write(const std::string &value) { return value; }
    static void read(const Json &json, std::string &value, Fault &fault);
};

template <typename T>
requires std::is_integral_v<T>
struct Codec<T> {
    static Json write(T value) { return value; }
    static void read(const Json &json, T &value, Fault &fault)
    {
        if (json.is_number_unsigned() && std::in_range<T>(json.get<std::uint64_t>()))
            value = static_cast<T>(json.get<std::uint64_t>());
        else if (json.is_number_integer() && !json.is_number_unsigned() && std::in_range<T>(json.get<std::int64_t>()))
            value = static_cast<T>(json.get<std::int64_t>());
        else
            fault.set("a whole number was expected, or it is out of range");
    }
};

template <>
struct Codec<Milliseconds> {
    static Json write(Milliseconds value) { return value.count(); }
    static void read(const Json &json, Milliseconds &value, Fault &fault);
};

template <>
struct Codec<std::chrono::days> {
    static Json write(std::chrono::days value) { return value.count(); }
    static void read(const Json &json, std::chrono::days &value, Fault &fault)
    {
        std::int32_t days = 0;
        Codec<std::int32_t>::read(json, days, fault);
        value = std::chrono::days {days};
    }
};

template <>
struct Codec<WallTime> {
    static Json write(WallTime value) { return value.time_since_epoch().count(); }
    static void read(const Json &json, WallTime &value, Fault &fault);
};

/// Nested in an optional field: present, but empty.
template <typename T>
struct Codec<std::optional<T>> {
    static Json write(const std::optional<T> &value) { return value ? Codec<T>::write(*value) : Json(); }
    static void read(const Json &json, std::optional<T> &value, Fault &fault)
    {
        value.reset();
        if (!json.is_null())
            Codec<T>::read(json, value.emplace(), fault);
    }
};

template <>
struct Codec<JobId> {
    static Json write(JobId value) { return toString(value); }
    static void read(const Json &json, JobId &value, Fault &fault);
};

template <>
struct Codec<ErrorCode> {
    static Json write(ErrorCode value) { return value.value; }
    static void read(const Json &json, ErrorCode &value, Fault &fault)
    {
        Codec<std::uint32_t>::read(json, value.value, fault);
    }
};

/// The last enumerator of an enum that crosses by name.
template <typename E>
inline constexpr E kLast = E {};
template <>
inline constexpr JobState kLast<JobState> = JobState::Cancelled;
template <>
inline constexpr Priority kLast<Priority> = Priority::Low;
template <>
inline constexpr Verb kLast<Verb> = Verb::Cancel;
template <>
inline constexpr ChecksumAlgorithm kLast<ChecksumAlgorithm> = ChecksumAlgorithm::Sha512;
template <>
inline constexpr FileState kLast<FileState> = FileState::Complete;
template <>
inline constexpr ErrorContext kLast<ErrorContext> = ErrorContext::ServerCertificateCallback;
template <>
inline constexpr Cause kLast<Cause> = kLastCause;
template <>
inline constexpr NativeKind kLast<NativeKind> = NativeKind::Http;
template <>
inline constexpr HistoryEvent kLast<HistoryEvent> = static_cast<HistoryEvent>(kHistoryEventCount - 1);
template <>
inline constexpr Refusal kLast<Refusal> = Refusal::NoSuchHeader;

template <typename E>
requires std::is_enum_v<E>
struct Codec<E> {
    static Json write(E value) { return std::string(name(value)); }
    static void read(const Json &json, E &value, Fault &fault)
    {
        const auto *text = json.get_ptr<const std::string *>();
        for (std::size_t i = 0; text && i <= static_cast<std::size_t>(kLast<E>); ++i) {
            if (name(static_cast<E>(i)) == *text) {
                value = static_cast<E>(i);
                return;
            }
        }
        fault.set("an unknown name");
    }
};

template <typename T>
struct Codec<std::vector<T>> {
    static Json write(const std::vector<T> &values)
    {
        Json list = Json::array();
        for (const T &value : values)
            list.push_back(Codec<T>::write(value));
        return list;
    }
    static void read(const Json &json, std::vector<T> &values, Fault &fault)
    {
        if (!json.is_array()) {
            fault.set("a list was expected");
            return;
        }
        values.clear();
        values.reserve(json.size());
        for (const Json &element : json) {
            if (fault.isSet())
                return;
            Codec<T>::read(element, values.emplace_back(), fault);
        }
    }
};

template <typename A, typename B>
struct Codec<std::pair<A, B>> {
    static Json write(const std::pair<A, B> &value)
    {
        return Json::array({Codec<A>::write(value.first), Codec<B>::write(value.second)});
    }
    static void read(const Json &json, std::pair<A, B> &value, Fault &fault)
    {
        if (!json.is_array() || json.size() != 2) {
            fault.set("a list of two was expected");
            return;
        }
        Codec<A>::read(json[0], value.first, fault);
        Codec<B>::read(json[1], value.second, fault);
    }
};

template <typename T>
struct Codec<std::shared_ptr<const T>> {
    static Json write(const std::shared_ptr<const T> &value) { return value ? Codec<T>::write(*value) : Json(); }
    static void read(const Json &json, std::shared_ptr<const T> &value, Fault &fault)
    {
        auto read = std::make_shared<T>();
        Codec<T>::read(json, *read, fault);
        value = std::move(read);
    }
};

} // namespace haulwatch::wire
