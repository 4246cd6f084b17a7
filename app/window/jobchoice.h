// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "job/jobtable.h"

namespace haulwatch {

/// Which jobs --select means: one by its id, the first in a state, or all in a state.
class JobChoice {
public:
    /// An id, or a state as the commands name it ("ERROR") or as the window does ("failed"), behind "all:" for all in
    /// that state; nothing for another text.
    [[nodiscard]] static std::optional<JobChoice> parse(const std::string &text);

    [[nodiscard]] std::vector<JobId> findIn(const JobTable &table) const;

private:
    explicit JobChoice(std::variant<JobId, JobState> choice, bool isAll = false)
        : m_choice(choice)
        , m_isAll(isAll)
    {
    }

    std::variant<JobId, JobState> m_choice;
    bool m_isAll;
};

} // namespace haulwatch
