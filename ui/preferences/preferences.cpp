// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferences.h"

#include <QDir>
#include <QSettings>

#include <concepts>
#include <optional>
#include <utility>

#include "address/givenaddress.h"
#include "job/joboptions.h"

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

private:
    QSettings &m_settings;
};

QString keyOf(const OptionName &option)
{
    return QStringLiteral("defaults/") + QString::fromStdString(camelCase(option));
}

/// The options of new jobs, each by its name. What is out of its range stays as it is.
class OptionReader {
public:
    explicit OptionReader(const QSettings &settings)
        : m_settings(settings)
    {
    }

    void operator()(const OptionName &option, auto &value)
    {
        if (const QString key = keyOf(option); m_settings.contains(key))
            take(m_settings.value(key), option, value);
    }

private:
    static void take(const QVariant &stored, const OptionName &, bool &value) { value = stored.toBool(); }
    static void take(const QVariant &stored, const OptionName &, std::string &value)
    {
        value = stored.toString().toStdString();
    }
    static void take(const QVariant &stored, const OptionName &, std::vector<std::string> &value)
    {
        value.clear();
        for (const QString &line : stored.toStringList())
            value.push_back(line.toStdString());
    }
    static void take(const QVariant &stored, const OptionName &option, Milliseconds &value)
    {
        if (const auto ms = number<std::int64_t>(stored, option))
            value = Milliseconds {*ms};
    }
    template <std::unsigned_integral T>
    static void take(const QVariant &stored, const OptionName &option, T &value)
    {
        value = number<T>(stored, option).value_or(value);
    }
    template <typename T>
    static void take(const QVariant &stored, const OptionName &option, std::optional<T> &value)
    {
        // What is kept is a wish; "as soon as possible" and "never again" were no choice here.
        T wished {};
        take(stored, option, wished);
        if (wished != T {})
            value = wished;
    }
    template <typename T>
    static std::optional<T> number(const QVariant &stored, const OptionName &option)
    {
        bool isNumber = false;
        const qlonglong number = stored.toLongLong(&isNumber);
        const bool isGood = isNumber && number >= option.least && number <= option.most && std::in_range<T>(number);
        return isGood ? std::optional(static_cast<T>(number)) : std::nullopt;
    }

    const QSettings &m_settings;
};

/// Writes the options that differ from their defaults, forgets those that do not.
class OptionWriter {
public:
    explicit OptionWriter(QSettings &settings)
        : m_settings(settings)
    {
    }

    template <typename T>
    void operator()(const OptionName &option, const T &value, const T &usual)
    {
        if (value == usual)
            m_settings.remove(keyOf(option));
        else
            m_settings.setValue(keyOf(option), kept(value));
    }

private:
    static QVariant kept(bool value) { return value; }
    static QVariant kept(Milliseconds value) { return qlonglong {value.count()}; }
    static QVariant kept(std::unsigned_integral auto value) { return static_cast<qlonglong>(value); }
    static QVariant kept(const std::string &value) { return QString::fromStdString(value); }
    static QVariant kept(const std::vector<std::string> &value)
    {
        QStringList lines;
        for (const std::string &line : value)
            lines << QString::fromStdString(line);
        return lines;
    }
    template <typename T>
    static QVariant kept(const std::optional<T> &value)
    {
        return value ? kept(*value) : QVariant();
    }

    QSettings &m_settings;
};

} // namespace

Preferences Preferences::load(const QSettings &settings)
{
    Preferences p;
    read(settings, "defaults/folder", p.folder);
    if (!QDir::isAbsolutePath(p.folder))
        p.folder.clear();
    OptionReader options(settings);
    describeOptions(options, p.job);
    if (!isPlainProxy(QString::fromStdString(p.job.proxy)))
        p.job.proxy.clear();
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
    OptionWriter options(settings);
    describeOptions(options, job, usual.job);
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
