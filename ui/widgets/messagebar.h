// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractButton;
class QHBoxLayout;
class QLabel;

namespace haulwatch {

/// One line above the table that says something and offers what to do about it. Never takes the focus, never stands in
/// the way.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Notice, Problem };

    explicit MessageBar(Kind kind, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);
    /// Plain text; announced to screen readers.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// A link behind the text, with its key named beside it.
    QAbstractButton *addLink(const QString &text, const QKeySequence &key = {});
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_links;
    QAbstractButton *m_close;
};

} // namespace haulwatch
