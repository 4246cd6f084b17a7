// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "job/job.h"

namespace haulwatch {

using SecretsByJob = std::map<JobId, std::shared_ptr<const JobSecrets>>;

/// The secrets of jobs as a JSON document, which may be a file of its own or be sealed.
[[nodiscard]] std::string toText(const SecretsByJob &secrets);

/// An error: what is wrong, without quoting any of it.
[[nodiscard]] tl::expected<SecretsByJob, std::string> secretsFromText(std::string_view text);

} // namespace haulwatch
