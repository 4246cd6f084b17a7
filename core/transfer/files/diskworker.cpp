// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/diskworker.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "transfer/files/filemark.h"
#include "transfer/files/folders.h"
#include "transfer/files/volume.h"

namespace haulwatch {
namespace {

constexpr Bytes kHashSlice = 8 * 1024 * 1024;

void beginWriting(const DiskOrder &order)
{
    if (order.kind != DiskOrder::Kind::Hash)
        static_cast<void>(
            ::sync_file_range(order.file->get(), 0, 0, SYNC_FILE_RANGE_WRITE)); // only a hint: the sync follows
}

Errno syncToDisk(const FileDescriptor &file)
{
    return ::fdatasync(file.get()) == 0 ? 0 : errno;
}

// A file whose folder was deleted, or whose disk was unmounted by force, goes on taking bytes, for nobody.
Errno find(const FileDescriptor &file, const FileLocation &location)
{
    struct stat open { };
    struct stat named { };
    if (location.part.empty())
        return 0;
    if (::fstat(file.get(), &open) != 0)
        return errno;
    if (::lstat(location.part.c_str(), &named) == 0 && named.st_dev == open.st_dev && named.st_ino == open.st_ino)
        return 0;
    return isOnVolume(folderOf(location.part), location.volume) ? ENOENT : ENODEV;
}

void setModified(const FileDescriptor &file, std::optional<EpochSeconds> modified)
{
    if (!modified)
        return;
    const timespec stamps[2] = {{0, UTIME_OMIT}, {static_cast<time_t>(*modified), 0}};
    // A file system without time stamps, or with a file that is not ours, may refuse; the data is no worse for it.
    static_cast<void>(::futimens(file.get(), stamps));
}

void finish(const DiskOrder &order, DiskAnswer &answer)
{
    setModified(*order.file, order.modified);
    // Not fdatasync: the file is known again by its time.
    answer.error = ::fsync(order.file->get()) == 0 ? 0 : errno;
    answer.mark = markOf(*order.file);
}

} // namespace

DiskWorker::DiskWorker(std::function<void()> answered)
    : m_answered(std::move(answered))
    , m_thread([this] { work(); })
{
}

DiskWorker::~DiskWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wakeup.notify_one();
    m_thread.join();
}

void DiskWorker::post(DiskOrder order)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orders.push_back(std::move(order));
    }
    m_wakeup.notify_one();
}

std::vector<DiskAnswer> DiskWorker::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

std::deque<DiskOrder> DiskWorker::waitForOrders()
{
    std::unique_lock lock(m_mutex);
    m_wakeup.wait(lock, [this] { return m_ends || !m_orders.empty(); });
    return std::exchange(m_orders, {});
}

void DiskWorker::work()
{
    while (!m_ends) {
        auto orders = waitForOrders();
        // Once all of them are on their way, the first sync commits the file system's journal for all: twelve times as
        // fast as one after the other on a busy disk.
        for (const auto &order : orders)
            beginWriting(order);
        for (auto order = orders.begin(); order != orders.end() && !m_ends; ++order)
            serve(*order);
    }
}

void DiskWorker::serve(DiskOrder &order)
{
    auto answer = carryOut(order);
    if (!answer) {
        if (order.hash && order.hash->hashed() < order.size)
            post(std::move(order)); // behind the others
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(std::move(*answer));
    }
    m_answered();
}

// Nothing while there is more to do, or nothing to tell.
std::optional<DiskAnswer> DiskWorker::carryOut(DiskOrder &order)
{
    DiskAnswer answer {order.kind, order.transfer, order.size, 0, {}, {}, 0};
    if (order.kind == DiskOrder::Kind::Sync) {
        answer.error = syncToDisk(*order.file);
        answer.missing = find(*order.file, order.location);
        return answer;
    }
    if (order.hash) {
        answer.error = order.hash->advance(*order.file, order.size, kHashSlice);
        // The Finish that is to come meets the same error, and reports it.
        if (order.kind == DiskOrder::Kind::Hash && answer.error != 0)
            order.size = 0;
        if (order.kind == DiskOrder::Kind::Hash || (answer.error == 0 && order.hash->hashed() < order.size))
            return std::nullopt;
        if (answer.error == 0)
            answer.digest = order.hash->digest();
    }
    if (answer.error == 0)
        answer.error = find(*order.file, order.location);
    if (answer.error == 0)
        finish(order, answer);
    return answer;
}

} // namespace haulwatch
