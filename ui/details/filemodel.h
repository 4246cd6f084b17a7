// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "job/job.h"

namespace haulwatch {

/// The files of one job as rows: those that fail first, the others in the job's order. Made for very many files: an
/// update tells the view of the rows that differ, and moves rows only when a file begins or ceases to fail.
class FileModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ProgressRole = Qt::UserRole, ///< 0 to 1; below 0: unknown
        StateRole, ///< int of the JobState the file is drawn as
    };
    enum Column { State, Name, Progress, Size, Error, Address, ColumnCount };

    explicit FileModel(QObject *parent = nullptr);

    /// Another job's files, or none.
    void reset(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<FileProgress>> files);
    /// The same job's files, further on. A changed number of files counts as another job.
    void update(std::shared_ptr<const JobSpec> spec, std::shared_ptr<const std::vector<FileProgress>> files);

    /// What failed last on each file, by its index; shown while the file fails.
    void setErrors(std::map<std::uint32_t, JobError> errors);

    [[nodiscard]] std::uint32_t fileAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const FileProgress &progressAt(int row) const { return (*m_files)[fileAt(row)]; }
    [[nodiscard]] QString pathAt(int row) const; ///< of the finished file
    [[nodiscard]] QString addressAt(int row) const; ///< without user info

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(std::uint32_t file, int column) const;
    [[nodiscard]] QString toolTip(std::uint32_t file, int column) const;
    [[nodiscard]] const JobError *error(std::uint32_t file) const; ///< null unless the file fails now
    [[nodiscard]] double progress(std::uint32_t file) const;
    void tellOfChanges(const std::vector<FileProgress> &before);
    void reorder(std::vector<std::uint32_t> order);

    std::shared_ptr<const JobSpec> m_spec;
    std::shared_ptr<const std::vector<FileProgress>> m_files; ///< never null
    std::map<std::uint32_t, JobError> m_errors;
    std::vector<std::uint32_t> m_order; ///< the file of each row
};

} // namespace haulwatch
