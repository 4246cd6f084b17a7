// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/wire.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "socket/fields.h"

namespace haulwatch::wire {

template <>
inline constexpr Parting kLast<Parting> = Parting::Stopping;

template <>
struct Fields<Goodbye> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("why", value.why);
        field("detail", value.detail);
    }
};

template <>
struct Codec<JobRecord> {
    static Json write(const JobRecord &record)
    {
        Json json {{"status", Codec<JobStatus>::write(record.status)}};
        if (record.spec)
            json["spec"] = Codec<JobSpec>::write(*record.spec);
        if (record.error)
            json["error"] = Codec<JobError>::write(*record.error);
        return json;
    }
    static void read(const Json &json, JobRecord &record, Fault &fault)
    {
        FieldReader reader(json, fault);
        if (fault.isSet())
            return;
        reader("status", record.status);
        readShared(reader, "spec", record.spec, fault);
        readShared(reader, "error", record.error, fault);
        if (!record.spec)
            fault.set("a job without its spec");
        reader.end();
    }
    template <typename T>
    static void readShared(FieldReader &reader, const char *key, std::shared_ptr<const T> &value, Fault &fault)
    {
        if (const Json *field = reader.take(key))
            Codec<std::shared_ptr<const T>>::read(*field, value, fault);
    }
};

template <>
struct Codec<ChangedJob> {
    static Json write(const ChangedJob &job)
    {
        Json json = Codec<JobRecord>::write(job.record);
        json["id"] = Codec<JobId>::write(job.id);
        return json;
    }
    static void read(const Json &json, ChangedJob &job, Fault &fault)
    {
        FieldReader reader(json, fault);
        if (fault.isSet())
            return;
        reader("id", job.id);
        reader("status", job.record.status);
        Codec<JobRecord>::readShared(reader, "spec", job.record.spec, fault);
        Codec<JobRecord>::readShared(reader, "error", job.record.error, fault);
        if (job.record.spec && job.record.spec->id != job.id)
            fault.set("a job with two ids");
        reader.end();
    }
};

namespace {

// No message needs more; a bomb of brackets would cost a gigabyte of values before it is refused.
constexpr int kDeepest = 16;

/// The verbs' and GetJobs' choice: "ids", "state", or neither.
template <typename Selection>
void writeSelection(Json &json, const Selection &selection)
{
    if (const auto *ids = std::get_if<std::vector<JobId>>(&selection))
        json["ids"] = Codec<std::vector<JobId>>::write(*ids);
    else if (const auto *state = std::get_if<JobState>(&selection))
        json["state"] = Codec<JobState>::write(*state);
}

template <typename Selection>
bool readSelection(FieldReader &reader, Selection &selection, Fault &fault)
{
    std::optional<std::vector<JobId>> ids;
    std::optional<JobState> state;
    reader("ids", ids);
    reader("state", state);
    if (ids && state)
        fault.set("ids and a state exclude each other");
    if (ids)
        selection = std::move(*ids);
    else if (state)
        selection = *state;
    return ids || state;
}

} // namespace

template <>
struct Codec<ApplyVerb> {
    static Json write(const ApplyVerb &request)
    {
        Json json {{"verb", Codec<Verb>::write(request.verb)}};
        writeSelection(json, request.jobs);
        return json;
    }
    static void read(const Json &json, ApplyVerb &request, Fault &fault)
    {
        FieldReader reader(json, fault);
        if (fault.isSet())
            return;
        reader("verb", request.verb);
        // A verb for nobody in particular must never mean a verb for all.
        if (!readSelection(reader, request.jobs, fault))
            fault.set("field missing: ids or state");
        reader.end();
    }
};

template <>
struct Codec<GetJobs> {
    static Json write(const GetJobs &request)
    {
        Json json = Json::object();
        writeSelection(json, request.which);
        return json;
    }
    static void read(const Json &json, GetJobs &request, Fault &fault)
    {
        FieldReader reader(json, fault);
        if (fault.isSet())
            return;
        readSelection(reader, request.which, fault);
        reader.end();
    }
};

namespace {

// The fields that name the kind of a request or an answer, in the order of the variants.
constexpr std::array kRequestKeys {"add", "verb", "change", "forget", "jobs", "files", "history", "folder", "limits"};
constexpr std::array kAnswerKeys {"job", "report", "jobs", "files", "history", "folder"};
static_assert(kRequestKeys.size() == std::variant_size_v<Request>);
static_assert(kAnswerKeys.size() == std::variant_size_v<Answer>);

template <typename Variant, std::size_t N>
void writeVariant(Json &json, const std::array<const char *, N> &keys, const Variant &value)
{
    json[keys[value.index()]] =
        std::visit([](const auto &v) { return Codec<std::decay_t<decltype(v)>>::write(v); }, value);
}

/// Reads the one alternative whose key is there; false when there is none.
template <typename Variant, std::size_t I = 0, std::size_t N>
bool readVariant(FieldReader &reader, const std::array<const char *, N> &keys, Variant &value, Fault &fault)
{
    if constexpr (I < N) {
        if (const Json *field = reader.take(keys[I])) {
            Codec<std::variant_alternative_t<I, Variant>>::read(*field, value.template emplace<I>(), fault);
            return true;
        }
        return readVariant<Variant, I + 1>(reader, keys, value, fault);
    }
    return false;
}

Json toJson(const Hello &hello)
{
    return {{"haulwatch", hello.version}, {"changes", hello.changes}};
}

Json toJson(const ClientRequest &message)
{
    Json json {{"request", message.id}};
    writeVariant(json, kRequestKeys, message.request);
    return json;
}

Json toJson(const Goodbye &goodbye)
{
    return {{"goodbye", Codec<Goodbye>::write(goodbye)}};
}

Json toJson(const ResponsePart &part)
{
    Json json {{"response", part.id}};
    if (part.result)
        writeVariant(json, kAnswerKeys, *part.result);
    else
        json["refused"] = Codec<CallError>::write(part.result.error());
    if (part.more)
        json["more"] = true;
    return json;
}

Json toJson(const ChangesPart &part)
{
    Json json {{"changes", Codec<WallTime>::write(part.time)}};
    if (!part.added.empty())
        json["added"] = Codec<std::vector<ChangedJob>>::write(part.added);
    if (!part.changed.empty())
        json["changed"] = Codec<std::vector<ChangedJob>>::write(part.changed);
    if (!part.removed.empty())
        json["removed"] = Codec<std::vector<JobId>>::write(part.removed);
    if (part.more)
        json["more"] = true;
    return json;
}

Json toJson(const EngineInfo &info)
{
    return {{"engine", Codec<EngineInfo>::write(info)}};
}

Hello readHello(FieldReader &reader)
{
    Hello hello;
    reader("haulwatch", hello.version);
    // A later version may say more, and must still be understood well enough to be refused.
    if (hello.version == kVersion) {
        reader("changes", hello.changes);
        reader.end();
    }
    return hello;
}

ClientRequest readRequest(FieldReader &reader, Fault &fault)
{
    ClientRequest message;
    reader("request", message.id);
    if (!readVariant(reader, kRequestKeys, message.request, fault))
        fault.set("an unknown request");
    reader.end();
    return message;
}

bool readMore(FieldReader &reader)
{
    std::optional<bool> more;
    reader("more", more);
    return more.value_or(false);
}

ResponsePart readResponse(FieldReader &reader, Fault &fault)
{
    ResponsePart part;
    reader("response", part.id);
    part.more = readMore(reader);
    std::optional<CallError> refused;
    reader("refused", refused);
    Answer answer;
    if (refused)
        part.result = tl::unexpected(std::move(*refused));
    else if (readVariant(reader, kAnswerKeys, answer, fault))
        part.result = std::move(answer);
    else
        fault.set("an unknown answer");
    reader.end();
    return part;
}

template <typename T>
void readList(FieldReader &reader, const char *key, std::vector<T> &list)
{
    std::optional<std::vector<T>> values;
    reader(key, values);
    if (values)
        list = std::move(*values);
}

ChangesPart readChanges(FieldReader &reader)
{
    ChangesPart part;
    reader("changes", part.time);
    readList(reader, "added", part.added);
    readList(reader, "changed", part.changed);
    readList(reader, "removed", part.removed);
    part.more = readMore(reader);
    reader.end();
    return part;
}

EngineInfo readEngine(FieldReader &reader)
{
    EngineInfo info;
    reader("engine", info);
    reader.end();
    return info;
}

bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '[' || c == '{') && ++depth > kDeepest)
            return true;
        else if (!inText && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

Json parse(std::string_view line, Fault &fault)
{
    if (isTooDeep(line)) {
        fault.set("nested too deeply");
        return {};
    }
    Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (json.is_discarded())
        fault.set("not JSON");
    else if (!json.is_object())
        fault.set("an object was expected");
    return json;
}

template <typename Message>
Decoded<Message> outcome(Message message, const Fault &fault)
{
    if (fault.isSet())
        return tl::unexpected(fault.text());
    return message;
}

std::string toLine(const Json &json)
{
    std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    line.push_back('\n');
    return line;
}

} // namespace

std::string_view name(Parting parting)
{
    constexpr std::array<std::string_view, 5> kNames {"other-version", "too-many-clients", "malformed", "too-long",
                                                      "stopping"};
    return kNames[static_cast<std::size_t>(parting)];
}

std::string encode(const ClientMessage &message)
{
    return toLine(std::visit([](const auto &m) { return toJson(m); }, message));
}

std::string encode(const ServerMessage &message)
{
    return toLine(std::visit([](const auto &m) { return toJson(m); }, message));
}

Decoded<ClientMessage> decodeClientMessage(std::string_view line)
{
    Fault fault;
    const Json json = parse(line, fault);
    if (fault.isSet())
        return tl::unexpected(fault.text());

    FieldReader reader(json, fault);
    if (json.contains("haulwatch"))
        return outcome<ClientMessage>(readHello(reader), fault);
    return outcome<ClientMessage>(readRequest(reader, fault), fault);
}

Decoded<ServerMessage> decodeServerMessage(std::string_view line)
{
    Fault fault;
    const Json json = parse(line, fault);
    if (fault.isSet())
        return tl::unexpected(fault.text());

    FieldReader reader(json, fault);
    if (json.contains("response"))
        return outcome<ServerMessage>(readResponse(reader, fault), fault);
    if (json.contains("changes") && !json.contains("haulwatch"))
        return outcome<ServerMessage>(readChanges(reader), fault);
    if (json.contains("engine"))
        return outcome<ServerMessage>(readEngine(reader), fault);
    if (json.contains("haulwatch"))
        return outcome<ServerMessage>(readHello(reader), fault);
    Goodbye goodbye;
    reader("goodbye", goodbye);
    reader.end();
    return outcome<ServerMessage>(std::move(goodbye), fault);
}

} // namespace haulwatch::wire
