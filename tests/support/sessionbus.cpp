// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionbus.h"

#include <QFile>

namespace haulwatch::test {
namespace {

constexpr int kPatienceMs = 30'000;

// Without folders of services the bus starts nothing by itself: what is stopped stays away.
constexpr const char *kSettings = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%FOLDER%</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

SessionBus::SessionBus(const QString &folder, const QProcessEnvironment &environment)
{
    QFile settings(folder + QStringLiteral("/bus.conf"));
    if (!settings.open(QIODevice::WriteOnly))
        return;
    settings.write(QString::fromLatin1(kSettings).replace(QStringLiteral("%FOLDER%"), folder).toUtf8());
    settings.close();
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                     QStringLiteral("--config-file=") + settings.fileName()});
    m_process.waitForReadyRead(kPatienceMs);
    m_address = QString::fromUtf8(m_process.readLine()).trimmed();
}

SessionBus::~SessionBus()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

} // namespace haulwatch::test
