// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "job/retrypolicy.h"

class QFormLayout;
class QSpinBox;

namespace haulwatch {

class DurationField;

/// The three rows in which a retry policy is edited. What is not touched stays as it was, finer than the fields show
/// it.
class RetryFields : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to `form`, a layout within `parent`.
    RetryFields(QFormLayout &form, QWidget *parent);

    void setValue(const RetryPolicy &policy);
    [[nodiscard]] RetryPolicy value() const;
    [[nodiscard]] bool isTouched() const; ///< since setValue()
    [[nodiscard]] DurationField *first() const { return m_delay; }

Q_SIGNALS:
    void changed();

private:
    /// What the fields say; in their precision.
    struct Typed {
        Milliseconds delay {};
        int retries = 0;
        Milliseconds deadline {};
        bool operator==(const Typed &) const = default;
    };
    [[nodiscard]] Typed typed() const;

    DurationField *m_delay;
    QSpinBox *m_retries;
    DurationField *m_deadline;
    RetryPolicy m_given;
    Typed m_before;
};

} // namespace haulwatch
