// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

namespace haulwatch {

/// Shows a sentence over as many lines as it needs; breaks even a word without spaces (a path, a digest), so no text
/// from outside can widen the window. Selectable by mouse and keyboard where asked for. The text is plain unless the
/// setter says Html.
class WrappedLabel : public QLabel {
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    void setPlain(const QString &text);
    void setHtml(const QString &html);
    void makeSelectable();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();
};

/// One line that is cut in the middle when it is too long: of an address, host and file name stay. The whole is in the
/// tooltip.
class ElidedLabel : public QFrame {
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/// Plain text for setToolTip(): never taken for markup, and wrapped when long.
[[nodiscard]] QString asToolTip(const QString &plain);

/// The font of small print beside text in `font`.
[[nodiscard]] QFont smaller(QFont font);

/// Gives the label the look of secondary text.
template <typename Label>
Label *muted(Label *label)
{
    label->setProperty("muted", true);
    return label;
}

} // namespace haulwatch
