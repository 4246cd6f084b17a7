// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "job/engineid.h"
#include "job/jobid.h"
#include "service/request.h"

namespace haulwatch {

/// What one of several engines is asked of a request.
struct RequestShare {
    EngineId engine {};
    std::vector<JobId> ids; ///< the jobs it is about, where the request names them
    Request request;
};

/// What became of it.
struct AnswerShare {
    EngineId engine {};
    std::vector<JobId> ids;
    Result<Answer> result;
};

/// Cuts a request by whose jobs it is about; one that is about no job in particular goes to the engine it names, or to
/// all.
[[nodiscard]] std::vector<RequestShare> sharesOf(Request request, const std::function<EngineId(JobId)> &ownerOf,
                                                 const std::vector<EngineId> &engines);

/// Makes one answer of all: reports and lists joined, and whoever was refused as a whole told in the report, job by
/// job. Records get their engine.
[[nodiscard]] Result<Answer> joined(std::vector<AnswerShare> shares);

} // namespace haulwatch
