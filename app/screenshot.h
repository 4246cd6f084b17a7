// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "job/instant.h"

class QWidget;

namespace haulwatch {

/// Paints a window into a picture some time after it has something to show. GUI thread.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(QWidget &window, QString file, QObject *parent = nullptr);

    void takeAfter(Milliseconds delay);

Q_SIGNALS:
    void taken(bool isWritten);

private:
    void take();

    QWidget &m_window;
    const QString m_file;
};

} // namespace haulwatch
