// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace haulwatch {

/// "scheme://host[:port]" of an address as FileSpec::remote holds it, as it is written there; empty for anything else.
[[nodiscard]] std::string_view originOf(std::string_view address);

/// The servers that a job's credentials are for. Takes addresses as FileSpec::remote holds them; a million of few
/// servers cost little.
class Origins {
public:
    void add(std::string_view address);
    /// Whether what signs in to one of them may be sent to this address; see sharesCredentials().
    [[nodiscard]] bool include(std::string_view address) const;
    [[nodiscard]] bool empty() const { return m_written.empty(); }

private:
    std::set<std::string, std::less<>> m_written; ///< as the addresses write them, so that few need to be parsed
    std::set<std::string, std::less<>> m_origins; ///< the same in the one form that can be compared
};

} // namespace haulwatch
