// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSplitter>

#include <map>

class QSettings;

namespace haulwatch {

/// Table and details: one below the other, or side by side where the user wants that and the window is wide enough.
/// Remembers how the room was divided, for each of the two.
class DetailsSplit : public QSplitter {
    Q_OBJECT

public:
    /// A narrower window leaves neither of the two enough room beside the other.
    static constexpr int kSideBySideFrom = 1300;

    DetailsSplit(QWidget *table, QWidget *details, QWidget *parent = nullptr);

    void setSideBySideWhenWide(bool wanted);
    void restore(const QSettings &settings);
    void save(QSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    bool m_isSideBySideWanted = false;
    std::map<Qt::Orientation, QByteArray> m_divisions; ///< as they were last
};

} // namespace haulwatch
