// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "job/filterparser.h"

namespace haulwatch {

/// What is wrong with a filter's text, as a sentence that says what would be right. Plain text.
[[nodiscard]] QString explain(const FilterError &error);

/// What the part of a filter that is being written can become.
struct FilterCompletion {
    qsizetype start = 0; ///< of the text that a word replaces, up to the cursor
    QStringList words; ///< keys with their colon, or values of the key; none when nothing fits
};

[[nodiscard]] FilterCompletion completionsOf(const QString &text, qsizetype cursor);

} // namespace haulwatch
