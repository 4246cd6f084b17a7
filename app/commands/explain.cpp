// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/givencode.h"
#include "commands/jobjson.h"
#include "commands/session.h"
#include "commands/words.h"
#include "words/codearticle.h"
#include "words/format.h"

/// explain: asks neither an engine nor a network.
namespace haulwatch::commands {
namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += text.empty() ? word : ' ' + word;
    return text;
}

jobjson::Json json(const CodeArticle &article, const JobError &error)
{
    const auto text = [](const QString &value) {
        return value.isEmpty() ? jobjson::Json(nullptr) : jobjson::Json(value.toStdString());
    };
    return {{"code", text(article.code)},   {"name", text(article.name)},       {"native", text(article.native)},
            {"title", text(article.title)}, {"meaning", text(article.meaning)}, {"context", name(error.context)},
            {"transient", error.transient}, {"remedy", text(article.remedy)},   {"source", text(article.source)}};
}

} // namespace

ExitStatus run(const commandline::Explain &explain, const Context &context)
{
    const std::string given = joined(explain.words);
    const auto error = parseGivenCode(given);
    if (!error) {
        context.console.say(
            Words::tr("“%1” is no code. Give one such as 0x80190194, BG_E_HTTP_ERROR_404, 404, “curl 28” or "
                      "“errno 28”.")
                .arg(format::plain(given)));
        return ExitStatus::Usage;
    }
    const CodeArticle article = articleOn(*error);
    if (context.json) {
        context.console.print(jobjson::indented(json(article, *error)));
    } else {
        for (const QString &line : plainText(article))
            context.console.print(line);
    }
    return finish(ExitStatus::Done, context);
}

} // namespace haulwatch::commands
