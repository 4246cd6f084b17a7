// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haulwatch {

/// Whatever throws, in whichever thread or callback, the process ends with a sentence and the status of a failure; a
/// running engine leaves its CrashMark. What is thrown where nobody provides for it is hardly more than memory or
/// threads that the system refuses. For main, before anything else.
void endOnUncaughtExceptions();

} // namespace haulwatch
