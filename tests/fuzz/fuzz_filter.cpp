// SPDX-License-Identifier: GPL-3.0-or-later
// The filter's grammar: an error lies within the text, and a filter that was understood answers for any job.
#include "fuzzing.h"
#include "job/errorcatalog.h"
#include "job/filterparser.h"

using namespace haulwatch;

namespace {

JobRecord someJob()
{
    JobSpec spec;
    spec.name = "Ubuntu 24.04";
    spec.folder = "/data/images";
    spec.files = {{"https://example.org:8443/ubuntu.iso", "ubuntu.iso", std::nullopt}};
    spec.options = std::make_shared<const JobOptions>();
    JobError error = errorFrom(classify(fromHttpStatus(404)), {NativeKind::Http, 404}, "Not Found");
    error.host = "example.org:8443";
    JobRecord job;
    job.spec = std::make_shared<const JobSpec>(spec);
    job.error = std::make_shared<const JobError>(error);
    job.status.state = JobState::Error;
    job.status.set(kHasError, true);
    return job;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const JobRecord job = someJob();
    constexpr WallTime now {std::chrono::seconds {1'760'000'000}};
    const auto text = fuzz::textOf(data, size);

    const auto filter = parseFilter(text);

    if (!filter) {
        const auto &error = filter.error();
        fuzz::require(error.position <= size && error.length <= size - error.position, "an error lies within the text");
        return 0;
    }
    const bool matches = filter->matches(job, now);
    fuzz::require(filter->combinedWith({}).matches(job, now) == matches, "everything adds no condition");
    fuzz::require(!filter->matchesEverything() || matches, "an empty filter matches");
    return 0;
}
