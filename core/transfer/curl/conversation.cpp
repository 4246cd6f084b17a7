// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/conversation.h"

namespace haulwatch {

const std::string &validator(const Checkpoint &held)
{
    return held.etag.empty() ? held.lastModified : held.etag;
}

} // namespace haulwatch
