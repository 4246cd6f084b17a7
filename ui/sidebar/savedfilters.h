// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

#include "model/jobview.h"

class QSettings;

namespace haulwatch {

/// The filters a user gave a name, in the order of their names, kept in the settings.
class SavedFilters {
public:
    /// `settings` must outlive it.
    explicit SavedFilters(QSettings &settings);

    [[nodiscard]] const std::vector<JobView> &views() const { return m_views; }

    /// A name that is taken gets the new filter.
    void save(const QString &name, const std::string &filter);
    void remove(const QString &key);

private:
    void put(const QString &name, const std::string &filter);
    void write();

    QSettings &m_settings;
    std::vector<JobView> m_views;
};

} // namespace haulwatch
