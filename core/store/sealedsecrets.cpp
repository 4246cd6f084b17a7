// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealedsecrets.h"

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace haulwatch {
namespace {

constexpr std::string_view kTitle = "Haulwatch sealed secrets ";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kKeyNameSize = 32;
// EVP counts in int; a file of secrets never comes near.
constexpr std::size_t kLongestText = INT_MAX / 2;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *cipher) const { EVP_CIPHER_CTX_free(cipher); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

int sizeOf(std::string_view text)
{
    return static_cast<int>(text.size());
}

/// Takes the next line, without its end, off the text; nothing when it has no end.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

tl::unexpected<StoreError> damaged(std::string detail)
{
    return tl::unexpected(StoreError {StoreFault::Damaged, std::move(detail), {}});
}

bool isKeyName(std::string_view text)
{
    return text.size() == kKeyNameSize && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::vector<JobId>> parseIds(std::string_view line)
{
    std::vector<JobId> ids;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        const auto id = parseJobId(line.substr(0, end));
        if (!id)
            return std::nullopt;
        ids.push_back(*id);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return ids;
}

std::string headOf(const std::string &keyName, const std::vector<JobId> &jobs)
{
    std::string head(kTitle);
    head.append(kVersion).append("\n").append(keyName).append("\n");
    for (const JobId id : jobs)
        head.append(id == jobs.front() ? "" : " ").append(toString(id));
    return head + '\n';
}

} // namespace

void wipe(std::string &text)
{
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

tl::expected<SealedSecrets, StoreError> SealedSecrets::parse(const std::string &bytes)
{
    std::string_view rest = bytes;
    const auto title = takeLine(rest);
    if (!title || !title->starts_with(kTitle))
        return damaged("no sealed secrets");
    if (title->substr(kTitle.size()) != kVersion)
        return tl::unexpected(StoreError {StoreFault::Newer, "sealed by a newer version", {}});
    const auto name = takeLine(rest);
    if (!name || !isKeyName(*name))
        return damaged("no name of a key");
    const auto idLine = takeLine(rest);
    auto ids = idLine ? parseIds(*idLine) : std::nullopt;
    if (!ids)
        return damaged("no ids of jobs");
    if (rest.size() < kNonceSize + kTagSize || rest.size() > kLongestText)
        return damaged("cut short");

    SealedSecrets sealed;
    sealed.keyName = *name;
    sealed.jobs = std::move(*ids);
    sealed.m_head = bytes.substr(0, bytes.size() - rest.size());
    sealed.m_box = rest;
    return sealed;
}

std::optional<std::string> SealedSecrets::open(const SealKey &key) const
{
    const std::string_view box = m_box;
    const auto nonce = box.substr(0, kNonceSize);
    const auto sealed = box.substr(kNonceSize, box.size() - kNonceSize - kTagSize);
    std::string tag(box.substr(box.size() - kTagSize));
    std::string text(sealed.size(), '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool isOpened = cipher
        && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes().data(), bytesOf(nonce)) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytesOf(std::string_view(m_head)), sizeOf(m_head)) == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(text), &size, bytesOf(sealed), sizeOf(sealed)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagSize), tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(text) + size, &size) == 1;
    if (isOpened)
        return text;
    wipe(text);
    return std::nullopt;
}

std::optional<std::string> SealedSecrets::seal(const std::string &keyName, const SealKey &key,
                                               const std::vector<JobId> &jobs, std::string_view text)
{
    const auto head = headOf(keyName, jobs);
    std::string nonce(kNonceSize, '\0');
    std::string tag(kTagSize, '\0');
    std::string sealed(text.size(), '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool isSealed = cipher && text.size() <= kLongestText
        && RAND_bytes(bytesOf(nonce), static_cast<int>(kNonceSize)) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes().data(), bytesOf(nonce)) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytesOf(std::string_view(head)), sizeOf(head)) == 1
        && EVP_EncryptUpdate(cipher.get(), bytesOf(sealed), &size, bytesOf(text), sizeOf(text)) == 1
        && EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed) + size, &size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kTagSize), tag.data()) == 1;
    if (!isSealed)
        return std::nullopt;
    return head + nonce + sealed + tag;
}

std::optional<std::string> SealedSecrets::newKeyName()
{
    std::array<unsigned char, kKeyNameSize / 2> bytes {};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return std::nullopt;
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string name;
    for (const unsigned byte : bytes) {
        name += kDigits[byte >> 4];
        name += kDigits[byte & 0xF];
    }
    return name;
}

} // namespace haulwatch
