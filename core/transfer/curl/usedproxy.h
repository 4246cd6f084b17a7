// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <curl/curl.h>

#include "address/address.h"
#include "job/job.h"

namespace haulwatch {

/// What an environment variable holds; empty: nothing.
using Environment = std::function<std::string(const char *name)>;

/// The proxy that libcurl asks for `target`: the job's, or that of the environment by libcurl's rules (http_proxy,
/// https_proxy, all_proxy, no_proxy). libcurl tells it from version 8.7 on; until then this is how an error finds out
/// whose it is. Nothing: none.
[[nodiscard]] std::optional<Address> usedProxy(const Address &target, const JobOptions &options,
                                               const Environment &environment);
[[nodiscard]] std::optional<Address> usedProxy(const Address &target, const JobOptions &options);

/// Whether the connection had not yet come past that proxy when the handle's request failed without an answer: what
/// broke is then the way to the proxy, or the proxy.
[[nodiscard]] bool isStillAtProxy(CURL *easy, const Address &target, const Address &proxy);

} // namespace haulwatch
