// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
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
    if (qobject_cast<QGuiApplication *>(&application) != nullptr)
        QGuiApplication::setLayoutDirection(locale.textDirection());
    if (locale.language() == QLocale::English)
        return;
    auto *words = new QTranslator(&application);
    if (!words->load(locale, QStringLiteral("haulwatch"), QStringLiteral("_"), folder)) {
        delete words;
        return;
    }
    QCoreApplication::installTranslator(words);
    // The words of Qt's own dialogs, where they are installed.
    auto *qtWords = new QTranslator(&application);
    if (qtWords->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtWords);
    else
        delete qtWords;
}

} // namespace haulwatch::languages
