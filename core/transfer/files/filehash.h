// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <openssl/evp.h>

#include "job/job.h"
#include "system/filedescriptor.h"

namespace haulwatch {

/// The hash of a growing file. Follows the writer by reading what was just written, from the page cache: the same code
/// serves a file from its first byte and one that is gone on with, and what is hashed is what stands in the file. Used
/// by one thread at a time.
class FileHash {
public:
    explicit FileHash(ChecksumAlgorithm algorithm);

    /// Takes in at most `slice` bytes of what lies before `size`. 0 or an errno; ENODATA: the file is shorter than
    /// `size`.
    [[nodiscard]] int advance(const FileDescriptor &file, Bytes size, Bytes slice);
    [[nodiscard]] Bytes hashed() const { return m_hashed; }
    /// Lower-case hexadecimal; the end of this object's use.
    [[nodiscard]] std::string digest();

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
    std::vector<char> m_buffer;
    Bytes m_hashed = 0;
};

} // namespace haulwatch
