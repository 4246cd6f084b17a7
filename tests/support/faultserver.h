// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace haulwatch::test {

/// What the server does with one request. As it stands by default: a well-behaved answer with validators and ranges.
struct Reply {
    enum class Framing : std::uint8_t { Length, Chunked, ChunkedWithoutEnd, UntilClose };
    enum class Ending : std::uint8_t { Close, Reset, Stall };

    int status = 200;
    std::string body {};
    std::string etag = "\"v1\""; ///< empty: none
    std::string lastModified = "Mon, 01 Jan 2024 10:00:00 GMT"; ///< empty: none
    std::vector<std::string> headers {}; ///< further lines: "Name: value"
    bool honoursRange = true; ///< a Range whose If-Range fits (or is missing) gets a 206
    bool looksAtIfRange = true; ///< false: as if every If-Range fitted
    bool honoursTag = true; ///< false: an If-Range with a tag never fits, one with a date does
    std::string contentRange {}; ///< sent instead of the true one
    std::optional<std::uint64_t> promisedLength {}; ///< sent instead of the true Content-Length
    Framing framing = Framing::Length;
    std::optional<std::size_t> stopAfter {}; ///< bytes of the body, then `ending`
    Ending ending = Ending::Close;
    /// The body in pieces of so many bytes with such pauses between them; 0: at once.
    struct Drip {
        std::size_t bytes = 0;
        std::chrono::milliseconds pause {};
    };
    Drip drip {};
    bool stallsBeforeHead = false;
    std::string raw {}; ///< sent as it is instead of all of the above; then `ending`
    bool isRaw = false; ///< raw, even if it is empty
};

/// One request as it came.
struct SeenRequest {
    std::string method;
    std::string path;
    std::vector<std::string> headers;

    [[nodiscard]] std::string header(const std::string &name) const; ///< its value; empty if there is none
};

/// `size` bytes that repeat nowhere near and differ for every seed.
[[nodiscard]] std::string patternedBytes(std::size_t size, unsigned seed = 1);

/// An HTTP/1.1 server with scripted faults, on a loopback port of the kernel's choice, over real sockets.
/// Has threads of its own; every function may be called from any thread. Ends its connections when it is destroyed.
class FaultServer {
public:
    FaultServer();
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    /// The first request for `path` gets the first reply, and so on; the last one is for all that follow. Begins again
    /// when called again. A path without a script gets a 404.
    void script(const std::string &path, std::vector<Reply> replies);
    void serve(const std::string &path, std::string body);

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string address(const std::string &path) const; ///< "http://127.0.0.1:PORT/path"
    [[nodiscard]] std::vector<SeenRequest> requests(const std::string &path) const;
    [[nodiscard]] std::size_t connections() const; ///< accepted so far

private:
    struct Script {
        std::vector<Reply> replies;
        std::size_t used = 0;
    };

    void accept();
    void converse(int socket);
    [[nodiscard]] Reply replyTo(const SeenRequest &request);
    [[nodiscard]] bool answer(int socket, const SeenRequest &request, const Reply &reply);
    void stall(int socket);

    int m_listener = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    std::map<std::string, Script> m_scripts;
    std::vector<SeenRequest> m_requests;
    std::set<int> m_sockets;
    std::size_t m_connections = 0;
    bool m_ends = false;
    std::list<std::thread> m_conversations;
    std::thread m_acceptor;
};

} // namespace haulwatch::test
