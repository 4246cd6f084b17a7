// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QStringView>

#include <optional>

#include "job/jobstate.h"

class QApplication;
class QWidget;

/// Colours and the look of every widget. Everything is a function of a palette, so a widget asks with its own and
/// follows a change of theme by itself. GUI thread. Text is never coloured by state: only icons and progress bars are.
///
/// The style sheet knows these properties: QPushButton[primary=true], QFrame[card=true], QLabel[chip=true],
/// QLabel[muted=true], QLabel[heading=true].
namespace haulwatch::theme {

enum class Scheme { System, Light, Dark, HighContrast };

/// "system", "light", "dark", "contrast"; nothing for another word.
[[nodiscard]] std::optional<Scheme> parseScheme(QStringView word);

/// Gives the application style, palette, font and style sheet. May be called again, e.g. when the system's theme
/// changed.
void apply(QApplication &app, Scheme scheme);

/// Gives a button the look of the one that is meant, or takes it away; also when it was painted before.
void setPrimary(QWidget *button, bool primary);

[[nodiscard]] QPalette palette(Scheme scheme); ///< of the system: the light one
[[nodiscard]] bool isDark(const QPalette &palette);

/// Of a state's icon and progress bar; at least 3:1 against table and sidebar (WCAG 1.4.11), 4.5:1 in high
/// contrast.
[[nodiscard]] QColor stateColour(JobState state, const QPalette &palette);
[[nodiscard]] QColor
accent(const QPalette &palette); ///< background of the one primary button, mark of a selected tab, focus ring
[[nodiscard]] QColor onAccent(const QPalette &palette); ///< text on it
[[nodiscard]] QColor border(const QPalette &palette); ///< lines between areas and rows, frames of cards
[[nodiscard]] QColor mutedText(const QPalette &palette); ///< secondary text, 4.5:1 like all text
[[nodiscard]] QColor track(const QPalette &palette); ///< the empty part of a progress bar, chips
[[nodiscard]] QColor hover(const QPalette &palette);
[[nodiscard]] QColor noticeBackground(const QPalette &palette); ///< of a bar about something neutral
[[nodiscard]] QColor problemBackground(const QPalette &palette); ///< of a bar about problems

} // namespace haulwatch::theme
