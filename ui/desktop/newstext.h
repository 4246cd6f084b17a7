// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "desktop/newsdigest.h"
#include "model/jobview.h"

/// The words of a notification; plain text.
namespace haulwatch::newstext {

/// "37 downloads failed: file not found on cdn.example.org"
[[nodiscard]] QString summary(const NewsDigest::Digest &digest, const JobTable &table);
/// The places, if there are several, and the names of the first few jobs.
[[nodiscard]] QString body(const NewsDigest::Digest &digest, const JobTable &table);
/// The view that shows them.
[[nodiscard]] JobView view(NewsTopic topic, const std::vector<JobTable::Index> &jobs, const JobTable &table);

} // namespace haulwatch::newstext
