// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace haulwatch {

/// The sentences of this library, in one context for lupdate and for the running program.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Window)
};

} // namespace haulwatch
