// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/requestshares.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace haulwatch {
namespace {

template <typename T>
void append(std::vector<T> &all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

class Cutter {
public:
    Cutter(const std::function<EngineId(JobId)> &ownerOf, const std::vector<EngineId> &engines)
        : m_ownerOf(ownerOf)
        , m_engines(engines)
    {
    }

    std::vector<RequestShare> operator()(ApplyVerb request) const { return cutSelection(request, request.jobs); }
    std::vector<RequestShare> operator()(GetJobs request) const { return cutSelection(request, request.which); }

    template <typename R>
    std::vector<RequestShare> operator()(R request) const
    {
        if constexpr (requires { request.engine; })
            return whole(request.engine, {}, std::move(request));
        else if constexpr (requires { request.ids; })
            return cut(request, request.ids, [](R &share, std::vector<JobId> ids) { share.ids = std::move(ids); });
        else
            return whole(m_ownerOf(request.id), {request.id}, std::move(request));
    }

private:
    static std::vector<RequestShare> whole(EngineId engine, std::vector<JobId> ids, Request request)
    {
        std::vector<RequestShare> shares;
        shares.push_back({engine, std::move(ids), std::move(request)});
        return shares;
    }

    template <typename R, typename Selection>
    std::vector<RequestShare> cutSelection(R &request, Selection &selection) const
    {
        if (auto *ids = std::get_if<std::vector<JobId>>(&selection)) {
            return cut(request, *ids, [](R &share, std::vector<JobId> of) {
                if constexpr (std::is_same_v<R, ApplyVerb>)
                    share.jobs = std::move(of);
                else
                    share.which = std::move(of);
            });
        }
        std::vector<RequestShare> shares;
        for (const EngineId engine : m_engines)
            shares.push_back({engine, {}, request});
        return shares;
    }

    template <typename R, typename SetIds>
    std::vector<RequestShare> cut(R &request, std::vector<JobId> &ids, SetIds setIds) const
    {
        std::vector<RequestShare> shares;
        const auto all = std::exchange(ids, {}); // what is common to all shares is copied without them
        for (const JobId id : all) {
            const EngineId engine = m_ownerOf(id);
            auto share = std::find_if(shares.begin(), shares.end(), [&](const auto &s) { return s.engine == engine; });
            if (share == shares.end())
                share = shares.insert(share, {engine, {}, request});
            share->ids.push_back(id);
        }
        for (RequestShare &share : shares)
            setIds(std::get<R>(share.request), share.ids);
        return shares.empty() ? whole(kHomeEngine, {}, std::move(request)) : std::move(shares);
    }

    const std::function<EngineId(JobId)> &m_ownerOf;
    const std::vector<EngineId> &m_engines;
};

void mark(EngineId engine, Answer &answer)
{
    if (auto *record = std::get_if<JobRecord>(&answer))
        record->engine = engine;
    if (auto *records = std::get_if<std::vector<JobRecord>>(&answer)) {
        for (JobRecord &record : *records)
            record.engine = engine;
    }
}

void add(AnswerShare &share, VerbReport &report)
{
    if (auto *more = share.result ? std::get_if<VerbReport>(&*share.result) : nullptr) {
        append(report.done, std::move(more->done));
        append(report.doneWithRemarks, std::move(more->doneWithRemarks));
        append(report.refused, std::move(more->refused));
        append(report.undeleted, std::move(more->undeleted));
        return;
    }
    if (share.result)
        return;
    // Of "all that are in a state" nobody but the engine knows which they are.
    if (share.ids.empty())
        report.refused.emplace_back(JobId {}, share.result.error());
    for (const JobId id : share.ids)
        report.refused.emplace_back(id, share.result.error());
}

} // namespace

std::vector<RequestShare> sharesOf(Request request, const std::function<EngineId(JobId)> &ownerOf,
                                   const std::vector<EngineId> &engines)
{
    return std::visit(Cutter(ownerOf, engines), std::move(request));
}

Result<Answer> joined(std::vector<AnswerShare> shares)
{
    for (AnswerShare &share : shares) {
        if (share.result)
            mark(share.engine, *share.result);
    }
    const auto answered =
        std::find_if(shares.begin(), shares.end(), [](const auto &s) { return s.result.has_value(); });
    if (shares.size() == 1 || answered == shares.end())
        return std::move(shares.front().result);

    if (std::holds_alternative<VerbReport>(*answered->result)) {
        VerbReport report;
        for (AnswerShare &share : shares)
            add(share, report);
        return report;
    }
    std::vector<JobRecord> records;
    for (AnswerShare &share : shares) {
        if (auto *more = share.result ? std::get_if<std::vector<JobRecord>>(&*share.result) : nullptr)
            append(records, std::move(*more));
        else if (!share.ids.empty())
            return std::move(share.result); // jobs that were asked for by name must not be missing without a word
    }
    return records;
}

} // namespace haulwatch
