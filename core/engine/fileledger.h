// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "job/job.h"
#include "job/jobmachine.h"

namespace haulwatch {

/// The files of one job as they stand, with the sums a job's status needs kept up to date.
class FileLedger {
public:
    FileLedger() = default;
    explicit FileLedger(std::vector<FileProgress> files);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_files.size()); }
    [[nodiscard]] const FileProgress &at(std::uint32_t file) const { return m_files[file]; }
    [[nodiscard]] std::span<const FileProgress> all() const { return m_files; }
    void set(std::uint32_t file, FileProgress progress);
    /// To so many files; the new ones have not begun.
    void grow(std::uint32_t files);

    [[nodiscard]] Bytes transferred() const { return m_transferred; }
    /// kUnknownSize as long as any file's size is.
    [[nodiscard]] Bytes total() const { return m_unknown > 0 ? kUnknownSize : m_total; }
    [[nodiscard]] std::uint32_t finished() const { return m_finished; }
    [[nodiscard]] bool lengthUnverified() const { return m_unverified > 0; }
    [[nodiscard]] JobFacts facts() const { return {size() > 0, m_finished < size()}; }

private:
    void count(const FileProgress &progress, bool in);

    std::vector<FileProgress> m_files;
    Bytes m_transferred = 0;
    Bytes m_total = 0;
    std::uint32_t m_unknown = 0;
    std::uint32_t m_finished = 0;
    std::uint32_t m_unverified = 0;
};

} // namespace haulwatch
