// SPDX-License-Identifier: GPL-3.0-or-later
// Two answers in a row to one file, as any server may send them: the first to the whole of it, the second to what was
// asked for after that. What is held is continued only where the answer proves it, and a body never comes out of a head
// that contradicts itself. An input is two heads with an empty line between them; see HeadWriter for the other kind.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <variant>

#include "fuzzing.h"
#include "transfer/curl/httpconversation.h"

using namespace haulwatch;

namespace {

constexpr Bytes kSize = 1'000;

/// Spells an HTTP answer out of single bytes, so that a mutation is another answer and seldom nonsense: status lines,
/// the fields that matter with right and wrong values, folds, interim answers, short parts.
class HeadWriter {
public:
    explicit HeadWriter(std::string_view choices)
        : m_choices(choices)
    {
    }

    std::string write()
    {
        static constexpr std::array kStatus {"200 OK",
                                             "206 Partial Content",
                                             "302 Found",
                                             "416 Range Not Satisfiable",
                                             "403 Forbidden",
                                             "100 Continue\r\n\r\nHTTP/1.1 200 OK",
                                             "103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 206 Partial Content",
                                             "511 x"};
        static constexpr std::array kFields {"Content-Length: 1000",
                                             "Content-Length: 500",
                                             "Content-Length: 5",
                                             "Content-Length: 10\r\n 00",
                                             "Transfer-Encoding: chunked",
                                             "Content-Range: bytes 500-999/1000",
                                             "Content-Range: bytes 0-999/1000",
                                             "Content-Range: bytes 500-599/1000",
                                             "Content-Range: bytes 0-99/1000",
                                             "Content-Range: bytes 500-999/*",
                                             "Content-Range:\r\n bytes 500-999/1000",
                                             "ETag: \"v1\"",
                                             "ETag: \"v2\"",
                                             "ETag: W/\"v1\"",
                                             "ETag: \"v1\"\r\n\t\"v2\"",
                                             "Last-Modified: Mon, 01 Jan 2024 10:00:00 GMT",
                                             "Date: Tue, 02 Jan 2024 10:00:00 GMT",
                                             "Content-Type: text/html",
                                             "Content-Encoding: gzip",
                                             "Location: /file",
                                             "Location: /other",
                                             "Set-Cookie: a=1; Path=/",
                                             "Set-Cookie: a=; Max-Age=0",
                                             "Accept-Ranges: none",
                                             "  folded: first"};
        std::string head = std::string("HTTP/1.1 ") + kStatus[next() % kStatus.size()] + "\r\n";
        for (auto fields = next() % 8; fields > 0; --fields)
            head += std::string(kFields[next() % kFields.size()]) + "\r\n";
        return head + "\r\n";
    }

private:
    std::size_t next()
    {
        if (m_choices.empty())
            return 0;
        const auto choice = static_cast<unsigned char>(m_choices.front());
        m_choices.remove_prefix(1);
        return choice;
    }

    std::string_view m_choices;
};

TransferRequest fileRequest()
{
    TransferRequest request;
    request.file = {"http://files.example/file", "file.bin", std::nullopt};
    request.options = std::make_shared<const JobOptions>();
    return request;
}

std::optional<Verdict> answer(HttpConversation &conversation, std::string_view head)
{
    while (!head.empty()) {
        const auto end = std::min(head.find('\n'), head.size() - 1) + 1;
        if (auto verdict = conversation.head(head.substr(0, end)))
            return verdict;
        head.remove_prefix(end);
    }
    return conversation.firstBytes("<html>");
}

void check(const std::optional<Verdict> &verdict, const Wanted &wanted)
{
    const auto *body = verdict ? std::get_if<Body>(&*verdict) : nullptr;
    if (body == nullptr)
        return;
    const auto &held = wanted.held;
    const auto here = body->continues ? held.offset : 0;
    fuzz::require(!body->continues || held.offset > 0, "only what is held is continued");
    fuzz::require(body->length == kUnknownSize || body->version.total == kUnknownSize
                      || body->length <= body->version.total - here,
                  "a body ends with its file");
    fuzz::require(held.offset == 0 || held.total == kUnknownSize || body->version.total == kUnknownSize
                      || body->version.total == held.total,
                  "the answer to a range is of the size we know");
    fuzz::require(!body->continues || held.etag.empty() || body->version.etag == held.etag,
                  "the rest is of the same version");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::textOf(data, size);
    const auto split = text.find("\n\n");
    const bool isSpelled = text.starts_with('#'); // a word for each head
    const auto half = std::min(text.size(), std::size_t {1} + (text.size() / 2));
    const auto first =
        isSpelled ? HeadWriter(text.substr(1, half - 1)).write() : std::string(text.substr(0, split)) + "\n\n";
    const auto second = isSpelled         ? HeadWriter(text.substr(half)).write()
        : split == std::string_view::npos ? std::string()
                                          : std::string(text.substr(split + 2)) + "\n\n";

    const auto request = fileRequest();
    const auto address = *parseAddress(request.file.remote);
    HttpConversation conversation(request, address);
    Wanted wanted;
    conversation.ask(address, wanted);
    const auto told = answer(conversation, first);
    check(told, wanted);
    if (const auto *body = told ? std::get_if<Body>(&*told) : nullptr) {
        wanted.held = body->version;
        wanted.held.offset = body->version.total == kUnknownSize ? kSize / 2 : body->version.total / 2;
        if (validator(wanted.held).empty())
            wanted.held = {};
    }
    wanted.first = wanted.held.offset;
    conversation.ask(address, wanted);
    check(answer(conversation, second), wanted);
    return 0;
}
