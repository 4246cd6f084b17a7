// SPDX-License-Identifier: GPL-3.0-or-later
// The packed columns of the store: bytes nobody packed are refused; what is accepted comes back as it was.
#include "fuzzing.h"
#include "store/encoding.h"

using namespace haulwatch;

namespace {

template <typename Decode>
void comesBack(std::string_view bytes, Decode decode)
{
    if (const auto value = decode(bytes))
        fuzz::require(decode(encode(*value)) == value, "a packed value comes back as it was");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = fuzz::textOf(data, size);
    comesBack(bytes, decodeError);
    comesBack(bytes, decodeExchange);
    comesBack(bytes, decodeFiles);
    comesBack(bytes, decodeOptions);
    return 0;
}
