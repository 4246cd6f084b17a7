// SPDX-License-Identifier: GPL-3.0-or-later
// The socket protocol: whatever a peer sends is cut into lines, and each is understood or refused. What was understood
// can be written, and means the same when it is read again.
#include "fuzzing.h"
#include "socket/linebuffer.h"
#include "socket/wire.h"

using namespace haulwatch;

namespace {

template <typename Decode>
void comesBack(std::string_view line, Decode decode)
{
    const auto message = decode(line);
    if (!message) {
        fuzz::require(!message.error().empty(), "a refusal says why");
        return;
    }
    const auto written = wire::encode(*message);
    fuzz::require(written.find('\n') + 1 == written.size() || written.find('\n') == std::string::npos,
                  "a message is one line");
    const auto again = decode(written);
    fuzz::require(again.has_value(), "what was written is understood");
    fuzz::require(wire::encode(*again) == written, "a message survives being written and read");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    LineBuffer lines(4096);
    const auto bytes = fuzz::textOf(data, size);
    // In two halves, as a socket might.
    for (const auto half : {bytes.substr(0, size / 2), bytes.substr(size / 2)}) {
        lines.append(half);
        while (const auto line = lines.next()) {
            comesBack(*line, wire::decodeClientMessage);
            comesBack(*line, wire::decodeServerMessage);
        }
    }
    return 0;
}
