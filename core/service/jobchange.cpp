// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jobchange.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "service/address.h"
#include "service/jobdraft.h"

namespace haulwatch {
namespace {

bool namesHost(const JobSpec &spec, std::string_view host)
{
    return std::any_of(spec.files.begin(), spec.files.end(),
                       [&](const FileSpec &file) { return hostOf(file.remote) == host; });
}

Result<void> changeAddresses(const JobSpec &before, const ChangeJob &change, JobSpec &spec, JobSecrets &secrets)
{
    for (const auto &[file, text] : change.addresses) {
        if (file >= spec.files.size())
            return refuse(Refusal::NoSuchFile, std::to_string(file));
        auto address = readAddress(text);
        if (!address)
            return tl::unexpected(address.error());
        // Another host must not get what was given for the ones the job had.
        if (!namesHost(before, address->host))
            secrets = {};
        if (!address->userInfo.empty())
            secrets.userInfo = std::move(address->userInfo);
        spec.files[file].remote = std::move(address->text);
    }
    return {};
}

Result<void> changeOptions(const ChangeJob &change, JobOptions &options, JobSecrets &secrets)
{
    if (change.retryDelay.value_or(Milliseconds {}) < Milliseconds::zero())
        return refuse(Refusal::BadOption, "retry-delay");
    if (change.noProgressTimeout.value_or(Milliseconds {}) < Milliseconds::zero())
        return refuse(Refusal::BadOption, "no-progress-timeout");
    if (change.retryDelay)
        options.retry.fixedDelay = *change.retryDelay;
    if (change.noProgressTimeout)
        options.retry.noProgressTimeout = *change.noProgressTimeout;
    if (!change.headers)
        return {};
    auto headers = splitHeaders(*change.headers);
    if (!headers)
        return tl::unexpected(headers.error());
    options.headers = std::move(headers->open);
    secrets.headers = std::move(headers->secret);
    return {};
}

} // namespace

Result<JobSpec> changedSpec(const JobSpec &before, const ChangeJob &change)
{
    JobSpec spec = before;
    JobSecrets secrets = before.secrets ? *before.secrets : JobSecrets {};
    JobOptions options = *before.options;
    if (const auto ok = changeAddresses(before, change, spec, secrets); !ok)
        return tl::unexpected(ok.error());
    if (const auto ok = changeOptions(change, options, secrets); !ok)
        return tl::unexpected(ok.error());

    if (options != *before.options)
        spec.options = std::make_shared<const JobOptions>(std::move(options));
    spec.secrets = secrets.empty() ? nullptr : std::make_shared<const JobSecrets>(std::move(secrets));
    return spec;
}

} // namespace haulwatch
