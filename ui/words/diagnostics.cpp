// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/diagnostics.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <concepts>
#include <optional>
#include <utility>

#include "job/errorcatalog.h"
#include "job/joboptions.h"
#include "words/format.h"
#include "words/problemtext.h"
#include "words/redaction.h"

namespace haulwatch {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Diagnostics)
};

// A report is read by people; beyond this many they would not.
constexpr std::size_t kMostFiles = 200;
constexpr std::size_t kMostEvents = 200;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString isoTime(WallTime t)
{
    return QDateTime::fromMSecsSinceEpoch(t.time_since_epoch().count(), QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

QJsonValue sizeOrNull(Bytes bytes)
{
    return bytes == kUnknownSize ? QJsonValue() : QJsonValue(static_cast<qint64>(bytes));
}

QJsonObject errorObject(const JobError &error, Redaction &redaction)
{
    QJsonObject o {
        {QStringLiteral("code"), QString::fromStdString(toHex(error.code))},
        {QStringLiteral("name"), QString::fromStdString(symbolicName(error.code))},
        {QStringLiteral("cause"), latin(name(error.cause))},
        {QStringLiteral("context"), latin(name(error.context))},
        {QStringLiteral("transient"), error.transient},
        {QStringLiteral("native"), problemtext::native(error.native)},
        {QStringLiteral("detail"), redaction.text(error.detail)},
        {QStringLiteral("protocol"), redaction.text(error.protocol)},
        {QStringLiteral("host"), redaction.text(error.host)},
        {QStringLiteral("time"), isoTime(error.time)},
        {QStringLiteral("attempt"), static_cast<qint64>(error.attempt)},
        {QStringLiteral("gaveUp"), error.gaveUp},
    };
    if (error.file)
        o.insert(QStringLiteral("file"),
                 QJsonObject {{QStringLiteral("index"), static_cast<qint64>(error.file->index)},
                              {QStringLiteral("remote"), redaction.text(error.file->remote)},
                              {QStringLiteral("local"), redaction.text(error.file->local)}});
    return o;
}

QJsonArray filesArray(const JobSpec &spec, std::span<const FileProgress> files, Redaction &redaction)
{
    QJsonArray array;
    const std::size_t n = std::min({spec.files.size(), files.size(), kMostFiles});
    for (std::size_t i = 0; i < n; ++i)
        array += QJsonObject {{QStringLiteral("index"), static_cast<qint64>(i)},
                              {QStringLiteral("remote"), redaction.text(spec.files[i].remote)},
                              {QStringLiteral("local"), redaction.text(spec.files[i].local)},
                              {QStringLiteral("state"), latin(name(files[i].state))},
                              {QStringLiteral("bytesTransferred"), static_cast<qint64>(files[i].transferred)},
                              {QStringLiteral("bytesTotal"), sizeOrNull(files[i].total)}};
    return array;
}

QJsonArray historyArray(std::span<const HistoryEntry> history, Redaction &redaction)
{
    QJsonArray array;
    for (const HistoryEntry &entry : history.last(std::min(history.size(), kMostEvents))) {
        QJsonObject o {{QStringLiteral("time"), isoTime(entry.time)},
                       {QStringLiteral("state"), latin(name(entry.state))},
                       {QStringLiteral("event"), latin(name(entry.event))}};
        if (entry.file)
            o.insert(QStringLiteral("file"), static_cast<qint64>(*entry.file));
        if (entry.error)
            o.insert(QStringLiteral("error"), errorObject(*entry.error, redaction));
        array += o;
    }
    return array;
}

/// Called as in the JSON of the command line.
class OptionsToJson {
public:
    explicit OptionsToJson(Redaction &redaction)
        : m_redaction(redaction)
    {
    }

    void operator()(const OptionName &option, const auto &value)
    {
        m_isHeader = std::string_view(option.flag) == "header";
        m_object.insert(QString::fromStdString(camelCase(option)), told(value));
    }

    [[nodiscard]] QJsonObject take() { return std::move(m_object); }

private:
    [[nodiscard]] QJsonValue told(Milliseconds value) { return static_cast<double>(value.count()) / 1000; }
    [[nodiscard]] QJsonValue told(const std::string &value) { return m_redaction.text(value); }
    [[nodiscard]] QJsonValue told(bool value) { return value; }
    [[nodiscard]] QJsonValue told(std::unsigned_integral auto value) { return static_cast<qint64>(value); }
    [[nodiscard]] QJsonValue told(const std::vector<std::string> &lines)
    {
        QJsonArray array;
        for (const std::string &line : lines)
            array += m_isHeader ? m_redaction.header(line) : m_redaction.text(line);
        return array;
    }
    template <typename T>
    [[nodiscard]] QJsonValue told(const std::optional<T> &value)
    {
        return value ? told(*value) : QJsonValue();
    }

    Redaction &m_redaction;
    QJsonObject m_object;
    bool m_isHeader = false;
};

QJsonObject optionsObject(const JobOptions &options, Redaction &redaction)
{
    OptionsToJson json(redaction);
    describeOptions(json, options);
    return json.take();
}

QJsonObject jobObject(const JobRecord &job, std::span<const FileProgress> files, std::span<const HistoryEntry> history,
                      Redaction &redaction)
{
    const JobSpec &spec = *job.spec;
    return {{QStringLiteral("id"), QString::fromStdString(toString(spec.id))},
            {QStringLiteral("name"), redaction.text(spec.name)},
            {QStringLiteral("folder"), redaction.text(spec.folder)},
            {QStringLiteral("state"), latin(name(job.status.state))},
            {QStringLiteral("priority"), latin(name(job.status.priority))},
            {QStringLiteral("bytesTransferred"), static_cast<qint64>(job.status.bytesTransferred)},
            {QStringLiteral("bytesTotal"), sizeOrNull(job.status.bytesTotal)},
            {QStringLiteral("filesTransferred"), static_cast<qint64>(job.status.filesTransferred)},
            {QStringLiteral("filesTotal"), static_cast<qint64>(job.status.filesTotal)},
            {QStringLiteral("errorCount"), static_cast<qint64>(job.status.errorCount)},
            {QStringLiteral("created"), isoTime(spec.created)},
            {QStringLiteral("options"), optionsObject(*spec.options, redaction)},
            {QStringLiteral("error"), job.error ? QJsonValue(errorObject(*job.error, redaction)) : QJsonValue()},
            {QStringLiteral("files"), filesArray(spec, files, redaction)},
            {QStringLiteral("history"), historyArray(history, redaction)}};
}

QString markdown(const JobRecord &job, Redaction &redaction)
{
    QString text = QStringLiteral("### %1\n\n").arg(redaction.text(job.spec->name));
    const auto line = [&text](const QString &name, const QString &value) {
        text += QStringLiteral("- **%1:** %2\n").arg(name, value);
    };
    line(Words::tr("State"), format::stateName(job.status.state));
    if (!job.error) {
        line(Words::tr("Problem"), Words::tr("none now"));
        return text;
    }
    const JobError &error = *job.error;
    line(Words::tr("Problem"), problemtext::title(error.cause));
    line(Words::tr("What happened"), redaction.text(problemtext::description(error).toStdString()));
    line(Words::tr("Code"),
         QStringLiteral("`%1` %2").arg(QString::fromStdString(toHex(error.code)),
                                       QString::fromStdString(symbolicName(error.code))));
    line(Words::tr("Context"), problemtext::context(error.context));
    line(Words::tr("Protocol"), problemtext::protocol(error));
    line(Words::tr("Native code"), problemtext::native(error.native));
    if (error.file)
        line(Words::tr("Address"), QStringLiteral("`%1`").arg(redaction.text(error.file->remote)));
    return text;
}

} // namespace

QString diagnostics(const JobRecord &job, std::span<const FileProgress> files, std::span<const HistoryEntry> history,
                    const QString &home)
{
    Redaction redaction(home);
    QString text = markdown(job, redaction);
    const QByteArray json = QJsonDocument(jobObject(job, files, history, redaction)).toJson();
    text += QStringLiteral("\n```json\n%1```\n").arg(QString::fromUtf8(json));
    if (files.size() > kMostFiles || history.size() > kMostEvents)
        text +=
            u'\n' + Words::tr("Shortened: %1 files and %2 events exist.").arg(files.size()).arg(history.size()) + u'\n';
    const QStringList left = redaction.summary();
    return text + u'\n'
        + (left.isEmpty() ? Words::tr("Nothing had to be removed.")
                          : Words::tr("Removed: %1.").arg(left.join(QStringLiteral(", "))))
        + u'\n';
}

} // namespace haulwatch
