// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>

#include "words/remedies.h"

class QPushButton;

namespace haulwatch {

class ElidedLabel;
class WrappedLabel;

/// One remedy on show: its button, and beside it what the button will do.
class RemedyCard : public QFrame {
    Q_OBJECT

public:
    explicit RemedyCard(QWidget *parent = nullptr);

    void setRemedy(const Remedy &remedy);
    [[nodiscard]] Fix fix() const { return m_fix; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

    /// The job moved on by itself and this card now offers something else: a click aimed at what stood here before is
    /// ignored.
    void distrustClicksForAMoment();
    [[nodiscard]] bool trustsClicks() const;

Q_SIGNALS:
    void triggered(haulwatch::Fix fix);

private:
    void onClicked();

    QPushButton *m_button;
    WrappedLabel *m_consequence;
    WrappedLabel *m_note;
    ElidedLabel *m_address;
    Fix m_fix = Fix::Resume;
    QElapsedTimer m_sinceMove; ///< invalid: nothing moved
};

} // namespace haulwatch
