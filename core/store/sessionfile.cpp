// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessionfile.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "store/bytestream.h"

namespace haulwatch {
namespace {

constexpr std::string_view kForm = "haulwatch session 1";
constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::size_t kMostDays = 4096; // the newest tell how old a job is

void put(ByteWriter &to, const std::vector<JobId> &ids)
{
    to.number(ids.size());
    for (const JobId id : ids) {
        to.number(id.high);
        to.number(id.low);
    }
}

std::vector<JobId> takeIds(ByteReader &from)
{
    std::vector<JobId> ids(from.count());
    for (JobId &id : ids) {
        id.high = from.number();
        id.low = from.number();
    }
    return ids;
}

} // namespace

SessionFile::SessionFile(const std::string &directory)
    : m_file(::open((directory + "/session").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
{
}

Session SessionFile::read()
{
    std::string bytes(kMostBytes, '\0');
    const auto got = ::pread(m_file.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    ByteReader from(bytes);
    Session session;
    if (from.text() != kForm)
        return session;
    session.atWork = takeIds(from);
    session.suspects = takeIds(from);
    session.days.resize(from.count());
    for (std::int32_t &day : session.days)
        day = static_cast<std::int32_t>(from.signedNumber());
    return from.good() ? session : Session {};
}

// One write, which no crash of this process can tear: what the kernel has begun it ends.
void SessionFile::write(const Session &session)
{
    ByteWriter to;
    to.text(kForm);
    put(to, session.atWork);
    put(to, session.suspects);
    const auto days = std::min(session.days.size(), kMostDays);
    to.number(days);
    for (std::size_t i = session.days.size() - days; i < session.days.size(); ++i)
        to.signedNumber(session.days[i]);
    [[maybe_unused]] const auto done = ::pwrite(m_file.get(), to.view().data(), to.view().size(), 0);
}

} // namespace haulwatch
