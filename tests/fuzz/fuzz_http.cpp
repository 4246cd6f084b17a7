// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a server's answer: what it says about the body is believed only where it makes sense.
#include "address/plaintext.h"
#include "fuzzing.h"
#include "transfer/curl/httpanswer.h"

using namespace haulwatch;

namespace {

HttpAnswer answerOf(std::string_view head)
{
    HttpAnswer answer;
    while (!head.empty()) {
        const auto end = head.find('\n');
        answer.read(head.substr(0, end));
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    }
    return answer;
}

void judge(const HttpAnswer &answer, const Checkpoint &held)
{
    if (meaningOf(answer, held) != BodyMeaning::Rest)
        return;
    fuzz::require(held.offset > 0 || !answer.etag.empty() || !answer.strongDate().empty(),
                  "what is begun with a part can be continued");
    fuzz::require(!answer.contradictory, "an answer that contradicts itself continues nothing");
    fuzz::require(answer.contentRange && answer.contentRange->first == held.offset, "the rest begins where we stopped");
    fuzz::require(held.etag.empty() || answer.etag.empty() || held.etag == answer.etag,
                  "the rest is of the same version");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::textOf(data, size);
    if (const auto range = parseContentRange(text)) {
        fuzz::require(range->first <= range->last, "a range has a byte");
        fuzz::require(range->total == kUnknownSize || range->last < range->total, "a range lies within the whole");
    }
    static_cast<void>(parseContentLength(text));

    const HttpAnswer answer = answerOf(text);
    judge(answer, {});
    judge(answer, {500, 1'000, "\"v1\"", "Mon, 01 Jan 2024 10:00:00 GMT"});
    judge(answer, {500, kUnknownSize, "", "Mon, 01 Jan 2024 10:00:00 GMT"});
    const auto delay = answer.retryDelay(WallTime {std::chrono::seconds {1'760'000'000}});
    fuzz::require(!delay || *delay >= Milliseconds::zero(), "nobody waits for less than nothing");
    static_cast<void>(answer.isRedirect());
    static_cast<void>(answer.isCloseDelimited());
    static_cast<void>(answer.strongDate());
    static_cast<void>(answer.modified());

    for (const char c : oneLine(answer.reason))
        fuzz::require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "no control character of a server is shown");
    return 0;
}
