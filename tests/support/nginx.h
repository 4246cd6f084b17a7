// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "support/certificates.h"
#include "support/childprocess.h"
#include "support/sandbox.h"

namespace haulwatch::test {

/// Debian's nginx, serving a folder on a free loopback port, with a configuration and files of its own. Ends with the
/// object.
class Nginx {
public:
    struct Setup {
        std::string folder; ///< what is served
        std::string serverLines; ///< further lines of the server block, e.g. "location /old { return 302 /new; }"
        std::string certificate; ///< PEM file; empty: plain HTTP
        std::string key; ///< PEM file
        bool http2 = true; ///< offered over TLS
    };

    explicit Nginx(const Setup &setup);

    [[nodiscard]] static bool isInstalled() { return test::isInstalled("nginx"); }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string address(const std::string &path) const; ///< "http://localhost:PORT/path", or https
    [[nodiscard]] pid_t pid() const { return m_process->pid(); }

private:
    Sandbox m_folder;
    bool m_isSecure;
    std::uint16_t m_port;
    std::unique_ptr<ChildProcess> m_process;
};

/// A loopback port nobody listens on at the moment.
[[nodiscard]] std::uint16_t freePort();

} // namespace haulwatch::test
