// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace haulwatch {

/// One stop of a tour.
struct TourStep {
    QString title;
    QString text;
    QWidget *target = nullptr; ///< gets a frame; must outlive the tour
    std::function<void()> enter; ///< brings the window into the state that the text tells of
};

/// A card that leads through a window step by step while the window stays usable; beside what it tells of, never on top
/// of it as long as there is room. Escape and "Skip" end it. Deletes itself.
class GuidedTour : public QFrame {
    Q_OBJECT

public:
    /// `steps` must not be empty.
    GuidedTour(std::vector<TourStep> steps, QWidget *window);
    ~GuidedTour() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(std::size_t step);
    void place();

    std::vector<TourStep> m_steps;
    std::size_t m_step = 0;
    QWidget *m_frame; ///< around the target
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_count;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace haulwatch
