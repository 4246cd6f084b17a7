// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jobedit.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "address/givenaddress.h"
#include "address/secretquery.h"
#include "job/headerline.h"
#include "job/joboptions.h"
#include "service/jobdraft.h"

namespace haulwatch {
namespace {

Origins originsOf(const std::vector<FileSpec> &files)
{
    Origins origins;
    for (const FileSpec &file : files)
        origins.add(file.remote);
    return origins;
}

/// Takes over the options that an edit names.
struct Take {
    template <typename T>
    void operator()(const OptionName &, T &option, const std::optional<T> &edit)
    {
        if (edit)
            option = *edit;
    }
};

/// A job's spec on its way from one form to the next.
struct Mending {
    const JobSpec &before;
    JobSpec spec;
    JobOptions options;
    JobSecrets secrets;
    Origins known; ///< whom the secrets were given for
    GivenSignIn signIn {};

    [[nodiscard]] Result<void> setAddress(std::uint32_t file, std::string_view text);
    [[nodiscard]] Result<bool> replacePrefix(const JobEdit::Prefix &prefix);
    [[nodiscard]] Result<void> addFiles(const std::vector<JobDraft::File> &files);
    [[nodiscard]] Result<void> setPlace(const JobEdit &change);
    [[nodiscard]] Result<void> setHeaders(const JobEdit &change);
    [[nodiscard]] Result<void> setCredentials(const JobEdit &change);
    [[nodiscard]] Result<void> setOptions(const JobEdit &change);
    [[nodiscard]] std::vector<std::string> markedNames() const;
    [[nodiscard]] Result<void> hideParameters(const JobEdit &change);
};

Result<void> Mending::setAddress(std::uint32_t file, std::string_view text)
{
    if (file >= spec.files.size())
        return refuse(Refusal::NoSuchFile, std::to_string(file));
    auto address = readAddress(text);
    if (!address)
        return tl::unexpected(address.error());
    // Another server must not get what was given for the ones the job had, nor the same one without encryption. Values
    // in addresses have their places anyway.
    if (!known.include(address->text)) {
        secrets.userInfo.clear();
        secrets.headers.clear();
        // A store of an older version has secrets among these.
        std::erase_if(options.headers, [](const std::string &line) { return !isHarmlessHeader(headerName(line)); });
        secrets.locked = false;
    }
    if (const auto ok = signIn.take(address->text, address->userInfo); !ok)
        return ok;
    if (!address->userInfo.empty())
        secrets.userInfo = std::move(address->userInfo);
    spec.files[file].remote = std::move(address->text);
    return {};
}

// BITS' ReplaceRemotePrefix: of every file of the job, also of those that are here.
Result<bool> Mending::replacePrefix(const JobEdit::Prefix &prefix)
{
    bool matched = false;
    for (std::uint32_t file = 0; file < spec.files.size(); ++file) {
        const std::string remote = spec.files[file].remote;
        if (prefix.from.empty() || !remote.starts_with(prefix.from))
            continue;
        matched = true;
        if (const auto ok = setAddress(file, prefix.to + remote.substr(prefix.from.size())); !ok)
            return tl::unexpected(ok.error());
    }
    return matched;
}

Result<void> Mending::addFiles(const std::vector<JobDraft::File> &files)
{
    if (files.empty())
        return {};
    const Origins signedInto = originsOf(spec.files);
    for (const JobDraft::File &file : files) {
        auto checked = checkFile(file);
        if (!checked)
            return tl::unexpected(checked.error());
        const bool isAnothers =
            !checked->userInfo.empty() && !secrets.userInfo.empty() && checked->userInfo != secrets.userInfo;
        if (const auto ok = signIn.take(checked->spec.remote, checked->userInfo); !ok || isAnothers)
            return refuse(Refusal::BadOption, "user info");
        if (!checked->userInfo.empty())
            secrets.userInfo = std::move(checked->userInfo);
        // A server that is new to the job would be sent what was given for the others.
        const bool signsIn = secrets.locked || !secrets.userInfo.empty() || !secrets.headers.empty();
        if (signsIn && !signedInto.include(checked->spec.remote))
            return refuse(Refusal::BadOption, "user info");
        spec.files.push_back(std::move(checked->spec));
    }
    return checkTogether(spec.files);
}

Result<void> Mending::setPlace(const JobEdit &change)
{
    if (change.name) {
        if (const auto ok = checkJobName(*change.name); !ok)
            return ok;
        spec.name = *change.name;
    }
    if (!change.folder)
        return {};
    if (!change.folder->starts_with('/'))
        return refuse(Refusal::FolderNotAbsolute, *change.folder);
    spec.folder = plainFolder(*change.folder);
    return {};
}

// A header that was marked once is a secret when it is given anew, too.
Result<void> Mending::setHeaders(const JobEdit &change)
{
    if (!change.headers && change.secretHeaders.empty())
        return {};
    std::vector<std::string> marked = change.secretHeaders;
    for (const std::string &line : secrets.headers)
        marked.emplace_back(headerName(line));
    std::vector<std::string> lines = change.headers.value_or(options.headers);
    if (!change.headers)
        lines.insert(lines.end(), secrets.headers.begin(), secrets.headers.end());
    auto headers = splitHeaders(lines, marked);
    if (!headers)
        return tl::unexpected(headers.error());
    options.headers = std::move(headers->open);
    secrets.headers = std::move(headers->secret);
    return checkMarkedHeaders(change.secretHeaders, {options.headers, secrets.headers});
}

Result<void> Mending::setCredentials(const JobEdit &change)
{
    if (change.credentials) {
        auto userInfo =
            change.credentials->empty() ? Result<std::string>(std::string {}) : readCredentials(*change.credentials);
        if (!userInfo)
            return tl::unexpected(userInfo.error());
        secrets.userInfo = std::move(*userInfo);
    }
    if (const auto ok = setHeaders(change); !ok)
        return ok;
    if (!change.proxy)
        return {};
    options.proxy = *change.proxy;
    secrets.proxyUserInfo.clear();
    return takeProxy(options, secrets.proxyUserInfo);
}

Result<void> Mending::setOptions(const JobEdit &change)
{
    if (change.caFile && !change.caFile->empty() && !change.caFile->starts_with('/'))
        return refuse(Refusal::BadOption, "cacert");
    // Headers and the proxy have been taken apart from their secrets.
    JobEdit plain = change;
    plain.headers.reset();
    plain.proxy.reset();
    Take take;
    describeOptions(take, options, std::as_const(plain));
    return checkOptions(options);
}

// Once a parameter is a secret, it is one in every address that is given later. While the values are locked, the
// addresses tell the names.
std::vector<std::string> Mending::markedNames() const
{
    std::vector<std::string> names;
    for (const SecretValue &value : secrets.queryValues)
        names.push_back(value.name);
    if (!before.secrets || !before.secrets->locked)
        return names;
    for (const FileSpec &file : before.files)
        for (auto &name : hiddenNamesIn(file.remote))
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(std::move(name));
    return names;
}

Result<void> Mending::hideParameters(const JobEdit &change)
{
    const bool wasLocked = before.secrets && before.secrets->locked;
    const bool replacesLocked = wasLocked && (!secrets.locked || secrets.isGiven() || change.credentials);
    if (change.secretParameters.empty() && spec.files == before.files && !replacesLocked)
        return {};
    const auto unread = std::find_if(spec.files.begin(), spec.files.end(), [&](const FileSpec &file) {
        return wasLocked && !hiddenNamesIn(file.remote).empty();
    });
    const auto marked = markedNames();
    for (FileSpec &file : spec.files)
        static_cast<void>(takeSecretValues(file.remote, marked, secrets.queryValues));
    const bool staysLocked =
        wasLocked && !replacesLocked && change.secretParameters.empty() && secrets.queryValues.empty();
    if (staysLocked)
        return {};
    // What is sealed cannot be counted on: its places would get the values that are given now.
    if (unread != spec.files.end())
        return refuse(Refusal::SecretMissing, unread->remote);

    const auto ok = takeSecretParameters(spec.files, change.secretParameters, secrets.queryValues);
    dropUnusedValues(secrets.queryValues, spec.files);
    return ok;
}

} // namespace

Result<std::optional<JobSpec>> changedSpec(const JobSpec &before, const JobEdit &change)
{
    Mending m {before, before, *before.options, before.secrets ? *before.secrets : JobSecrets {}, {}};
    if (!change.addresses.empty() || change.prefix)
        m.known = originsOf(before.files);
    for (const auto &[file, text] : change.addresses) {
        if (const auto ok = m.setAddress(file, text); !ok)
            return tl::unexpected(ok.error());
    }
    if (change.prefix) {
        const auto matched = m.replacePrefix(*change.prefix);
        if (!matched)
            return tl::unexpected(matched.error());
        if (!*matched)
            return std::nullopt;
    }
    // New files last: they must not be sent what has just been given for other hosts.
    for (const auto &ok : {m.setCredentials(change), m.setPlace(change), m.setOptions(change),
                           m.addFiles(change.newFiles), m.hideParameters(change)}) {
        if (!ok)
            return tl::unexpected(ok.error());
    }

    // What a sign-in given by itself is for is all the job's servers.
    if (const auto ok = m.signIn.checkFor(m.spec.files); !ok && !change.credentials)
        return tl::unexpected(ok.error());

    // What cannot be read cannot be mended in part: what is given now replaces it.
    if (m.secrets.isGiven() || change.credentials)
        m.secrets.locked = false;
    if (m.options != *before.options)
        m.spec.options = std::make_shared<const JobOptions>(std::move(m.options));
    m.spec.secrets = m.secrets.empty() ? nullptr : std::make_shared<const JobSecrets>(std::move(m.secrets));
    return std::move(m.spec);
}

} // namespace haulwatch
