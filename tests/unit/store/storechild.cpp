// SPDX-License-Identifier: GPL-3.0-or-later
// Another process with a store, for the tests that kill it or find the store taken.
//   storechild hold FOLDER            opens it, says "ready", and waits for the end of its input
//   storechild submit FOLDER NUMBER   submits the batches of the crash script from NUMBER on until it is killed, and
//                                     says each number that has become durable
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include "crashscript.h"
#include "store/storeopen.h"

using namespace haulwatch;

namespace {

int hold()
{
    std::puts("ready");
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}

int submit(JobJournal &journal, std::uint64_t first)
{
    constexpr std::uint64_t kAhead = 20; // batches that may wait while one is committed
    std::mutex mutex;
    std::condition_variable changed;
    journal.setDurableNotify([&] {
        const std::lock_guard lock(mutex);
        changed.notify_one();
    });
    JournalTicket said = 0;
    std::unique_lock lock(mutex);
    for (auto number = first;; ++number) {
        lock.unlock();
        const auto ticket = journal.submit(CrashScript::batch(number), number % 3 != 0);
        lock.lock();
        changed.wait(lock, [&] { return journal.durable() + kAhead > ticket; });
        if (const auto durable = journal.durable(); durable != said) {
            said = durable;
            std::printf("%llu\n", static_cast<unsigned long long>(first + said - 1));
            std::fflush(stdout);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    auto store = openStore(argv[2]);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().detail.c_str());
        return 1;
    }
    return argv[1] == std::string_view("hold") ? hold() : submit(*store->journal, std::stoull(argv[3]));
}
