// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "job/result.h"

namespace haulwatch {

/// An address as a user gave it, taken apart (RFC 3986), its user info set aside so that the rest may be shown and
/// stored.
struct GivenAddress {
    std::string text; ///< normalized, without user info and fragment
    std::string userInfo; ///< "user:password" percent-encoded as given; empty: none
    std::string scheme; ///< lower case
    std::string host; ///< host, with its port if that is not the scheme's own
    std::string fileName; ///< last segment of the path, percent-decoded; empty if the path ends in '/'
};

/// Accepts http and https. EmptyAddress, UnknownScheme, MalformedAddress or AddressTooLong (BITS: 2,200 characters).
[[nodiscard]] Result<GivenAddress> readAddress(std::string_view text);

/// "user:password" as a person types it, as the user info of an address. The name ends at the first colon (RFC 7617
/// §2). BadOption with the codes of BITS' SetCredentials: a name above 300, a password above 65,535 characters, or one
/// with a control character in it.
[[nodiscard]] Result<std::string> readCredentials(std::string_view text);

} // namespace haulwatch
