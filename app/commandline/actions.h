// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "commandline/commandvalues.h"
#include "job/job.h"
#include "job/jobmachine.h"
#include "job/jobstate.h"
#include "service/request.h"

/// What a command line asks for, one struct a command. Job ids stay text: one that is none names no job, which is for
/// the command to say.
namespace haulwatch::commandline {

struct Window {
    std::optional<std::size_t> demoJobs; ///< a demo of so many jobs
    std::uint64_t seed = 1;
    double speed = 1;
    std::string scenario; ///< a file of jobs for the demo; empty: made from the seed
    std::string screenshot; ///< the picture's file; empty: a window that stays
    int width = 1360;
    int height = 860;
    bool hasSize = false;
    Milliseconds after {800};
    std::string select; ///< a job's id, or a state: its first job
    std::string theme; ///< "light", "dark", "contrast" or empty
};

struct Serve { };

struct Add {
    std::vector<std::string> addresses;
    std::string input; ///< a file of addresses, "-" for the standard input
    std::string folder;
    std::string output;
    std::string name;
    std::optional<Checksum> checksum;
    std::vector<ByteRange> ranges;
    Priority priority = Priority::Normal;
    JobOptions options;
    std::vector<std::string> secretParameters;
    std::vector<std::string> secretHeaders;
    bool suspended = false;
    bool wait = false;
};

struct List { };
struct Show {
    std::string id;
};
struct ShowError {
    std::string id;
};
struct ShowFiles {
    std::string id;
};
struct ShowHistory {
    std::string id;
};

struct Apply {
    Verb verb {};
    std::vector<std::string> ids;
    std::optional<JobState> allInState;
};

struct Set {
    std::vector<std::string> ids;
    JobEdit change; ///< its paths as given
    std::string credentialsFile; ///< "-": the standard input; empty: not given
};

struct Watch {
    bool untilIdle = false;
};

struct Forget {
    std::vector<std::string> ids;
};

struct Explain {
    std::vector<std::string> words; ///< a code, as its user wrote it
};

using Action =
    std::variant<Window, Serve, Add, List, Show, ShowError, ShowFiles, ShowHistory, Apply, Set, Watch, Forget, Explain>;

} // namespace haulwatch::commandline
