// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <curl/curl.h>

#include "address/address.h"
#include "transfer/transferengine.h"

namespace haulwatch {

/// What is asked for with one request.
struct Wanted {
    Checkpoint held; ///< of the version that is here; offset 0: nothing of it, or it is to begin anew
    Bytes first = 0; ///< in the remote
    Bytes length = kUnknownSize; ///< unknown: to its end
    bool isSlice = false; ///< a file made of ranges of the remote, and not the remote itself
};

/// The bytes that come are the file's.
struct Body {
    bool continues = false; ///< what is held; else the file begins with them
    Checkpoint version; ///< of the remote: its size, and what tells it from others
    Bytes length = kUnknownSize; ///< of these bytes; unknown: until the answer ends
    std::optional<Checksum> digest; ///< of the whole remote, as the server says
    std::optional<EpochSeconds> modified;
    bool endsByClosing = false; ///< a cut answer looks like a whole one
};

/// Somebody else is to be asked.
struct Redirect {
    Address to;
};

/// The same is to be asked once more.
struct Again {
    bool fromStart = false; ///< what is here can't be continued; it stays until an answer replaces it
};

struct Failed {
    JobError error;
};

using Verdict = std::variant<Body, Redirect, Again, Failed>;

/// What the requests of one transfer and their answers mean in one protocol. Knows no file and no clock. Owned by the
/// engine's thread.
class Conversation {
public:
    virtual ~Conversation() = default;

    /// Begins a request, with a handle that was never used. Its callbacks are the caller's.
    virtual void prepare(CURL *easy, const Address &address, const Wanted &wanted) = 0;
    /// Takes a line of the answer's head as it came. Any verdict but a body breaks the request off; none: more of the
    /// head is to come, or what follows is judged by its first bytes, or does not matter.
    [[nodiscard]] virtual std::optional<Verdict> head(std::string_view line) = 0;
    /// The first bytes that came after a head without a verdict; none: they are no file's.
    [[nodiscard]] virtual std::optional<Verdict> firstBytes(std::string_view bytes) = 0;
    /// A request without a verdict ended. None: it failed as libcurl says.
    [[nodiscard]] virtual std::optional<Verdict> ended(CURL *easy, CURLcode result) = 0;

    /// "http", or "http/1.1" once an answer told.
    [[nodiscard]] virtual std::string protocol() const = 0;
    [[nodiscard]] virtual std::string_view headText() const = 0; ///< of the last answer, line by line
    [[nodiscard]] virtual NativeCode status() const = 0;
};

/// What proves a version: a strong entity tag, else a date; empty: `held` can't be continued safely.
[[nodiscard]] const std::string &validator(const Checkpoint &held);

} // namespace haulwatch
