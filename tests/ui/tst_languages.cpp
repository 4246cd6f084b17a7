// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <memory>

#include "details/detailspane.h"
#include "dialogs/addjobdialog.h"
#include "jobs/jobtableview.h"
#include "settings/languages.h"
#include "settings/settingsdialog.h"
#include "sidebar/sidebar.h"
#include "support/answeringservice.h"
#include "widgets/bidi.h"
#include "widgets/progressbar.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

const WallTime kNow {std::chrono::seconds {1'700'010'000}};

/// The English sentences that are others in French, from the file of the translator.
QSet<QString> englishOnly()
{
    QFile file(QStringLiteral(HAULWATCH_FRENCH));
    QSet<QString> found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && xml.readElementText(QXmlStreamReader::IncludeChildElements) != source)
            found << source;
    }
    return found;
}

/// Everything of a window that stands there in words.
QStringList wordsOf(const QWidget &window)
{
    QStringList words {window.windowTitle()};
    for (const auto *action : window.findChildren<QAction *>())
        words << action->text() << action->toolTip();
    for (const auto *button : window.findChildren<QAbstractButton *>())
        words << button->text() << button->toolTip() << button->accessibleName();
    for (const auto *label : window.findChildren<QLabel *>())
        words << label->text();
    for (const auto *field : window.findChildren<QLineEdit *>())
        words << field->placeholderText() << field->accessibleName();
    for (const auto *tabs : window.findChildren<QTabBar *>())
        for (int i = 0; i < tabs->count(); ++i)
            words << tabs->tabText(i);
    return words;
}

QImage picture(const QSize &size, const std::function<void(QPainter &)> &paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(QGuiApplication::layoutDirection()); // as a widget does
    paint(painter);
    return image;
}

} // namespace

/// The window in another language, and mirrored.
class TestLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void noWordStaysEnglishInTheFrenchWindow();
    void numbersAreWrittenTheFrenchWay();
    void aLanguageFromRightToLeftMirrorsTheWindow();
    void aBarFillsFromWhereOneBeginsToRead();
    void aNumberWithItsUnitKeepsItsOrderInAMirroredWindow();
    void aControlsTextKeepsItsOrderInAMirroredWindow();

private:
    void openWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestLanguages::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_qs), QSettings::IniFormat);
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
}

void TestLanguages::cleanup()
{
    m_window.reset();
    m_feed.reset();
    qDeleteAll(qApp->findChildren<QTranslator *>());
    QLocale::setDefault(QLocale::c());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestLanguages::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_service->publish(climateJob(kNow), kNow);
    m_feed->pump();
    QTRY_COMPARE(m_window->table().model()->rowCount(), 1);
    m_window->table().selectRow(0);
}

void TestLanguages::noWordStaysEnglishInTheFrenchWindow()
{
    const auto english = englishOnly();
    QVERIFY(english.size() > 1'000);
    languages::install(*qApp, u"fr"_qs, QStringLiteral(HAULWATCH_WORDS));
    openWindow();
    QTRY_VERIFY(wordsOf(*m_window).contains(u"Changer l’adresse…"_qs));
    const AddJobDialog add(*m_feed, m_folder->path(), m_window.get());
    const SettingsDialog settings(*m_settings, {u"fr"_qs}, true);

    for (const QWidget *window : {static_cast<const QWidget *>(m_window.get()), static_cast<const QWidget *>(&add),
                                  static_cast<const QWidget *>(&settings)}) {
        const auto words = wordsOf(*window);
        QVERIFY(words.size() > 20);
        for (const auto &word : words)
            QVERIFY2(!english.contains(word), qPrintable(word));
    }
}

void TestLanguages::numbersAreWrittenTheFrenchWay()
{
    languages::install(*qApp, u"fr"_qs, QStringLiteral(HAULWATCH_WORDS));
    openWindow();

    const auto *model = m_window->table().model();
    QStringList row;
    for (int column = 0; column < model->columnCount(); ++column)
        row << model->index(0, column).data().toString();

    QVERIFY2(row.contains(u"3,4\u00A0Go"_qs), qPrintable(row.join(u'|')));
}

void TestLanguages::aLanguageFromRightToLeftMirrorsTheWindow()
{
    languages::install(*qApp, u"he"_qs, QStringLiteral(HAULWATCH_WORDS));
    openWindow();

    const auto *sidebar = m_window->findChild<Sidebar *>();
    const auto leftOf = [this](const QWidget *widget) { return widget->mapTo(m_window.get(), QPoint()).x(); };
    QVERIFY(leftOf(sidebar) > leftOf(&m_window->table()));
}

void TestLanguages::aBarFillsFromWhereOneBeginsToRead()
{
    const QRect place(0, 0, 100, 20);
    const auto paint = [&place](QPainter &painter) {
        paintProgressBar(painter, place, 0.3, JobState::Error, QGuiApplication::palette());
    };
    const auto fromLeft = picture(place.size(), paint);

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto fromRight = picture(place.size(), paint);

    const auto y = place.center().y() + 1;
    const auto filled = fromLeft.pixel(10, y);
    const auto empty = fromLeft.pixel(89, y);
    QVERIFY(filled != empty);
    QCOMPARE(fromRight.pixel(89, y), filled);
    QCOMPARE(fromRight.pixel(10, y), empty);
}

void TestLanguages::aNumberWithItsUnitKeepsItsOrderInAMirroredWindow()
{
    const QRect place(0, 0, 120, 24);
    const auto paint = [&place](QPainter &painter) {
        bidi::drawLine(painter, place, Qt::AlignCenter, u"13 / 19 GB"_qs);
    };
    const auto usual = picture(place.size(), paint);

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    QCOMPARE(picture(place.size(), paint), usual);
}

void TestLanguages::aControlsTextKeepsItsOrderInAMirroredWindow()
{
    const QRect place(0, 0, 120, 24);
    const bidi::Style style;
    const auto paint = [&](QPainter &painter) {
        style.drawItemText(&painter, place, Qt::AlignCenter, QGuiApplication::palette(), true, u"72 need you"_qs,
                           QPalette::WindowText);
    };
    const auto usual = picture(place.size(), paint);

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    QCOMPARE(picture(place.size(), paint), usual);
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
