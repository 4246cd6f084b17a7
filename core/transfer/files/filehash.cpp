// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/files/filehash.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <new>
#include <string_view>

#include <unistd.h>

namespace haulwatch {
namespace {

constexpr std::size_t kBlock = 256 * 1024;

const EVP_MD *method(ChecksumAlgorithm algorithm)
{
    switch (algorithm) {
    case ChecksumAlgorithm::Md5:
        return EVP_md5();
    case ChecksumAlgorithm::Sha1:
        return EVP_sha1();
    case ChecksumAlgorithm::Sha256:
        return EVP_sha256();
    case ChecksumAlgorithm::Sha512:
        return EVP_sha512();
    }
    return EVP_sha256();
}

} // namespace

FileHash::FileHash(ChecksumAlgorithm algorithm)
    : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
{
    if (!m_context)
        throw std::bad_alloc();
    // Fails where the system's policy forbids the algorithm (MD5 under FIPS); the digest is then empty and matches
    // nothing.
    EVP_DigestInit_ex(m_context.get(), method(algorithm), nullptr);
}

int FileHash::advance(const FileDescriptor &file, Bytes size, Bytes slice)
{
    m_buffer.resize(kBlock);
    const auto end = std::min(size, m_hashed + slice);
    while (m_hashed < end) {
        const auto wanted = std::min<Bytes>(kBlock, end - m_hashed);
        const auto count = ::pread(file.get(), m_buffer.data(), wanted, static_cast<off_t>(m_hashed));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return ENODATA;
        EVP_DigestUpdate(m_context.get(), m_buffer.data(), static_cast<std::size_t>(count));
        m_hashed += static_cast<Bytes>(count);
    }
    return 0;
}

std::string FileHash::digest()
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes {};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_context.get(), bytes.data(), &length) != 1)
        return {};
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 0xF];
    }
    return text;
}

} // namespace haulwatch
