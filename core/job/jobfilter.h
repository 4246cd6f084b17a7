// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// Which jobs are meant: terms that must all hold. Its text is read by parseFilter().
class JobFilter {
public:
    struct States {
        std::bitset<kJobStateCount> any;
    };
    struct Causes {
        std::bitset<kCauseCount> any;
    };
    struct Codes {
        std::vector<ErrorCode> any;
        std::vector<int> statuses; ///< HTTP
    };
    enum class Field : std::uint8_t { Any, Name, File, Host };
    struct Text {
        Field field {};
        std::vector<std::string> any; ///< lower case
    };
    enum class Relation : std::uint8_t { Less, Greater };
    struct Age {
        Relation relation {};
        Milliseconds than {};
    };
    struct Size {
        Relation relation {};
        Bytes than = 0;
    };
    enum class Quality : std::uint8_t { Attention, Problem, Active, Open, Done, Unverified };
    struct Is {
        std::vector<Quality> any;
    };
    struct Term {
        bool negated = false;
        std::variant<States, Causes, Codes, Text, Age, Size, Is> test;
    };

    /// Matches everything.
    JobFilter() = default;
    explicit JobFilter(std::vector<Term> terms)
        : m_terms(std::move(terms))
    {
    }

    [[nodiscard]] bool matches(const JobRecord &job, WallTime now) const;
    [[nodiscard]] bool matchesEverything() const { return m_terms.empty(); }
    /// Whether the answer for an unchanged job may change with time: `age:` and `is:attention`.
    [[nodiscard]] bool dependsOnTime() const;

    /// Both must match.
    [[nodiscard]] JobFilter combinedWith(const JobFilter &other) const;

private:
    std::vector<Term> m_terms;
};

} // namespace haulwatch
