// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

/// The languages the program has words in. English is in the program itself; the others are haulwatch_XX.qm.
namespace haulwatch::languages {

inline constexpr auto kFolder = ":/i18n";

/// The codes of the files in the folder, without English.
[[nodiscard]] QStringList available(const QString &folder = QLatin1StringView(kFolder));

/// Makes words, numbers and dates those of the language, a code or "system", and mirrors a window where it is written
/// from right to left, as the rest of that desktop is. Words there are none of stay English.
/// To be called before any window is made.
void install(QCoreApplication &application, const QString &language,
             const QString &folder = QLatin1StringView(kFolder));

} // namespace haulwatch::languages
