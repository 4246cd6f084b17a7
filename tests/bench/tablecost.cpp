// SPDX-License-Identifier: GPL-3.0-or-later
// The hot paths of the job table, each beside what a plain QTableView takes over the same values, as functions by name:
// costs.py runs this under callgrind and compares their instructions, which come out alike on every machine. Needs no
// display.
#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <random>

#include "bench/tablesample.h"
#include "widgets/theme.h"
#include "window/filterfield.h"

using namespace haulwatch;
using namespace haulwatch::bench;

namespace {

constexpr std::size_t kJobs = 50'000;
constexpr std::size_t kBatch = 3'300; // of 100,000 changes a second, every 33 ms
constexpr int kBatches = 5;

void settle(const Window &window)
{
    do
        QCoreApplication::processEvents();
    while (!window.isSettled());
}

/// The same values in a view as Qt has it.
struct Plain {
    PlainModel model;
    QSortFilterProxyModel filtered;
    QTableView view;

    explicit Plain(const JobTable &table)
        : model(table)
    {
        view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view.setSelectionBehavior(QTableView::SelectRows);
        view.resize(1360, 860);
        view.setModel(&model);
        view.show();
        QCoreApplication::processEvents();
    }
};

} // namespace

// What callgrind counts, by name, so none may be inlined; see costs.py for the pairs.
extern "C" {

[[gnu::noipa]] void changes_ours(Window &window)
{
    std::mt19937_64 random(3);
    for (int batch = 0; batch < kBatches; ++batch) {
        const JobTable &table = window.feed.table();
        auto update = anotherProgress(table, someOf(table, kBatch, random), random);
        update.time = window.feed.now();
        window.service.push(std::move(update));
        settle(window);
    }
}

[[gnu::noipa]] void changes_plain(Plain &plain, const JobTable &table)
{
    std::mt19937_64 random(3);
    for (int batch = 0; batch < kBatches; ++batch) {
        plain.model.setBytes(someOf(table, kBatch, random), random() % 1'000'000);
        QCoreApplication::processEvents();
    }
}

[[gnu::noipa]] void select_ours(Window &window)
{
    window.window->table().selectAll();
    settle(window);
    window.window->table().clearSelection();
    settle(window);
}

[[gnu::noipa]] void select_plain(Plain &plain)
{
    plain.view.selectAll();
    QCoreApplication::processEvents();
    plain.view.clearSelection();
    QCoreApplication::processEvents();
}

[[gnu::noipa]] void filter_ours(Window &window)
{
    auto *field = window.window->findChild<FilterField *>();
    field->setText(QStringLiteral("name:771"));
    Q_EMIT field->returnPressed();
    settle(window);
}

[[gnu::noipa]] void filter_plain(Plain &plain)
{
    plain.filtered.setFilterFixedString(QStringLiteral("771"));
    QCoreApplication::processEvents();
}

[[gnu::noipa]] void sort_ours(Window &window)
{
    window.window->table().sortByColumn(static_cast<int>(JobColumn::Progress), Qt::DescendingOrder);
    settle(window);
}

[[gnu::noipa]] void sort_plain(Plain &plain)
{
    plain.filtered.sort(1, Qt::DescendingOrder);
    QCoreApplication::processEvents();
}
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    theme::apply(app, theme::Scheme::Light);
    Window window;
    window.open();
    window.service.push(someJobs(kJobs));
    while (window.model().rowCount() < static_cast<int>(kJobs))
        settle(window);

    Plain plain(window.feed.table());
    changes_plain(plain, window.feed.table());
    select_plain(plain);
    plain.filtered.setSourceModel(&plain.model);
    plain.filtered.setFilterKeyColumn(0);
    plain.view.setModel(&plain.filtered);
    QCoreApplication::processEvents();
    sort_plain(plain);
    filter_plain(plain);
    plain.view.hide();

    sort_ours(window);
    changes_ours(window);
    select_ours(window);
    filter_ours(window);
    return 0;
}
