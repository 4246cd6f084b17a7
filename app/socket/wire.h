// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "service/engineinfo.h"
#include "service/request.h"
#include "service/tableupdate.h"

/// What an engine and its clients say to each other: one JSON object a line, the client's Hello first. Pure functions
/// between text and values; they know no socket. Whatever comes in, the answer is a value or a sentence about what was
/// wrong with it.
namespace haulwatch::wire {

inline constexpr int kVersion = 2;

/// A longer line from a client is not read to its end.
inline constexpr std::size_t kMaxRequestBytes = 16U << 20;
/// A client's bound on what it takes from an engine: one job with a million files fits.
inline constexpr std::size_t kMaxServerLineBytes = 512U << 20;

/// Both sides begin with it; the client's tells whether it wants changes.
struct Hello {
    int version = kVersion;
    bool changes = false;

    bool operator==(const Hello &) const = default;
};

struct ClientRequest {
    RequestId id = 0;
    Request request;
};

using ClientMessage = std::variant<Hello, ClientRequest>;

/// Why the engine ends the connection. Nothing follows it.
enum class Parting { OtherVersion, TooManyClients, Malformed, TooLong, Stopping };

[[nodiscard]] std::string_view name(Parting parting);

struct Goodbye {
    Parting why {};
    std::string detail;

    bool operator==(const Goodbye &) const = default;
};

/// A response, or with `more` a part of one: a list of jobs may come in several.
struct ResponsePart {
    RequestId id = 0;
    Result<Answer> result;
    bool more = false;
};

/// A job in a batch of changes. Without a spec in `record`, the client has the newest one already.
struct ChangedJob {
    JobId id;
    JobRecord record;
};

/// A batch of changes or, with `more`, a part of one.
struct ChangesPart {
    std::vector<ChangedJob> added;
    std::vector<ChangedJob> changed;
    std::vector<JobId> removed;
    WallTime time {};
    bool more = false;
};

using ServerMessage = std::variant<Hello, Goodbye, ResponsePart, ChangesPart, EngineInfo>;

template <typename T>
using Decoded = tl::expected<T, std::string>;

/// One line, its line feed included. Bytes that are not UTF-8 become U+FFFD: JSON has no other text.
[[nodiscard]] std::string encode(const ClientMessage &message);
[[nodiscard]] std::string encode(const ServerMessage &message);

/// One line, with or without its line feed.
[[nodiscard]] Decoded<ClientMessage> decodeClientMessage(std::string_view line);
[[nodiscard]] Decoded<ServerMessage> decodeServerMessage(std::string_view line);

} // namespace haulwatch::wire
