// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace haulwatch {

/// The striped line that stays as long as the jobs are not real.
class DemoBar : public QWidget {
    Q_OBJECT

public:
    explicit DemoBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void tourRequested();
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace haulwatch
