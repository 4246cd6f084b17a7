// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/jobfilter.h"

#include <algorithm>

#include "job/attention.h"
#include "job/errorcatalog.h"
#include "job/text.h"

namespace haulwatch {
namespace {

using Field = JobFilter::Field;
using Quality = JobFilter::Quality;

/// `part` is in lower case already.
bool holds(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return text::lowered(a) == b; })
        != text.end();
}

bool fileHolds(const FileSpec &file, std::string_view part)
{
    return holds(file.local, part) || holds(file.remote, part);
}

bool hostHolds(const JobRecord &job, std::string_view part)
{
    if (job.error && holds(job.error->host, part))
        return true;
    return std::any_of(job.spec->files.begin(), job.spec->files.end(),
                       [part](const FileSpec &file) { return holds(hostOf(file.remote), part); });
}

bool anythingHolds(const JobRecord &job, std::string_view part)
{
    const JobSpec &spec = *job.spec;
    if (holds(spec.name, part) || holds(spec.folder, part))
        return true;
    if (job.error && (holds(job.error->host, part) || holds(symbolicName(job.error->code), part)))
        return true;
    return std::any_of(spec.files.begin(), spec.files.end(),
                       [part](const FileSpec &file) { return fileHolds(file, part); });
}

bool fieldHolds(Field field, const JobRecord &job, std::string_view part)
{
    const auto &files = job.spec->files;
    switch (field) {
    case Field::Any:
        return anythingHolds(job, part);
    case Field::Name:
        return holds(job.spec->name, part);
    case Field::File:
        return std::any_of(files.begin(), files.end(), [part](const FileSpec &file) { return fileHolds(file, part); });
    case Field::Host:
        return hostHolds(job, part);
    }
    return false;
}

bool has(Quality quality, const JobRecord &job, WallTime now)
{
    const JobStatus &status = job.status;
    switch (quality) {
    case Quality::Attention:
        return needsAttention(job, now);
    case Quality::Problem:
        return job.error != nullptr;
    case Quality::Active:
        return isActive(status.state);
    case Quality::Open:
        return !isFinal(status.state);
    case Quality::Done:
        return isFinal(status.state);
    case Quality::Unverified:
        return status.has(kLengthUnverified);
    }
    return false;
}

struct Test {
    const JobRecord &job;
    WallTime now;

    bool operator()(const JobFilter::States &states) const
    {
        return states.any[static_cast<std::size_t>(job.status.state)];
    }

    bool operator()(const JobFilter::Causes &causes) const
    {
        return job.error && causes.any[static_cast<std::size_t>(job.error->cause)];
    }

    bool operator()(const JobFilter::Codes &codes) const
    {
        if (!job.error)
            return false;
        const auto status = httpStatus(job.error->code);
        return std::find(codes.any.begin(), codes.any.end(), job.error->code) != codes.any.end()
            || (status && std::find(codes.statuses.begin(), codes.statuses.end(), *status) != codes.statuses.end());
    }

    bool operator()(const JobFilter::Text &text) const
    {
        return std::any_of(text.any.begin(), text.any.end(),
                           [&](const std::string &part) { return fieldHolds(text.field, job, part); });
    }

    bool operator()(const JobFilter::Age &age) const
    {
        const auto since = now - job.spec->created;
        return age.relation == JobFilter::Relation::Less ? since < age.than : since > age.than;
    }

    bool operator()(const JobFilter::Size &size) const
    {
        const Bytes total = job.status.bytesTotal;
        // An unknown size is neither small nor large.
        if (total == kUnknownSize)
            return false;
        return size.relation == JobFilter::Relation::Less ? total < size.than : total > size.than;
    }

    bool operator()(const JobFilter::Is &is) const
    {
        return std::any_of(is.any.begin(), is.any.end(), [&](Quality quality) { return has(quality, job, now); });
    }
};

bool isAboutTime(const JobFilter::Term &term)
{
    if (const auto *is = std::get_if<JobFilter::Is>(&term.test))
        return std::find(is->any.begin(), is->any.end(), Quality::Attention) != is->any.end();
    return std::holds_alternative<JobFilter::Age>(term.test);
}

} // namespace

bool JobFilter::matches(const JobRecord &job, WallTime now) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return std::visit(Test {job, now}, term.test) != term.negated;
    });
}

bool JobFilter::dependsOnTime() const
{
    return std::any_of(m_terms.begin(), m_terms.end(), isAboutTime);
}

JobFilter JobFilter::combinedWith(const JobFilter &other) const
{
    JobFilter both = *this;
    both.m_terms.insert(both.m_terms.end(), other.m_terms.begin(), other.m_terms.end());
    return both;
}

} // namespace haulwatch
