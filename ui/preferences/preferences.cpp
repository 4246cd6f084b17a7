// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferences.h"

#include <QDir>
#include <QSettings>

#include <limits>
#include <optional>

#include "address/givenaddress.h"
#include "service/jobdraft.h"

namespace haulwatch {
namespace {

constexpr std::uint32_t kMostActiveJobs = 256;

void read(const QSettings &settings, const char *key, std::uint32_t &value, std::uint32_t least, std::uint32_t most)
{
    bool isNumber = false;
    const auto stored = settings.value(QLatin1StringView(key)).toUInt(&isNumber);
    if (isNumber && stored >= least && stored <= most)
        value = stored;
}

void read(const QSettings &settings, const char *key, Milliseconds &value, Milliseconds least)
{
    bool isNumber = false;
    const Milliseconds stored {settings.value(QLatin1StringView(key)).toLongLong(&isNumber)};
    if (isNumber && stored >= least)
        value = stored;
}

void read(const QSettings &settings, const char *key, bool &value)
{
    value = settings.value(QLatin1StringView(key), value).toBool();
}

void read(const QSettings &settings, const char *key, QString &value)
{
    value = settings.value(QLatin1StringView(key), value).toString();
}

/// Writes what differs from its default, forgets what does not.
class Writer {
public:
    explicit Writer(QSettings &settings)
        : m_settings(settings)
    {
    }

    template <typename T>
    void write(const char *key, const T &value, const T &otherwise)
    {
        if (value == otherwise)
            m_settings.remove(QLatin1StringView(key));
        else
            m_settings.setValue(QLatin1StringView(key), value);
    }
    void write(const char *key, Milliseconds value, Milliseconds otherwise)
    {
        write<qlonglong>(key, value.count(), otherwise.count());
    }

private:
    QSettings &m_settings;
};

} // namespace

Preferences Preferences::load(const QSettings &settings)
{
    using namespace std::chrono_literals;
    Preferences p;
    read(settings, "defaults/folder", p.folder);
    if (!QDir::isAbsolutePath(p.folder))
        p.folder.clear();
    read(settings, "defaults/parallelFiles", p.job.parallelFiles, 1, kMostParallelFiles);
    Milliseconds delay {};
    read(settings, "defaults/retryDelay", delay, 1ms);
    if (delay > 0ms)
        p.job.retry.fixedDelay = delay;
    std::uint32_t retries = 0;
    read(settings, "defaults/maxRetries", retries, 1, std::numeric_limits<std::int32_t>::max());
    if (retries > 0)
        p.job.retry.maxRetries = retries;
    read(settings, "defaults/noProgressTimeout", p.job.retry.noProgressTimeout, 0ms);
    read(settings, "defaults/connectTimeout", p.job.connectTimeout, 1ms);
    read(settings, "defaults/firstByteTimeout", p.job.firstByteTimeout, 1ms);
    read(settings, "defaults/stallTimeout", p.job.stallTimeout, 1ms);
    QString proxy;
    read(settings, "defaults/proxy", proxy);
    if (isPlainProxy(proxy))
        p.job.proxy = proxy.toStdString();
    read(settings, "engine/activeJobs", p.activeJobs, 1, kMostActiveJobs);
    read(settings, "notifications/failures", p.tellsFailures);
    read(settings, "notifications/waiting", p.tellsWaiting);
    read(settings, "notifications/finished", p.tellsFinished);
    read(settings, "tray/stay", p.staysInTray);
    read(settings, "theme", p.theme);
    read(settings, "language", p.language);
    return p;
}

void Preferences::save(QSettings &settings) const
{
    const Preferences usual;
    Writer out(settings);
    out.write("defaults/folder", folder, usual.folder);
    out.write("defaults/parallelFiles", job.parallelFiles, usual.job.parallelFiles);
    out.write("defaults/retryDelay", job.retry.fixedDelay.value_or(Milliseconds::zero()), Milliseconds::zero());
    out.write("defaults/maxRetries", job.retry.maxRetries.value_or(0), std::uint32_t {0});
    out.write("defaults/noProgressTimeout", job.retry.noProgressTimeout, usual.job.retry.noProgressTimeout);
    out.write("defaults/connectTimeout", job.connectTimeout, usual.job.connectTimeout);
    out.write("defaults/firstByteTimeout", job.firstByteTimeout, usual.job.firstByteTimeout);
    out.write("defaults/stallTimeout", job.stallTimeout, usual.job.stallTimeout);
    out.write("defaults/proxy", QString::fromStdString(job.proxy), QString());
    out.write("engine/activeJobs", activeJobs, usual.activeJobs);
    out.write("notifications/failures", tellsFailures, usual.tellsFailures);
    out.write("notifications/waiting", tellsWaiting, usual.tellsWaiting);
    out.write("notifications/finished", tellsFinished, usual.tellsFinished);
    out.write("tray/stay", staysInTray, usual.staysInTray);
    out.write("theme", theme, usual.theme);
    out.write("language", language, usual.language);
}

bool isPlainProxy(const QString &proxy)
{
    if (proxy.isEmpty())
        return true;
    const QString whole = proxy.contains(u"://") ? proxy : u"http://" + proxy;
    return !whole.contains(u'@') && readAddress(whole.toStdString()).has_value();
}

} // namespace haulwatch
