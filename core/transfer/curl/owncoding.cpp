// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/curl/owncoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "job/text.h"

namespace haulwatch {
namespace {

// RFC 9110 §8.4.1: "x-gzip" is "gzip", by a name of old.
std::string_view withoutX(std::string_view coding)
{
    return coding.starts_with("x-") ? coding.substr(2) : coding;
}

bool isNameOf(std::string_view coding, std::string_view written)
{
    struct Suffix {
        std::string_view suffix;
        std::string_view coding;
    };
    static constexpr std::array kSuffixes {
        Suffix {".gz", "gzip"},   Suffix {".tgz", "gzip"}, Suffix {".svgz", "gzip"},  Suffix {".bgz", "gzip"},
        Suffix {".gzip", "gzip"}, Suffix {".emz", "gzip"}, Suffix {".wmz", "gzip"},   Suffix {".vgz", "gzip"},
        Suffix {".cpgz", "gzip"}, Suffix {".taz", "gzip"}, Suffix {".bz2", "bzip2"},  Suffix {".tbz2", "bzip2"},
        Suffix {".tbz", "bzip2"}, Suffix {".xz", "xz"},    Suffix {".txz", "xz"},     Suffix {".zst", "zstd"},
        Suffix {".tzst", "zstd"}, Suffix {".br", "br"},    Suffix {".z", "compress"}, Suffix {".taz", "compress"},
        Suffix {".lzma", "lzma"}, Suffix {".tlz", "lzma"},
    };
    const std::string name = text::lowered(written);
    return std::any_of(kSuffixes.begin(), kSuffixes.end(), [&name, coding](const Suffix &candidate) {
        return candidate.coding == withoutX(coding) && name.ends_with(candidate.suffix);
    });
}

bool isAddressOf(std::string_view coding, std::string_view address)
{
    // A part ends at any of these, and its end is what names a file: "/a.gz", "?file=a.gz&x=1".
    while (!address.empty()) {
        const auto end = std::min(address.find_first_of("/?&=;#"), address.size());
        if (isNameOf(coding, address.substr(0, end)))
            return true;
        address.remove_prefix(std::min(end + 1, address.size()));
    }
    return false;
}

bool isTypeOf(std::string_view coding, std::string_view contentType)
{
    struct Type {
        std::string_view type;
        std::string_view coding;
    };
    static constexpr std::array kTypes {
        Type {"application/gzip", "gzip"},
        Type {"application/x-gzip", "gzip"},
        Type {"application/x-gunzip", "gzip"},
        Type {"application/gzipped", "gzip"},
        Type {"application/x-tgz", "gzip"},
        Type {"application/x-compressed-tar", "gzip"},
        Type {"application/x-gtar-compressed", "gzip"},
        Type {"application/x-bzip2", "bzip2"},
        Type {"application/bzip2", "bzip2"},
        Type {"application/x-xz", "xz"},
        Type {"application/zstd", "zstd"},
        Type {"application/x-compress", "compress"},
    };
    return std::any_of(kTypes.begin(), kTypes.end(), [contentType, coding](const Type &candidate) {
        return candidate.coding == withoutX(coding) && candidate.type == contentType;
    });
}

} // namespace

bool isOwnCoding(std::string_view coding, const FileSigns &file)
{
    return isNameOf(coding, file.name) || isAddressOf(coding, file.asked) || isAddressOf(coding, file.answered)
        || isTypeOf(coding, file.contentType);
}

} // namespace haulwatch
