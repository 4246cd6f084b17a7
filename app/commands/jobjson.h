// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "job/history.h"
#include "job/job.h"
#include "service/request.h"

/// Jobs as the command line's JSON tells them: a contract with scripts, unlike the socket's words, and in the order of
/// its description. Every field is always there; what does not exist is null.
namespace haulwatch::jobjson {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json job(const JobRecord &record);
/// With its folder and its options, which are called as the command line calls them, in camel case.
[[nodiscard]] Json jobWithOptions(const JobRecord &record);
/// The error object alone.
[[nodiscard]] Json error(const JobError &error);
[[nodiscard]] Json files(const JobFiles &files);
[[nodiscard]] Json history(const std::vector<HistoryEntry> &entries);
/// What a verb did, an object a job: `{"id", "done", "code", "refusal"}`.
[[nodiscard]] Json report(const VerbReport &report);

/// "2026-07-18T10:41:07.000Z"
[[nodiscard]] std::string isoTime(WallTime time);

/// One line, or indented.
[[nodiscard]] std::string compact(const Json &json);
[[nodiscard]] std::string indented(const Json &json);

} // namespace haulwatch::jobjson
