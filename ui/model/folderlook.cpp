// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/folderlook.h"

#include <utility>
#include <variant>

namespace haulwatch {

FolderLook::FolderLook(JobFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
}

void FolderLook::look(const std::string &folder, EngineId engine)
{
    if (folder != std::exchange(m_folder, folder) || engine != std::exchange(m_engine, engine))
        m_space.reset();
    m_feed.post(GetFolder {folder, engine}, this, [this, folder, engine](const Result<Answer> &result) {
        const auto *space = result ? std::get_if<FolderSpace>(&*result) : nullptr;
        if (space == nullptr || folder != m_folder || engine != m_engine)
            return;
        m_space = *space;
        Q_EMIT seen();
    });
}

} // namespace haulwatch
