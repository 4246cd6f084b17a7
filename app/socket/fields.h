// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/engineinfo.h"
#include "service/request.h"
#include "socket/codec.h"

/// The fields of everything that crosses the socket. The names are the protocol: renaming one needs a new version.
///
/// A job's secrets have no field here: they enter with an AddJob or EditJobs and never come out.
namespace haulwatch::wire {

template <>
struct Fields<Checksum> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("algorithm", value.algorithm);
        field("hex", value.hex);
    }
};

template <>
struct Fields<ByteRange> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("offset", value.offset);
        field.size("length", value.length);
    }
};

template <>
struct Fields<FileSpec> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("remote", value.remote);
        field("local", value.local);
        field("checksum", value.checksum);
        field("ranges", value.ranges);
    }
};

template <>
struct Fields<JobOptions> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { describeOptions(field, value); }
};

template <>
struct Fields<JobSpec> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("id", value.id);
        field("name", value.name);
        field("folder", value.folder);
        field("files", value.files);
        field("options", value.options);
        field("created", value.created);
    }
};

template <>
struct Fields<JobStatus> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("bytesTransferred", value.bytesTransferred);
        field.size("bytesTotal", value.bytesTotal);
        field("filesTransferred", value.filesTransferred);
        field("filesTotal", value.filesTotal);
        field("rate", value.rate);
        field("errorCount", value.errorCount);
        field("nextRetry", value.nextRetry);
        field("modified", value.modified);
        field("transferred", value.transferred);
        field("state", value.state);
        field("cause", value.cause);
        field("priority", value.priority);
        field("flags", value.flags);
    }
};

template <>
struct Fields<NativeCode> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("kind", value.kind);
        field("value", value.value);
    }
};

template <>
struct Fields<ErrorFile> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("index", value.index);
        field("remote", value.remote);
        field("local", value.local);
    }
};

template <>
struct Fields<Exchange> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("address", value.address);
        field("tls", value.tls);
        field("headers", value.headers);
    }
};

template <>
struct Fields<FirstCause> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("code", value.code);
        field("cause", value.cause);
        field("detail", value.detail);
        field("time", value.time);
    }
};

template <>
struct Fields<JobError> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("code", value.code);
        field("cause", value.cause);
        field("context", value.context);
        field("transient", value.transient);
        field("native", value.native);
        field("detail", value.detail);
        field("protocol", value.protocol);
        field("host", value.host);
        field("exchange", value.exchange);
        field("file", value.file);
        field("time", value.time);
        field("attempt", value.attempt);
        field("retryAfter", value.retryAfter);
        field("first", value.first);
        field("gaveUp", value.gaveUp);
    }
};

template <>
struct Fields<HistoryEntry> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("time", value.time);
        field("state", value.state);
        field("event", value.event);
        field("file", value.file);
        field("value", value.value);
        field("error", value.error);
        field("exchange", value.exchange);
    }
};

/// Without the checkpoint: only the engine that wrote the part file can use it.
template <>
struct Fields<FileProgress> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("transferred", value.transferred);
        field.size("total", value.total);
        field("state", value.state);
        field("lengthUnverified", value.lengthUnverified);
    }
};

template <>
struct Fields<CallError> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("refusal", value.refusal);
        field("code", value.code);
        field("subject", value.subject);
    }
};

template <>
struct Fields<EngineCapabilities> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("verbs", value.verbs);
        field("add", value.add);
        field("edits", value.edits);
        field("priorities", value.priorities);
        field("files", value.files);
        field("history", value.history);
        field("limits", value.limits);
    }
};

template <>
struct Fields<EngineLimits> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("activeJobs", value.activeJobs);
        field("transfers", value.transfers);
        field("transfersPerHost", value.transfersPerHost);
        field("unfinishedJobs", value.unfinishedJobs);
        field("inactivity", value.inactivity);
        field("retention", value.retention);
        field("timeSlice", value.timeSlice);
    }
};

template <>
inline constexpr EngineKind kLast<EngineKind> = EngineKind::Simulated;

/// Without what is the reader's.
template <>
struct Fields<EngineInfo> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("kind", value.kind);
        field("version", value.version);
        field("capabilities", value.capabilities);
        field("limits", value.limits);
        field("trouble", value.trouble);
    }
};

template <>
struct Fields<FolderSpace> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("exists", value.exists);
        field("volume", value.volume);
        field("device", value.device);
        field("available", value.available);
        field("size", value.size);
    }
};

template <>
struct Fields<GetFolder> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { field("path", value.folder); }
};

template <>
struct Fields<SetLimits> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("activeJobs", value.activeJobs);
        field("transfers", value.transfers);
        field("transfersPerHost", value.transfersPerHost);
    }
};

template <>
struct Fields<JobDraft::File> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("remote", value.remote);
        field("name", value.name);
        field("checksum", value.checksum);
        field("ranges", value.ranges);
    }
};

template <>
struct Fields<JobDraft> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("files", value.files);
        field("folder", value.folder);
        field("name", value.name);
        field("options", value.options);
        field("priority", value.priority);
        field("suspended", value.suspended);
        field("secretParameters", value.secretParameters);
        field("secretHeaders", value.secretHeaders);
        field("renameExisting", value.renameExisting);
    }
};

template <>
struct Fields<AddJob> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { field("draft", value.draft); }
};

template <>
struct Fields<JobEdit::Prefix> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("from", value.from);
        field("to", value.to);
    }
};

template <>
struct Fields<JobEdit> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("addresses", value.addresses);
        field("prefix", value.prefix);
        field("newFiles", value.newFiles);
        field("restart", value.restart);
        field("folder", value.folder);
        field("name", value.name);
        field("priority", value.priority);
        describeOptions(field, value);
        field("secretParameters", value.secretParameters);
        field("secretHeaders", value.secretHeaders);
        field("credentials", value.credentials);
    }
};

template <>
struct Fields<EditJobs> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("ids", value.ids);
        field("change", value.change);
    }
};

template <>
struct Fields<ForgetJobs> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { field("ids", value.ids); }
};

template <>
struct Fields<GetFiles> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { field("id", value.id); }
};

template <>
struct Fields<GetHistory> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value) { field("id", value.id); }
};

template <>
struct Fields<VerbReport> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("done", value.done);
        field("doneWithRemarks", value.doneWithRemarks);
        field("refused", value.refused);
        field("undeleted", value.undeleted);
    }
};

template <>
struct Fields<JobFiles> {
    static constexpr bool isDescribed = true;
    static void describe(auto &field, auto &value)
    {
        field("spec", value.spec);
        field("files", value.files);
        field("state", value.state);
    }
};

} // namespace haulwatch::wire
