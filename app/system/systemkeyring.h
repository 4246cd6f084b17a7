// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/keyring.h"

namespace haulwatch {

/// The keyring of the user's session: Secret Service or KWallet, whichever QtKeychain finds. Runs an event loop while
/// it waits, without the input of the user. Belongs to the thread of the application.
class SystemKeyring final : public Keyring {
public:
    /// Long enough to type a password into the keyring's prompt, short enough for a start that nobody sees.
    static constexpr std::chrono::milliseconds kPatience {30'000};

    explicit SystemKeyring(std::chrono::milliseconds patience = kPatience)
        : m_patience(patience)
    {
    }

    [[nodiscard]] tl::expected<SealKey, KeyringFailure> find(const std::string &name) override;
    [[nodiscard]] std::optional<KeyringFailure> keep(const std::string &name, const SealKey &key) override;

private:
    std::chrono::milliseconds m_patience;
};

/// Null when HAULWATCH_KEYRING=off says to leave it alone.
[[nodiscard]] std::unique_ptr<Keyring> makeSystemKeyring();

} // namespace haulwatch
