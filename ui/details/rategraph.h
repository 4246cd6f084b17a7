// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

#include "details/ratecourse.h"

namespace haulwatch {

/// A job's rate over its life: an area over time, a tick below it for each failed attempt, its highest rate and its
/// ends as text. Paints one column a pixel, however much there is. Hides itself while nothing was gained.
/// Time goes in the direction of reading.
class RateGraph : public QWidget {
    Q_OBJECT

public:
    explicit RateGraph(QWidget *parent = nullptr);

    void show(RateCourse course);

    /// All in one sentence; empty while there is nothing to see.
    [[nodiscard]] QString summary() const;
    /// What the column under a point says; nothing beside the graph.
    [[nodiscard]] QString textAt(QPoint point) const;
    [[nodiscard]] QRect plotArea() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] WallTime timeOf(std::size_t column) const;
    [[nodiscard]] std::optional<std::size_t> columnAt(QPoint point) const;
    void paintAxes(QPainter &painter) const;
    void paintColumns(QPainter &painter) const;

    RateCourse m_course;
    std::vector<RateColumn> m_columns; ///< one a pixel of the plot
};

} // namespace haulwatch
