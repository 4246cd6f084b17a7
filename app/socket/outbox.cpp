// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket/outbox.h"

#include <utility>

namespace haulwatch {
namespace {

// Small enough that building one line never holds up a window that shares the thread: about 1 ms.
constexpr std::size_t kLineBytes = 64U << 10;
constexpr std::size_t kRecordBytes = 400;
constexpr std::size_t kIdBytes = 40;

std::size_t estimate(const JobSpec *spec)
{
    if (!spec)
        return 0;
    constexpr std::size_t kFileBytes = 40;
    std::size_t bytes = kRecordBytes + spec->name.size() + spec->folder.size();
    for (const FileSpec &file : spec->files)
        bytes += kFileBytes + file.remote.size() + file.local.size();
    return bytes;
}

} // namespace

std::optional<std::string> Outbox::next()
{
    if (m_items.empty())
        return std::nullopt;
    return std::visit([this](auto &item) { return nextOf(item); }, m_items.front());
}

void Outbox::finishFront()
{
    m_items.pop_front();
    m_done = 0;
}

std::string Outbox::nextOf(Response &response)
{
    auto *records = response.result ? std::get_if<std::vector<JobRecord>>(&*response.result) : nullptr;
    if (!records) {
        const wire::ServerMessage whole = wire::ResponsePart {response.id, std::move(response.result), false};
        finishFront();
        return wire::encode(whole);
    }

    std::vector<JobRecord> part;
    for (std::size_t bytes = 0; m_done < records->size() && bytes < kLineBytes; ++m_done) {
        part.push_back(std::move((*records)[m_done]));
        bytes += kRecordBytes + estimate(part.back().spec.get());
    }
    const bool more = m_done < records->size();
    const wire::ServerMessage message = wire::ResponsePart {response.id, Answer {std::move(part)}, more};
    if (!more)
        finishFront();
    return wire::encode(message);
}

std::string Outbox::nextOf(const TableUpdate &changes)
{
    wire::ChangesPart part;
    part.time = changes.time;
    const std::size_t added = changes.added.size();
    const std::size_t changed = added + changes.changed.size();
    const std::size_t all = changed + changes.removed.size();
    for (std::size_t bytes = 0; m_done < all && bytes < kLineBytes; ++m_done) {
        if (m_done >= changed) {
            part.removed.push_back(changes.removed[m_done - changed]);
            m_known.erase(part.removed.back());
            bytes += kIdBytes;
            continue;
        }
        const bool isNew = m_done < added;
        auto &list = isNew ? part.added : part.changed;
        list.push_back(changedJob(isNew ? changes.added[m_done] : changes.changed[m_done - added]));
        bytes += kRecordBytes + estimate(list.back().record.spec.get());
    }
    part.more = m_done < all;
    if (!part.more)
        finishFront();
    return wire::encode(wire::ServerMessage {std::move(part)});
}

std::string Outbox::nextOf(const std::shared_ptr<const EngineInfo> &info)
{
    std::string line = wire::encode(wire::ServerMessage {*info});
    finishFront();
    return line;
}

wire::ChangedJob Outbox::changedJob(const JobRecord &record)
{
    wire::ChangedJob job {record.spec->id, record};
    auto &known = m_known[job.id];
    if (known == record.spec)
        job.record.spec = nullptr;
    else
        known = record.spec;
    return job;
}

} // namespace haulwatch
