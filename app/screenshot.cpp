// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshot.h"

#include <QImage>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace haulwatch {

Screenshot::Screenshot(QWidget &window, QString file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_file(std::move(file))
{
}

void Screenshot::takeAfter(Milliseconds delay)
{
    QTimer::singleShot(delay, this, &Screenshot::take);
}

void Screenshot::take()
{
    // A picture that cannot be written must not have destroyed the one that was there.
    QSaveFile file(m_file);
    Q_EMIT taken(file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit());
}

} // namespace haulwatch
