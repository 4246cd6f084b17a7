// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace haulwatch {

/// A table of fixed rows for the panes: no grid, whole rows, the last column takes what is left. Shows any model.
class ListView : public QTableView {
public:
    explicit ListView(QWidget *parent = nullptr);

    void setColumnWidths(std::initializer_list<int> widths);
    /// From top to bottom. Walks over the selection's ranges, so that very many cost no more than their number.
    [[nodiscard]] std::vector<int> selectedRows() const;
};

} // namespace haulwatch
