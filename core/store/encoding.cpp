// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/encoding.h"

#include <array>
#include <concepts>
#include <type_traits>

#include "job/joboptions.h"
#include "store/bytestream.h"

namespace haulwatch {
namespace {

// A form came with what a reader of the one before would not find the end of; the older ones are still read.
constexpr std::uint64_t kForm = 3;

bool isKnown(std::uint64_t form)
{
    return form >= 1 && form <= kForm;
}

// Bits of the number that leads a file or an error, one for each optional part and each bool.
constexpr std::uint64_t kHasChecksum = 1;
constexpr std::uint64_t kHasRanges = 2;
constexpr std::uint64_t kTransient = 1;
constexpr std::uint64_t kGaveUp = 2;
constexpr std::uint64_t kHasFile = 4;
constexpr std::uint64_t kHasRetryAfter = 8;
constexpr std::uint64_t kHasFirst = 16;

void putLines(ByteWriter &out, const std::vector<std::string> &lines)
{
    out.number(lines.size());
    for (const auto &line : lines)
        out.text(line);
}

void putRanges(ByteWriter &out, const std::vector<ByteRange> &ranges)
{
    out.number(ranges.size());
    for (const auto &range : ranges) {
        out.number(range.offset);
        out.number(range.length);
    }
}

std::vector<ByteRange> takeRanges(ByteReader &in)
{
    std::vector<ByteRange> ranges(in.count());
    for (auto &range : ranges) {
        range.offset = in.number();
        range.length = in.number();
    }
    return ranges;
}

std::vector<std::string> takeLines(ByteReader &in)
{
    std::vector<std::string> lines(in.count());
    for (auto &line : lines)
        line = in.text();
    return lines;
}

// From this form of the options on, their number is told: a further one needs no other form.
constexpr std::uint64_t kCountedOptions = 4;

/// How many options stand in bytes of this form; none: the form is unknown.
std::uint64_t optionsIn(std::uint64_t form, ByteReader &in)
{
    constexpr std::array<std::uint64_t, kCountedOptions> kBefore {0, 10, 13, 16};
    if (form == kCountedOptions)
        return in.number();
    return form < kBefore.size() ? kBefore[form] : 0;
}

struct OptionCount {
    std::uint64_t options = 0;

    void operator()(const OptionName &, const auto &) { ++options; }
};

struct OptionWriter {
    ByteWriter &out;

    void operator()(const OptionName &, const auto &value) { put(value); }

private:
    void put(Milliseconds value) { out.signedNumber(value.count()); }
    void put(const std::string &value) { out.text(value); }
    void put(const std::vector<std::string> &value) { putLines(out, value); }
    void put(std::unsigned_integral auto value) { out.number(value); }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        out.number(value ? 1 : 0);
        if (value)
            put(*value);
    }
};

/// What older bytes don't have stays at its default.
struct OptionReader {
    ByteReader &in;
    std::uint64_t left;

    void operator()(const OptionName &, auto &value)
    {
        if (left == 0)
            return;
        --left;
        take(value);
    }

private:
    void take(Milliseconds &value) { value = Milliseconds(in.signedNumber()); }
    void take(std::string &value) { value = in.text(); }
    void take(std::vector<std::string> &value) { value = takeLines(in); }
    void take(bool &value) { value = in.flag(); }
    void take(std::uint32_t &value) { value = in.number32(); }
    void take(std::unsigned_integral auto &value)
    {
        value = static_cast<std::remove_reference_t<decltype(value)>>(in.number());
    }
    template <typename T>
    void take(std::optional<T> &value)
    {
        if (in.flag())
            take(value.emplace());
    }
};

void putExchange(ByteWriter &out, const Exchange &exchange)
{
    out.text(exchange.address);
    out.text(exchange.tls);
    putLines(out, exchange.headers);
}

Exchange takeExchange(ByteReader &in)
{
    // In the order of the bytes, which a list of arguments would not promise.
    Exchange exchange;
    exchange.address = in.text();
    exchange.tls = in.text();
    exchange.headers = takeLines(in);
    return exchange;
}

} // namespace

std::string encode(const JobOptions &options)
{
    OptionCount count;
    describeOptions(count, options);
    ByteWriter out;
    out.number(kCountedOptions);
    out.number(count.options);
    OptionWriter writer {out};
    describeOptions(writer, options);
    return out.take();
}

std::optional<JobOptions> decodeOptions(std::string_view bytes)
{
    ByteReader in(bytes);
    JobOptions options;
    OptionCount known;
    describeOptions(known, options);
    const auto stored = optionsIn(in.number(), in);
    if (stored == 0 || stored > known.options)
        return std::nullopt;
    OptionReader reader {in, stored};
    describeOptions(reader, options);
    return in.finished() ? std::optional(std::move(options)) : std::nullopt;
}

std::string encode(const std::vector<FileSpec> &files)
{
    ByteWriter out;
    out.number(kForm);
    out.number(files.size());
    for (const auto &file : files) {
        out.number((file.checksum ? kHasChecksum : 0) | (file.ranges.empty() ? 0 : kHasRanges));
        out.text(file.remote);
        out.text(file.local);
        if (file.checksum) {
            out.enumerator(file.checksum->algorithm);
            out.text(file.checksum->hex);
        }
        if (!file.ranges.empty())
            putRanges(out, file.ranges);
    }
    return out.take();
}

std::optional<std::vector<FileSpec>> decodeFiles(std::string_view bytes)
{
    ByteReader in(bytes);
    if (!isKnown(in.number()))
        return std::nullopt;
    std::vector<FileSpec> files(in.count());
    for (auto &file : files) {
        const auto parts = in.number();
        file.remote = in.text();
        file.local = in.text();
        if ((parts & kHasChecksum) != 0)
            file.checksum = Checksum {in.enumerator(ChecksumAlgorithm::Sha512), std::string(in.text())};
        if ((parts & kHasRanges) != 0)
            file.ranges = takeRanges(in);
    }
    return in.finished() ? std::optional(std::move(files)) : std::nullopt;
}

std::string encode(const Exchange &exchange)
{
    ByteWriter out;
    out.number(kForm);
    putExchange(out, exchange);
    return out.take();
}

std::optional<Exchange> decodeExchange(std::string_view bytes)
{
    ByteReader in(bytes);
    if (!isKnown(in.number()))
        return std::nullopt;
    auto exchange = takeExchange(in);
    return in.finished() ? std::optional(std::move(exchange)) : std::nullopt;
}

std::string encode(const JobError &error)
{
    ByteWriter out;
    out.number(kForm);
    out.number((error.transient ? kTransient : 0) | (error.gaveUp ? kGaveUp : 0) | (error.file ? kHasFile : 0)
               | (error.retryAfter ? kHasRetryAfter : 0) | (error.first ? kHasFirst : 0));
    out.number(error.code.value);
    out.enumerator(error.cause);
    out.enumerator(error.context);
    out.enumerator(error.native.kind);
    out.signedNumber(error.native.value);
    out.text(error.detail);
    out.text(error.protocol);
    out.text(error.host);
    out.signedNumber(error.time.time_since_epoch().count());
    out.number(error.attempt);
    putExchange(out, error.exchange);
    if (error.file) {
        out.number(error.file->index);
        out.text(error.file->remote);
        out.text(error.file->local);
    }
    if (error.retryAfter)
        out.signedNumber(error.retryAfter->count());
    if (error.first) {
        out.number(error.first->code.value);
        out.enumerator(error.first->cause);
        out.text(error.first->detail);
        out.signedNumber(error.first->time.time_since_epoch().count());
    }
    return out.take();
}

std::optional<JobError> decodeError(std::string_view bytes)
{
    ByteReader in(bytes);
    const auto form = in.number();
    if (!isKnown(form))
        return std::nullopt;
    JobError error;
    const auto parts = in.number();
    error.transient = (parts & kTransient) != 0;
    error.gaveUp = (parts & kGaveUp) != 0;
    error.code.value = in.number32();
    error.cause = in.enumerator(kLastCause);
    error.context = in.enumerator(ErrorContext::ServerCertificateCallback);
    error.native.kind = in.enumerator(NativeKind::Http);
    error.native.value = static_cast<int>(in.signedNumber());
    error.detail = in.text();
    error.protocol = in.text();
    error.host = in.text();
    error.time = WallTime(Milliseconds(in.signedNumber()));
    error.attempt = in.number32();
    if (form >= 2)
        error.exchange = takeExchange(in);
    if ((parts & kHasFile) != 0)
        error.file = ErrorFile {in.number32(), std::string(in.text()), std::string(in.text())};
    if ((parts & kHasRetryAfter) != 0)
        error.retryAfter = Milliseconds(in.signedNumber());
    if ((parts & kHasFirst) != 0) {
        FirstCause &first = error.first.emplace();
        first.code.value = in.number32();
        first.cause = in.enumerator(kLastCause);
        first.detail = in.text();
        first.time = WallTime(Milliseconds(in.signedNumber()));
    }
    return in.finished() ? std::optional(std::move(error)) : std::nullopt;
}

} // namespace haulwatch
