// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/demoscenario.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "commands/givencode.h"
#include "window/words.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using Json = nlohmann::json;

constexpr Bytes kSize = 50'000'000;
constexpr Bytes kRate = 5'000'000; ///< bytes a second
constexpr Milliseconds kLatency {400};

/// Ends the reading; never leaves this file.
struct Mistake {
    QString sentence;
};

class ScenarioReader {
public:
    explicit ScenarioReader(Instant now)
        : m_now(now)
    {
    }

    [[nodiscard]] DemoScenario read(const Json &json)
    {
        expectKeys(json, {"jobs"});
        for (const Json &job : list(json, "jobs"))
            m_scenario.jobs.push_back(readJob(job));
        m_scenario.simulation = [outcomes = std::move(m_outcomes)](const FileSpec &file, std::string_view) {
            const auto known = outcomes.find(file.remote);
            return known == outcomes.end() ? SimulatedOutcome {kSize, kRate, kLatency, {}, 0, 0} : known->second;
        };
        return std::move(m_scenario);
    }

private:
    [[noreturn]] void fail(const QString &expected) const
    {
        throw Mistake {m_job.isEmpty() ? expected : Words::tr("Job “%1”: %2").arg(m_job, expected)};
    }

    void expectKeys(const Json &object, std::initializer_list<std::string_view> known) const
    {
        if (!object.is_object())
            fail(Words::tr("An object in braces is expected, not %1.").arg(QString::fromStdString(object.dump())));
        for (const auto &[key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail(Words::tr("“%1” is not known here.").arg(format::plain(key)));
        }
    }

    template <typename T>
    [[nodiscard]] T value(const Json &object, const char *key, std::optional<T> otherwise,
                          const QString &expected) const
    {
        const auto it = object.find(key);
        if (it == object.end() && otherwise)
            return *std::move(otherwise);
        bool fits = it != object.end();
        if constexpr (std::is_same_v<T, bool>)
            fits = fits && it->is_boolean();
        else if constexpr (std::is_same_v<T, std::string>)
            fits = fits && it->is_string();
        else if constexpr (std::is_floating_point_v<T>)
            fits = fits && it->is_number();
        else
            fits = fits && it->is_number_unsigned();
        if (!fits)
            fail(Words::tr("“%1” must be %2.").arg(QString::fromLatin1(key), expected));
        return it->template get<T>();
    }

    [[nodiscard]] std::string text(const Json &object, const char *key, std::optional<std::string> otherwise = {}) const
    {
        return value<std::string>(object, key, std::move(otherwise), Words::tr("a text in quotation marks"));
    }

    [[nodiscard]] bool flag(const Json &object, const char *key) const
    {
        return value<bool>(object, key, false, Words::tr("true or false"));
    }

    [[nodiscard]] Bytes number(const Json &object, const char *key, Bytes otherwise) const
    {
        return value<Bytes>(object, key, otherwise, Words::tr("a whole number"));
    }

    [[nodiscard]] const Json &list(const Json &object, const char *key) const
    {
        const auto it = object.find(key);
        if (it == object.end() || !it->is_array() || it->empty())
            fail(Words::tr("“%1” must be a list with at least one entry.").arg(QString::fromLatin1(key)));
        return *it;
    }

    [[nodiscard]] StoredJob readJob(const Json &json)
    {
        m_job.clear();
        expectKeys(json, {"name", "folder", "priority", "suspended", "manualComplete", "files"});
        const auto name = text(json, "name");
        m_job = format::plain(name);
        const auto priority = parsePriority(text(json, "priority", "normal"));
        if (!priority)
            fail(Words::tr("“%1” must be %2.")
                     .arg(QStringLiteral("priority"), Words::tr("foreground, high, normal or low")));

        auto options = std::make_shared<JobOptions>();
        options->manualComplete = flag(json, "manualComplete");
        auto spec = std::make_shared<JobSpec>();
        m_lastId = nextJobId(m_lastId, m_now.wall, m_scenario.jobs.size());
        spec->id = m_lastId;
        spec->created = m_now.wall;
        spec->name = name;
        spec->folder = text(json, "folder", "/home/demo/Downloads/" + name);
        spec->options = std::move(options);
        for (const Json &file : list(json, "files"))
            spec->files.push_back(readFile(file));

        StoredJob job;
        job.files.resize(spec->files.size());
        job.status.state = flag(json, "suspended") ? JobState::Suspended : JobState::Queued;
        job.status.priority = *priority;
        job.status.modified = toEpochSeconds(m_now.wall);
        job.status.filesTotal = static_cast<std::uint32_t>(spec->files.size());
        job.status.set(kSimulated, true);
        job.spec = std::move(spec);
        return job;
    }

    [[nodiscard]] FileSpec readFile(const Json &json)
    {
        expectKeys(json, {"url", "size", "rate", "fails"});
        FileSpec file;
        file.remote = text(json, "url");
        file.local = file.remote.substr(file.remote.rfind('/') + 1);
        if (hostOf(file.remote).empty() || file.local.empty())
            fail(Words::tr("“%1” must be %2.").arg(QStringLiteral("url"), Words::tr("an address with a file name")));
        SimulatedOutcome outcome {number(json, "size", kSize), number(json, "rate", kRate), kLatency, {}, 0, 0};
        if (json.contains("fails"))
            readFailure(json["fails"], file, outcome);
        m_outcomes.insert_or_assign(file.remote, std::move(outcome));
        return file;
    }

    void readFailure(const Json &json, const FileSpec &file, SimulatedOutcome &outcome) const
    {
        expectKeys(json, {"code", "detail", "after", "attempts"});
        auto error = parseGivenCode(text(json, "code"));
        if (!error)
            fail(Words::tr("“%1” must be %2.")
                     .arg(QStringLiteral("code"), Words::tr("a code such as 404, curl 28, ENOSPC or 0x80190194")));
        error->detail = text(json, "detail", "");
        if (error->context != ErrorContext::LocalFile) {
            error->host = std::string(hostOf(file.remote));
            error->protocol = file.remote.substr(0, file.remote.find(':')) + "/1.1";
        }
        outcome.failsAt = value<double>(json, "after", 0.0, Words::tr("a number from 0 to 1"));
        if (outcome.failsAt < 0 || outcome.failsAt > 1)
            fail(Words::tr("“%1” must be %2.").arg(QStringLiteral("after"), Words::tr("a number from 0 to 1")));
        outcome.failingAttempts = static_cast<std::uint32_t>(std::min<Bytes>(number(json, "attempts", 0), 1'000'000));
        outcome.failure = std::move(*error);
    }

    const Instant m_now;
    QString m_job; ///< that is being read
    JobId m_lastId;
    DemoScenario m_scenario;
    std::map<std::string, SimulatedOutcome, std::less<>> m_outcomes; ///< by address
};

} // namespace

tl::expected<DemoScenario, QString> parseScenario(std::string_view json, Instant now)
{
    const auto parsed = Json::parse(json, nullptr, false, true);
    if (parsed.is_discarded())
        return tl::unexpected(Words::tr("It is not JSON."));
    try {
        return ScenarioReader(now).read(parsed);
    } catch (const Mistake &mistake) {
        return tl::unexpected(mistake.sentence);
    }
}

} // namespace haulwatch
