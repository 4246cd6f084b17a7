// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QImage>
#include <QTabBar>
#include <QTest>

#include <memory>

#include "details/detailspane.h"
#include "details/rategraph.h"
#include "support/answeringservice.h"
#include "widgets/theme.h"
#include "words/format.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

WallTime at(Milliseconds since)
{
    return WallTime {1'700'000'000s} + since;
}

/// Fast, then a failure, then slow.
RateCourse fastThenSlow()
{
    return {at(0s), at(100s), {{at(0s), at(40s), 12'000'000}, {at(60s), at(100s), 3'000'000}}, {at(50s)}};
}

bool isOf(QColor pixel, const QColor &colour)
{
    return pixel.rgb() == colour.rgb();
}

} // namespace

class TestRateGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Scheme::Light); }
    void init();

    void itSaysWhatItShows();
    void withoutAByteThereIsNothingToSee();
    void thePointUnderTheMouseIsTold();
    void failuresAreMarkedBelowTheirTime_data();
    void failuresAreMarkedBelowTheirTime();
    void timeGoesInTheDirectionOfReading();
    void theTimelineShowsTheRateOfTheSelectedJob();

private:
    [[nodiscard]] QImage painted() const { return m_graph->grab().toImage(); }

    std::unique_ptr<RateGraph> m_graph;
};

void TestRateGraph::init()
{
    m_graph = std::make_unique<RateGraph>();
    m_graph->resize(600, m_graph->sizeHint().height());
}

void TestRateGraph::itSaysWhatItShows()
{
    m_graph->show(fastThenSlow());

    QCOMPARE(m_graph->summary(),
             u"Between %1 and %2: highest 12.0 MB/s, 1 failure"_qs.arg(format::clockTime(at(0s)),
                                                                       format::clockTime(at(100s))));
    QCOMPARE(m_graph->accessibleDescription(), m_graph->summary());
    QVERIFY(m_graph->isVisible());
}

void TestRateGraph::withoutAByteThereIsNothingToSee()
{
    RateCourse failures;
    failures.begin = at(0s);
    failures.end = at(9s);
    failures.failures = {at(0s), at(9s)};
    m_graph->show(fastThenSlow());

    m_graph->show(failures);

    QVERIFY(!m_graph->isVisible());
    QVERIFY(m_graph->summary().isEmpty());
}

void TestRateGraph::thePointUnderTheMouseIsTold()
{
    m_graph->show(fastThenSlow());
    const QRect plot = m_graph->plotArea();
    const auto textAt = [&](double share) {
        return m_graph->textAt({plot.left() + static_cast<int>(share * plot.width()), plot.center().y()});
    };

    QVERIFY2(textAt(0.2).endsWith(u": 12.0 MB/s"_qs), qPrintable(textAt(0.2)));
    QVERIFY2(textAt(0.45).endsWith(u": nothing arrived"_qs), qPrintable(textAt(0.45)));
    QVERIFY2(textAt(0.5).endsWith(u": nothing arrived, 1 failure"_qs), qPrintable(textAt(0.5)));
    QVERIFY2(textAt(0.8).endsWith(u": 3.0 MB/s"_qs), qPrintable(textAt(0.8)));
    QVERIFY(m_graph->textAt({plot.left() - 1, plot.center().y()}).isEmpty());
}

void TestRateGraph::failuresAreMarkedBelowTheirTime_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(theme::Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(theme::Scheme::Dark);
    QTest::newRow("high contrast") << static_cast<int>(theme::Scheme::HighContrast);
}

void TestRateGraph::failuresAreMarkedBelowTheirTime()
{
    QFETCH(const int, scheme);
    m_graph->setPalette(theme::palette(static_cast<theme::Scheme>(scheme)));
    m_graph->show(fastThenSlow());

    const QImage image = painted();

    const QRect plot = m_graph->plotArea();
    const QColor problem = theme::stateColour(JobState::Error, m_graph->palette());
    const int y = plot.bottom() + 4;
    const int middle = plot.left() + plot.width() / 2;
    QVERIFY(isOf(image.pixelColor(middle, y), problem));
    QVERIFY(!isOf(image.pixelColor(middle - 20, y), problem));
    QVERIFY(!isOf(image.pixelColor(middle + 20, y), problem));
}

void TestRateGraph::timeGoesInTheDirectionOfReading()
{
    m_graph->setLayoutDirection(Qt::RightToLeft);
    m_graph->show(fastThenSlow());
    const QRect plot = m_graph->plotArea();

    const QImage image = painted();

    QVERIFY(plot.left() < m_graph->width() - plot.right());
    const QColor line = theme::stateColour(JobState::Transferring, m_graph->palette());
    const QColor base = m_graph->palette().color(QPalette::Base);
    QVERIFY(isOf(image.pixelColor(plot.right() - plot.width() / 5, plot.top()), line));
    QVERIFY(isOf(image.pixelColor(plot.left() + plot.width() / 5, plot.top()), base));
    QVERIFY(m_graph->textAt({plot.right() - 5, plot.center().y()}).endsWith(u": 12.0 MB/s"_qs));
}

void TestRateGraph::theTimelineShowsTheRateOfTheSelectedJob()
{
    AnsweringService service;
    JobFeed feed(service);
    DetailsPane pane(feed, {});
    pane.resize(1130, 440);
    pane.show();
    pane.findChild<QTabBar *>()->setCurrentIndex(2);
    SampleJob moved(1, "moved", at(0s));
    moved.file("https://a.example/x", FileState::Transferred, 50'000'000, 50'000'000)
        .record(HistoryEvent::StateChanged, JobState::Transferring, -20s)
        .record(HistoryEvent::FileTransferred, JobState::Transferring, -10s, 0, 50'000'000);
    SampleJob still(2, "still", at(0s));
    still.file("https://a.example/y", FileState::Waiting, 0, 1);
    for (const SampleJob &job : {moved, still})
        service.publish(job, at(0s));
    feed.pump();
    auto *graph = pane.findChild<RateGraph *>();

    pane.setSelection({0});
    QTRY_VERIFY(graph->isVisible());
    QVERIFY2(graph->summary().endsWith(u"highest 5.0 MB/s"_qs), qPrintable(graph->summary()));

    pane.setSelection({1});
    QTRY_VERIFY(!graph->isVisible());
}

QTEST_MAIN(TestRateGraph)
#include "tst_rategraph.moc"
