// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/drafts.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>

#include "commands/words.h"
#include "job/inputfile.h"
#include "job/joboptions.h"
#include "system/datadirectory.h"
#include "words/format.h"

namespace haulwatch {
namespace {

JobDraft commonDraft(const commandline::Add &add)
{
    JobDraft draft;
    draft.folder = absolutePath(add.folder);
    draft.name = add.name;
    draft.options = add.options;
    if (!draft.options.caFile.empty())
        draft.options.caFile = absolutePath(draft.options.caFile);
    draft.priority = add.priority;
    draft.suspended = add.suspended;
    draft.secretParameters = add.secretParameters;
    draft.secretHeaders = add.secretHeaders;
    return draft;
}

JobDraft draftOf(const InputEntry &entry, const JobDraft &common)
{
    JobDraft draft = common;
    draft.files = {{entry.address, entry.output, entry.checksum}};
    if (!entry.folder.empty())
        draft.folder = absolutePath(entry.folder);
    draft.options.headers.insert(draft.options.headers.end(), entry.headers.begin(), entry.headers.end());
    return draft;
}

QString complaint(const InputError &error)
{
    // Never the line itself: an address may carry a password.
    const QString place = commands::Words::tr("Line %1 of the input file: ").arg(error.line);
    switch (error.kind) {
    case InputError::Kind::OptionWithoutAddress:
        return place
            + commands::Words::tr(
                   "an indented option needs an address above it. Write addresses at the begin of the line.");
    case InputError::Kind::NoEqualsSign:
        return place
            + commands::Words::tr("an option is written NAME=VALUE. Write addresses at the begin of the line.");
    case InputError::Kind::BadChecksum:
        return place
            + commands::Words::tr("“%1” is not a checksum. Write it as sha-256=HEX, with all its digits.")
                  .arg(format::plain(error.text).section(u'=', 1).trimmed());
    case InputError::Kind::SeveralAddresses:
        return place
            + commands::Words::tr("several addresses for one file are not supported. Give each a line of its own.");
    }
    return place;
}

tl::expected<QByteArray, QString> readInput(const std::string &path)
{
    QFile file;
    bool isOpen = false;
    if (path == "-") {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(QFile::decodeName(QByteArray::fromStdString(path)));
        isOpen = file.open(QIODevice::ReadOnly);
    }
    QByteArray text = isOpen ? file.readAll() : QByteArray();
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(
            commands::Words::tr("The input file “%1” cannot be read: %2. Check its name and your rights.")
                .arg(format::plain(path), file.errorString()));
    return text;
}

tl::expected<Drafts, QString> draftsOfInput(const commandline::Add &add)
{
    const auto text = readInput(add.input);
    if (!text)
        return tl::unexpected(text.error());
    auto input = parseInputFile({text->constData(), static_cast<std::size_t>(text->size())});
    if (!input)
        return tl::unexpected(complaint(input.error()));
    if (input->entries.empty())
        return tl::unexpected(commands::Words::tr("The input file holds no address. Write one a line."));

    Drafts drafts;
    const JobDraft common = commonDraft(add);
    for (const InputEntry &entry : input->entries) {
        drafts.jobs.push_back(draftOf(entry, common));
        drafts.lines.push_back(entry.line);
    }
    for (const UnknownInputOption &option : input->unknown)
        drafts.warnings.push_back(
            commands::Words::tr("Line %1 of the input file: the option “%2” is not known here and was ignored.")
                .arg(option.line)
                .arg(format::plain(option.name)));
    return drafts;
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder.decode(QByteArrayView(text));
    return !decoder.hasError();
}

/// Whether every text among the options is UTF-8.
struct OptionsUtf8 {
    bool isWhole = true;

    void operator()(const OptionName &, const std::string &text) { isWhole = isWhole && isUtf8(text); }
    void operator()(const OptionName &, const std::vector<std::string> &lines)
    {
        isWhole =
            isWhole && std::all_of(lines.begin(), lines.end(), [](const std::string &line) { return isUtf8(line); });
    }
    void operator()(const OptionName &, const auto &) { }
};

bool isUtf8(const JobDraft &draft)
{
    const auto isFileUtf8 = [](const JobDraft::File &file) { return isUtf8(file.remote) && isUtf8(file.name); };
    OptionsUtf8 options;
    describeOptions(options, draft.options);
    return options.isWhole && isUtf8(draft.folder) && isUtf8(draft.name)
        && std::all_of(draft.files.begin(), draft.files.end(), isFileUtf8);
}

} // namespace

tl::expected<Drafts, QString> makeDrafts(const commandline::Add &add)
{
    Drafts drafts;
    if (add.input.empty()) {
        JobDraft draft = commonDraft(add);
        for (const std::string &address : add.addresses)
            draft.files.push_back({address, add.output, add.checksum, add.ranges});
        drafts.jobs.push_back(std::move(draft));
    } else if (auto fromInput = draftsOfInput(add)) {
        drafts = std::move(*fromInput);
    } else {
        return fromInput;
    }
    // The socket and the output speak JSON, which would silently name another file.
    if (!std::all_of(drafts.jobs.begin(), drafts.jobs.end(), [](const JobDraft &draft) { return isUtf8(draft); }))
        return tl::unexpected(
            commands::Words::tr("A name or an address is not UTF-8 text. Write it in that encoding."));
    return drafts;
}

} // namespace haulwatch
