// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// Takes the values of the named query parameters out of an address as FileSpec::remote holds it, and appends them to
/// `values`; "?token=abc" becomes "?token=(secret-1)". What was taken out before stays so. Names are compared byte by
/// byte. Returns which of the names the address has.
[[nodiscard]] std::vector<std::string> takeSecretValues(std::string &address, const std::vector<std::string> &names,
                                                        std::vector<SecretValue> &values);

/// The values whose places the address holds, each only at the origin and under the name it was taken from.
[[nodiscard]] std::vector<std::string> secretValuesOf(std::string address, const std::vector<SecretValue> &values);

/// Whether the address has a place that none of these values is for.
[[nodiscard]] bool lacksSecretValue(std::string address, const std::vector<SecretValue> &values);

/// Empties the values that no address has a place for any more. All keep their index, and their name stays marked.
void dropUnusedValues(std::vector<SecretValue> &values, const std::vector<FileSpec> &files);

/// The parameters with a place for a value, whether that is known or not.
[[nodiscard]] std::vector<std::string> hiddenNamesIn(std::string address);

/// The address with these values back in.
[[nodiscard]] std::string withSecretValues(std::string address, const std::vector<SecretValue> &values);

} // namespace haulwatch
