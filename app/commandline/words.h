// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace haulwatch::commandline {

/// The sentences of this library, in one context for lupdate and for the running program.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// A sentence that stands in a table as QT_TRANSLATE_NOOP("CommandLine", …).
[[nodiscard]] inline QString translated(const char *source)
{
    return Words::tr(source);
}

} // namespace haulwatch::commandline
