// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keyring.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace haulwatch {

SealKey::~SealKey()
{
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

std::optional<SealKey> SealKey::random()
{
    SealKey key(Bytes {});
    if (RAND_bytes(key.m_bytes.data(), static_cast<int>(key.m_bytes.size())) != 1)
        return std::nullopt;
    return key;
}

} // namespace haulwatch
