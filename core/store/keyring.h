// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include <tl/expected.hpp>

namespace haulwatch {

/// A key of 256 bits, wiped from memory at its end.
class SealKey {
public:
    using Bytes = std::array<unsigned char, 32>;

    explicit SealKey(const Bytes &bytes)
        : m_bytes(bytes)
    {
    }
    SealKey(const SealKey &) = default;
    SealKey &operator=(const SealKey &) = default;
    ~SealKey();

    /// From the system's generator; nothing if that has no randomness to give.
    [[nodiscard]] static std::optional<SealKey> random();

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
};

enum class KeyringFault {
    NotAsked, ///< the keyring was not to be used
    Unavailable, ///< there is none, or it refused
    Silent, ///< no answer in time, for example to a prompt for its password
    NoKey, ///< it is locked, or has no such key
};

struct KeyringFailure {
    KeyringFault fault {};
    std::string detail; ///< what the keyring said; no secrets
};

/// A place that the system keeps locked for the user. Blocks its caller for a bounded time.
class Keyring {
public:
    virtual ~Keyring() = default;

    [[nodiscard]] virtual tl::expected<SealKey, KeyringFailure> find(const std::string &name) = 0;
    /// What went wrong, or nothing.
    [[nodiscard]] virtual std::optional<KeyringFailure> keep(const std::string &name, const SealKey &key) = 0;
};

} // namespace haulwatch
