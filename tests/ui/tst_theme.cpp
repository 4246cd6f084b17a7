// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/icons.h"
#include "widgets/theme.h"

using namespace haulwatch;

Q_DECLARE_METATYPE(theme::Scheme)

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QImage painted(const QIcon &icon, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.paint(&painter, image.rect());
    return image;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textStandsOutFromEveryGround_data();
    void textStandsOutFromEveryGround();
    void iconsOfStatesStandOutFromTheirGround_data();
    void iconsOfStatesStandOutFromTheirGround();
    void theFocusMarkStandsOut();
    void everyStateHasAShapeOfItsOwn();
    void anIconFollowsTheTheme();
    void iconsFillTheirSquareAtEverySize();
    void schemesAreKnownByTheirWords();
};

void TestTheme::textStandsOutFromEveryGround_data()
{
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::addColumn<double>("secondary"); ///< the least contrast of secondary text
    QTest::addColumn<double>("icons");
    QTest::newRow("light") << theme::Scheme::Light << 4.5 << 3.0;
    QTest::newRow("dark") << theme::Scheme::Dark << 4.5 << 3.0;
    QTest::newRow("high contrast") << theme::Scheme::HighContrast << 7.0 << 4.5;
}

void TestTheme::textStandsOutFromEveryGround()
{
    QFETCH(theme::Scheme, scheme);
    QFETCH(double, secondary);
    const auto palette = theme::palette(scheme);
    const auto grounds = {
        palette.color(QPalette::Base),      palette.color(QPalette::Window), palette.color(QPalette::Button),
        palette.color(QPalette::Highlight), theme::track(palette),           theme::noticeBackground(palette),
        theme::problemBackground(palette)};
    for (const auto &ground : grounds) {
        QVERIFY2(contrast(palette.color(QPalette::Text), ground) >= 7.0, qPrintable(ground.name()));
        QVERIFY2(contrast(theme::mutedText(palette), ground) >= secondary, qPrintable(ground.name()));
    }
    for (const auto &ground :
         {palette.color(QPalette::Base), palette.color(QPalette::Window), theme::problemBackground(palette)})
        QVERIFY2(contrast(palette.color(QPalette::Link), ground) >= 4.5, qPrintable(ground.name()));
    QVERIFY(contrast(theme::onAccent(palette), theme::accent(palette)) >= 4.5);
}

void TestTheme::iconsOfStatesStandOutFromTheirGround_data()
{
    textStandsOutFromEveryGround_data();
}

void TestTheme::iconsOfStatesStandOutFromTheirGround()
{
    QFETCH(theme::Scheme, scheme);
    QFETCH(double, icons);
    const auto palette = theme::palette(scheme);
    for (const JobState state : kAllJobStates) {
        for (const auto &ground :
             {palette.color(QPalette::Base), palette.color(QPalette::Window), palette.color(QPalette::Highlight)}) {
            const double ratio = contrast(theme::stateColour(state, palette), ground);
            QVERIFY2(ratio >= icons,
                     qPrintable(QStringLiteral("%1 on %2: %3")
                                    .arg(QLatin1StringView(name(state).data()), ground.name())
                                    .arg(ratio)));
        }
    }
}

void TestTheme::theFocusMarkStandsOut()
{
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark, theme::Scheme::HighContrast}) {
        const auto palette = theme::palette(scheme);
        for (const auto &ground : {palette.color(QPalette::Base), palette.color(QPalette::Highlight)})
            QVERIFY2(contrast(palette.color(QPalette::Link), ground) >= 3.0, qPrintable(ground.name()));
    }
}

void TestTheme::everyStateHasAShapeOfItsOwn()
{
    std::vector<QImage> shapes;
    for (const JobState state : kAllJobStates) {
        // Colour aside: who sees no colours has the shape alone.
        const auto shape = painted(icons::ofState(state), 32).convertToFormat(QImage::Format_Alpha8);
        QVERIFY(std::find(shapes.begin(), shapes.end(), shape) == shapes.end());
        shapes.push_back(shape);
    }
}

void TestTheme::anIconFollowsTheTheme()
{
    const auto icon = icons::of(icons::Shape::Add);
    theme::apply(*qApp, theme::Scheme::Light);
    const auto light = painted(icon, 16);
    QVERIFY(!theme::isDark(QApplication::palette()));

    theme::apply(*qApp, theme::Scheme::Dark);

    QVERIFY(theme::isDark(QApplication::palette()));
    QVERIFY(painted(icon, 16) != light);
    theme::apply(*qApp, theme::Scheme::Light);
    QCOMPARE(painted(icon, 16), light);
}

void TestTheme::iconsFillTheirSquareAtEverySize()
{
    for (int shape = 0; shape <= static_cast<int>(icons::Shape::Undo); ++shape) {
        const auto icon = icons::of(static_cast<icons::Shape>(shape));
        for (const int size : {16, 24, 32, 64}) {
            const auto image = painted(icon, size);
            int inked = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
            }
            QVERIFY2(inked > size * size / 25,
                     qPrintable(QStringLiteral("shape %1 at %2: %3").arg(shape).arg(size).arg(inked)));
        }
        const auto pixmap = icon.pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
}

void TestTheme::schemesAreKnownByTheirWords()
{
    QCOMPARE(theme::parseScheme(u"dark"), theme::Scheme::Dark);
    QCOMPARE(theme::parseScheme(u"light"), theme::Scheme::Light);
    QCOMPARE(theme::parseScheme(u"system"), theme::Scheme::System);
    QCOMPARE(theme::parseScheme(u"contrast"), theme::Scheme::HighContrast);
    QVERIFY(!theme::parseScheme(u"pink"));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
