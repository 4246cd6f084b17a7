// SPDX-License-Identifier: GPL-3.0-or-later
// The job table of the window at a million rows, beside a QSortFilterProxyModel over the same data, in one run: prints
// a line of JSON for each measurement. A slice is one turn of the event loop, painting included. Usage: modelbench
// [JOBS [SECONDS]]; 1,000,000 jobs and 10 seconds of changes when not told. Needs no display.
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <malloc.h>
#include <unistd.h>

#include "bench/tablesample.h"
#include "causes/failuretrend.h"
#include "details/filemodel.h"
#include "details/fileprogressdelegate.h"
#include "widgets/listview.h"
#include "widgets/theme.h"
#include "window/filterfield.h"

using namespace haulwatch;
using namespace haulwatch::bench;

namespace {

using Index = JobTable::Index;

constexpr int kRuns = 5;
constexpr double kChangesPerSecond = 100'000;
constexpr double kBatchSeconds = 0.033;
constexpr qint64 kLongestWaitMs = 120'000;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of this thread: what it worked, however busy the machine is beside it.
double cpuMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double residentBytes()
{
    malloc_trim(0);
    std::ifstream statm("/proc/self/statm");
    double all = 0;
    double resident = 0;
    statm >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

using Figures = std::vector<std::pair<std::string, double>>;

void print(const std::string &what, const Figures &values, const Figures &more = {})
{
    std::printf("{\"bench\":\"model\",\"what\":\"%s\"", what.c_str());
    for (const auto &figures : {values, more}) {
        for (const auto &[name, value] : figures)
            std::printf(",\"%s\":%.3f", name.c_str(), value);
    }
    std::printf("}\n");
    std::fflush(stdout);
}

/// What the event loop takes at a time.
class Slices {
public:
    void turn()
    {
        QElapsedTimer timer;
        timer.start();
        const double worked = cpuMilliseconds();
        QCoreApplication::processEvents();
        // A turn without an event is no work.
        if (const double took = milliseconds(timer); took > 0.02) {
            m_wall.push_back(took);
            m_cpu.push_back(cpuMilliseconds() - worked);
        }
    }

    template <typename Done>
    void turnUntil(Done done)
    {
        QElapsedTimer waited;
        waited.start();
        while (!done()) {
            if (waited.hasExpired(kLongestWaitMs))
                qFatal("modelbench: what it waits for does not come");
            turn();
            QThread::usleep(100);
        }
    }

    [[nodiscard]] Figures figures() const
    {
        if (m_wall.empty())
            return {};
        return {{"slices", static_cast<double>(m_wall.size())}, {"median_slice_ms", median(m_wall)},
                {"p99_slice_ms", percentile(m_wall, 0.99)},     {"longest_slice_ms", percentile(m_wall, 1)},
                {"median_slice_cpu_ms", median(m_cpu)},         {"p99_slice_cpu_ms", percentile(m_cpu, 0.99)},
                {"longest_slice_cpu_ms", percentile(m_cpu, 1)}};
    }

private:
    std::vector<double> m_wall;
    std::vector<double> m_cpu;
};

void benchOpening(Window &w, std::size_t jobs)
{
    auto changes = someJobs(jobs);
    const double before = residentBytes();
    w.open();

    Slices slices;
    QElapsedTimer timer;
    timer.start();
    w.service.push(std::move(changes));
    slices.turnUntil([&] { return w.model().rowCount() == static_cast<int>(jobs) && w.isSettled(); });
    QElapsedTimer paint;
    paint.start();
    w.window->repaint();
    const double painted = milliseconds(paint);
    print("open",
          {{"jobs", static_cast<double>(jobs)},
           {"ms", milliseconds(timer)},
           {"repaint_ms", painted},
           {"window_bytes_per_row", (residentBytes() - before) / static_cast<double>(jobs)}},
          slices.figures());
}

double sorted(Window &w, JobColumn column, Qt::SortOrder order, Slices &slices)
{
    QElapsedTimer timer;
    timer.start();
    w.window->table().sortByColumn(static_cast<int>(column), order);
    slices.turnUntil([&] { return w.isSettled(); });
    w.window->table().viewport()->repaint();
    return milliseconds(timer);
}

double filtered(Window &w, const QString &text, Slices &slices)
{
    QElapsedTimer timer;
    timer.start();
    auto *field = w.window->findChild<FilterField *>();
    field->setText(text);
    Q_EMIT field->returnPressed();
    slices.turnUntil([&] { return w.isSettled(); });
    w.window->table().viewport()->repaint();
    return milliseconds(timer);
}

void benchSortAndFilter(Window &w)
{
    Slices slices;
    std::vector<double> number;
    std::vector<double> text;
    std::vector<double> filter;
    std::vector<double> clear;
    for (int run = 0; run < kRuns; ++run) {
        number.push_back(
            sorted(w, JobColumn::Progress, run % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder, slices));
        text.push_back(sorted(w, JobColumn::Name, run % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder, slices));
        filter.push_back(filtered(w, QStringLiteral("name:77%1").arg(run), slices));
        clear.push_back(filtered(w, {}, slices));
    }
    print("sort_filter",
          {{"number_ms", median(number)},
           {"text_ms", median(text)},
           {"filter_ms", median(filter)},
           {"clear_ms", median(clear)}},
          slices.figures());
}

void benchProxy(const JobTable &table)
{
    PlainModel plain(table);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&plain);
    proxy.setFilterKeyColumn(0);
    QTableView view;
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setModel(&proxy);
    view.resize(1100, 600);
    view.show();
    QCoreApplication::processEvents();
    const auto timed = [&](auto action) {
        QElapsedTimer timer;
        timer.start();
        action();
        view.viewport()->repaint();
        return milliseconds(timer);
    };
    std::vector<double> number;
    std::vector<double> text;
    std::vector<double> filter;
    std::vector<double> clear;
    for (int run = 0; run < 3; ++run) {
        number.push_back(timed([&] { proxy.sort(1, run % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder); }));
        text.push_back(timed([&] { proxy.sort(0, run % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder); }));
        filter.push_back(timed([&] { proxy.setFilterFixedString(QStringLiteral("77%1").arg(run)); }));
        clear.push_back(timed([&] { proxy.setFilterFixedString({}); }));
    }
    print("proxy_sort_filter",
          {{"number_ms", median(number)},
           {"text_ms", median(text)},
           {"filter_ms", median(filter)},
           {"clear_ms", median(clear)}});
}

/// Another value in the column the table is sorted by, for as many jobs a second.
void benchChanges(Window &w, double seconds)
{
    std::mt19937_64 random(3);
    sorted(w, JobColumn::Progress, Qt::DescendingOrder, *std::make_unique<Slices>());
    const auto &table = w.feed.table();
    const auto batch = static_cast<std::size_t>(kChangesPerSecond * kBatchSeconds);
    Slices slices;
    QElapsedTimer all;
    all.start();
    double next = 0;
    double changes = 0;
    while (milliseconds(all) < seconds * 1e3) {
        if (milliseconds(all) < next) {
            slices.turn();
            QThread::usleep(200);
            continue;
        }
        next += kBatchSeconds * 1e3;
        const auto jobs = someOf(table, batch, random);
        TableUpdate delta = anotherProgress(table, jobs, random);
        delta.time = w.feed.now();
        changes += static_cast<double>(delta.changed.size());
        w.service.push(std::move(delta));
    }
    const double took = milliseconds(all) / 1e3;
    slices.turnUntil([&] { return w.isSettled(); });
    print("changes", {{"per_second", changes / took}}, slices.figures());
}

void benchSelection(Window &w)
{
    Slices slices;
    QElapsedTimer timer;
    timer.start();
    w.window->table().selectAll();
    slices.turn();
    const double all = milliseconds(timer);
    timer.restart();
    w.window->table().clearSelection();
    slices.turn();
    print("select_all", {{"ms", all}, {"clear_ms", milliseconds(timer)}}, slices.figures());
}

std::shared_ptr<const JobSpec> someFiles(std::size_t count)
{
    auto spec = std::make_shared<JobSpec>();
    spec->id = JobId {1, 1};
    spec->folder = "/data";
    spec->options = std::make_shared<const JobOptions>();
    spec->files.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = "part-" + std::to_string(i) + ".bin";
        spec->files.push_back({"https://host.example.org/data/" + name, name, {}});
    }
    return spec;
}

void benchFailing(FileModel &model, const std::shared_ptr<const JobSpec> &spec, std::vector<FileProgress> files)
{
    std::mt19937_64 random(2);
    QElapsedTimer timer;
    std::vector<double> reorders;
    for (int run = 0; run < kRuns; ++run) {
        files[random() % files.size()].state = FileState::Failed;
        const auto now = std::make_shared<const std::vector<FileProgress>>(files);
        timer.restart();
        model.update(spec, now);
        QCoreApplication::processEvents();
        reorders.push_back(milliseconds(timer));
    }
    print("files_one_fails", {{"median_ms", median(reorders)}, {"longest_ms", percentile(reorders, 1)}});
}

void benchScrolling(QTableView &view)
{
    Slices scrolling;
    QScrollBar &bar = *view.verticalScrollBar();
    for (int step = 0; step < 500; ++step) {
        bar.setValue(static_cast<int>(static_cast<double>(bar.maximum()) * step / 500));
        scrolling.turn();
    }
    print("files_scroll", {}, scrolling.figures());
}

/// One job of very many files, as the Files tab shows it.
void benchFiles(std::size_t count)
{
    const auto spec = someFiles(count);
    std::vector<FileProgress> files(count);
    for (FileProgress &file : files)
        file.total = 1'000'000;
    FileModel model;
    ListView view;
    view.setModel(&model);
    view.setItemDelegateForColumn(FileModel::Progress, new FileProgressDelegate(&view));
    view.resize(1130, 440);
    view.show();
    QElapsedTimer timer;
    timer.start();
    model.update(spec, std::make_shared<const std::vector<FileProgress>>(files));
    QCoreApplication::processEvents();
    const double fill = milliseconds(timer);

    std::mt19937_64 random(1);
    std::vector<double> updates;
    Slices repaints;
    for (int run = 0; run < 200; ++run) {
        for (int i = 0; i < 1'000; ++i) {
            FileProgress &file = files[random() % count];
            file.state = FileState::Active;
            file.transferred = std::min<Bytes>(file.transferred + 10'000, file.total);
        }
        const auto now = std::make_shared<const std::vector<FileProgress>>(files);
        timer.restart();
        model.update(spec, now);
        updates.push_back(milliseconds(timer));
        repaints.turn();
    }
    print("files_update_1000",
          {{"files", static_cast<double>(count)},
           {"fill_ms", fill},
           {"median_ms", median(updates)},
           {"longest_ms", percentile(updates, 1)}},
          repaints.figures());
    benchFailing(model, spec, std::move(files));
    benchScrolling(view);
}

/// When the jobs of each cause failed; every ninth has.
void benchTrends(std::size_t jobs)
{
    std::mt19937_64 random(1);
    JobTable table;
    for (JobRecord &record : someJobs(jobs).added) {
        if (random() % 9 == 0) {
            auto error = std::make_shared<JobError>();
            error->cause = static_cast<Cause>(1 + random() % (kCauseCount - 1));
            error->time = WallTime {std::chrono::seconds {1'700'000'000 + random() % 7'200}};
            record.status.state = JobState::Error;
            record.error = std::move(error);
        }
        table.add(std::move(record));
    }
    std::vector<double> counted;
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        const FailureTrends trends = failureTrends(table);
        counted.push_back(milliseconds(timer));
        if (trends.first == trends.last)
            std::abort(); // nothing was counted
    }
    print("trends", {{"failed", static_cast<double>(table.count(JobState::Error))}, {"median_ms", median(counted)}});
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    theme::apply(app, theme::Scheme::Light);
    const std::size_t jobs = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const double seconds = argc > 2 ? std::strtod(argv[2], nullptr) : 10;

    benchFiles(100'000);
    benchTrends(jobs);
    Window window;
    benchOpening(window, jobs);
    benchSortAndFilter(window);
    benchSelection(window);
    benchChanges(window, seconds);
    benchProxy(window.feed.table());
    return 0;
}
