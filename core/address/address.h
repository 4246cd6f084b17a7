// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace haulwatch {

/// An absolute address taken apart: what the rules of redirection and the error record ask about. Never holds user
/// info.
struct Address {
    std::string text; ///< the whole, normalized, without user info and fragment
    std::string scheme; ///< lower case
    std::string host; ///< lower case
    std::string port; ///< the scheme's own if none was given

    bool operator==(const Address &) const = default;
    /// "host", or "host:port" where the port is not the scheme's own.
    [[nodiscard]] std::string authority() const;
};

/// Nothing if the text is no absolute address with a host.
[[nodiscard]] std::optional<Address> parseAddress(const std::string &text);

/// Where `reference`, found in an answer from `base`, leads (RFC 3986 §5).
[[nodiscard]] std::optional<Address> resolve(const Address &base, const std::string &reference);

/// What this engine can fetch: http and https.
[[nodiscard]] bool isFetchable(const Address &address);

/// Whether a redirect may be followed: to http and https only, and never out of https.
[[nodiscard]] bool mayFollow(const Address &from, const Address &to);

/// Whether what signs in to `from` may be sent to `to`: the same scheme, host and port, or the same host moved from
/// http to https on their own ports.
[[nodiscard]] bool sharesCredentials(const Address &from, const Address &to);

} // namespace haulwatch
