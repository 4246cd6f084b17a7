// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <functional>

#include "address/secretquery.h"
#include "service/jobedit.h"
#include "support/handturnedmanager.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

class TestJobEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPrefixIsReplacedWhereverAnAddressBeginsSo();
    void aPrefixNoAddressHasAnswersFalseAndChangesNothing();
    void aPrefixIsReplacedInManyJobsAtOnce();
    void aFileInFlightGoesOnAtItsNewAddress();

    void credentialsAreSetForTheJobAndShownNowhere();
    void aParameterOnceSecretStaysSoInLaterAddresses();
    void aParameterIsMadeASecretAfterwards();
    void aMarkOutlastsItsValue_data();
    void aMarkOutlastsItsValue();
    void aMarkHoldsWhileItsValueIsLocked();
    void lockedValuesAreReplacedAllOrNone();
    void anotherHostGetsNoValueAndTheOtherFilesKeepTheirs();
    void aSignInStaysWithItsServer_data();
    void aSignInStaysWithItsServer();
    void aSignInInANewAddressIsNotForTheJobsOtherServers();
    void aHeaderIsMadeASecretAfterwardsAndStaysOne();
    void aPlaceWithoutItsValueIsRefused_data();
    void aPlaceWithoutItsValueIsRefused();
    void otherOptionsActFromTheNextAttemptOn();
    void moreFilesAtATimeBeginAtOnceFewerLetThoseInFlightGoOn();
    void whoCompletesTheJobCanBeChangedUntilAllIsHere();
    void whatIsOutOfRangeIsRefusedAsAWhole_data();
    void whatIsOutOfRangeIsRefusedAsAWhole();

    void whatArrivedMovesToTheNewFolder();
    void oldNamesAreTidiedByTheNextSession();
    void aFolderChangedBackKeepsItsPartFiles();
    void aFolderOnAnotherFileSystemIsRefusedUnlessFilesStartOver();
    void aJobWithANamedFileKeepsItsFolder();

    void aFileStartsOverInAnyState();
    void aFileThatStartsOverWaitsUntilThatIsRemembered();

    void anAddedFileIsFetchedWithoutAChangeOfState();
    void aFileAddedToATransferredJobWaitsForResume();
    void filesAreAddedAllOrNone();

    void aFinalJobIsNotMended();
    void oneJobTooManyIsRefused();
};

namespace {

const ErrorCode kBusy = fromHttpStatus(500);

JobEdit changed(const std::function<void(JobEdit &)> &edit)
{
    JobEdit change;
    edit(change);
    return change;
}

JobEdit prefixed(std::string from, std::string to)
{
    return changed([&](JobEdit &c) { c.prefix = JobEdit::Prefix {std::move(from), std::move(to)}; });
}

JobEdit moved(std::string folder)
{
    return changed([&](JobEdit &c) { c.folder = std::move(folder); });
}

JobEdit added(const std::vector<std::string> &addresses)
{
    return changed([&](JobEdit &c) {
        for (const auto &address : addresses)
            c.newFiles.push_back({address, {}, {}});
    });
}

JobEdit restarted(std::vector<std::uint32_t> files)
{
    return changed([&](JobEdit &c) { c.restart = std::move(files); });
}

/// Two files whose parameter "sig" is a secret.
JobDraft signedDraft()
{
    JobDraft draft = HandTurnedManager::draft();
    draft.files = {{"https://host.example/a?sig=ONE", {}, {}}, {"https://host.example/b?sig=TWO", {}, {}}};
    draft.secretParameters = {"sig"};
    return draft;
}

/// What a file's transfer would ask the server for.
std::string sent(const JobSpec &spec, std::size_t file)
{
    return withSecretValues(spec.files[file].remote, spec.secrets->queryValues);
}

JobSpec locked(const JobSpec &before)
{
    JobSpec spec = before;
    spec.secrets = std::make_shared<const JobSecrets>(JobSecrets {{}, {}, {}, {}, true});
    return spec;
}

} // namespace

void TestJobEditor::aPrefixIsReplacedWhereverAnAddressBeginsSo()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(2);
    draft.files.push_back({"https://host.example/UPPER/file2", {}, {}});
    const JobId id = m.add(draft);
    const JobState before = m.state(id);

    QCOMPARE(m.change(id, prefixed("https://host.example/file", "https://mirror.example/data/file")).done,
             std::vector {id});
    m.change(id, prefixed("https://host.example/upper/", "https://wrong.example/"));

    const auto &files = m.job(id).spec->files;
    QCOMPARE(files[0].remote, std::string("https://mirror.example/data/file0"));
    QCOMPARE(files[1].remote, std::string("https://mirror.example/data/file1"));
    QCOMPARE(files[2].remote, std::string("https://host.example/UPPER/file2"));
    QCOMPARE(m.state(id), before);
}

void TestJobEditor::aPrefixNoAddressHasAnswersFalseAndChangesNothing()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    const auto before = m.job(id).spec;
    JobEdit change = prefixed("https://nobody.example/", "https://mirror.example/");
    change.name = "renamed";

    const VerbReport report = m.change(id, change);

    QCOMPARE(report.doneWithRemarks, (std::vector {std::pair(id, code::kFalse)}));
    QCOMPARE(m.job(id).spec, before);
}

void TestJobEditor::aPrefixIsReplacedInManyJobsAtOnce()
{
    HandTurnedManager m;
    const JobId a = m.add(m.draft(1, "a"));
    const JobId b = m.add(m.draft(1, "b"));
    const JobId over = m.add(m.draft(1, "c"));
    m.apply(Verb::Cancel, over);

    const auto response = m.ask(EditJobs {{a, over, b}, prefixed("https://host.example/", "https://mirror.example/")});

    const auto &report = std::get<VerbReport>(*response.result);
    QCOMPARE(report.done, (std::vector {a, b}));
    QCOMPARE(report.refused.front().second.code, code::kInvalidState);
    QCOMPARE(m.job(b).spec->files[0].remote, std::string("https://mirror.example/b0"));
}

void TestJobEditor::aFileInFlightGoesOnAtItsNewAddress()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.answer(id, 0);
    m.engine.stopOffset = 400;

    m.change(id, changed([](JobEdit &c) { c.addresses = {{0, "https://mirror.example/file0"}}; }));

    QCOMPARE(m.state(id), JobState::Transferring);
    const TransferRequest &request = m.engine.running.at({id, 0});
    QCOMPARE(request.file.remote, std::string("https://mirror.example/file0"));
    QCOMPARE(request.resumeFrom.offset, Bytes {400});
    QCOMPARE(m.engine.started.size(), std::size_t {3});
}

void TestJobEditor::credentialsAreSetForTheJobAndShownNowhere()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());

    m.change(id, changed([](JobEdit &c) {
                 c.credentials = "me@home:p:w/d";
                 c.proxy = "http://pu:pp@proxy.example:3128";
             }));

    const JobSpec &spec = *m.job(id).spec;
    QCOMPARE(spec.secrets->userInfo, std::string("me%40home:p%3Aw%2Fd"));
    QCOMPARE(spec.secrets->proxyUserInfo, std::string("pu:pp"));
    QCOMPARE(spec.options->proxy, std::string("http://proxy.example:3128/"));
    QCOMPARE(spec.files[0].remote, std::string("https://host.example/file0"));

    m.change(id, changed([](JobEdit &c) {
                 c.credentials = "";
                 c.proxy = "";
             }));
    QVERIFY(!m.job(id).spec->secrets);
}

void TestJobEditor::aParameterOnceSecretStaysSoInLaterAddresses()
{
    HandTurnedManager m;
    const JobId id = m.add(signedDraft());

    m.change(id, HandTurnedManager::newAddress("https://host.example/new?sig=FRESH"));
    m.change(id, added({"https://host.example/more?sig=MORE"}));

    const JobSpec &spec = *m.job(id).spec;
    QCOMPARE(spec.files[0].remote, std::string("https://host.example/new?sig=(secret-3)"));
    QCOMPARE(withSecretValues(spec.files[0].remote, spec.secrets->queryValues),
             std::string("https://host.example/new?sig=FRESH"));
    QCOMPARE(withSecretValues(spec.files[1].remote, spec.secrets->queryValues),
             std::string("https://host.example/b?sig=TWO"));
    QCOMPARE(withSecretValues(spec.files[2].remote, spec.secrets->queryValues),
             std::string("https://host.example/more?sig=MORE"));
    QCOMPARE(spec.secrets->queryValues[0].value, std::string()); // nobody needs the first one any more
}

void TestJobEditor::aParameterIsMadeASecretAfterwards()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.files[0].remote = "https://host.example/a?sig=ONE";
    const JobId id = m.add(draft);

    m.change(id, changed([](JobEdit &c) { c.secretParameters = {"sig"}; }));

    QCOMPARE(m.job(id).spec->files[0].remote, std::string("https://host.example/a?sig=(secret-1)"));
    const auto refused = m.change(id, changed([](JobEdit &c) { c.secretParameters = {"sgi"}; })).refused;
    QCOMPARE(refused.size(), std::size_t {1});
    QCOMPARE(refused[0].second.refusal, Refusal::NoSuchParameter);
    QCOMPARE(refused[0].second.subject, std::string("sgi"));
}

void TestJobEditor::aMarkOutlastsItsValue_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("replaced") << u"https://host.example/a?sig=ONE"_qs;
    QTest::newRow("never given") << u"https://host.example/a?sig="_qs;
}

void TestJobEditor::aMarkOutlastsItsValue()
{
    QFETCH(const QString, first);
    HandTurnedManager m;
    JobDraft draft = signedDraft();
    draft.files = {{first.toStdString(), {}, {}}};
    const JobId id = m.add(draft);

    m.change(id, HandTurnedManager::newAddress("https://host.example/plain"));
    m.change(id, HandTurnedManager::newAddress("https://host.example/a?sig=LATER"));

    const JobSpec &spec = *m.job(id).spec;
    QCOMPARE(spec.files[0].remote, std::string("https://host.example/a?sig=(secret-2)"));
    QCOMPARE(sent(spec, 0), std::string("https://host.example/a?sig=LATER"));
}

void TestJobEditor::aMarkHoldsWhileItsValueIsLocked()
{
    HandTurnedManager m;
    JobDraft draft = signedDraft();
    draft.files.pop_back();
    const JobSpec spec = locked(*m.job(m.add(draft)).spec);

    for (const std::string address : {"https://host.example/a?sig=NEW", "https://cdn.example/a?sig=NEW"}) {
        const auto after = changedSpec(spec, HandTurnedManager::newAddress(address));

        QVERIFY(after.has_value());
        QVERIFY(!(*after)->secrets->locked);
        QVERIFY((*after)->files[0].remote.ends_with("?sig=(secret-1)"));
        QCOMPARE(sent(**after, 0), address);
    }
}

void TestJobEditor::lockedValuesAreReplacedAllOrNone()
{
    HandTurnedManager m;
    const JobSpec spec = locked(*m.job(m.add(signedDraft())).spec);
    const std::pair<std::uint32_t, std::string> first {0, "https://host.example/a?sig=NEW"};
    const std::pair<std::uint32_t, std::string> second {1, "https://host.example/b?sig=ALSO"};

    const auto sameValue = changedSpec(spec, HandTurnedManager::newAddress("https://host.example/c?sig=(secret-1)"));
    const auto one = changedSpec(spec, changed([&](JobEdit &c) { c.addresses = {first}; }));
    const auto signIn = changedSpec(spec, changed([](JobEdit &c) { c.credentials = "me:pw"; }));
    const auto all = changedSpec(spec, changed([&](JobEdit &c) { c.addresses = {second, first}; }));

    QVERIFY(sameValue.has_value());
    QVERIFY((*sameValue)->secrets->locked);
    QCOMPARE(one.error().refusal, Refusal::SecretMissing);
    QCOMPARE(signIn.error().refusal, Refusal::SecretMissing);
    QVERIFY(all.has_value());
    QCOMPARE(sent(**all, 0), first.second);
    QCOMPARE(sent(**all, 1), second.second);
}

void TestJobEditor::anotherHostGetsNoValueAndTheOtherFilesKeepTheirs()
{
    HandTurnedManager m;
    JobDraft draft = signedDraft();
    draft.options.headers = {"Cookie: secret"};
    draft.options.proxy = "http://me:pw@proxy.example:3128";
    const JobId id = m.add(draft);

    m.change(id, HandTurnedManager::newAddress("https://other.example/a?sig=OTHERS"));

    const JobSpec &spec = *m.job(id).spec;
    QVERIFY(spec.secrets->headers.empty());
    QCOMPARE(spec.secrets->proxyUserInfo, std::string("me:pw"));
    QCOMPARE(withSecretValues(spec.files[0].remote, spec.secrets->queryValues),
             std::string("https://other.example/a?sig=OTHERS"));
    QVERIFY(spec.files[0].remote.find("OTHERS") == std::string::npos);
    QCOMPARE(withSecretValues(spec.files[1].remote, spec.secrets->queryValues),
             std::string("https://host.example/b?sig=TWO"));
}

void TestJobEditor::aSignInStaysWithItsServer_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char *label, const char *from, const char *to, bool isKept) {
        QTest::newRow(label) << QString::fromLatin1(from) << QString::fromLatin1(to) << isKept;
    };
    row("another path", "https://me:pw@host.example/a", "https://host.example/b", true);
    row("its port written out", "https://me:pw@host.example/a", "https://HOST.example:443/a", true);
    row("encrypted from now on", "http://me:pw@host.example/a", "https://host.example/a", true);
    row("no longer encrypted", "https://me:pw@host.example/a", "http://host.example/a", false);
    row("another port", "http://me:pw@host.example/a", "http://host.example:8080/a", false);
    row("another host", "https://me:pw@host.example/a", "https://cdn.host.example/a", false);
}

void TestJobEditor::aSignInStaysWithItsServer()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const bool, isKept);
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.files[0].remote = from.toStdString();
    draft.options.headers = {"PRIVATE-TOKEN: t0ken", "Accept: text/plain"};
    const JobId id = m.add(draft);

    m.change(id, HandTurnedManager::newAddress(to.toStdString()));

    const JobSpec &spec = *m.job(id).spec;
    QCOMPARE(spec.secrets != nullptr, isKept);
    QCOMPARE(spec.options->headers, std::vector<std::string> {"Accept: text/plain"});
    if (isKept) {
        QCOMPARE(spec.secrets->userInfo, std::string("me:pw"));
        QCOMPARE(spec.secrets->headers, std::vector<std::string> {"PRIVATE-TOKEN: t0ken"});
    }
}

void TestJobEditor::aSignInInANewAddressIsNotForTheJobsOtherServers()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(2);
    draft.files[1].remote = "https://other.example/file1";
    const JobId id = m.add(draft);

    const auto changed = m.change(id, HandTurnedManager::newAddress("https://me:pw@host.example/a"));
    const auto further = m.change(id, added({"https://me:pw@host.example/b"}));

    QCOMPARE(changed.refused.size(), std::size_t {1});
    QCOMPARE(further.refused.size(), std::size_t {1});
    QCOMPARE(further.refused[0].second.subject, std::string("user info"));
    QVERIFY(!m.job(id).spec->secrets);
}

void TestJobEditor::aHeaderIsMadeASecretAfterwardsAndStaysOne()
{
    HandTurnedManager m;
    JobDraft draft = m.draft();
    draft.options.headers = {"User-Agent: key-1", "Accept: text/plain", "X-Key: key-2"};
    const JobId id = m.add(draft);

    m.change(id, changed([](JobEdit &c) { c.secretHeaders = {"user-agent"}; }));
    QCOMPARE(m.job(id).spec->options->headers, std::vector<std::string> {"Accept: text/plain"});
    QCOMPARE(m.job(id).spec->secrets->headers, (std::vector<std::string> {"User-Agent: key-1", "X-Key: key-2"}));

    m.change(id, changed([](JobEdit &c) { c.headers = {"User-Agent: key-3", "Accept: */*"}; }));
    QCOMPARE(m.job(id).spec->options->headers, std::vector<std::string> {"Accept: */*"});
    QCOMPARE(m.job(id).spec->secrets->headers, std::vector<std::string> {"User-Agent: key-3"});

    const auto refused = m.change(id, changed([](JobEdit &c) { c.secretHeaders = {"X-Key"}; })).refused;
    QCOMPARE(refused[0].second.refusal, Refusal::NoSuchHeader);
}

void TestJobEditor::aPlaceWithoutItsValueIsRefused_data()
{
    QTest::addColumn<JobEdit>("change");
    QTest::newRow("another host") << prefixed("https://host.example/", "https://mirror.example/");
    QTest::newRow("another place") << HandTurnedManager::newAddress("https://host.example/a?sig=(secret-7)");
    QTest::newRow("another name") << HandTurnedManager::newAddress("https://host.example/a?key=(secret-1)");
    QTest::newRow("a new file") << added({"https://host.example/c?sig=(secret-3)"});
}

void TestJobEditor::aPlaceWithoutItsValueIsRefused()
{
    QFETCH(const JobEdit, change);
    HandTurnedManager m;
    const JobId id = m.add(signedDraft());
    const auto before = m.job(id).spec;

    const auto refused = m.change(id, change).refused;

    QCOMPARE(refused.size(), std::size_t {1});
    QCOMPARE(refused[0].second.refusal, Refusal::SecretMissing);
    QCOMPARE(m.job(id).spec, before);
}

void TestJobEditor::otherOptionsActFromTheNextAttemptOn()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());

    m.change(id, changed([](JobEdit &c) {
                 c.headers = {{"Accept: text/plain", "Cookie: secret"}};
                 c.caFile = "/ca.pem";
                 c.stallTimeout = 7s;
                 c.retryDelay = std::optional<Milliseconds> {};
                 c.maxRetries = std::optional(9U);
                 c.name = "renamed";
             }));
    QCOMPARE(m.engine.started.size(), std::size_t {1});
    m.fail(id, kBusy);
    m.pass(5s);

    const TransferRequest &request = m.engine.running.at({id, 0});
    QCOMPARE(request.options->headers, std::vector<std::string> {"Accept: text/plain"});
    QCOMPARE(request.secrets->headers, std::vector<std::string> {"Cookie: secret"});
    QCOMPARE(request.options->caFile, std::string("/ca.pem"));
    QVERIFY(request.options->stallTimeout == 7s);
    QVERIFY(request.options->retry.maxRetries == 9U);
    QCOMPARE(m.job(id).spec->name, std::string("renamed"));
}

void TestJobEditor::moreFilesAtATimeBeginAtOnceFewerLetThoseInFlightGoOn()
{
    HandTurnedManager m;
    JobDraft draft = m.draft(4);
    draft.options.parallelFiles = 1;
    const JobId id = m.add(draft);
    QCOMPARE(m.engine.running.size(), std::size_t {1});

    m.change(id, changed([](JobEdit &c) { c.parallelFiles = 3; }));
    QCOMPARE(m.engine.running.size(), std::size_t {3});

    m.change(id, changed([](JobEdit &c) { c.parallelFiles = 1; }));
    QCOMPARE(m.engine.running.size(), std::size_t {3});
    m.finish(id, 0);
    QCOMPARE(m.engine.running.size(), std::size_t {2});
    m.finish(id, 1);
    m.finish(id, 2);
    QCOMPARE(m.engine.running.size(), std::size_t {1});
}

void TestJobEditor::whoCompletesTheJobCanBeChangedUntilAllIsHere()
{
    HandTurnedManager m;
    const JobId byItself = m.add(m.draft(1, "a"));
    const JobId late = m.add(m.draft(1, "b"));

    m.change(byItself, changed([](JobEdit &c) { c.manualComplete = false; }));
    m.finish(byItself);
    m.finish(late);
    m.change(late, changed([](JobEdit &c) { c.manualComplete = false; }));

    QCOMPARE(m.state(byItself), JobState::Acknowledged);
    QCOMPARE(m.state(late), JobState::Transferred);
    m.apply(Verb::Complete, late);
    QCOMPARE(m.state(late), JobState::Acknowledged);
}

void TestJobEditor::whatIsOutOfRangeIsRefusedAsAWhole_data()
{
    QTest::addColumn<std::function<void(JobEdit &)>>("edit");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char *label, ErrorCode code, std::function<void(JobEdit &)> edit) {
        QTest::newRow(label) << std::move(edit) << quint32 {code.value};
    };
    row("a long name", code::kStringTooLong, [](JobEdit &c) { c.name = std::string(257, 'n'); });
    row("no name", code::kInvalidArgument, [](JobEdit &c) { c.name = ""; });
    row("a relative folder", code::kInvalidArgument, [](JobEdit &c) { c.folder = "here"; });
    row("no stall time", code::kInvalidArgument, [](JobEdit &c) { c.stallTimeout = 0s; });
    row("a negative delay", code::kInvalidArgument,
        [](JobEdit &c) { c.retryDelay = std::optional(Milliseconds {-1}); });
    row("a bad proxy", code::kInvalidArgument, [](JobEdit &c) { c.proxy = "http://"; });
    row("a bad header", code::kInvalidArgument, [](JobEdit &c) { c.headers = {{"no colon"}}; });
    row("a relative CA file", code::kInvalidArgument, [](JobEdit &c) { c.caFile = "ca.pem"; });
    row("a long user", code::kUserNameTooLong, [](JobEdit &c) { c.credentials = std::string(301, 'u'); });
    row("a long password", code::kPasswordTooLong, [](JobEdit &c) { c.credentials = "u:" + std::string(65'536, 'p'); });
    row("no such file", code::kInvalidArgument, [](JobEdit &c) { c.restart = {{9}}; });
    row("a prefix that makes no address", code::kInvalidArgument, [](JobEdit &c) {
        c.prefix = JobEdit::Prefix {"https://", "gopher://"};
    });
}

void TestJobEditor::whatIsOutOfRangeIsRefusedAsAWhole()
{
    QFETCH(const std::function<void(JobEdit &)>, edit);
    QFETCH(const quint32, code);
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    const auto before = m.job(id).spec;
    JobEdit change;
    change.priority = Priority::Low;
    edit(change);

    const VerbReport report = m.change(id, change);

    QCOMPARE(report.refused.front().second.code.value, code);
    QCOMPARE(m.job(id).spec, before);
    QCOMPARE(m.job(id).status.priority, Priority::Normal);
}

void TestJobEditor::whatArrivedMovesToTheNewFolder()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.finish(id, 0);
    m.answer(id, 1);
    m.engine.stopOffset = 300;
    const auto oldPart = locate(*m.job(id).spec, 1).part;
    m.journal.holdBack = true;

    m.post(EditJobs {{id}, moved("/disk2/./new/")});
    QCOMPARE(m.job(id).spec->folder, std::string("/disk2/new"));
    QCOMPARE(m.engine.moved.at(oldPart), locate(*m.job(id).spec, 1).part);
    QVERIFY2(m.engine.discarded.empty(), "a crash now would need the old place");
    QVERIFY2(m.engine.running.empty(), "a crash now would bring the old place back");

    m.journal.holdBack = false;
    m.step();
    m.step();
    QVERIFY(m.engine.discarded.contains(oldPart));
    QCOMPARE(m.engine.running.at({id, 1}).location.target, std::string("/disk2/new/file1"));
    QCOMPARE(m.engine.running.at({id, 1}).resumeFrom.offset, Bytes {300});
    m.finish(id, 1);
    m.apply(Verb::Complete, id);
    QCOMPARE(m.engine.named, (std::set<std::string> {"/disk2/new/file0", "/disk2/new/file1"}));
    QVERIFY2(m.ask(AddJob {m.draft(2)}).result, "the old targets are free again");
}

void TestJobEditor::oldNamesAreTidiedByTheNextSession()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.answer(id);
    const auto oldPart = locate(*m.job(id).spec, 0).part;
    m.journal.holdBack = true;
    m.post(EditJobs {{id}, moved("/disk2/new")});
    QVERIFY(m.engine.discarded.empty());

    HandTurnedManager next({}, HandTurnedManager::storedBy(m));
    next.step();
    next.step();

    QCOMPARE(next.engine.discarded, std::set<std::string> {oldPart});
    QCOMPARE(next.job(id).spec->folder, std::string("/disk2/new"));
    QCOMPARE(next.journal.stored[id].formerFolder, std::string());
}

void TestJobEditor::aFolderChangedBackKeepsItsPartFiles()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.answer(id);
    const auto part = locate(*m.job(id).spec, 0).part;
    m.journal.holdBack = true;

    m.post(EditJobs {{id}, moved("/disk2/new")});
    const auto meanwhile = locate(*m.job(id).spec, 0).part;
    m.post(EditJobs {{id}, moved("/downloads")});
    m.journal.holdBack = false;
    m.step();
    m.step();

    QVERIFY(m.engine.discarded.contains(meanwhile));
    QVERIFY(!m.engine.discarded.contains(part));
}

void TestJobEditor::aFolderOnAnotherFileSystemIsRefusedUnlessFilesStartOver()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.answer(id);
    m.engine.immovable = {locate(*m.job(id).spec, 0).part};

    const VerbReport refused = m.change(id, moved("/elsewhere"));
    QCOMPARE(refused.refused.front().second.refusal, Refusal::OtherFileSystem);
    QCOMPARE(m.job(id).spec->folder, std::string("/downloads"));
    QCOMPARE(m.state(id), JobState::Transferring);
    QCOMPARE(m.engine.running.size(), std::size_t {1});

    JobEdit change = moved("/elsewhere");
    change.restart.emplace();
    QCOMPARE(m.change(id, change).done, std::vector {id});
    m.step();
    QCOMPARE(m.engine.running.at({id, 0}).location.target, std::string("/elsewhere/file0"));
    QCOMPARE(m.engine.running.at({id, 0}).resumeFrom.offset, Bytes {0});
}

void TestJobEditor::aJobWithANamedFileKeepsItsFolder()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft(2));
    m.finish(id, 0);
    m.finish(id, 1);
    m.engine.unnameable = {"/downloads/file1"};
    m.apply(Verb::Complete, id);

    QCOMPARE(m.change(id, moved("/elsewhere")).refused.front().second.subject, std::string("/downloads/file0"));
    QCOMPARE(m.change(id, restarted({0})).refused.front().second.refusal, Refusal::FileNamed);
    QCOMPARE(m.change(id, restarted({})).done, std::vector {id});

    QCOMPARE(m.files(id)[0].state, FileState::Complete);
    QCOMPARE(m.files(id)[1].state, FileState::Waiting);
}

void TestJobEditor::aFileStartsOverInAnyState()
{
    HandTurnedManager m;
    const JobId active = m.add(m.draft(2, "active"));
    m.finish(active, 0);
    m.answer(active, 1);
    const JobId failed = m.add(m.draft(1, "failed"));
    m.fail(failed, fromHttpStatus(404), 0, 500);
    const JobId retrying = m.add(m.draft(1, "retrying"));
    m.fail(retrying, kBusy, 0, 500);

    for (const JobId id : {active, failed, retrying})
        m.change(id, restarted({0}));
    m.step();

    QCOMPARE(m.state(active), JobState::Transferring);
    QVERIFY(m.engine.running.contains({active, 0}) && m.engine.running.contains({active, 1}));
    QCOMPARE(m.state(failed), JobState::Error);
    QVERIFY(m.job(failed).error);
    QCOMPARE(m.files(failed)[0].transferred, Bytes {0});
    QCOMPARE(m.state(retrying), JobState::TransientError);
    m.pass(60s);
    QCOMPARE(m.engine.running.at({retrying, 0}).resumeFrom.offset, Bytes {0});
}

void TestJobEditor::aFileThatStartsOverWaitsUntilThatIsRemembered()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.finish(id);
    m.journal.holdBack = true;

    m.post(EditJobs {{id}, restarted({0})});
    QCOMPARE(m.state(id), JobState::Transferred);
    m.post(ApplyVerb {Verb::Resume, std::vector {id}});
    m.step();
    QVERIFY2(m.engine.running.empty(), "after a crash now the file would count as arrived");

    m.journal.holdBack = false;
    m.step();
    QCOMPARE(m.state(id), JobState::Connecting);
}

void TestJobEditor::anAddedFileIsFetchedWithoutAChangeOfState()
{
    HandTurnedManager m;
    const JobId active = m.add(m.draft());
    m.answer(active);
    JobDraft draft = m.draft(1, "still");
    draft.suspended = true;
    const JobId still = m.add(draft);

    m.change(active, added({"https://host.example/more"}));
    m.change(still, added({"https://host.example/more2"}));

    QCOMPARE(m.state(active), JobState::Transferring);
    QCOMPARE(m.job(active).status.filesTotal, 2U);
    QVERIFY(m.engine.running.contains({active, 1}));
    QCOMPARE(m.state(still), JobState::Suspended);
    QCOMPARE(m.journal.stored.at(still).files.size(), std::size_t {2});
}

void TestJobEditor::aFileAddedToATransferredJobWaitsForResume()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.finish(id);

    m.change(id, added({"https://host.example/more"}));
    QCOMPARE(m.state(id), JobState::Transferred);
    QVERIFY(m.engine.running.empty());

    m.apply(Verb::Resume, id);
    m.finish(id, 1);
    QCOMPARE(m.state(id), JobState::Transferred);
    QCOMPARE(m.job(id).status.filesTransferred, 2U);
}

void TestJobEditor::filesAreAddedAllOrNone()
{
    HandTurnedManager m;
    m.add(m.draft(1, "taken"));
    JobDraft draft = m.draft();
    draft.files[0].remote = "https://u:p@host.example/file0";
    const JobId id = m.add(draft);
    const auto refusalOf = [&](const std::string &address) {
        return m.change(id, added({"https://host.example/fine", address})).refused.front().second.refusal;
    };

    QCOMPARE(refusalOf("https://host.example/file0"), Refusal::DuplicateFileName);
    QCOMPARE(refusalOf("https://host.example/taken0"), Refusal::TargetTaken);
    QCOMPARE(refusalOf("https://host.example/"), Refusal::NoFileName);
    // The job's credentials are not for another host.
    QCOMPARE(refusalOf("https://other.example/x"), Refusal::BadOption);
    m.engine.existing = {"onDisk"};
    QCOMPARE(refusalOf("https://host.example/onDisk"), Refusal::TargetExists);

    QCOMPARE(m.job(id).spec->files.size(), std::size_t {1});
    QCOMPARE(m.change(id, added({"https://host.example/fine"})).done, std::vector {id});
}

void TestJobEditor::aFinalJobIsNotMended()
{
    HandTurnedManager m;
    const JobId id = m.add(m.draft());
    m.apply(Verb::Cancel, id);

    for (const JobEdit &change : {moved("/x"), added({"https://host.example/x"}), restarted({}), JobEdit {}})
        QCOMPARE(m.change(id, change).refused.front().second.code, code::kInvalidState);
}

void TestJobEditor::oneJobTooManyIsRefused()
{
    HandTurnedManager m({.unfinishedJobs = 1});
    const JobId id = m.add(m.draft());

    const auto refused = m.ask(AddJob {m.draft(1, "second")});
    QCOMPARE(refused.result.error().code, code::kTooManyJobs);

    m.apply(Verb::Cancel, id);
    QVERIFY(m.ask(AddJob {m.draft(1, "second")}).result);
}

QTEST_APPLESS_MAIN(TestJobEditor)
#include "tst_jobeditor.moc"
