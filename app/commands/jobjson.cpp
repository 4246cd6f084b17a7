// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/jobjson.h"

#include <QDateTime>

#include <algorithm>

#include "job/errorcatalog.h"
#include "job/joboptions.h"
#include "words/problemtext.h"

namespace haulwatch::jobjson {
namespace {

Json orNull(EpochSeconds seconds)
{
    return seconds == 0 ? Json() : Json(isoTime(toWallTime(seconds)));
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json size(Bytes bytes)
{
    return bytes == kUnknownSize ? Json() : Json(bytes);
}

/// "http/1.1" is told as its scheme: what a version adds is for people.
std::string scheme(const std::string &protocol)
{
    return protocol.substr(0, protocol.find('/'));
}

Json native(const NativeCode &code)
{
    return code.kind == NativeKind::None ? Json()
                                         : Json {{"kind", std::string(name(code.kind))}, {"value", code.value}};
}

Json firstCause(const std::optional<FirstCause> &first)
{
    if (!first)
        return {};
    return {{"code", toHex(first->code)},
            {"name", symbolicName(first->code)},
            {"title", problemtext::title(first->cause).toStdString()},
            {"detail", orNull(first->detail)},
            {"time", isoTime(first->time)}};
}

Json outcome(JobId id, bool done, ErrorCode code, const CallError *refused)
{
    return {{"id", toString(id)},
            {"done", done},
            {"code", toHex(code)},
            {"refusal", refused ? Json(std::string(name(refused->refusal))) : Json()}};
}

/// Times are seconds, what is not limited is null.
struct OptionsToJson {
    Json object = Json::object();

    void operator()(const OptionName &option, const auto &value) { object[camelCase(option)] = told(value); }

private:
    [[nodiscard]] static Json told(Milliseconds value) { return static_cast<double>(value.count()) / 1000; }
    [[nodiscard]] static Json told(const std::string &value) { return orNull(value); }
    template <typename T>
    [[nodiscard]] static Json told(const std::optional<T> &value)
    {
        return value ? told(*value) : Json();
    }
    [[nodiscard]] static Json told(const auto &value) { return value; }
};

} // namespace

std::string isoTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

Json error(const JobError &error)
{
    Json file;
    if (error.file)
        file = {{"index", error.file->index}, {"remote", error.file->remote}, {"local", error.file->local}};
    return {{"code", toHex(error.code)},
            {"name", symbolicName(error.code)},
            {"context", std::string(name(error.context))},
            {"transient", error.transient},
            {"title", problemtext::title(error.cause).toStdString()},
            {"description", problemtext::description(error).toStdString()},
            {"remedy", problemtext::remedy(error).toStdString()},
            {"contextDescription", problemtext::contextDescription(error.context).toStdString()},
            {"protocol", orNull(scheme(error.protocol))},
            {"file", std::move(file)},
            {"time", isoTime(error.time)},
            {"attempt", error.attempt},
            {"gaveUp", error.gaveUp},
            {"first", firstCause(error.first)},
            {"native", native(error.native)},
            {"detail", orNull(error.detail)},
            {"host", orNull(error.host)},
            {"address", orNull(error.exchange.address)},
            {"tls", orNull(error.exchange.tls)},
            {"headers", error.exchange.headers}};
}

Json job(const JobRecord &record)
{
    const JobSpec &spec = *record.spec;
    const JobStatus &status = record.status;
    return {{"id", toString(spec.id)},
            {"name", spec.name},
            {"state", std::string(name(status.state))},
            {"priority", std::string(name(status.priority))},
            {"engine", "local"},
            {"bytesTransferred", status.bytesTransferred},
            {"bytesTotal", size(status.bytesTotal)},
            {"filesTransferred", status.filesTransferred},
            {"filesTotal", status.filesTotal},
            {"errorCount", status.errorCount},
            {"created", isoTime(spec.created)},
            {"modified", orNull(status.modified)},
            {"transferred", orNull(status.transferred)},
            {"nextRetry", orNull(status.nextRetry)},
            {"waitsForServer", status.has(kWaitsForServer)},
            {"error", record.error ? error(*record.error) : Json()}};
}

Json jobWithOptions(const JobRecord &record)
{
    OptionsToJson options;
    describeOptions(options, *record.spec->options);
    Json json = job(record);
    json["folder"] = record.spec->folder;
    json["options"] = std::move(options.object);
    return json;
}

Json files(const JobFiles &files)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < files.spec->files.size() && i < files.files.size(); ++i) {
        const FileSpec &file = files.spec->files[i];
        const FileProgress &progress = files.files[i];
        list.push_back({{"index", i},
                        {"remote", file.remote},
                        {"local", files.spec->folder + '/' + file.local},
                        {"bytesTransferred", progress.transferred},
                        {"bytesTotal", size(progress.total)},
                        {"transferred", isHere(progress.state)},
                        {"complete", progress.state == FileState::Complete},
                        {"checksum", file.checksum ? Json(toString(*file.checksum)) : Json()}});
    }
    return list;
}

Json history(const std::vector<HistoryEntry> &entries)
{
    Json list = Json::array();
    for (const HistoryEntry &entry : entries) {
        list.push_back({{"time", isoTime(entry.time)},
                        {"state", std::string(name(entry.state))},
                        {"event", std::string(name(entry.event))},
                        {"error", entry.error ? error(*entry.error) : Json()}});
    }
    return list;
}

Json report(const VerbReport &report)
{
    Json list = Json::array();
    for (const JobId id : report.done)
        list.push_back(outcome(id, true, code::kOk, nullptr));
    for (const auto &[id, remark] : report.doneWithRemarks)
        list.push_back(outcome(id, true, remark, nullptr));
    for (const auto &[id, refused] : report.refused)
        list.push_back(outcome(id, false, refused.code, &refused));
    for (const auto &[id, path] : report.undeleted) {
        const auto named = [id = toString(id)](const Json &entry) { return entry["id"] == id; };
        if (const auto entry = std::find_if(list.begin(), list.end(), named); entry != list.end())
            (*entry)["undeleted"].push_back(path);
    }
    return list;
}

std::string compact(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string indented(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace haulwatch::jobjson
