// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "support/sandbox.h"

namespace haulwatch::test {

/// An authority that no system trusts, and certificates for "localhost" and 127.0.0.1 signed by it. Made by the openssl
/// program.
class Certificates {
public:
    enum class Kind : std::uint8_t { Good, Expired, WrongHost };

    Certificates();

    [[nodiscard]] std::string authority() const { return m_folder.path("ca.pem"); } ///< PEM file to trust
    [[nodiscard]] std::string certificate(Kind kind); ///< PEM file, made at the first call
    [[nodiscard]] std::string key() const { return m_folder.path("server.key"); } ///< of every certificate

private:
    Sandbox m_folder;
};

} // namespace haulwatch::test
