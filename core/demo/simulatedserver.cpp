// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedserver.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include "job/errorcatalog.h"

namespace haulwatch {
namespace {

constexpr NativeCode http(int status)
{
    return {NativeKind::Http, status};
}
constexpr NativeCode curl(int code)
{
    return {NativeKind::Curl, code};
}
constexpr NativeCode system(int error)
{
    return {NativeKind::Errno, error};
}
constexpr ErrorCode bits(std::uint32_t low)
{
    return {0x80200000U + low};
}

constexpr std::array kServers {
    SimulatedServer {"files.example.org", {}, {}, {}, {}, 0, 0},
    SimulatedServer {"mirror.example.com", {}, {}, {}, {}, 0, 0},
    SimulatedServer {"download.example.net", {}, {}, {}, {}, 0, 0},
    SimulatedServer {"cdn.example.org", {}, fromHttpStatus(404), http(404), "Not Found", 0, 0},
    SimulatedServer {"api.example.com", {}, fromHttpStatus(503), http(503), "Service Unavailable", 3, 0},
    SimulatedServer {"data.example.net", "/data", fromWin32(112), system(ENOSPC), "No space left on device", 1, 0.7},
    SimulatedServer {"private.example.org", {}, fromHttpStatus(401), http(401), "Unauthorized", 0, 0},
    SimulatedServer {"signed.example.com", {}, fromHttpStatus(403), http(403), "Forbidden", 0, 0},
    SimulatedServer {"mirror.example.edu", {}, fromWin32(12037), curl(60), "certificate has expired", 0, 0},
    SimulatedServer {
        "eu.example.net", {}, fromWin32(12030), curl(56), "Recv failure: Connection reset by peer", 2, 0.4},
    SimulatedServer {"office.example.com", {}, fromHttpStatus(407), http(407), "Proxy Authentication Required", 0, 0},
    SimulatedServer {"rate.example.org", {}, fromHttpStatus(429), http(429), "Too Many Requests", 2, 0},
    SimulatedServer {"form.example.com", {}, fromHttpStatus(400), http(400), "Bad Request", 0, 0},
    SimulatedServer {"gone.example.invalid", {}, fromWin32(12007), curl(6), "Could not resolve host", 0, 0},
    SimulatedServer {"down.example.net", {}, fromWin32(12029), curl(7), "Connection refused", 4, 0},
    SimulatedServer {"slow.example.org", {}, fromWin32(12002), curl(28), "Operation too slow", 3, 0.2},
    SimulatedServer {
        "cut.example.com", {}, bits(0x2E), curl(18), "transfer closed with outstanding read data remaining", 1, 0.9},
    SimulatedServer {"old-tls.example.com", {}, fromWin32(12175), curl(35), "unsupported protocol", 0, 0},
    SimulatedServer {"static.example.edu", {}, bits(0x13), {}, {}, 0, 0.5},
    SimulatedServer {"stream.example.net", {}, bits(0x11), {}, {}, 0, 0},
    SimulatedServer {"nightly.example.org", {}, bits(0x73), {}, {}, 1, 0.6},
    SimulatedServer {"odd.example.com", {}, bits(0x1B), {}, "Content-Range does not match the request", 0, 0},
    SimulatedServer {"loop.example.net", {}, fromWin32(12156), curl(47), "Maximum (10) redirects followed", 0, 0},
    SimulatedServer {"vault.example.org", "/srv/vault", fromWin32(5), system(EACCES), "Permission denied", 0, 0},
    SimulatedServer {"usb.example.org", "/media/usb", fromWin32(1117), system(EIO), "Input/output error", 0, 0.3},
    SimulatedServer {"moved.example.org", "/mnt/moved", fromWin32(3), system(ENOENT), "No such file or directory", 0,
                     0},
    SimulatedServer {"bits.example.com", {}, bits(0x53), {}, "SHA-256 differs", 1, 1},
    SimulatedServer {"metered.example.net", {}, bits(0x59), {}, {}, 5, 0},
    SimulatedServer {"offline.example.net", {}, bits(0x10), {}, {}, 5, 0},
    SimulatedServer {"limit.example.com", {}, bits(0x64), {}, {}, 0, 0.5},
};

constexpr double kShareThatFails = 0.35;

// FNV-1a, then SplitMix64's finish: stable on every platform, unlike std::hash.
std::uint64_t hash(std::uint64_t seed, std::string_view text)
{
    std::uint64_t h = 0xCBF29CE484222325ULL ^ seed;
    for (const char c : text) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001B3ULL;
    }
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
    return h ^ (h >> 31);
}

double share(std::uint64_t bits)
{
    return static_cast<double>(bits >> 11) / static_cast<double>(1ULL << 53);
}

const SimulatedServer *serverOf(std::string_view address)
{
    const auto it = std::find_if(kServers.begin(), kServers.end(), [&](const SimulatedServer &server) {
        const auto at = address.find(server.host);
        return at != std::string_view::npos && address.substr(0, at).ends_with("://");
    });
    return it == kServers.end() ? nullptr : &*it;
}

JobError failureOf(const SimulatedServer &server, std::string_view address)
{
    JobError error = errorFrom(classify(server.code), server.native, std::string(server.detail));
    if (error.context != ErrorContext::LocalFile)
        error.host = std::string(server.host);
    error.protocol = address.starts_with("https") ? "https/1.1" : "http/1.1";
    if (server.code == fromHttpStatus(429))
        error.retryAfter = std::chrono::seconds {30};
    return error;
}

} // namespace

std::span<const SimulatedServer> simulatedServers()
{
    return kServers;
}

SimulatedOutcome simulate(std::uint64_t seed, const FileSpec &file, std::string_view folder)
{
    const auto h = hash(seed, file.remote);
    SimulatedOutcome outcome;
    // From 100 kB to 1 GB, each order of magnitude as likely as the others.
    constexpr std::array<Bytes, 4> kMagnitudes {100'000, 1'000'000, 10'000'000, 100'000'000};
    outcome.size =
        kMagnitudes[h % 4] + static_cast<Bytes>(share(hash(h, "size")) * 9.0 * static_cast<double>(kMagnitudes[h % 4]));
    outcome.bytesPerSecond = 500'000 + static_cast<Bytes>(share(hash(h, "rate")) * 30'000'000);
    outcome.latency = Milliseconds {100 + hash(h, "latency") % 1900};

    const SimulatedServer *server = serverOf(file.remote);
    if (!server || server->code == code::kOk || share(hash(h, "fails")) >= kShareThatFails)
        return outcome;
    if (!server->folder.empty() && !folder.starts_with(server->folder))
        return outcome; // another folder is the way out of a local fault
    outcome.failure = failureOf(*server, file.remote);
    outcome.failingAttempts = server->failingAttempts;
    outcome.failsAt = server->failsAt;
    return outcome;
}

} // namespace haulwatch
