// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jobdraft.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "address/givenaddress.h"
#include "address/secretquery.h"
#include "job/headerline.h"
#include "job/joboptions.h"

namespace haulwatch {
namespace {

constexpr std::size_t kLongestFileName = 255;
constexpr std::size_t kLongestJobName = 256; // BITS: display name
constexpr std::size_t kMostFiles = 1'000'000;
constexpr std::size_t kLongestCommand = 4'000;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool hasHeader(const std::vector<std::string> &lines, std::string_view name)
{
    return std::any_of(lines.begin(), lines.end(),
                       [name](const std::string &line) { return isSameHeader(headerName(line), name); });
}

// RFC 9110 §5.6.2: a field name is a token.
bool isToken(std::string_view text)
{
    constexpr std::string_view kPunctuation = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || kPunctuation.find(c) != std::string_view::npos;
    });
}

/// As libcurl knows them; empty: it is none.
std::string_view socksScheme(std::string_view address)
{
    static constexpr std::array<std::string_view, 4> kSchemes {"socks4", "socks4a", "socks5", "socks5h"};
    const auto scheme = address.substr(0, address.find("://"));
    const auto *known = std::find(kSchemes.begin(), kSchemes.end(), scheme);
    return known == kSchemes.end() ? std::string_view() : *known;
}

bool overlap(const ByteRange &a, const ByteRange &b)
{
    const auto &[first, second] = std::minmax(a, b, [](const auto &x, const auto &y) { return x.offset < y.offset; });
    return first.length == kUnknownSize || second.offset - first.offset < first.length;
}

// BITS: AddFileWithRanges, with its codes.
Result<void> checkRanges(const std::vector<ByteRange> &ranges)
{
    if (ranges.size() > kMostRanges)
        return refuse(Refusal::BadOption, code::kTooManyRangesInFile, "range");
    for (auto range = ranges.begin(); range != ranges.end(); ++range) {
        const bool isEndless = range->length == kUnknownSize;
        if (range->length == 0 || (!isEndless && range->offset > kUnknownSize - 1 - range->length))
            return refuse(Refusal::BadOption, code::kInvalidRange, "range");
        if (std::any_of(ranges.begin(), range, [&](const ByteRange &earlier) { return overlap(earlier, *range); }))
            return refuse(Refusal::BadOption, code::kOverlappingRanges, "range");
    }
    return {};
}

// BITS: SetNotifyFlags knows no other bits; SetNotifyCmdLine takes 4,000 characters.
Result<void> checkNotify(const JobOptions &options)
{
    constexpr unsigned kAll =
        kNotifyTransferred | kNotifyError | kNotifyDisable | kNotifyModification | kNotifyFileTransferred;
    if ((options.notify & ~kAll) != 0)
        return refuse(Refusal::BadOption, code::kNotImplemented, "notify-flags");
    std::size_t length = 0;
    for (const std::string &word : options.notifyCommand) {
        length += word.size() + 1;
        if (word.find('\0') != std::string::npos)
            return refuse(Refusal::BadOption, "notify-command");
    }
    if (length > kLongestCommand)
        return refuse(Refusal::BadOption, code::kStringTooLong, "notify-command");
    if (!options.notifyCommand.empty() && options.notifyCommand.front().empty())
        return refuse(Refusal::BadOption, "notify-command");
    return {};
}

/// Walks through the options; the first one out of its range is refused.
struct RangeCheck {
    Result<void> result {};

    template <typename T>
    void operator()(const OptionName &option, const T &value)
    {
        if constexpr (std::is_same_v<T, Milliseconds>)
            check(option, value.count());
        else if constexpr (std::is_integral_v<T>)
            check(option, static_cast<std::int64_t>(value));
    }
    template <typename T>
    void operator()(const OptionName &option, const std::optional<T> &value)
    {
        if (value)
            (*this)(option, *value);
    }

private:
    void check(const OptionName &option, std::int64_t value)
    {
        if (result && (value < option.least || value > option.most))
            result = refuse(Refusal::BadOption, option.flag);
    }
};

Result<void> checkFiles(const JobDraft &draft, JobSpec &spec, std::string &userInfo)
{
    if (draft.files.empty())
        return refuse(Refusal::EmptyAddress);
    GivenSignIn signIn;
    spec.files.reserve(draft.files.size());
    for (const auto &file : draft.files) {
        auto checked = checkFile(file);
        if (!checked)
            return tl::unexpected(checked.error());
        if (const auto ok = signIn.take(checked->spec.remote, checked->userInfo); !ok)
            return ok;
        spec.files.push_back(std::move(checked->spec));
    }
    if (const auto ok = signIn.checkFor(spec.files); !ok)
        return ok;
    userInfo = signIn.userInfo();
    // Names that are taken, by each other too, get a number when the job is admitted.
    if (draft.renameExisting && spec.files.size() <= kMostFiles)
        return {};
    return checkTogether(spec.files);
}

} // namespace

Result<void> checkOptions(const JobOptions &options)
{
    RangeCheck check;
    describeOptions(check, options);
    return check.result ? checkNotify(options) : check.result;
}

Result<CheckedFile> checkFile(const JobDraft::File &file)
{
    auto address = readAddress(file.remote);
    if (!address)
        return tl::unexpected(address.error());
    auto name = file.name.empty() ? address->fileName : file.name;
    if (name.empty())
        return refuse(Refusal::NoFileName, address->text);
    if (!isPlainFileName(name))
        return refuse(Refusal::BadFileName, name);
    if (const auto ok = checkRanges(file.ranges); !ok)
        return tl::unexpected(ok.error());
    return CheckedFile {{std::move(address->text), std::move(name), file.checksum, file.ranges},
                        std::move(address->userInfo)};
}

Result<void> GivenSignIn::take(std::string_view address, const std::string &userInfo)
{
    if (userInfo.empty())
        return {};
    if (!m_userInfo.empty() && m_userInfo != userInfo)
        return refuse(Refusal::BadOption, "user info");
    m_userInfo = userInfo;
    m_servers.add(address);
    return {};
}

Result<void> GivenSignIn::checkFor(const std::vector<FileSpec> &files) const
{
    const bool areAllTheirs = m_userInfo.empty() || std::all_of(files.begin(), files.end(), [&](const FileSpec &file) {
                                  return m_servers.include(file.remote);
                              });
    return areAllTheirs ? Result<void> {} : refuse(Refusal::BadOption, "user info");
}

Result<void> checkTogether(const std::vector<FileSpec> &files)
{
    if (files.size() > kMostFiles)
        return refuse(Refusal::TooManyFiles, std::to_string(kMostFiles));
    std::unordered_set<std::string_view> names;
    for (const FileSpec &file : files) {
        if (!names.insert(file.local).second)
            return refuse(Refusal::DuplicateFileName, file.local);
    }
    return {};
}

Result<void> takeProxy(JobOptions &options, std::string &userInfo)
{
    if (options.proxy.empty())
        return {};
    // libcurl's rule: a proxy without a scheme speaks HTTP.
    auto text = options.proxy.find("://") == std::string::npos ? "http://" + options.proxy : options.proxy;
    // SOCKS has no addresses of its own; their form is the same.
    const auto socks = socksScheme(text);
    if (!socks.empty())
        text.replace(0, socks.size(), "http");
    auto address = readAddress(text);
    if (!address)
        return refuse(Refusal::BadProxy, address.error().subject);
    options.proxy = socks.empty() ? std::move(address->text) : std::string(socks) + address->text.substr(4);
    userInfo = std::move(address->userInfo);
    return {};
}

Result<void> checkJobName(std::string_view name)
{
    if (name.size() > kLongestJobName)
        return refuse(Refusal::BadOption, code::kStringTooLong, "name");
    if (name.empty() || std::any_of(name.begin(), name.end(), isControl))
        return refuse(Refusal::BadOption, "name");
    return {};
}

std::string plainFolder(const std::string &folder)
{
    auto plain = std::filesystem::path(folder).lexically_normal().string();
    if (plain.size() > 1 && plain.ends_with('/'))
        plain.pop_back();
    return plain;
}

bool isPlainFileName(std::string_view name)
{
    if (name.empty() || name.size() > kLongestFileName || name == "." || name == "..")
        return false;
    return std::none_of(name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || isControl(c); });
}

Result<SplitHeaders> splitHeaders(const std::vector<std::string> &lines, const std::vector<std::string> &marked)
{
    SplitHeaders headers;
    for (const auto &line : lines) {
        const std::string name(headerName(line));
        // The value may be a secret, so only the name is quoted.
        if (name.size() == line.size() || !isToken(name) || std::any_of(line.begin(), line.end(), isControl))
            return refuse(Refusal::BadHeader, isToken(name) ? name : std::string {});
        (isHarmlessHeader(name) && !hasHeader(marked, name) ? headers.open : headers.secret).push_back(line);
    }
    return headers;
}

Result<void> checkMarkedHeaders(const std::vector<std::string> &marked, const SplitHeaders &headers)
{
    for (const std::string &name : marked) {
        if (!hasHeader(headers.secret, name) && !hasHeader(headers.open, name))
            return refuse(Refusal::NoSuchHeader, name);
    }
    return {};
}

// A misspelt name would leave a secret in the store, so each must be there.
Result<void> takeSecretParameters(std::vector<FileSpec> &files, const std::vector<std::string> &names,
                                  std::vector<SecretValue> &values)
{
    std::unordered_set<std::string> missing(names.begin(), names.end());
    for (FileSpec &file : files) {
        for (const auto &name : takeSecretValues(file.remote, names, values))
            missing.erase(name);
        if (lacksSecretValue(file.remote, values))
            return refuse(Refusal::SecretMissing, file.remote);
    }
    if (!missing.empty())
        return refuse(Refusal::NoSuchParameter, *missing.begin());
    // A mark lasts without a value, too.
    for (const std::string &name : names)
        if (std::none_of(values.begin(), values.end(), [&](const auto &value) { return value.name == name; }))
            values.push_back({{}, name, {}});
    return {};
}

Result<CheckedDraft> checkDraft(const JobDraft &draft)
{
    CheckedDraft checked {{}, draft.priority, draft.suspended, draft.renameExisting};
    JobSecrets secrets;
    JobOptions options = draft.options;

    if (const auto ok = checkOptions(options); !ok)
        return tl::unexpected(ok.error());
    if (const auto ok = takeProxy(options, secrets.proxyUserInfo); !ok)
        return tl::unexpected(ok.error());
    auto headers = splitHeaders(options.headers, draft.secretHeaders);
    if (!headers)
        return tl::unexpected(headers.error());
    if (const auto ok = checkMarkedHeaders(draft.secretHeaders, *headers); !ok)
        return tl::unexpected(ok.error());
    options.headers = std::move(headers->open);
    secrets.headers = std::move(headers->secret);
    if (const auto ok = checkFiles(draft, checked.spec, secrets.userInfo); !ok)
        return tl::unexpected(ok.error());
    if (const auto ok = takeSecretParameters(checked.spec.files, draft.secretParameters, secrets.queryValues); !ok)
        return tl::unexpected(ok.error());
    if (!draft.folder.starts_with('/'))
        return refuse(Refusal::FolderNotAbsolute, draft.folder);
    if (!draft.name.empty()) {
        // BITS: CreateJob says E_INVALIDARG where SetDisplayName says "too long".
        if (const auto ok = checkJobName(draft.name); !ok)
            return refuse(Refusal::BadOption, ok.error().subject);
    }

    checked.spec.folder = draft.folder;
    checked.spec.name = draft.name.empty() ? checked.spec.files.front().local : draft.name;
    checked.spec.options = std::make_shared<const JobOptions>(std::move(options));
    if (!secrets.empty())
        checked.spec.secrets = std::make_shared<const JobSecrets>(std::move(secrets));
    return checked;
}

} // namespace haulwatch
