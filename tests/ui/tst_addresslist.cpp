// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "dialogs/jobplan.h"
#include "dialogs/namecollision.h"

using namespace haulwatch;

/// What a person types, pastes or loads, and the jobs it becomes.
class TestAddressList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListTakesOneAddressALine();
    void aLineOfSeveralAddressesIsTakenApart();
    void theFirstBadLineIsNamed();
    void aRepeatedAddressCountsOnce();
    void anAddressThatIsToHaveAnotherNameIsNotRepeated();
    void indentedOptionsBelongToTheAddressAbove();
    void anIndentedAddressIsAnAddress();
    void optionsOfARefusedAddressAreNobodyElses();
    void aChecksumThatIsNoneIsRefusedWithItsLine();
    void commentsAreSkipped();
    void addressesWithoutOptionsOfTheirOwnShareAJob();
    void aFolderOfItsOwnMakesAJobOfItsOwn();
    void aNameIsForAnOnlyJob();
    void equalNamesInTwoFoldersDoNotCollide();

private:
    [[nodiscard]] static JobDraft common(const std::string &folder = "/data");
};

JobDraft TestAddressList::common(const std::string &folder)
{
    JobDraft draft;
    draft.folder = folder;
    draft.name = "all of it";
    return draft;
}

void TestAddressList::aListTakesOneAddressALine()
{
    const AddressList list = readAddressList(u"  https://a.example/1 \n\n\thttp://a.example/2\r\n"_qs);

    QCOMPARE(list.addresses(), (std::vector<std::string> {"https://a.example/1", "http://a.example/2"}));
    QVERIFY(!list.firstRefused);
}

void TestAddressList::aLineOfSeveralAddressesIsTakenApart()
{
    const AddressList list = readAddressList(u"https://a.example/1 https://a.example/2"_qs);

    QCOMPARE(list.entries.size(), std::size_t(2));
}

void TestAddressList::theFirstBadLineIsNamed()
{
    const AddressList list = readAddressList(u"https://a.example/1\ngopher://a.example/2\nftpx://a.example/3"_qs);

    QVERIFY(list.firstRefused);
    QCOMPARE(list.firstRefused->line, std::size_t(2));
    QCOMPARE(list.firstRefused->why.refusal, Refusal::UnknownScheme);
    QCOMPARE(list.entries.size(), std::size_t(1));
}

void TestAddressList::aRepeatedAddressCountsOnce()
{
    const AddressList list = readAddressList(u"https://a.example/1\nHTTPS://a.example/1\nhttps://a.example/1#part"_qs);

    QCOMPARE(list.entries.size(), std::size_t(1));
    QCOMPARE(list.repeated, std::size_t(2));
}

void TestAddressList::anAddressThatIsToHaveAnotherNameIsNotRepeated()
{
    const AddressList list = readAddressList(u"https://a.example/1\nhttps://a.example/1\n  out=copy"_qs);

    QCOMPARE(list.entries.size(), std::size_t(2));
    QCOMPARE(list.repeated, std::size_t(0));
}

void TestAddressList::indentedOptionsBelongToTheAddressAbove()
{
    const AddressList list = readAddressList(
        u"https://a.example/1\n  dir=/d/e f\n\tout = x=y\n header=Referer: https://b.example/\nhttps://a.example/2"_qs);

    QCOMPARE(list.entries.size(), std::size_t(2));
    QCOMPARE(list.entries[0].given.folder, std::string("/d/e f"));
    QCOMPARE(list.entries[0].given.output, std::string("x=y"));
    QCOMPARE(list.entries[0].given.headers, std::vector<std::string> {"Referer: https://b.example/"});
    QVERIFY(list.hasOwnHeaders());
    QCOMPARE(list.entries[1].given.output, std::string());
    QCOMPARE(list.entries[1].text, u"https://a.example/2"_qs);
}

void TestAddressList::anIndentedAddressIsAnAddress()
{
    const AddressList list = readAddressList(u"https://a.example/1\n  https://a.example/2?a=b"_qs);

    QCOMPARE(list.addresses(), (std::vector<std::string> {"https://a.example/1", "https://a.example/2?a=b"}));
}

void TestAddressList::optionsOfARefusedAddressAreNobodyElses()
{
    const AddressList list = readAddressList(u"https://a.example/1\ngopher://a.example/2\n  out=two"_qs);

    QCOMPARE(list.firstRefused->line, std::size_t(2));
    QCOMPARE(list.entries[0].given.output, std::string());
}

void TestAddressList::aChecksumThatIsNoneIsRefusedWithItsLine()
{
    const AddressList list = readAddressList(u"https://a.example/1\n  checksum=md5=00"_qs);

    QVERIFY(list.firstRefused);
    QCOMPARE(list.firstRefused->line, std::size_t(2));
    QCOMPARE(list.firstRefused->why.refusal, Refusal::BadChecksum);
}

void TestAddressList::commentsAreSkipped()
{
    const AddressList list = readAddressList(u"# images\nhttps://a.example/1\n  # out=no\n"_qs);

    QVERIFY(!list.firstRefused);
    QCOMPARE(list.entries.size(), std::size_t(1));
    QCOMPARE(list.entries[0].given.output, std::string());
}

void TestAddressList::addressesWithoutOptionsOfTheirOwnShareAJob()
{
    const AddressList list =
        readAddressList(u"https://a.example/1\n out=one\nhttps://a.example/2\n header=A: b\nhttps://a.example/3"_qs);

    const auto jobs = planJobs(list, common(), false);

    QCOMPARE(jobs.size(), std::size_t(2));
    QCOMPARE(jobs[0].entries, (std::vector<std::size_t> {0, 2}));
    QCOMPARE(jobs[0].draft.files[0].name, std::string("one"));
    QCOMPARE(jobs[1].draft.options.headers, std::vector<std::string> {"A: b"});
    QVERIFY(jobs[0].draft.options.headers.empty());
    QCOMPARE(planJobs(list, common(), true).size(), std::size_t(3));
}

void TestAddressList::aFolderOfItsOwnMakesAJobOfItsOwn()
{
    const AddressList list = readAddressList(u"https://a.example/1\n dir=in\nhttps://a.example/2\n dir=/else"_qs);

    const auto jobs = planJobs(list, common(), false);

    QCOMPARE(jobs.size(), std::size_t(2));
    QCOMPARE(jobs[0].draft.folder, std::string("/data/in"));
    QCOMPARE(jobs[1].draft.folder, std::string("/else"));
}

void TestAddressList::aNameIsForAnOnlyJob()
{
    const AddressList list = readAddressList(u"https://a.example/1\nhttps://a.example/2"_qs);

    QCOMPARE(planJobs(list, common(), false)[0].draft.name, std::string("all of it"));
    QCOMPARE(planJobs(list, common(), true)[0].draft.name, std::string());
}

void TestAddressList::equalNamesInTwoFoldersDoNotCollide()
{
    const AddressList apart = readAddressList(u"https://a.example/1\nhttps://b.example/1\n dir=in"_qs);
    const AddressList together = readAddressList(u"https://a.example/1\nhttps://b.example/2\n out=1"_qs);

    QVERIFY(!nameCollision(planJobs(apart, common("/nowhere/at/all"), false)));
    const auto taken = nameCollision(planJobs(together, common("/nowhere/at/all"), false));
    QVERIFY(taken && taken->name == "1" && !taken->isOnDisk);
}

QTEST_APPLESS_MAIN(TestAddressList)
#include "tst_addresslist.moc"
