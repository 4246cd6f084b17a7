// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "service/request.h"

class QLineEdit;
class QPlainTextEdit;

namespace haulwatch {

/// How a job to be added reaches its servers: sign-in, headers, secrets in addresses, proxy and certificates. What is
/// typed goes into a draft and nowhere else.
class ConnectionOptions : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionOptions(QWidget *parent = nullptr);

    /// Fields left empty change nothing.
    void applyTo(JobDraft &draft) const;
    /// Puts the sign-in into the addresses that have none of their own; the engine keeps it apart from there.
    void signIn(JobDraft &draft) const;
    [[nodiscard]] QString problem() const; ///< empty: all may be sent

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPlainTextEdit *m_headers;
    QLineEdit *m_secretParameters;
    QLineEdit *m_proxy;
    QLineEdit *m_caFile;
};

} // namespace haulwatch
