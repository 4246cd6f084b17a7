// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace haulwatch::languages {
namespace {

const auto kPrefix = QStringLiteral("haulwatch_");

} // namespace

QStringList available(const QString &folder)
{
    QStringList codes;
    const auto files = QDir(folder).entryInfoList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        if (const QString code = file.completeBaseName().sliced(kPrefix.size()); code != u"en")
            codes << code;
    }
    return codes;
}

void install(QCoreApplication &application, const QString &language, const QString &folder)
{
    const bool isSystem = language.isEmpty() || language == u"system";
    const QLocale locale = isSystem ? QLocale::system() : QLocale(language);
    if (!isSystem)
        QLocale::setDefault(locale);
    if (locale.language() == QLocale::English)
        return;
    auto *words = new QTranslator(&application);
    if (words->load(locale, QStringLiteral("haulwatch"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(words);
    else
        delete words;
}

} // namespace haulwatch::languages
