// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidebar/savedfilters.h"

#include <QSettings>

#include <algorithm>

#include "job/filterparser.h"
#include "widgets/icons.h"

namespace haulwatch {
namespace {

const auto kArray = QStringLiteral("savedFilters");
const auto kName = QStringLiteral("name");
const auto kFilter = QStringLiteral("filter");

QString keyOf(const QString &name)
{
    return QStringLiteral("saved:") + name;
}

} // namespace

SavedFilters::SavedFilters(QSettings &settings)
    : m_settings(settings)
{
    const int count = settings.beginReadArray(kArray);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto filter = settings.value(kFilter).toString().toStdString();
        // A line that nobody understands would show all jobs under a name that says otherwise.
        if (parseFilter(filter))
            put(settings.value(kName).toString(), filter);
    }
    settings.endArray();
}

void SavedFilters::save(const QString &name, const std::string &filter)
{
    put(name, filter);
    write();
}

void SavedFilters::remove(const QString &key)
{
    std::erase_if(m_views, [&](const JobView &view) { return view.key == key; });
    write();
}

void SavedFilters::put(const QString &name, const std::string &filter)
{
    const auto key = keyOf(name);
    std::erase_if(m_views, [&](const JobView &view) { return view.key == key; });
    const auto place = std::find_if(m_views.begin(), m_views.end(), [&](const JobView &view) {
        return QString::localeAwareCompare(view.title, name) > 0;
    });
    m_views.insert(place, JobView {key, name, icons::muted(icons::Shape::Search), filter, {}});
}

void SavedFilters::write()
{
    // An array is not shortened by writing fewer entries.
    m_settings.remove(kArray);
    m_settings.beginWriteArray(kArray, static_cast<int>(m_views.size()));
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        m_settings.setValue(kName, m_views[i].title);
        m_settings.setValue(kFilter, QString::fromStdString(m_views[i].filter));
    }
    m_settings.endArray();
}

} // namespace haulwatch
