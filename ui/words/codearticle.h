// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "job/joberror.h"

namespace haulwatch {

/// What is known of a code, without a network: for the problem pane and `haulwatch explain`. Plain text.
struct CodeArticle {
    QString code; ///< "0x80190194"
    QString name; ///< "BG_E_HTTP_ERROR_404"; empty: the code has none
    QString native; ///< "HTTP 404 Not Found"; empty: the code comes from no other layer
    QString title; ///< "File not found on the server"
    QString meaning; ///< one or two sentences: what it says and what usually is behind it
    QString engine; ///< whether the job is tried again by itself
    QString context; ///< where it happens
    QString remedy; ///< what to do; empty: nothing
    QString source; ///< the public texts this rests on
};

/// Of the error's code and native code; its file, host and time play no part.
[[nodiscard]] CodeArticle articleOn(const JobError &error);

/// The article as lines for a terminal.
[[nodiscard]] QStringList plainText(const CodeArticle &article);

} // namespace haulwatch
