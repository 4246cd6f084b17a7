// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "transfer/curl/conversation.h"

namespace haulwatch {

/// The conversation for addresses of this scheme; null: this engine does not speak it. `request` must outlive it.
[[nodiscard]] std::unique_ptr<Conversation> makeConversation(const TransferRequest &request, const Address &origin);

} // namespace haulwatch
