// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace haulwatch::format {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

// The C locale writes numbers for programs; people get the English ones.
QLocale locale()
{
    const QLocale current;
    return current.language() == QLocale::C ? QLocale(QLocale::English) : current;
}

QString withUnit(Bytes count, const std::array<QString, 7> &units)
{
    double value = static_cast<double>(count);
    std::size_t unit = 0;
    // 999.5 would be shown as 1000 of its unit.
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const bool withTenths = unit > 0 && value < 99.95;
    return units[unit].arg(locale().toString(value, 'f', withTenths ? 1 : 0));
}

QString days(long long n)
{
    return n == 1 ? Words::tr("1 day") : Words::tr("%Ln days", nullptr, static_cast<int>(n));
}

bool isToBeShownAsCode(char32_t c)
{
    const bool isSecondControlSet = c >= 0x80 && c <= 0x9F;
    const bool isBidirectional =
        c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool isBreak = c == 0x2028 || c == 0x2029;
    // U+200C and U+200D stay: Persian and emoji are spelt with them.
    const bool isInvisible = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F);
    return isSecondControlSet || isBidirectional || isBreak || isInvisible;
}

} // namespace

QString bytes(Bytes count)
{
    if (count == kUnknownSize)
        return Words::tr("unknown");
    if (count == 1)
        return Words::tr("1 byte");
    return withUnit(count,
                    {Words::tr("%1 bytes"), Words::tr("%1 kB"), Words::tr("%1 MB"), Words::tr("%1 GB"),
                     Words::tr("%1 TB"), Words::tr("%1 PB"), Words::tr("%1 EB")});
}

QString rate(std::uint64_t bytesPerSecond)
{
    if (bytesPerSecond == 0)
        return {};
    return withUnit(bytesPerSecond,
                    {Words::tr("%1 B/s"), Words::tr("%1 kB/s"), Words::tr("%1 MB/s"), Words::tr("%1 GB/s"),
                     Words::tr("%1 TB/s"), Words::tr("%1 PB/s"), Words::tr("%1 EB/s")});
}

QString count(std::uint64_t n)
{
    return locale().toString(static_cast<qulonglong>(n));
}

QString duration(Milliseconds d)
{
    const long long seconds = std::max<long long>(0, d.count()) / 1000;
    const long long minutes = seconds / 60;
    const long long hours = minutes / 60;
    if (minutes == 0)
        return Words::tr("%1 s").arg(seconds);
    if (minutes < 10 && seconds % 60 != 0)
        return Words::tr("%1 min %2 s").arg(minutes).arg(seconds % 60);
    if (hours == 0)
        return Words::tr("%1 min").arg(minutes);
    if (hours < 24)
        return minutes % 60 == 0 ? Words::tr("%1 h").arg(hours) : Words::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    if (hours < 240 && hours % 24 != 0)
        return Words::tr("%1 %2 h", "days, hours").arg(days(hours / 24)).arg(hours % 24);
    return days(hours / 24);
}

QString countdown(Milliseconds d)
{
    // Rounded up: 0:00 is shown only when the time is over.
    const long long seconds = (std::max<long long>(0, d.count()) + 999) / 1000;
    const auto twoDigits = [](long long n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const long long minutes = seconds / 60;
    if (minutes < 60)
        return QString::number(minutes) + u':' + twoDigits(seconds % 60);
    return QString::number(minutes / 60) + u':' + twoDigits(minutes % 60) + u':' + twoDigits(seconds % 60);
}

QString clockTime(WallTime t)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(t.time_since_epoch().count());
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return locale().toString(local.time(), QStringLiteral("HH:mm:ss"));
    if (local.date().year() == today.year())
        return locale().toString(local, Words::tr("d MMM HH:mm:ss", "date of this year and time"));
    return locale().toString(local, Words::tr("d MMM yyyy HH:mm:ss", "date and time"));
}

QString dateTime(WallTime t)
{
    return locale().toString(QDateTime::fromMSecsSinceEpoch(t.time_since_epoch().count()), QLocale::ShortFormat);
}

QString percent(Bytes part, Bytes whole)
{
    if (whole == kUnknownSize)
        return {};
    if (part >= whole)
        return Words::tr("%1 %", "percentage").arg(100);
    // Divided first only where the product would overflow.
    const Bytes hundredths = part <= kUnknownSize / 100 ? part * 100 / whole : part / (whole / 100);
    return Words::tr("%1 %", "percentage").arg(std::min<Bytes>(hundredths, 99));
}

QString stateName(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return Words::tr("Queued");
    case JobState::Connecting:
        return Words::tr("Connecting");
    case JobState::Transferring:
        return Words::tr("Downloading");
    case JobState::Suspended:
        return Words::tr("Suspended");
    case JobState::Error:
        return Words::tr("Failed");
    case JobState::TransientError:
        return Words::tr("Retrying");
    case JobState::Transferred:
        return Words::tr("Ready to complete");
    case JobState::Acknowledged:
        return Words::tr("Finished");
    case JobState::Cancelled:
        return Words::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString fileStateName(FileState state)
{
    switch (state) {
    case FileState::Waiting:
        return Words::tr("Waiting", "file");
    case FileState::Active:
        return Words::tr("Downloading", "file");
    case FileState::Retrying:
        return Words::tr("Retrying", "file");
    case FileState::Failed:
        return Words::tr("Failed", "file");
    case FileState::Transferred:
        return Words::tr("Arrived", "file");
    case FileState::Complete:
        return Words::tr("Complete", "file");
    }
    Q_UNREACHABLE();
}

QString verbName(Verb verb)
{
    switch (verb) {
    case Verb::Resume:
        return Words::tr("Resume");
    case Verb::Suspend:
        return Words::tr("Suspend");
    case Verb::Complete:
        return Words::tr("Complete");
    case Verb::Cancel:
        return Words::tr("Cancel");
    }
    Q_UNREACHABLE();
}

QString priorityName(Priority priority)
{
    switch (priority) {
    case Priority::Foreground:
        return Words::tr("Foreground");
    case Priority::High:
        return Words::tr("High");
    case Priority::Normal:
        return Words::tr("Normal");
    case Priority::Low:
        return Words::tr("Low");
    }
    Q_UNREACHABLE();
}

QString plain(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString shown;
    shown.reserve(text.size());
    for (const uint point : text.toUcs4()) {
        const char32_t c = point;
        if (c < 0x20)
            shown += QChar(static_cast<char16_t>(0x2400 + c)); // the block of control pictures
        else if (c == 0x7F)
            shown += QChar(u'\u2421');
        else if (isToBeShownAsCode(c))
            shown += QStringLiteral("<U+%1>").arg(point, 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += QStringView(QChar::fromUcs4(c));
    }
    return shown;
}

} // namespace haulwatch::format
