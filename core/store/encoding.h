// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "job/job.h"
#include "job/joberror.h"

namespace haulwatch {

// The packed values within the store's columns. Each begins with the number of its form, so that a later version can
// tell; decoding answers nothing for bytes that encoding cannot have made.

[[nodiscard]] std::string encode(const JobOptions &options);
[[nodiscard]] std::optional<JobOptions> decodeOptions(std::string_view bytes);

[[nodiscard]] std::string encode(const std::vector<FileSpec> &files);
[[nodiscard]] std::optional<std::vector<FileSpec>> decodeFiles(std::string_view bytes);

[[nodiscard]] std::string encode(const JobError &error);
[[nodiscard]] std::optional<JobError> decodeError(std::string_view bytes);

[[nodiscard]] std::string encode(const Exchange &exchange);
[[nodiscard]] std::optional<Exchange> decodeExchange(std::string_view bytes);

} // namespace haulwatch
