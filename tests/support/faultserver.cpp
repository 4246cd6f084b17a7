// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <random>
#include <stdexcept>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

namespace haulwatch::test {
namespace {

constexpr std::size_t kChunk = 8 * 1024;

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::string httpDate()
{
    const auto now = std::time(nullptr);
    std::tm parts {};
    ::gmtime_r(&now, &parts);
    char text[64];
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return text;
}

/// The bytes of a body that an answer is about.
struct Slice {
    std::size_t first = 0;
    std::size_t end = 0;
    bool isPart = false;
    bool isOutside = false;
};

Slice sliceFor(const SeenRequest &request, const Reply &reply)
{
    const auto range = request.header("Range");
    const auto ifRange = request.header("If-Range");
    const bool isSameTag = reply.honoursTag && ifRange == reply.etag;
    const bool fits = ifRange.empty() || !reply.looksAtIfRange || isSameTag || ifRange == reply.lastModified;
    if (reply.status != 200 || !reply.honoursRange || !fits || !range.starts_with("bytes="))
        return {0, reply.body.size(), false, false};
    const auto first = std::stoull(range.substr(6));
    const auto dash = range.find('-');
    auto end = reply.body.size();
    if (dash + 1 < range.size())
        end = std::min<std::size_t>(end, std::stoull(range.substr(dash + 1)) + 1);
    return {std::min<std::size_t>(first, end), end, true, first >= reply.body.size()};
}

std::string headOf(const Reply &reply, const Slice &slice)
{
    const auto size = std::to_string(reply.body.size());
    std::string head = "HTTP/1.1 ";
    if (slice.isOutside)
        head += "416 Range Not Satisfiable\r\nContent-Range: bytes */" + size + "\r\n";
    else if (slice.isPart)
        head += "206 Partial Content\r\n";
    else
        head += std::to_string(reply.status) + " Scripted\r\n";
    if (!reply.contentRange.empty())
        head += "Content-Range: " + reply.contentRange + "\r\n";
    else if (slice.isPart && !slice.isOutside)
        head += "Content-Range: bytes " + std::to_string(slice.first) + '-' + std::to_string(slice.end - 1) + '/' + size
            + "\r\n";
    head += "Date: " + httpDate() + "\r\n";
    if (!reply.etag.empty())
        head += "ETag: " + reply.etag + "\r\n";
    if (!reply.lastModified.empty())
        head += "Last-Modified: " + reply.lastModified + "\r\n";
    for (const auto &line : reply.headers)
        head += line + "\r\n";
    if (reply.framing == Reply::Framing::Length)
        head += "Content-Length: " + std::to_string(reply.promisedLength.value_or(slice.end - slice.first)) + "\r\n";
    else if (reply.framing == Reply::Framing::UntilClose)
        head += "Connection: close\r\n";
    else
        head += "Transfer-Encoding: chunked\r\n";
    return head + "\r\n";
}

bool sendBody(int socket, std::string_view body, Reply::Framing framing)
{
    const bool isChunked = framing == Reply::Framing::Chunked || framing == Reply::Framing::ChunkedWithoutEnd;
    if (!isChunked)
        return sendAll(socket, body);
    for (; !body.empty(); body.remove_prefix(std::min(kChunk, body.size()))) {
        const auto piece = body.substr(0, kChunk);
        char size[32];
        const auto length = std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
        if (!sendAll(socket, {size, static_cast<std::size_t>(length)}) || !sendAll(socket, piece)
            || !sendAll(socket, "\r\n"))
            return false;
    }
    return framing == Reply::Framing::ChunkedWithoutEnd || sendAll(socket, "0\r\n\r\n");
}

// poll() is the pause, so that the end of the connection ends it.
bool dripBody(int socket, std::string_view body, Reply::Drip drip)
{
    for (; !body.empty(); body.remove_prefix(std::min(drip.bytes, body.size()))) {
        pollfd end {socket, POLLRDHUP, 0};
        if (!sendAll(socket, body.substr(0, drip.bytes)) || ::poll(&end, 1, static_cast<int>(drip.pause.count())) != 0)
            return false;
    }
    return true;
}

std::optional<SeenRequest> parseRequest(const std::string &head)
{
    SeenRequest request;
    std::size_t begin = 0;
    for (auto end = head.find("\r\n"); end != std::string::npos; begin = end + 2, end = head.find("\r\n", begin))
        request.headers.push_back(head.substr(begin, end - begin));
    if (request.headers.empty())
        return std::nullopt;
    const auto line = request.headers.front();
    request.headers.erase(request.headers.begin());
    const auto space = line.find(' ');
    request.method = line.substr(0, space);
    request.path = line.substr(space + 1, line.rfind(' ') - space - 1);
    return request;
}

std::optional<std::string> readHead(int socket)
{
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n")) {
        const auto count = ::recv(socket, &byte, 1, 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        head += byte;
    }
    head.resize(head.size() - 2);
    return head;
}

void resetOnClose(int socket)
{
    const linger atOnce {1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

} // namespace

std::string SeenRequest::header(const std::string &name) const
{
    for (const auto &line : headers) {
        const auto colon = line.find(':');
        if (colon != name.size() || ::strncasecmp(line.c_str(), name.c_str(), colon) != 0)
            continue;
        const auto value = line.find_first_not_of(' ', colon + 1);
        return value == std::string::npos ? std::string() : line.substr(value);
    }
    return {};
}

std::string patternedBytes(std::size_t size, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::string bytes(size + sizeof(std::uint64_t), '\0');
    for (std::size_t i = 0; i < size; i += sizeof(std::uint64_t)) {
        const std::uint64_t number = random();
        std::memcpy(bytes.data() + i, &number, sizeof number);
    }
    bytes.resize(size);
    return bytes;
}

FaultServer::FaultServer()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 128) != 0
        || ::getsockname(m_listener, generic, &length) != 0)
        throw std::runtime_error("no loopback port");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

FaultServer::~FaultServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (auto &conversation : m_conversations)
        conversation.join();
    ::close(m_listener);
}

void FaultServer::script(const std::string &path, std::vector<Reply> replies)
{
    const std::lock_guard lock(m_mutex);
    m_scripts[path] = {std::move(replies), 0};
}

void FaultServer::serve(const std::string &path, std::string body)
{
    Reply reply;
    reply.body = std::move(body);
    script(path, {std::move(reply)});
}

std::string FaultServer::address(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

std::vector<SeenRequest> FaultServer::requests(const std::string &path) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SeenRequest> seen;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(seen),
                 [&path](const SeenRequest &request) { return request.path == path; });
    return seen;
}

std::size_t FaultServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

void FaultServer::accept()
{
    while (true) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        if (socket < 0 || m_ends) {
            if (socket >= 0)
                ::close(socket);
            return;
        }
        // Head and body are sent apart: without this the body waits for the head's acknowledgement.
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ++m_connections;
        m_sockets.insert(socket);
        m_conversations.emplace_back([this, socket] { converse(socket); });
    }
}

void FaultServer::converse(int socket)
{
    while (const auto head = readHead(socket)) {
        const auto request = parseRequest(*head);
        if (!request || !answer(socket, *request, replyTo(*request)))
            break;
    }
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    ::close(socket);
}

Reply FaultServer::replyTo(const SeenRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
    const auto script = m_scripts.find(request.path);
    if (script == m_scripts.end() || script->second.replies.empty()) {
        Reply missing;
        missing.status = 404;
        return missing;
    }
    auto &[replies, used] = script->second;
    return replies[std::min(used++, replies.size() - 1)];
}

// Whether the connection may be used again.
bool FaultServer::answer(int socket, const SeenRequest &request, const Reply &reply)
{
    if (reply.stallsBeforeHead) {
        stall(socket);
        return false;
    }
    if (reply.isRaw || !reply.raw.empty()) {
        if (sendAll(socket, reply.raw) && reply.ending == Reply::Ending::Reset)
            resetOnClose(socket);
        return false;
    }
    const auto slice = sliceFor(request, reply);
    const auto whole = std::string_view(reply.body).substr(slice.first, slice.end - slice.first);
    const auto body = whole.substr(0, reply.stopAfter.value_or(whole.size()));
    if (!sendAll(socket, headOf(reply, slice)))
        return false;
    if (request.method == "HEAD")
        return true;
    if (!(reply.drip.bytes > 0 ? dripBody(socket, body, reply.drip) : sendBody(socket, body, reply.framing)))
        return false;
    if (!reply.stopAfter)
        return reply.framing == Reply::Framing::Length || reply.framing == Reply::Framing::Chunked;
    if (reply.ending == Reply::Ending::Stall)
        stall(socket);
    if (reply.ending == Reply::Ending::Reset)
        resetOnClose(socket);
    return false;
}

// Says nothing more until the other side, or the server, ends it.
void FaultServer::stall(int socket)
{
    char byte = 0;
    while (::recv(socket, &byte, 1, 0) > 0) { }
}

} // namespace haulwatch::test
