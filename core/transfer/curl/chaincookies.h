// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "address/address.h"

namespace haulwatch {

/// The cookies that were set on the way to one file (RFC 6265): sign-on systems and file hosts lead in circles without
/// them. Each goes back to the very host that set it, whatever domain it claims, and none outlives the transfer.
class ChainCookies {
public:
    /// A Set-Cookie field of an answer from there.
    void take(const Address &from, std::string_view field);
    /// "a=1; b=2": for a request there; empty: none.
    [[nodiscard]] std::string lineFor(const Address &to) const;

private:
    struct Cookie {
        std::string host;
        std::string name;
        std::string value;
        std::string path; ///< empty: of the whole host
        bool isSecure = false;
    };

    std::vector<Cookie> m_cookies;
};

} // namespace haulwatch
