// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace haulwatch {

/// Takes out of text what must not leave this computer, and counts it. The results are plain text (format::plain).
class Redaction {
public:
    explicit Redaction(QString home);

    /// Any text, addresses within it included.
    [[nodiscard]] QString text(std::string_view utf8);
    /// "Name: value"; the value stays only for headers that never carry a key.
    [[nodiscard]] QString header(std::string_view line);

    /// What was taken out, one entry a kind: "2 query values".
    [[nodiscard]] QStringList summary() const;

private:
    [[nodiscard]] QString withoutHome(QString text);

    QString m_home;
    int m_userInfos = 0;
    int m_queryValues = 0;
    int m_headers = 0;
    int m_homes = 0;
};

} // namespace haulwatch
