// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/encoding.h"

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
    ByteWriter out;
    out.number(kForm);
    out.number(options.retry.fixedDelay ? 1 : 0);
    if (options.retry.fixedDelay)
        out.signedNumber(options.retry.fixedDelay->count());
    out.signedNumber(options.retry.noProgressTimeout.count());
    out.number(options.retry.maxRetries ? 1 : 0);
    if (options.retry.maxRetries)
        out.number(*options.retry.maxRetries);
    out.signedNumber(options.stallTimeout.count());
    out.signedNumber(options.connectTimeout.count());
    out.number(options.parallelFiles);
    out.number(options.manualComplete ? 1 : 0);
    putLines(out, options.headers);
    out.text(options.proxy);
    out.text(options.caFile);
    out.signedNumber(options.firstByteTimeout.count());
    out.number(options.minimumRate);
    out.signedNumber(options.attemptTimeout.count());
    out.signedNumber(options.maxDownloadTime.count());
    out.number(options.notify);
    putLines(out, options.notifyCommand);
    return out.take();
}

std::optional<JobOptions> decodeOptions(std::string_view bytes)
{
    ByteReader in(bytes);
    const auto form = in.number();
    if (!isKnown(form))
        return std::nullopt;
    JobOptions options;
    if (in.flag())
        options.retry.fixedDelay = Milliseconds(in.signedNumber());
    options.retry.noProgressTimeout = Milliseconds(in.signedNumber());
    if (in.flag())
        options.retry.maxRetries = in.number32();
    options.stallTimeout = Milliseconds(in.signedNumber());
    options.connectTimeout = Milliseconds(in.signedNumber());
    options.parallelFiles = in.number32();
    options.manualComplete = in.flag();
    options.headers = takeLines(in);
    options.proxy = in.text();
    options.caFile = in.text();
    if (form >= 2) {
        options.firstByteTimeout = Milliseconds(in.signedNumber());
        options.minimumRate = in.number();
        options.attemptTimeout = Milliseconds(in.signedNumber());
    }
    if (form >= 3) {
        options.maxDownloadTime = Milliseconds(in.signedNumber());
        options.notify = static_cast<std::uint8_t>(in.number());
        options.notifyCommand = takeLines(in);
    }
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
