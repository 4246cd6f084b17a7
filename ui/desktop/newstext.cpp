// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/newstext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

#include "job/sameproblem.h"
#include "words/format.h"
#include "words/problemtext.h"

namespace haulwatch::newstext {
namespace {

/// More names, or places, than that nobody reads in a notification.
constexpr std::size_t kMostNamed = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobNews)
};

struct Place {
    std::string name;
    bool isLocal = false;
    std::size_t jobs = 0;
};

/// Where they failed, the place of most jobs first; jobs without a place are not counted.
std::vector<Place> placesOf(const std::vector<JobTable::Index> &jobs, const JobTable &table)
{
    std::map<std::pair<std::string, bool>, std::size_t> counts;
    for (const auto job : jobs) {
        if (const auto key = problemKeyOf(table.at(job)); key && !key->place.empty())
            ++counts[{key->place, key->isPlaceLocal}];
    }
    std::vector<Place> places;
    for (const auto &[place, count] : counts)
        places.push_back({place.first, place.second, count});
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.jobs > b.jobs; });
    return places;
}

bool isOneFor(const std::vector<Place> &places, std::size_t jobs)
{
    return places.size() == 1 && places.front().jobs == jobs;
}

/// As it stands within a sentence; "TLS failure" stays as it is.
QString withinSentence(QString title)
{
    if (title.size() > 1 && title[1].isLower())
        title[0] = title[0].toLower();
    return title;
}

QString failed(const NewsDigest::Digest &digest, const JobTable &table)
{
    const auto n = digest.jobs.size();
    const QString who =
        n == 1 ? Words::tr("1 download failed") : Words::tr("%1 downloads failed").arg(format::count(n));
    const QString why = withinSentence(problemtext::shortTitle(digest.topic.cause));
    const auto places = placesOf(digest.jobs, table);
    if (!isOneFor(places, n))
        return Words::tr("%1: %2", "how many failed, why").arg(who, why);
    const QString place = format::plain(places.front().name);
    return places.front().isLocal ? Words::tr("%1: %2 in %3", "how many failed, why, folder").arg(who, why, place)
                                  : Words::tr("%1: %2 on %3", "how many failed, why, server").arg(who, why, place);
}

QString listed(QStringList words, std::size_t all)
{
    const std::size_t named = static_cast<std::size_t>(words.size());
    const QString list = words.join(Words::tr(", ", "between the words of a list"));
    return named == all ? list : Words::tr("%1 and %2 more").arg(list, format::count(all - named));
}

} // namespace

QString summary(const NewsDigest::Digest &digest, const JobTable &table)
{
    const auto n = digest.jobs.size();
    switch (digest.topic.kind) {
    case NewsKind::Failed:
        return failed(digest, table);
    case NewsKind::Waiting:
        return n == 1 ? Words::tr("1 download has arrived and waits for you to complete it")
                      : Words::tr("%1 downloads have arrived and wait for you to complete them").arg(format::count(n));
    case NewsKind::Finished:
        return n == 1 ? Words::tr("1 download finished") : Words::tr("%1 downloads finished").arg(format::count(n));
    }
    Q_UNREACHABLE();
}

QString body(const NewsDigest::Digest &digest, const JobTable &table)
{
    QStringList lines;
    if (const auto places = placesOf(digest.jobs, table); places.size() > 1) {
        QStringList named;
        for (std::size_t i = 0; i < std::min(places.size(), kMostNamed); ++i)
            named << Words::tr("%1 (%2)", "server or folder, how many")
                         .arg(format::plain(places[i].name), format::count(places[i].jobs));
        lines << listed(named, places.size());
    }
    QStringList names;
    for (std::size_t i = 0; i < std::min(digest.jobs.size(), kMostNamed); ++i)
        names << format::plain(table.at(digest.jobs[i]).spec->name);
    lines << listed(names, digest.jobs.size());
    return lines.join(u'\n');
}

JobView view(NewsTopic topic, const std::vector<JobTable::Index> &jobs, const JobTable &table)
{
    if (topic.kind == NewsKind::Failed) {
        const auto places = placesOf(jobs, table);
        const Place place = isOneFor(places, jobs.size()) ? places.front() : Place {};
        return viewOf(ProblemGroup {topic.cause, place.name, place.isLocal, jobs.size(), jobs.size()});
    }
    const JobState state = topic.kind == NewsKind::Waiting ? JobState::Transferred : JobState::Acknowledged;
    const auto standard = standardViews();
    return *std::find_if(standard.begin(), standard.end(), [state](const JobView &v) { return v.state == state; });
}

} // namespace haulwatch::newstext
