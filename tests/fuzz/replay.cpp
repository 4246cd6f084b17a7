// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over every file of a corpus, so that what was found once is tried in every build.
// Usage: replay_TARGET FOLDER
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzzing.h"

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "Usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    int inputs = 0;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1])) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        std::printf("%s\n", entry.path().filename().c_str());
        std::fflush(stdout); // the last line names the input that ends the program
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
        ++inputs;
    }
    haulwatch::fuzz::require(inputs > 0, "the corpus has an input");
    return 0;
}
