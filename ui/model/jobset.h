// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "job/jobtable.h"

namespace haulwatch {

/// Some jobs, each once, in the order they were first put in. Emptied in the time it takes to walk over them.
class JobSet {
public:
    void insert(JobTable::Index job)
    {
        if (job >= m_isIn.size())
            m_isIn.resize(std::size_t {job} + 1);
        if (m_isIn[job])
            return;
        m_isIn[job] = true;
        m_jobs.push_back(job);
    }

    void clear()
    {
        for (const auto job : m_jobs)
            m_isIn[job] = false;
        m_jobs.clear();
    }

    [[nodiscard]] const std::vector<JobTable::Index> &jobs() const { return m_jobs; }
    [[nodiscard]] std::size_t size() const { return m_jobs.size(); }

private:
    std::vector<JobTable::Index> m_jobs;
    std::vector<bool> m_isIn;
};

} // namespace haulwatch
