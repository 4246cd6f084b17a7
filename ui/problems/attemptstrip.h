// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "job/history.h"

namespace haulwatch {

/// The failed attempts of a job in a line: a numbered mark for each, a circle when it was final, a diamond when the
/// engine went on by itself. What does not fit is left out in the middle: the first and the last attempts matter most.
/// Left and Right walk along it once it has the focus.
class AttemptStrip : public QWidget {
    Q_OBJECT

public:
    explicit AttemptStrip(QWidget *parent = nullptr);

    void setAttempts(std::vector<HistoryEntry> attempts);
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Mark {
        std::size_t attempt;
        QRect rect;
    };
    [[nodiscard]] QString labelOf(std::size_t attempt) const;
    [[nodiscard]] int widthOf(std::size_t attempt) const;
    [[nodiscard]] std::vector<Mark> marks() const;
    [[nodiscard]] std::optional<std::size_t> attemptAt(QPoint position) const;
    void setCurrent(std::optional<std::size_t> attempt);
    void paintMark(QPainter &painter, const Mark &mark) const;

    std::vector<HistoryEntry> m_attempts;
    std::optional<std::size_t> m_current;
};

/// One attempt in full: "2 of 3 · 14:00:20 · 404 on file 3".
[[nodiscard]] QString attemptText(const std::vector<HistoryEntry> &attempts, std::size_t attempt, const JobSpec &spec);

} // namespace haulwatch
