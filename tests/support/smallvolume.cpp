// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallvolume.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace haulwatch::test {

SmallVolume::SmallVolume(std::size_t kilobytes)
{
    const auto size = "size=" + std::to_string(kilobytes) + "k";
    m_isMounted = ::mount("haulwatch-test", m_folder.path().c_str(), "tmpfs", MS_NODEV | MS_NOSUID, size.c_str()) == 0;
}

SmallVolume::~SmallVolume()
{
    if (m_isMounted)
        ::umount2(m_folder.path().c_str(), MNT_DETACH);
}

bool SmallVolume::resize(std::size_t kilobytes)
{
    const auto size = "size=" + std::to_string(kilobytes) + "k";
    return ::mount(nullptr, m_folder.path().c_str(), nullptr, MS_REMOUNT | MS_NODEV | MS_NOSUID, size.c_str()) == 0;
}

bool SmallVolume::makeReadOnly()
{
    return ::mount(nullptr, m_folder.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

void SmallVolume::takeAway()
{
    ::umount2(m_folder.path().c_str(), MNT_DETACH);
    m_isMounted = false;
}

// By a second mount, because what is in memory is gone with the last one; MS_MOVE is refused below a shared mount.
bool SmallVolume::unplug(bool folderGoes)
{
    if (::mount(m_folder.path().c_str(), m_drawer.path().c_str(), nullptr, MS_BIND, nullptr) != 0
        || ::umount2(m_folder.path().c_str(), 0) != 0)
        return false;
    return !folderGoes || ::rmdir(m_folder.path().c_str()) == 0;
}

bool SmallVolume::plugIn()
{
    ::mkdir(m_folder.path().c_str(), 0700);
    return ::mount(m_drawer.path().c_str(), m_folder.path().c_str(), nullptr, MS_BIND, nullptr) == 0
        && ::umount2(m_drawer.path().c_str(), 0) == 0;
}

} // namespace haulwatch::test
