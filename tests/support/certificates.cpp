// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificates.h"

#include <stdexcept>
#include <utility>
#include <vector>

#include "support/childprocess.h"

namespace haulwatch::test {
namespace {

void openssl(std::vector<std::string> words)
{
    words.insert(words.begin(), "openssl");
    if (ChildProcess(words).exitStatus() != 0)
        throw std::runtime_error("openssl " + words.at(1) + " failed");
}

} // namespace

Certificates::Certificates()
{
    const std::vector<std::string> newKey {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"};
    std::vector<std::string> authority {"req",     "-x509",
                                        "-subj",   "/CN=Haulwatch test authority",
                                        "-days",   "2",
                                        "-keyout", m_folder.path("ca.key"),
                                        "-out",    m_folder.path("ca.pem")};
    authority.insert(authority.end(), newKey.begin(), newKey.end());
    openssl(authority);
    std::vector<std::string> request {"req",
                                      "-subj",
                                      "/CN=Haulwatch test server",
                                      "-keyout",
                                      m_folder.path("server.key"),
                                      "-out",
                                      m_folder.path("server.csr")};
    request.insert(request.end(), newKey.begin(), newKey.end());
    openssl(request);
}

std::string Certificates::certificate(Kind kind)
{
    const auto name = "server-" + std::to_string(static_cast<int>(kind)) + ".pem";
    if (m_folder.has(name))
        return m_folder.path(name);
    const std::string names = kind == Kind::WrongHost ? "DNS:elsewhere.example" : "DNS:localhost,IP:127.0.0.1";
    m_folder.write(name + ".ext", "subjectAltName=" + names + '\n');
    openssl({"x509", "-req", "-in", m_folder.path("server.csr"), "-CA", m_folder.path("ca.pem"), "-CAkey",
             m_folder.path("ca.key"), "-CAcreateserial", "-days", kind == Kind::Expired ? "-1" : "2", "-extfile",
             m_folder.path(name + ".ext"), "-out", m_folder.path(name)});
    return m_folder.path(name);
}

} // namespace haulwatch::test
