// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace haulwatch {

/// What prevents a store from being used. It is never overwritten: a damaged one is kept aside under a new name, every
/// other one left untouched.
enum class StoreFault {
    Damaged,
    Newer,
    Locked,
    NotWritable,
    Unreadable, ///< a file of it cannot be read at all, which says nothing about what is in it
    NotPrivate, ///< the directory belongs to another user, or others may write in it
};

struct StoreError {
    StoreFault fault {};
    std::string detail; ///< what SQLite or the system said
    std::string keptAside; ///< where a damaged store was moved to; empty if it was not
};

} // namespace haulwatch
