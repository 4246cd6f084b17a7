// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "support/sandbox.h"

namespace haulwatch::test {

/// A file system of a few kilobytes in memory, to be filled up. Only root may have one: ask isMounted(). Gone with the
/// object.
class SmallVolume {
public:
    explicit SmallVolume(std::size_t kilobytes);
    ~SmallVolume();
    SmallVolume(const SmallVolume &) = delete;
    SmallVolume &operator=(const SmallVolume &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const std::string &path() const { return m_folder.path(); }
    [[nodiscard]] std::string path(const std::string &name) const { return m_folder.path(name); }
    [[nodiscard]] bool resize(std::size_t kilobytes);
    [[nodiscard]] bool makeReadOnly();
    void takeAway(); ///< by force, for good: what is open there stays open
    /// Nothing is open there. The file system waits elsewhere until plugIn(); its empty folder stays, or goes as well.
    [[nodiscard]] bool unplug(bool folderGoes);
    [[nodiscard]] bool plugIn();

private:
    Sandbox m_folder;
    Sandbox m_drawer; // holds it while it is unplugged
    bool m_isMounted = false;
};

} // namespace haulwatch::test
