// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fileledger.h"

#include <utility>

namespace haulwatch {

FileLedger::FileLedger(std::vector<FileProgress> files)
    : m_files(std::move(files))
{
    for (const FileProgress &progress : m_files)
        count(progress, true);
}

void FileLedger::set(std::uint32_t file, FileProgress progress)
{
    count(m_files[file], false);
    m_files[file] = std::move(progress);
    count(m_files[file], true);
}

void FileLedger::grow(std::uint32_t files)
{
    while (size() < files) {
        m_files.emplace_back();
        count(m_files.back(), true);
    }
}

void FileLedger::count(const FileProgress &progress, bool in)
{
    const auto adjust = [in](auto &sum, auto value) { in ? sum += value : sum -= value; };
    adjust(m_transferred, progress.transferred);
    if (progress.total == kUnknownSize)
        adjust(m_unknown, 1U);
    else
        adjust(m_total, progress.total);
    if (isHere(progress.state))
        adjust(m_finished, 1U);
    if (progress.lengthUnverified)
        adjust(m_unverified, 1U);
}

} // namespace haulwatch
