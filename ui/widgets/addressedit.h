// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace haulwatch {

/// A field for addresses, one a line. Links dropped or pasted from a browser or a file manager become lines of their
/// own; Tab leaves the field.
class AddressEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit AddressEdit(QWidget *parent = nullptr);

    void appendAddresses(const QStringList &addresses);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace haulwatch
