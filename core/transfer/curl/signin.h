// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "job/joberror.h"

namespace haulwatch::signin {

/// libcurl's masks (CURLAUTH_…) of the methods that a user name and password can sign in by, and of those that need a
/// ticket, as it was built.
[[nodiscard]] long passwordMethods();
[[nodiscard]] long ticketMethods();

/// Whether a server that takes these schemes (RFC 9110 §11.1) is to be asked again with a ticket. libcurl would not
/// fall back from it to a password, so it is tried alone, where the server takes nothing else.
[[nodiscard]] bool needsTicket(const std::vector<std::string> &schemes);

/// The error of a sign-in that a server refused, with what it takes. `triedTicket`: there was none, or it was refused.
[[nodiscard]] JobError refused(JobError error, const std::vector<std::string> &schemes, bool triedTicket);

} // namespace haulwatch::signin
