// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addressedit.h"

#include <QMimeData>
#include <QUrl>

namespace haulwatch {

AddressEdit::AddressEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setPlaceholderText(tr("One address per line: type, paste or drop"));
}

void AddressEdit::appendAddresses(const QStringList &addresses)
{
    for (const QString &address : addresses)
        appendPlainText(address);
}

bool AddressEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasText();
}

void AddressEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasUrls()) {
        // insertPlainText keeps no formats; the default would take the text of an HTML page with its markup's line
        // breaks.
        insertPlainText(source->text());
        return;
    }
    QStringList addresses;
    for (const QUrl &url : source->urls())
        addresses += QString::fromUtf8(url.toEncoded());
    const bool beginsLine = textCursor().atBlockStart();
    insertPlainText((beginsLine ? QString() : QStringLiteral("\n")) + addresses.join(u'\n') + u'\n');
}

} // namespace haulwatch
