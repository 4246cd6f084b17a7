// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "job/jobtable.h"

namespace haulwatch {

/// Which job --select means: one by its id, or the first in a state.
class JobChoice {
public:
    /// An id, a state as the commands name it ("ERROR") or as the window does ("failed"); nothing for another text.
    [[nodiscard]] static std::optional<JobChoice> parse(const std::string &text);

    [[nodiscard]] std::optional<JobId> findIn(const JobTable &table) const;

private:
    explicit JobChoice(std::variant<JobId, JobState> choice)
        : m_choice(choice)
    {
    }

    std::variant<JobId, JobState> m_choice;
};

} // namespace haulwatch
