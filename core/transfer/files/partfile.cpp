// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/partfile.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "transfer/files/folders.h"
#include "transfer/files/volume.h"

namespace haulwatch {
namespace {

constexpr Bytes kWorthReserving = 1024 * 1024; // below, the call costs more than it gives

} // namespace

Errno PartFile::openFile(int flags)
{
    // O_NOFOLLOW: a link planted under the part file's name must not lead our bytes elsewhere. The umask has its say in
    // the mode.
    auto file = std::make_shared<const FileDescriptor>(
        ::open(m_location.part.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0666));
    if (!file->isOpen())
        return errno;
    struct stat status { };
    if (::fstat(file->get(), &status) != 0)
        return errno;
    // Something else than our file: a pipe, a device, or a second name of someone's file.
    if (!S_ISREG(status.st_mode) || status.st_nlink != 1)
        return EEXIST;
    m_file = std::move(file);
    m_written = static_cast<Bytes>(status.st_size);
    return 0;
}

tl::expected<bool, Errno> PartFile::reopen(Bytes offset)
{
    const auto error = openFile(0);
    if (error == 0 && m_written >= offset)
        return true;
    close();
    if (const auto missing = findFolder(); missing != 0)
        return tl::unexpected(missing);
    if (error != 0 && error != ENOENT)
        return tl::unexpected(error);
    return false;
}

// The empty folder that a disk leaves behind is no place to write to: it is on another disk, and hidden once the right
// one is back.
Errno PartFile::findFolder() const
{
    const auto folder = folderOf(m_location.part);
    if (!isOnVolume(folder, m_location.volume))
        return ENODEV;
    struct stat status { };
    return ::stat(folder.c_str(), &status) == 0 ? 0 : errno;
}

bool PartFile::isDeleted() const
{
    struct stat status { };
    return m_file && ::fstat(m_file->get(), &status) == 0 && status.st_nlink == 0;
}

Errno PartFile::begin()
{
    m_gathered.clear();
    if (!m_file) {
        if (const auto missing = findFolder(); missing != 0)
            return missing;
        if (const auto error = openFile(O_CREAT); error != 0)
            return error;
    }
    // Also where nothing was written: an attempt that came to nothing may have claimed space for a larger file.
    if (::ftruncate(m_file->get(), 0) != 0)
        return errno;
    m_written = 0;
    return 0;
}

Errno PartFile::cutTo(Bytes offset)
{
    if (m_written == offset)
        return 0;
    if (::ftruncate(m_file->get(), static_cast<off_t>(offset)) != 0)
        return errno;
    m_written = offset;
    return 0;
}

Errno PartFile::reserve(Bytes total)
{
    if (total < kWorthReserving || total == kUnknownSize)
        return 0;
    const auto length = static_cast<off_t>(std::min<Bytes>(total, std::numeric_limits<off_t>::max()));
    if (::fallocate(m_file->get(), FALLOC_FL_KEEP_SIZE, 0, length) == 0) {
        m_reserved = total;
        return 0;
    }
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
        return errno;
    const auto room = space(total);
    return room.needed > room.free ? ENOSPC : 0;
}

void PartFile::releaseRest()
{
    // ftruncate to the size it has frees what fallocate claimed behind it. If it fails, the file is right all the same.
    if (m_reserved > m_written && ::ftruncate(m_file->get(), static_cast<off_t>(m_written)) == 0)
        m_reserved = m_written;
}

DiskSpace PartFile::space(Bytes total) const
{
    DiskSpace space;
    struct stat file { };
    struct statvfs volume { };
    if (!m_file || ::fstat(m_file->get(), &file) != 0)
        return space;
    const auto taken = static_cast<Bytes>(file.st_blocks) * 512; // st_blocks counts so, whatever the volume's blocks
    if (total != kUnknownSize && total > taken)
        space.needed = total - taken;
    if (::fstatvfs(m_file->get(), &volume) == 0 && volume.f_blocks > 0)
        space.free = static_cast<Bytes>(volume.f_bavail) * volume.f_frsize;
    return space;
}

Errno PartFile::append(std::span<const char> bytes)
{
    if (m_gathered.capacity() == 0)
        m_gathered.reserve(kGathered);
    while (!bytes.empty()) {
        const auto taken = std::min(bytes.size(), kGathered - m_gathered.size());
        m_gathered.insert(m_gathered.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (m_gathered.size() < kGathered)
            break;
        if (const auto error = flush(); error != 0)
            return error;
    }
    return 0;
}

Errno PartFile::flush()
{
    const auto error = write(m_gathered);
    m_gathered.clear();
    return error;
}

Errno PartFile::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const auto count = ::pwrite(m_file->get(), bytes.data(), bytes.size(), static_cast<off_t>(m_written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        m_written += static_cast<Bytes>(count);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return 0;
}

void PartFile::close()
{
    m_file.reset();
    m_gathered.clear();
    m_written = 0;
    m_reserved = 0;
}

} // namespace haulwatch
