// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sessionrecord.h"

namespace haulwatch::test {

/// What an engine left to the next one, as the test wants it.
class MemorySession final : public SessionRecord {
public:
    Session read() override { return session; }
    void write(const Session &written) override { session = written; }

    Session session;
};

} // namespace haulwatch::test
