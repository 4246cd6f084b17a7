// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "job/job.h"

namespace haulwatch {

/// One job of an input file: an address, and the options on the indented lines below it, as aria2 writes them.
struct InputEntry {
    std::size_t line = 0; ///< from 1
    std::string address;
    std::string folder; ///< dir=; empty: not given
    std::string output; ///< out=
    std::optional<Checksum> checksum; ///< checksum=, "sha-256=HEX"
    std::vector<std::string> headers; ///< header=, in order
};

/// An option that is aria2's but has no meaning here.
struct UnknownInputOption {
    std::size_t line = 0;
    std::string name;
};

struct InputFile {
    std::vector<InputEntry> entries;
    std::vector<UnknownInputOption> unknown;
};

struct InputError {
    enum class Kind {
        OptionWithoutAddress,
        NoEqualsSign,
        BadChecksum,
        SeveralAddresses, ///< aria2 reads tabs between addresses as mirrors of one file
    };
    Kind kind {};
    std::size_t line = 0;
    std::string text;
};

/// Takes an option, "NAME=VALUE", for the address it is written below. False: none that is known here.
/// NoEqualsSign, BadChecksum.
[[nodiscard]] tl::expected<bool, InputError::Kind> takeInputOption(InputEntry &entry, std::string_view option);

/// Empty lines and lines that begin with # are skipped. Addresses are not judged here.
[[nodiscard]] tl::expected<InputFile, InputError> parseInputFile(std::string_view text);

} // namespace haulwatch
