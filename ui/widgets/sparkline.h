// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <deque>

namespace haulwatch {

/// The last minute of one number as a small graph: an area over a base line that is always as wide as the minute.
/// Scales to its own greatest value; before the first sample, and while all are zero, only the base line is there.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kSamples = 60;

    explicit Sparkline(QWidget *parent = nullptr);

    void add(std::uint64_t value);
    [[nodiscard]] std::uint64_t greatest() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::deque<std::uint64_t> m_values;
};

} // namespace haulwatch
