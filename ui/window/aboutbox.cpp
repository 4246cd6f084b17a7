// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace haulwatch {
namespace {

class AboutBox {
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};

} // namespace

void showAbout(QWidget *window)
{
    QMessageBox::about(
        window, AboutBox::tr("About Haulwatch"),
        AboutBox::tr("<h3>Haulwatch %1</h3><p>Watches background transfers, and shows the way out of every error.</p>"
                     "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

} // namespace haulwatch
