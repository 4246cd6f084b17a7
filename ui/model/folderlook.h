// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>
#include <string>

#include "model/jobfeed.h"
#include "service/folderspace.h"

namespace haulwatch {

/// What an engine's machine has at a folder: this machine may know neither the folder nor its disk. GUI thread.
class FolderLook : public QObject {
    Q_OBJECT

public:
    explicit FolderLook(JobFeed &feed, QObject *parent = nullptr);

    /// Asks, also again for the same folder; what is known of that one stays meanwhile.
    void look(const std::string &folder, EngineId engine = kHomeEngine);

    [[nodiscard]] const std::string &folder() const { return m_folder; }
    /// Of the folder looked at last; nothing before the engine has answered.
    [[nodiscard]] const std::optional<FolderSpace> &space() const { return m_space; }

Q_SIGNALS:
    void seen(); ///< the engine has answered

private:
    JobFeed &m_feed;
    std::string m_folder;
    EngineId m_engine = kHomeEngine;
    std::optional<FolderSpace> m_space;
};

} // namespace haulwatch
