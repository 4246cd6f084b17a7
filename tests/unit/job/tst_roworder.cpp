// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

#include "job/naturalorder.h"
#include "job/roworder.h"

using namespace haulwatch;

namespace {

using Index = JobTable::Index;

SortKey byBytes(const JobRecord &job)
{
    return {job.status.bytesTransferred, {}};
}

SortKey byName(const JobRecord &job)
{
    return {0, job.spec->name};
}

JobRecord jobNamed(std::uint64_t number, std::string name)
{
    auto spec = std::make_shared<JobSpec>();
    spec->id = JobId {number, 1};
    spec->name = std::move(name);
    spec->options = std::make_shared<JobOptions>();
    return {std::move(spec), {}, nullptr};
}

JobTable tableOf(std::size_t jobs, std::mt19937_64 &random)
{
    JobTable table;
    for (std::size_t i = 0; i < jobs; ++i) {
        auto record = jobNamed(i + 1, "Part " + std::to_string(random() % 50));
        record.status.bytesTransferred = random() % 20;
        table.add(std::move(record));
    }
    return table;
}

std::vector<Index> allOf(const JobTable &table)
{
    std::vector<Index> jobs;
    for (Index job = 0; job < table.end(); ++job) {
        if (table.contains(job))
            jobs.push_back(job);
    }
    return jobs;
}

std::vector<Index> stablySorted(std::vector<Index> jobs, const JobTable &table, const SortRule &rule)
{
    std::sort(jobs.begin(), jobs.end());
    std::stable_sort(jobs.begin(), jobs.end(), [&](Index a, Index b) {
        const auto keyA = rule.keyOf(table.at(a));
        const auto keyB = rule.keyOf(table.at(b));
        const int order =
            keyA.number != keyB.number ? (keyA.number < keyB.number ? -1 : 1) : compareNaturally(keyA.text, keyB.text);
        return rule.direction() == SortDirection::Ascending ? order < 0 : order > 0;
    });
    return jobs;
}

std::vector<Index> rowsOf(const RowOrder &order)
{
    return {order.rows().begin(), order.rows().end()};
}

bool positionsMatchRows(const RowOrder &order)
{
    for (RowOrder::Row row = 0; row < order.size(); ++row) {
        if (order.rowOf(order.at(row)) != row)
            return false;
    }
    return true;
}

} // namespace

class TestRowOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreOrderedAsPeopleOrderThem();
    void manyNamesAreSortedAsTwoAreCompared();
    void aSnapshotSortsLikeAStableSort();
    void jobsWithEqualKeysStayInOrderOfAgeInBothDirections();
    void changedRowsGoWhereAFullSortWouldPutThem();
    void appendedJobsStayAtTheEndUntilTheyArePlaced();
    void leavingJobsGoToTheEndAndAreDropped();
    void aRandomLifeAlwaysEqualsAFullSort();
    void placeTellsTheFirstRowThatMoved();
};

void TestRowOrder::namesAreOrderedAsPeopleOrderThem()
{
    std::vector<std::string_view> names {"part 10", "Part 9", "part", "part 09", "b", "A", "part 1 b", "part 1", ""};

    std::sort(names.begin(), names.end(), [](auto a, auto b) { return compareNaturally(a, b) < 0; });

    const std::vector<std::string_view> expected {"",         "A",      "b",       "part",   "part 1",
                                                  "part 1 b", "Part 9", "part 09", "part 10"};
    QVERIFY(names == expected);
}

void TestRowOrder::manyNamesAreSortedAsTwoAreCompared()
{
    std::mt19937_64 random(7);
    constexpr std::string_view letters = "aB0019-. z\xC3\xA9";
    for (int round = 0; round < 200; ++round) {
        const std::string prefix(random() % 3, 'x');
        std::vector<std::string> names(200);
        for (std::string &name : names) {
            name.resize(random() % 12);
            std::generate(name.begin(), name.end(), [&] { return letters[random() % letters.size()]; });
            if (random() % 50 == 0)
                name += std::string(300, '7');
            name = prefix + name;
        }
        NaturalSort sort;
        for (std::uint32_t i = 0; i < names.size(); ++i)
            sort.add(names[i], i);

        const auto order = std::move(sort).sorted(round % 2 == 0);

        QCOMPARE(order.size(), names.size());
        for (std::size_t i = 1; i < order.size(); ++i) {
            const int compared = compareNaturally(names[order[i - 1]], names[order[i]]);
            QVERIFY2(compared == 0 ? order[i - 1] < order[i] : (compared < 0) == (round % 2 == 0),
                     names[order[i]].c_str());
        }
    }
}

void TestRowOrder::aSnapshotSortsLikeAStableSort()
{
    std::mt19937_64 random(1);
    const auto table = tableOf(3'000, random);
    for (const auto key : {byBytes, byName}) {
        for (const auto direction : {SortDirection::Ascending, SortDirection::Descending}) {
            const SortRule rule(key, direction);
            SortSnapshot snapshot(rule);
            for (const Index job : allOf(table))
                snapshot.add(job, table.at(job));

            const auto sorted = std::move(snapshot).sorted();

            QVERIFY(sorted == stablySorted(allOf(table), table, rule));
        }
    }
}

void TestRowOrder::jobsWithEqualKeysStayInOrderOfAgeInBothDirections()
{
    JobTable table;
    for (std::uint64_t i = 1; i <= 3; ++i)
        table.add(jobNamed(i, "same"));
    for (const auto direction : {SortDirection::Ascending, SortDirection::Descending}) {
        SortSnapshot snapshot(SortRule(byName, direction));
        for (const Index job : {2U, 0U, 1U})
            snapshot.add(job, table.at(job));

        QVERIFY((std::move(snapshot).sorted() == std::vector<Index> {0, 1, 2}));
    }
}

void TestRowOrder::changedRowsGoWhereAFullSortWouldPutThem()
{
    std::mt19937_64 random(2);
    auto table = tableOf(500, random);
    const SortRule rule(byBytes, SortDirection::Descending);
    RowOrder order;
    order.reset(stablySorted(allOf(table), table, rule));
    std::vector<Index> changed;
    for (Index job = 0; job < table.end(); job += 7) {
        auto status = table.at(job).status;
        status.bytesTransferred = random() % 20;
        table.setStatus(job, status);
        changed.push_back(job);
    }

    order.place(changed, {}, table, rule);

    QVERIFY(rowsOf(order) == stablySorted(allOf(table), table, rule));
    QVERIFY(positionsMatchRows(order));
}

void TestRowOrder::appendedJobsStayAtTheEndUntilTheyArePlaced()
{
    std::mt19937_64 random(3);
    auto table = tableOf(10, random);
    const SortRule rule(byName, SortDirection::Ascending);
    RowOrder order;
    order.reset(stablySorted({0, 1, 2, 3, 4, 5, 6, 7}, table, rule));
    const auto before = rowsOf(order);
    const std::vector<Index> arrived {8, 9};

    order.append(arrived);

    QVERIFY(std::equal(before.begin(), before.end(), order.rows().begin()));
    QCOMPARE(order.rowOf(8), 8U);
    QCOMPARE(order.rowOf(9), 9U);

    order.place(arrived, {}, table, rule);

    QVERIFY(rowsOf(order) == stablySorted(allOf(table), table, rule));
}

void TestRowOrder::leavingJobsGoToTheEndAndAreDropped()
{
    std::mt19937_64 random(4);
    auto table = tableOf(6, random);
    const SortRule rule(byBytes, SortDirection::Ascending);
    RowOrder order;
    order.reset(stablySorted(allOf(table), table, rule));
    const std::vector<Index> leaving {4, 1};
    table.remove(4);

    order.place({}, leaving, table, rule);

    QCOMPARE(order.at(4), 4U);
    QCOMPARE(order.at(5), 1U);

    order.dropTail(2);

    QCOMPARE(order.size(), 4U);
    QVERIFY(!order.contains(1));
    QVERIFY(!order.contains(4));
    QVERIFY(positionsMatchRows(order));
}

void TestRowOrder::aRandomLifeAlwaysEqualsAFullSort()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::mt19937_64 random(seed);
        auto table = tableOf(random() % 60, random);
        const SortRule rule(seed % 2 == 0 ? byBytes : byName,
                            seed % 3 == 0 ? SortDirection::Descending : SortDirection::Ascending);
        RowOrder order;
        order.reset(stablySorted(allOf(table), table, rule));
        for (int step = 0; step < 40; ++step) {
            std::vector<Index> changed;
            std::vector<Index> leaving;
            std::vector<Index> arrived;
            for (const Index job : rowsOf(order)) {
                if (random() % 8 == 0) {
                    table.remove(job);
                    leaving.push_back(job);
                } else if (random() % 3 == 0) {
                    auto status = table.at(job).status;
                    status.bytesTransferred = random() % 20;
                    table.setStatus(job, status);
                    changed.push_back(job);
                }
            }
            for (std::size_t n = random() % 6; n > 0; --n) {
                auto record = jobNamed(1'000 + table.end(), "Part " + std::to_string(random() % 50));
                record.status.bytesTransferred = random() % 20;
                arrived.push_back(*table.add(std::move(record)));
            }

            order.append(arrived);
            changed.insert(changed.end(), arrived.begin(), arrived.end());
            order.place(changed, leaving, table, rule);
            order.dropTail(leaving.size());

            QVERIFY2(rowsOf(order) == stablySorted(allOf(table), table, rule),
                     qPrintable(QStringLiteral("seed %1").arg(seed)));
            QVERIFY2(positionsMatchRows(order), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
}

void TestRowOrder::placeTellsTheFirstRowThatMoved()
{
    JobTable table;
    for (std::uint64_t i = 0; i < 10; ++i) {
        auto record = jobNamed(i + 1, "job");
        record.status.bytesTransferred = i * 10;
        table.add(std::move(record));
    }
    const SortRule rule(byBytes, SortDirection::Ascending);
    RowOrder order;
    order.reset(allOf(table));
    auto status = table.at(8).status;
    status.bytesTransferred = 45;
    table.setStatus(8, status);

    const auto first = order.place(std::vector<Index> {8}, {}, table, rule);

    QCOMPARE(first, 5U);
    QVERIFY((rowsOf(order) == std::vector<Index> {0, 1, 2, 3, 4, 8, 5, 6, 7, 9}));
}

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
