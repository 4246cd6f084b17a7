// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QTimer>
#include <QWidget>

#include <array>
#include <utility>

#include "widgets/bidi.h"

// Outside of every namespace, as Q_INIT_RESOURCE demands; a static library's resources don't register themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(haulwatch);
}

namespace haulwatch::theme {
namespace {

struct Colours {
    QRgb window, base, text, muted, disabled, border, button, track, hover, selection, accent, onAccent, link, notice,
        problem;
    std::array<QRgb, kJobStateCount> states;
};

// The states' six hues were chosen by distance under normal, deutan, protan and tritan vision (CIELAB, Machado's
// matrices): at least 18 on white, 26 on the dark base. Order of JobState.
constexpr Colours kLight {
    .window = 0xfff3f4f6,
    .base = 0xffffffff,
    .text = 0xff1f2328,
    .muted = 0xff5c6572,
    .disabled = 0xffa3a9b1,
    .border = 0xffdfe3e8,
    .button = 0xffffffff,
    .track = 0xffeceff3,
    .hover = 0xfff4f7fb,
    .selection = 0xffdbe8fd,
    .accent = 0xff1f6feb,
    .onAccent = 0xffffffff,
    .link = 0xff1a5fd0,
    .notice = 0xffeef4ff,
    .problem = 0xfffdf0ee,
    .states = {0xff768596, 0xff185d95, 0xff185d95, 0xff7f41cd, 0xffb61b13, 0xffa5760c, 0xff089469, 0xff57606a,
               0xff79828c},
};

constexpr Colours kDark {
    .window = 0xff1d2025,
    .base = 0xff16181c,
    .text = 0xffe6e8eb,
    .muted = 0xff9aa3af,
    .disabled = 0xff5d646e,
    .border = 0xff31363f,
    .button = 0xff272b32,
    .track = 0xff2a2f37,
    .hover = 0xff1f2329,
    .selection = 0xff20365a,
    .accent = 0xff2d6cdc,
    .onAccent = 0xffffffff,
    .link = 0xff6ea8ff,
    .notice = 0xff1b2638,
    .problem = 0xff34201d,
    .states = {0xffcddff5, 0xff5b93f0, 0xff5b93f0, 0xffb082c8, 0xffe94d5c, 0xfff8cc70, 0xff40bf95, 0xffaab2bd,
               0xff7f8793},
};

// White on black, lines as strong as the text, every fill dark: all text has 7:1 and every icon 4.5:1.
constexpr Colours kHighContrast {
    .window = 0xff000000,
    .base = 0xff000000,
    .text = 0xffffffff,
    .muted = 0xffe4e4e4,
    .disabled = 0xffa8a8a8,
    .border = 0xffffffff,
    .button = 0xff000000,
    .track = 0xff303030,
    .hover = 0xff202020,
    .selection = 0xff003a8c,
    .accent = 0xffffff00,
    .onAccent = 0xff000000,
    .link = 0xffffff00,
    .notice = 0xff001a40,
    .problem = 0xff400008,
    .states = {0xffcddff5, 0xff8ab8ff, 0xff8ab8ff, 0xffd9a6ff, 0xffff8f8f, 0xffffd24d, 0xff66e0b3, 0xffffffff,
               0xffd0d0d0},
};

const Colours &coloursOf(const QPalette &palette)
{
    if (palette.color(QPalette::Base).rgb() == kHighContrast.base)
        return kHighContrast;
    return isDark(palette) ? kDark : kLight;
}

const Colours &coloursOf(Scheme scheme)
{
    if (scheme == Scheme::HighContrast)
        return kHighContrast;
    return scheme == Scheme::Dark ? kDark : kLight;
}

QString styleSheet(const Colours &c)
{
    QFile file(QStringLiteral(":/haulwatch.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<QLatin1StringView, QRgb>, 13> tokens {{
        {QLatin1StringView("@window"), c.window},
        {QLatin1StringView("@base"), c.base},
        {QLatin1StringView("@text"), c.text},
        {QLatin1StringView("@muted"), c.muted},
        {QLatin1StringView("@disabled"), c.disabled},
        {QLatin1StringView("@border"), c.border},
        {QLatin1StringView("@button"), c.button},
        {QLatin1StringView("@track"), c.track},
        {QLatin1StringView("@hover"), c.hover},
        {QLatin1StringView("@selection"), c.selection},
        {QLatin1StringView("@accent"), c.accent},
        {QLatin1StringView("@onaccent"), c.onAccent},
        {QLatin1StringView("@link"), c.link},
    }};
    for (const auto &[token, colour] : tokens)
        sheet.replace(token, QColor::fromRgb(colour).name());
    return sheet;
}

/// The desktop's font. Where no desktop chose one (offscreen, a bare X server), the one the window was designed with.
QFont uiFont(const QFont &system)
{
    const bool chosenByDesktop =
        !QGuiApplication::desktopSettingsAware() || qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP");
    if (chosenByDesktop || !QFontDatabase::hasFamily(QStringLiteral("Inter")))
        return system;
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    return font;
}

/// Applies the theme anew when the desktop's changes.
class SystemFollower : public QObject {
public:
    explicit SystemFollower(QApplication &app)
        : QObject(&app)
        , m_app(app)
    {
        setObjectName(QStringLiteral("SystemFollower"));
        app.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Each window is told; once is enough, and not in the midst of telling them.
        if (event->type() == QEvent::ThemeChange && !m_scheduled) {
            m_scheduled = true;
            QTimer::singleShot(0, this, [this] {
                m_scheduled = false;
                apply(m_app, Scheme::System);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QApplication &m_app;
    bool m_scheduled = false;
};

void follow(QApplication &app, bool system)
{
    auto *const follower = app.findChild<QObject *>(QStringLiteral("SystemFollower"));
    if (system && !follower)
        new SystemFollower(app);
    else if (!system)
        delete follower;
}

} // namespace

std::optional<Scheme> parseScheme(QStringView word)
{
    if (word == u"system")
        return Scheme::System;
    if (word == u"light")
        return Scheme::Light;
    if (word == u"dark")
        return Scheme::Dark;
    if (word == u"contrast")
        return Scheme::HighContrast;
    return std::nullopt;
}

void apply(QApplication &app, Scheme scheme)
{
    registerResources();
    app.setStyle(new bidi::Style);
    // An empty palette uncovers the system's, which tells light from dark where Qt has no colour scheme to ask
    // (before 6.5).
    QApplication::setPalette(QPalette());
    Scheme shown = scheme;
    if (scheme == Scheme::System)
        shown = isDark(QApplication::palette()) ? Scheme::Dark : Scheme::Light;
    QApplication::setPalette(palette(shown));
    QApplication::setFont(uiFont(QApplication::font()));
    app.setStyleSheet(styleSheet(coloursOf(shown)));
    follow(app, scheme == Scheme::System);
}

void setPrimary(QWidget *button, bool primary)
{
    if (button->property("primary").toBool() == primary)
        return;
    button->setProperty("primary", primary);
    // A style sheet reads properties only when it meets the widget.
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QPalette palette(Scheme scheme)
{
    const Colours &c = coloursOf(scheme);
    QPalette p(QColor::fromRgb(c.button), QColor::fromRgb(c.window));
    const auto set = [&p](QPalette::ColorRole role, QRgb colour) { p.setColor(role, QColor::fromRgb(colour)); };
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.track);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::ToolTipText})
        set(role, c.text);
    set(QPalette::BrightText, c.onAccent);
    set(QPalette::PlaceholderText, c.muted);
    set(QPalette::ToolTipBase, c.button);
    set(QPalette::Highlight, c.selection);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    set(QPalette::Mid, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabled));
    return p;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor stateColour(JobState state, const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).states[static_cast<std::size_t>(state)]);
}

QColor accent(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).accent);
}

QColor onAccent(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).onAccent);
}

QColor border(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).border);
}

QColor mutedText(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).muted);
}

QColor track(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).track);
}

QColor hover(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).hover);
}

QColor noticeBackground(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).notice);
}

QColor problemBackground(const QPalette &palette)
{
    return QColor::fromRgb(coloursOf(palette).problem);
}

} // namespace haulwatch::theme
