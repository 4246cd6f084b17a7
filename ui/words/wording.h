// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <initializer_list>
#include <utility>

/// What the files behind problemtext.h share to build sentences. Not for use elsewhere.
namespace haulwatch::problemtext {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

/// A row of a table of sentences, translated when it is shown.
[[nodiscard]] inline QString translated(const char *source)
{
    return QCoreApplication::translate("ProblemText", source);
}

using Fillings = std::initializer_list<std::pair<QLatin1String, QString>>;

/// Puts values into the "{name}" places of a sentence, in one pass: a file called "{time}" or "%1" stays what it is.
[[nodiscard]] QString filled(const QString &sentence, Fillings fillings);

[[nodiscard]] int forPlural(std::uint32_t n); ///< as tr() wants it
[[nodiscard]] QString files(std::uint32_t n); ///< "1 file", "3 files"

/// The last part of a path, made safe to show.
[[nodiscard]] QString fileName(std::string_view path);

} // namespace haulwatch::problemtext
