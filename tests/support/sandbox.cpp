// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace haulwatch::test {

namespace fs = std::filesystem;

Sandbox::Sandbox()
    : m_path((fs::temp_directory_path() / "haulwatch-test-XXXXXX").string())
{
    if (::mkdtemp(m_path.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
}

Sandbox::~Sandbox()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void Sandbox::write(const std::string &name, const std::string &bytes) const
{
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream file(path(name), std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush())
        throw std::runtime_error("cannot write " + path(name));
}

std::optional<std::string> Sandbox::read(const std::string &name) const
{
    std::ifstream file(path(name), std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

bool Sandbox::has(const std::string &name) const
{
    std::error_code ignored;
    return fs::symlink_status(path(name), ignored).type() != fs::file_type::not_found;
}

std::vector<std::string> Sandbox::names() const
{
    std::vector<std::string> names;
    for (const auto &entry : fs::directory_iterator(m_path))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace haulwatch::test
