// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace haulwatch {

/// A small button that unfolds what is below it: checked is open.
class Disclosure : public QToolButton {
    Q_OBJECT

public:
    explicit Disclosure(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
};

} // namespace haulwatch
