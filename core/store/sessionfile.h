// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "store/sessionrecord.h"
#include "system/filedescriptor.h"

namespace haulwatch {

/// The session in a file of the data directory, whose lock the caller holds. One that cannot be read is empty, and one
/// that cannot be written stays as it is.
class SessionFile final : public SessionRecord {
public:
    explicit SessionFile(const std::string &directory);

    [[nodiscard]] Session read() override;
    void write(const Session &session) override;

private:
    FileDescriptor m_file;
};

} // namespace haulwatch
