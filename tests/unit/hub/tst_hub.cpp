// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <set>

#include "hub/hub.h"
#include "support/fakeservice.h"
#include "support/jobbuilder.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

constexpr EngineId kSecond {1};
constexpr EngineId kThird {2};

JobId idOf(std::uint64_t number)
{
    return {number, 1};
}

TableUpdate batchOf(std::initializer_list<std::uint64_t> numbers, bool isFirst = true)
{
    TableUpdate batch;
    batch.isFirst = isFirst;
    for (const auto number : numbers)
        batch.added.push_back(JobBuilder(number).build());
    return batch;
}

VerbReport doneFor(std::initializer_list<std::uint64_t> numbers)
{
    VerbReport report;
    for (const auto number : numbers)
        report.done.push_back(idOf(number));
    return report;
}

} // namespace

/// Several engines behind one service: who is asked, what comes back, and what the loss of one means.
class TestHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aJobsRequestGoesToItsEngine();
    void aJobNobodyHasShownIsAskedOfTheHomeEngine();
    void anAdditionGoesToTheEngineNamed();
    void aVerbForJobsOfSeveralEnginesIsOneReport();
    void aListOfAllJobsIsJoinedAndNamesTheEngines();
    void aListWithAJobOfALostEngineIsRefused();
    void answersOfAllEnginesFindTheirRequests();
    void aBatchIsPassedOnWithItsEnginesNumber();
    void aMillionJobsAreEnteredInSlices();
    void theOthersAreHeardWhileOneIsBusy();
    void aLostEngineRefusesAtOnceAndTheOthersLive();
    void whatALostEngineHasNotAnsweredIsRefusedAndNotSentAgain();
    void anEngineThatIsBackForgetsTheJobsItLost();
    void aDetachedEngineLeavesNothingBehind();
    void theEnginesAreToldByNameAndLink();

private:
    [[nodiscard]] std::vector<TableUpdate> batches()
    {
        std::vector<TableUpdate> all;
        do {
            m_isNotified = false;
            if (auto batch = m_hub->takeChanges())
                all.push_back(std::move(*batch));
        } while (m_isNotified);
        return all;
    }
    [[nodiscard]] Result<Answer> answerTo(RequestId id)
    {
        for (Response &response : m_hub->takeResponses()) {
            if (response.id == id)
                return std::move(response.result);
        }
        return refuse(Refusal::Unsupported, "no answer yet");
    }

    std::unique_ptr<Hub> m_hub;
    FakeService *m_home = nullptr;
    FakeService *m_second = nullptr;
    FakeService *m_third = nullptr;
    bool m_isNotified = false;
};

void TestHub::init()
{
    m_hub = std::make_unique<Hub>();
    m_hub->setNotify([this] { m_isNotified = true; });
    const auto attach = [this](EngineId id, const char *name) {
        auto service = std::make_unique<FakeService>();
        FakeService *raw = service.get();
        m_hub->attach(id, name, std::move(service));
        return raw;
    };
    m_home = attach(kHomeEngine, "");
    m_second = attach(kSecond, "nas");
    m_third = attach(kThird, "aria2");
    // Ids of several engines lie between each other.
    m_home->push(batchOf({10, 40}));
    m_second->push(batchOf({20, 50}));
    m_third->push(batchOf({60, 30}));
    QCOMPARE(batches().size(), std::size_t {3});
}

void TestHub::aJobsRequestGoesToItsEngine()
{
    m_hub->post(GetFiles {idOf(30)});
    m_hub->post(GetHistory {idOf(50)});
    m_hub->post(GetFiles {idOf(40)});

    QVERIFY(m_third->requestsOf<GetFiles>().at(0).id == idOf(30));
    QVERIFY(m_second->requestsOf<GetHistory>().at(0).id == idOf(50));
    QVERIFY(m_home->requestsOf<GetFiles>().at(0).id == idOf(40));
    QCOMPARE(m_home->requests.size() + m_second->requests.size() + m_third->requests.size(), std::size_t {3});
}

void TestHub::aJobNobodyHasShownIsAskedOfTheHomeEngine()
{
    const RequestId id = m_hub->post(GetFiles {idOf(99)});
    m_home->answer(1, refuse(Refusal::NoSuchJob));

    QCOMPARE(answerTo(id).error().refusal, Refusal::NoSuchJob);
}

void TestHub::anAdditionGoesToTheEngineNamed()
{
    const RequestId id = m_hub->post(AddJob {{}, kThird});
    m_hub->post(AddJob {});
    m_third->answer(1, Answer(JobBuilder(70).build()));

    QCOMPARE(m_third->requests.size(), std::size_t {1});
    QCOMPARE(m_home->requests.size(), std::size_t {1});
    QCOMPARE(std::get<JobRecord>(answerTo(id).value()).engine, kThird);
}

void TestHub::aVerbForJobsOfSeveralEnginesIsOneReport()
{
    const RequestId id = m_hub->post(ApplyVerb {Verb::Suspend, std::vector {idOf(30), idOf(10), idOf(60), idOf(20)}});

    QCOMPARE(std::get<std::vector<JobId>>(m_third->requestsOf<ApplyVerb>().at(0).jobs),
             (std::vector {idOf(30), idOf(60)}));
    m_third->answer(1, Answer(doneFor({30, 60})));
    m_home->answer(1, Answer(doneFor({10})));
    QVERIFY(m_hub->takeResponses().empty());
    m_second->answer(1, refuse(Refusal::StoreFailed, "full"));

    const auto report = std::get<VerbReport>(answerTo(id).value());
    QCOMPARE(report.done.size(), std::size_t {3});
    QCOMPARE(report.refused.size(), std::size_t {1});
    QVERIFY(report.refused[0].first == idOf(20));
    QCOMPARE(report.refused[0].second.refusal, Refusal::StoreFailed);
}

void TestHub::aListOfAllJobsIsJoinedAndNamesTheEngines()
{
    const RequestId id = m_hub->post(GetJobs {});
    m_home->answer(1, Answer(std::vector {JobBuilder(10).build()}));
    m_second->answer(1, Answer(std::vector {JobBuilder(20).build(), JobBuilder(50).build()}));
    m_third->connected = false;

    const auto records = std::get<std::vector<JobRecord>>(answerTo(id).value());

    QCOMPARE(records.size(), std::size_t {3});
    for (const JobRecord &record : records)
        QCOMPARE(record.engine, record.spec->id == idOf(10) ? kHomeEngine : kSecond);
}

void TestHub::aListWithAJobOfALostEngineIsRefused()
{
    m_third->connected = false;
    const RequestId id = m_hub->post(GetJobs {std::vector {idOf(10), idOf(30)}});
    m_home->answer(1, Answer(std::vector {JobBuilder(10).build()}));

    QCOMPARE(answerTo(id).error().refusal, Refusal::Unavailable);
}

void TestHub::answersOfAllEnginesFindTheirRequests()
{
    // Every engine numbers its requests from 1.
    const RequestId toHome = m_hub->post(GetFiles {idOf(10)});
    const RequestId toSecond = m_hub->post(GetFiles {idOf(20)});
    const RequestId toThird = m_hub->post(GetFiles {idOf(30)});

    m_third->answer(1, refuse(Refusal::NoSuchJob, "third"));
    m_home->answer(1, refuse(Refusal::NoSuchJob, "home"));
    m_second->answer(1, refuse(Refusal::NoSuchJob, "second"));

    std::map<RequestId, std::string> heard;
    for (const Response &response : m_hub->takeResponses())
        heard[response.id] = response.result.error().subject;
    QVERIFY((heard == std::map<RequestId, std::string> {{toHome, "home"}, {toSecond, "second"}, {toThird, "third"}}));
}

void TestHub::aBatchIsPassedOnWithItsEnginesNumber()
{
    TableUpdate batch = batchOf({80}, false);
    batch.changed = {JobBuilder(20).build()};
    const auto spec = batch.added[0].spec;
    m_second->push(std::move(batch));

    const auto all = batches();

    QCOMPARE(all.size(), std::size_t {1});
    QCOMPARE(all[0].engine, kSecond);
    QVERIFY(!all[0].isFirst);
    QCOMPARE(all[0].added.at(0).spec.get(), spec.get());
    QCOMPARE(all[0].added.at(0).engine, kSecond);
    QCOMPARE(all[0].changed.at(0).engine, kSecond);
}

void TestHub::aMillionJobsAreEnteredInSlices()
{
    TableUpdate batch;
    for (std::uint64_t number = 1'000; number < 101'000; ++number)
        batch.added.push_back(JobBuilder(number).build());
    m_second->push(std::move(batch));

    int turns = 0;
    std::optional<TableUpdate> whole;
    for (; !whole && turns < 100; ++turns) {
        m_isNotified = false;
        whole = m_hub->takeChanges();
        QVERIFY(m_isNotified);
    }

    QVERIFY(turns > 1);
    QCOMPARE(whole->added.size(), std::size_t {100'000});
    m_hub->post(GetFiles {idOf(100'999)});
    QCOMPARE(m_second->requests.size(), std::size_t {1});
}

void TestHub::theOthersAreHeardWhileOneIsBusy()
{
    for (int i = 0; i < 3; ++i)
        m_home->push(batchOf({}, false));
    m_second->push(batchOf({}, false));

    std::vector<EngineId> order;
    for (const TableUpdate &batch : batches())
        order.push_back(batch.engine);

    QCOMPARE(order.size(), std::size_t {4});
    QVERIFY(order[0] == kSecond || order[1] == kSecond);
}

void TestHub::aLostEngineRefusesAtOnceAndTheOthersLive()
{
    m_third->connected = false;

    m_isNotified = false;
    const RequestId id = m_hub->post(ApplyVerb {Verb::Resume, std::vector {idOf(30)}});
    QVERIFY(m_isNotified);
    QCOMPARE(answerTo(id).error(), refuse(Refusal::Unavailable, "aria2").value());

    const RequestId both = m_hub->post(ApplyVerb {Verb::Resume, std::vector {idOf(30), idOf(20)}});
    m_second->answer(1, Answer(doneFor({20})));
    const auto report = std::get<VerbReport>(answerTo(both).value());
    QCOMPARE(report.done, std::vector {idOf(20)});
    QVERIFY(report.refused.at(0).first == idOf(30));
    QVERIFY(m_third->requests.empty());
    QVERIFY(m_hub->isConnected());
}

void TestHub::whatALostEngineHasNotAnsweredIsRefusedAndNotSentAgain()
{
    const RequestId id = m_hub->post(ApplyVerb {Verb::Cancel, std::vector {idOf(30)}});
    QVERIFY(m_hub->takeResponses().empty());

    m_third->connected = false;
    QCOMPARE(answerTo(id).error().refusal, Refusal::Unavailable);

    m_third->connected = true;
    m_third->push(batchOf({30, 60}));
    (void)batches();
    QVERIFY(m_hub->takeResponses().empty());
    QCOMPARE(m_third->requests.size(), std::size_t {1});
}

void TestHub::anEngineThatIsBackForgetsTheJobsItLost()
{
    m_third->connected = false;
    (void)m_hub->takeResponses();
    m_third->connected = true;
    m_third->push(batchOf({60, 35}));

    const auto all = batches();

    QCOMPARE(all.size(), std::size_t {1});
    QVERIFY(all[0].isFirst);
    QCOMPARE(all[0].engine, kThird);
    m_hub->post(GetFiles {idOf(35)});
    m_hub->post(GetFiles {idOf(30)});
    QCOMPARE(m_third->requests.size(), std::size_t {1});
    QCOMPARE(m_home->requests.size(), std::size_t {1});
}

void TestHub::aDetachedEngineLeavesNothingBehind()
{
    const RequestId id = m_hub->post(GetFiles {idOf(20)});
    m_hub->detach(kSecond);

    QCOMPARE(answerTo(id).error().refusal, Refusal::Unavailable);
    const auto all = batches();
    QCOMPARE(all.size(), std::size_t {1});
    QVERIFY(all[0].isFirst && all[0].added.empty());
    QCOMPARE(all[0].engine, kSecond);
    QCOMPARE(m_hub->engines().size(), std::size_t {2});
}

void TestHub::theEnginesAreToldByNameAndLink()
{
    m_second->info.version = "1.2";
    m_second->connected = false;
    m_hub->attach(EngineId {3}, "new", std::make_unique<FakeService>());

    const auto engines = m_hub->engines();

    QCOMPARE(engines.size(), std::size_t {4});
    QCOMPARE(engines[1]->name, std::string("nas"));
    QCOMPARE(engines[1]->id, kSecond);
    QCOMPARE(engines[1]->version, std::string("1.2"));
    QCOMPARE(engines[1]->link, EngineInfo::Link::Away);
    QCOMPARE(engines[2]->link, EngineInfo::Link::Connected);
    QCOMPARE(engines[3]->link, EngineInfo::Link::Connecting);
}

QTEST_APPLESS_MAIN(TestHub)
#include "tst_hub.moc"
