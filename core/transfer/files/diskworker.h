// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "job/job.h"
#include "system/filedescriptor.h"
#include "transfer/files/filehash.h"
#include "transfer/files/partfile.h"

namespace haulwatch {

/// What may take long with a part file, to be done away from the network thread.
struct DiskOrder {
    enum class Kind : std::uint8_t {
        Hash, ///< take the bytes up to `size` into `hash`; no answer
        Sync, ///< bring what was written to the disk
        Finish, ///< hash the rest, set the time stamp, sync
    };
    Kind kind {};
    std::uint64_t transfer = 0; ///< comes back in the answer
    std::shared_ptr<const FileDescriptor> file;
    std::shared_ptr<FileHash> hash; ///< may be null
    Bytes size = 0; ///< how much of the file had been written
    std::optional<EpochSeconds> modified;
    FileLocation location {}; ///< of Sync and Finish: where the file must be found now; without a path: anywhere
};

struct DiskAnswer {
    DiskOrder::Kind kind {};
    std::uint64_t transfer = 0;
    Bytes size = 0;
    Errno error = 0;
    std::string digest; ///< of Finish with a hash: lower-case hexadecimal
    FileMark mark {}; ///< of Finish
    Errno missing = 0; ///< of Sync: what was synced is no longer found at its place
};

/// One thread that hashes and syncs part files in the order it was told, a slice of each at a time, so that a huge file
/// does not hold up the small ones. Knows no transfer. Owned by the engine's thread; what is still waiting at the end
/// is dropped.
class DiskWorker {
public:
    /// `answered` is called from the worker's thread when take() has something new.
    explicit DiskWorker(std::function<void()> answered);
    ~DiskWorker();
    DiskWorker(const DiskWorker &) = delete;
    DiskWorker &operator=(const DiskWorker &) = delete;

    void post(DiskOrder order);
    [[nodiscard]] std::vector<DiskAnswer> take();

private:
    void work();
    [[nodiscard]] std::deque<DiskOrder> waitForOrders();
    void serve(DiskOrder &order);
    [[nodiscard]] std::optional<DiskAnswer> carryOut(DiskOrder &order);

    std::function<void()> m_answered;
    std::mutex m_mutex;
    std::condition_variable m_wakeup;
    std::deque<DiskOrder> m_orders;
    std::vector<DiskAnswer> m_answers;
    std::atomic<bool> m_ends = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace haulwatch
