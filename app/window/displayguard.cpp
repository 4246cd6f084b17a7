// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/displayguard.h"

#include <unistd.h>

#include "commandline/console.h"
#include "commandline/exitstatus.h"
#include "window/words.h"

namespace haulwatch {
namespace {

QtMessageHandler s_defaultHandler = nullptr;

QString noDisplay()
{
    return Words::tr(
        "There is no display to open the window on. `haulwatch --screenshot FILE.png` paints it without one, "
        "`haulwatch serve` runs the engine alone, and `haulwatch --help` tells the other commands.");
}

// Translated before it is needed: while a QApplication is being made, nothing is.
QString s_noDisplay;

/// Qt ends a program that cannot reach its display with a fatal message; what it says before that is for developers.
void replaceFatalMessage(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    Console().say(s_noDisplay);
    ::_exit(static_cast<int>(ExitStatus::Usage));
}

void dropPluginRemarks(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QStringLiteral("This plugin does not support")))
        s_defaultHandler(type, context, message);
}

} // namespace

DisplayGuard::DisplayGuard()
{
    s_noDisplay = noDisplay();
    qInstallMessageHandler(replaceFatalMessage);
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(nullptr);
}

void DisplayGuard::silencePlugin()
{
    s_defaultHandler = qInstallMessageHandler(dropPluginRemarks);
}

bool DisplayGuard::hasDisplay()
{
    for (const char *variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    Console().say(noDisplay());
    return false;
}

} // namespace haulwatch
