// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace haulwatch::test {

/// A folder of its own for one test, gone with the object.
class Sandbox {
public:
    Sandbox();
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] std::string path(const std::string &name) const { return m_path + '/' + name; }

    void write(const std::string &name, const std::string &bytes) const;
    [[nodiscard]] std::optional<std::string> read(const std::string &name) const; ///< nothing: no such file
    [[nodiscard]] bool has(const std::string &name) const;
    [[nodiscard]] std::vector<std::string> names() const; ///< of all that is in it, hidden ones too, sorted

private:
    std::string m_path;
};

} // namespace haulwatch::test
