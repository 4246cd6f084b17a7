// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QAction;

namespace haulwatch {

/// Which key does what, read from the actions themselves. Not modal: one tries the keys beside it.
class KeySheet : public QDialog {
    Q_OBJECT

public:
    KeySheet(const std::vector<const QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace haulwatch
