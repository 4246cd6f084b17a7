// SPDX-License-Identifier: GPL-3.0-or-later
// A file of addresses: understood, or refused with the line that is wrong.
#include <algorithm>

#include "fuzzing.h"
#include "job/inputfile.h"

using namespace haulwatch;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::textOf(data, size);
    const auto lines =
        static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }))
        + 1;

    const auto file = parseInputFile(text);

    if (!file) {
        fuzz::require(file.error().line >= 1 && file.error().line <= lines, "the wrong line is one of the file's");
        return 0;
    }
    std::size_t previous = 0;
    for (const InputEntry &entry : file->entries) {
        fuzz::require(entry.line > previous && entry.line <= lines, "entries come in the order of their lines");
        fuzz::require(!entry.address.empty(), "an entry has an address");
        previous = entry.line;
    }
    return 0;
}
