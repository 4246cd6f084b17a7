// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace haulwatch::test {
namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool accepts(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(port);
    const bool accepted = ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return accepted;
}

void waitUntilItAccepts(std::uint16_t port)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!accepts(port)) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("nginx does not answer");
        ::poll(nullptr, 0, 5);
    }
}

std::string configuration(const Nginx::Setup &setup, const Sandbox &own, std::uint16_t port)
{
    const bool isSecure = !setup.certificate.empty();
    std::string listen = "127.0.0.1:" + std::to_string(port);
    if (isSecure)
        listen += setup.http2 ? " ssl http2" : " ssl";
    std::string text = ::geteuid() == 0 ? "user root;\n" : "";
    text += "daemon off;\nmaster_process off;\npid " + own.path("nginx.pid") + ";\n";
    text += "error_log " + own.path("error.log") + ";\nevents { worker_connections 1024; }\nhttp {\n";
    for (const std::string kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        text += kind + "_temp_path " + own.path(kind) + ";\n";
    text += "access_log off;\nsendfile on;\nkeepalive_requests 100000;\ndefault_type application/octet-stream;\n";
    text += "server {\nlisten " + listen + ";\nserver_name localhost;\nroot " + setup.folder + ";\n";
    if (isSecure)
        text += "ssl_certificate " + setup.certificate + ";\nssl_certificate_key " + setup.key + ";\n";
    return text + setup.serverLines + "\n}\n}\n";
}

} // namespace

std::uint16_t freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool bound = ::bind(socket, generic, length) == 0 && ::getsockname(socket, generic, &length) == 0;
    ::close(socket);
    if (!bound)
        throw std::runtime_error("no loopback port");
    return ntohs(address.sin_port);
}

Nginx::Nginx(const Setup &setup)
    : m_isSecure(!setup.certificate.empty())
    , m_port(freePort())
{
    m_folder.write("nginx.conf", configuration(setup, m_folder, m_port));
    m_process = std::make_unique<ChildProcess>(std::vector<std::string> {
        "nginx", "-p", m_folder.path(), "-e", m_folder.path("error.log"), "-c", m_folder.path("nginx.conf")});
    waitUntilItAccepts(m_port);
}

std::string Nginx::address(const std::string &path) const
{
    return (m_isSecure ? "https://localhost:" : "http://localhost:") + std::to_string(m_port) + path;
}

} // namespace haulwatch::test
