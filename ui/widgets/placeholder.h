// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QLabel;

namespace haulwatch {

/// What stands where a list would be, when it is empty: a picture, what that means, and what one can do.
class Placeholder : public QWidget {
    Q_OBJECT

public:
    explicit Placeholder(QWidget *parent = nullptr);

    void setContent(const QIcon &icon, const QString &title, const QString &explanation);
    QAbstractButton *addButton(const QString &text, bool primary = false);

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_explanation;
    QHBoxLayout *m_buttons;
};

} // namespace haulwatch
