// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "words/verbplan.h"

namespace haulwatch {

/// The one question asked before very much is lost: how many jobs, what becomes of their data, and which of them stay
/// as they are. The safe answer is the default. Does nothing itself.
class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConfirmDialog(const VerbPlan &plan, QWidget *parent = nullptr);
};

} // namespace haulwatch
