// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "job/instant.h"

class QComboBox;
class QSpinBox;

namespace haulwatch {

/// A number and its unit, from seconds to days. Zero is shown as a word.
class DurationField : public QWidget {
    Q_OBJECT

public:
    DurationField(const QString &name, const QString &zero, QWidget *parent);

    /// In the largest unit that says it exactly; parts of a second are rounded up.
    void setValue(Milliseconds value);
    [[nodiscard]] Milliseconds value() const;

Q_SIGNALS:
    void changed();

private:
    QSpinBox *m_number;
    QComboBox *m_unit; ///< its data: seconds
};

} // namespace haulwatch
