// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <functional>
#include <memory>

#include "details/detailspane.h"
#include "dialogs/addjobdialog.h"
#include "jobs/jobtableview.h"
#include "problems/remedycard.h"
#include "sidebar/sidebar.h"
#include "support/answeringservice.h"
#include "window/mainwindow.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

const WallTime kNow {std::chrono::seconds {1'700'010'000}};

QString nameOf(QWidget *widget)
{
    const auto *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// Those that the keyboard reaches but a screen reader could not name.
QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (auto *widget : window.findChildren<QWidget *>()) {
        // A spin box has a field inside that speaks for it.
        const bool isInner = qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 && !isInner && nameOf(widget).isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return found;
}

} // namespace

/// The window as a screen reader meets it.
class TestAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whateverTheKeyboardReachesHasAName();
    void aRowIsReadAsOneSentence();
    void aRemedySaysWhatItDoesToTheData();
    void nothingThatIsReadHasMarkup();
    void aViewSaysHowManyJobsItShows();
    void theFieldsOfTheAddDialogHaveNames();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccess::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_qs), QSettings::IniFormat);
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_window = std::make_unique<MainWindow>(*m_feed, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_service->publish(climateJob(kNow), kNow);
    m_feed->pump();
    QTRY_COMPARE(m_window->table().model()->rowCount(), 1);
    m_window->table().selectRow(0);
    const auto isOffered = [this] {
        const auto cards = m_window->findChildren<RemedyCard *>();
        return std::any_of(cards.begin(), cards.end(), [](const RemedyCard *card) { return card->isVisible(); });
    };
    QTRY_VERIFY(isOffered());
}

void TestAccess::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
}

void TestAccess::whateverTheKeyboardReachesHasAName()
{
    auto *tabs = m_window->findChild<DetailsPane *>()->findChild<QTabBar *>();

    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        const auto missing = nameless(*m_window);
        QVERIFY2(missing.isEmpty(), qPrintable(tabs->tabText(tab) + u": " + missing.join(u", ")));
    }
}

void TestAccess::aRowIsReadAsOneSentence()
{
    auto *table = QAccessible::queryAccessibleInterface(&m_window->table());
    QVERIFY(table && table->tableInterface());

    const auto *cell = table->tableInterface()->cellAt(0, static_cast<int>(JobColumn::State));

    QVERIFY(cell);
    const auto sentence = cell->text(QAccessible::Name);
    const JobRecord &job = m_feed->table().at(0);
    for (const auto &part : {QString::fromStdString(job.spec->name), u"Failed"_qs, u"File not found"_qs, u"files"_qs,
                             u"will not retry by itself"_qs})
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestAccess::aRemedySaysWhatItDoesToTheData()
{
    int shown = 0;
    for (const auto *card : m_window->findChildren<RemedyCard *>()) {
        if (!card->isVisible())
            continue;
        ++shown;
        const auto *button = QAccessible::queryAccessibleInterface(card->button());
        QVERIFY(button);
        QVERIFY2(button->text(QAccessible::Description).size() > 10, qPrintable(button->text(QAccessible::Name)));
    }
    QVERIFY(shown >= 3);
}

void TestAccess::nothingThatIsReadHasMarkup()
{
    QStringList read;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *one) {
        if (!one)
            return;
        read << one->text(QAccessible::Name) << one->text(QAccessible::Description);
        for (int i = 0; i < one->childCount(); ++i)
            walk(one->child(i));
    };

    walk(QAccessible::queryAccessibleInterface(m_window.get()));

    QVERIFY(read.size() > 200);
    QVERIFY(!read.filter(u"Ctrl+R"_qs).isEmpty());
    for (const QString &text : read)
        QVERIFY2(!Qt::mightBeRichText(text), qPrintable(text));
}

void TestAccess::aViewSaysHowManyJobsItShows()
{
    auto *list = QAccessible::queryAccessibleInterface(&m_window->sidebar());
    QVERIFY(list);
    const auto names = [list] {
        QStringList found;
        for (int i = 0; i < list->childCount(); ++i)
            found << list->child(i)->text(QAccessible::Name);
        return found;
    };

    QTRY_VERIFY2(names().contains(u"Failed, 1"_qs), qPrintable(names().join(u" | ")));
}

void TestAccess::theFieldsOfTheAddDialogHaveNames()
{
    m_window->addDownloads(u"https://example.org/a.iso"_qs);
    auto *dialog = m_window->findChild<AddJobDialog *>();
    QTRY_VERIFY(dialog->isVisible());

    const auto missing = nameless(*dialog);

    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", ")));
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
