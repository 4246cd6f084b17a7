// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <memory>

#include "dialogs/jobdialogs.h"
#include "support/answeringservice.h"
#include "support/sandbox.h"
#include "words/format.h"

using namespace haulwatch;
using namespace haulwatch::test;
using namespace std::chrono_literals;

namespace {

/// As jobs of one host fail alike: one file each, `number` in its address.
SampleJob alikeJob(std::uint64_t number, const std::string &host = "https://cdn.example.org")
{
    SampleJob job(number, "job-" + std::to_string(number), {});
    job.file(host + "/2025/" + std::to_string(number) + ".cab", FileState::Failed, 1'000'000, 3'000'000)
        .in(JobState::Error)
        .failed(fromHttpStatus(404), 0, -10s, {NativeKind::Http, 404});
    return job;
}

} // namespace

/// The dialogs behind the remedies, as they are opened from the pane, with mouse and keyboard; what counts is what the
/// engine is asked for.
class TestMendDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void restartSaysWhatIsLostAndStartsTheFailedFileOver();
    void whatTheServerSendsIsBelievedOnlyOnceItIsSaid();
    void restartCanMeanAllFilesWithoutAFinalName();
    void restartOfTheGroupNamesEachJobsOwnFile();
    void chosenJobsAreMendedAndNoOthersThatFailAlike();
    void credentialsGoToTheEngineAndNowhereElse();
    void aColonInTheUserNameIsToldAtOnce();
    void aRefusalKeepsWhatWasTyped();
    void anotherFolderIsAskedForAndWhatArrivedMovesAlong();
    void aFolderThatIsNotThereIsToldAtOnce();
    void acrossFileSystemsTheUserMayStartOver();
    void aProxyIsSentWithItsSignIn();
    void noProxyMeansTheEnvironments();
    void aBadProxyIsToldAtOnce();
    void aDiskWithRoomIsResumed();
    void aFolderThatOnlyTheEngineSeesIsNoMissingDisk();
    void theNumberOfJobsInTheSettingsHoldsAtOnce();
    void aDiskWithoutRoomSaysHowMuchIsMissing();
    void retryIsChangedWithoutDisturbingTheWait();
    void retryOfAFailedJobIsChangedAndResumed();
    void anUnchangedRetryCannotBeSent();
    void aPrefixIsReplacedInEveryJobThatFailedAlike();
    void jobsWithoutThePrefixAreLeftOut();
    void aGroupThatFollowsInPartKeepsTheRest();
    void changeOnlyDoesNotResume();
    void ctrlReturnSends();
    void escapeSendsNothing();
    void aJobThatEndsMeanwhileIsRefusedInPlace();
    void theBrowserGetsTheAddressWithoutUserInfo();

    void browse(const QUrl &url) { m_browsed = url; }

private:
    void publish(const SampleJob &job);
    void open(Fix fix, MendScope scope = MendScope::ThisJob);
    /// Everything asked for is done, but by the jobs in `refusing`.
    void follow(std::vector<JobId> refusing = {});
    void settle();
    [[nodiscard]] QDialog *dialog() const { return m_window->findChild<QDialog *>(); }
    [[nodiscard]] bool isOpen() const { return dialog() && dialog()->isVisible(); }
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] QString message() const;
    template <typename Widget>
    [[nodiscard]] Widget *field(const QString &name = {}) const
    {
        return dialog()->findChild<Widget *>(name);
    }
    [[nodiscard]] std::vector<EditJobs> changes() const { return m_service->requestsOf<EditJobs>(); }
    [[nodiscard]] std::vector<ApplyVerb> verbs() const { return m_service->requestsOf<ApplyVerb>(); }

    std::unique_ptr<AnsweringService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<JobDialogs> m_dialogs;
    QUrl m_browsed;
};

void TestMendDialogs::init()
{
    m_service = std::make_unique<AnsweringService>();
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_settings = std::make_unique<QSettings>(u"test.ini"_qs, QSettings::IniFormat);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_dialogs = std::make_unique<JobDialogs>(*m_feed, *m_settings, m_window.get());
    follow();
}

void TestMendDialogs::cleanup()
{
    m_dialogs.release(); // the window's
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_browsed.clear();
}

void TestMendDialogs::publish(const SampleJob &job)
{
    m_service->publish(job, {});
    m_feed->pump();
}

void TestMendDialogs::open(Fix fix, MendScope scope)
{
    m_dialogs->mend(fix, JobTable::Index {0}, scope);
    QVERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    m_feed->pump();
}

void TestMendDialogs::follow(std::vector<JobId> refusing)
{
    m_service->decide = [refusing](const Request &request) -> std::optional<Result<Answer>> {
        std::vector<JobId> asked;
        if (const auto *change = std::get_if<EditJobs>(&request))
            asked = change->ids;
        else if (const auto *verb = std::get_if<ApplyVerb>(&request))
            asked = std::get<std::vector<JobId>>(verb->jobs);
        else
            return std::nullopt;
        VerbReport report;
        for (const JobId id : asked) {
            if (std::find(refusing.begin(), refusing.end(), id) == refusing.end())
                report.done.push_back(id);
            else
                report.refused.emplace_back(id, CallError {Refusal::InvalidState, code::kInvalidState, "CANCELLED"});
        }
        return Answer(report);
    };
}

/// As many rounds as the longest chain of requests.
void TestMendDialogs::settle()
{
    for (int i = 0; i < 6; ++i)
        m_feed->pump();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QPushButton *TestMendDialogs::button(const QString &text) const
{
    for (QPushButton *button : dialog()->findChildren<QPushButton *>())
        if (!button->isHidden() && button->text().remove(u'&') == text)
            return button;
    return nullptr;
}

QString TestMendDialogs::message() const
{
    return dialog()->findChild<QLabel *>(u"message"_qs)->accessibleName();
}

void TestMendDialogs::restartSaysWhatIsLostAndStartsTheFailedFileOver()
{
    publish(climateJob({}));
    open(Fix::Restart);
    const Bytes here = climateJob({}).files().files[2].transferred;
    QVERIFY(here > 0);
    QCOMPARE(message(), u"The %1 that are here are given up and fetched again."_qs.arg(format::bytes(here)));

    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(changes()[0].ids, std::vector {climateJob({}).id()});
    QCOMPARE(*changes()[0].change.restart, std::vector<std::uint32_t> {2});
    QCOMPARE(verbs().size(), std::size_t(1));
    QCOMPARE(verbs()[0].verb, Verb::Resume);
    QVERIFY(!isOpen());
}

void TestMendDialogs::whatTheServerSendsIsBelievedOnlyOnceItIsSaid()
{
    publish(climateJob({}));
    open(Fix::TakePage);
    QVERIFY(message().contains(u"even if it is a web page"_qs));
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();
    open(Fix::GoByDate);
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();
    open(Fix::TakePacked);
    QVERIFY(message().contains(u"packed"_qs));
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(3));
    QCOMPARE(changes()[2].change.takesPacked, std::optional(true));
    QCOMPARE(changes()[0].change.takesWebPages, std::optional(true));
    QVERIFY(!changes()[0].change.resumesByDate);
    QCOMPARE(changes()[1].change.resumesByDate, std::optional(true));
    QCOMPARE(verbs().size(), std::size_t(3));
}

void TestMendDialogs::restartCanMeanAllFilesWithoutAFinalName()
{
    publish(climateJob({}));
    open(Fix::Restart);

    field<QCheckBox>(u"allFiles"_qs)->click();
    Bytes here = 0;
    for (const FileProgress &file : climateJob({}).files().files)
        here += file.state == FileState::Complete ? 0 : file.transferred;
    QCOMPARE(message(), u"The %1 that are here are given up and fetched again."_qs.arg(format::bytes(here)));
    QTest::mouseClick(button(u"Restart from zero"_qs), Qt::LeftButton);
    settle();

    QVERIFY(changes()[0].change.restart->empty()); // all that have no name yet
}

void TestMendDialogs::restartOfTheGroupNamesEachJobsOwnFile()
{
    publish(climateJob({}));
    publish(alikeJob(11));
    publish(alikeJob(12));
    open(Fix::Restart, MendScope::SameProblem);
    QVERIFY(field<QCheckBox>(u"alsoOthers"_qs)->isChecked());
    QVERIFY(message().contains(u"Of the other jobs, up to 2.0 MB."_qs));

    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(2));
    QCOMPARE(*changes()[0].change.restart, std::vector<std::uint32_t> {0});
    QCOMPARE(changes()[0].ids, (std::vector {alikeJob(11).id(), alikeJob(12).id()}));
    QCOMPARE(*changes()[1].change.restart, std::vector<std::uint32_t> {2});
    QCOMPARE(std::get<std::vector<JobId>>(verbs()[0].jobs).size(), std::size_t(3));
}

void TestMendDialogs::chosenJobsAreMendedAndNoOthersThatFailAlike()
{
    for (const std::uint64_t number : {21U, 22U, 23U})
        publish(alikeJob(number));
    open(Fix::Credentials, MendScope({alikeJob(21).id(), alikeJob(23).id()}));
    QVERIFY(field<QCheckBox>(u"alsoOthers"_qs)->isChecked());

    QTest::keyClicks(field<QLineEdit>(u"user"_qs), u"ada"_qs);
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(changes()[0].ids, (std::vector {alikeJob(21).id(), alikeJob(23).id()}));
}

void TestMendDialogs::credentialsGoToTheEngineAndNowhereElse()
{
    publish(alikeJob(21));
    publish(alikeJob(22));
    open(Fix::Credentials, MendScope::SameProblem);

    QTest::keyClicks(QApplication::focusWidget(), u"ada"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"s3:cret"_qs);
    QCOMPARE(field<QLineEdit>(u"password"_qs)->displayText().count(u's'), 0);
    for (const QLabel *label : dialog()->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(u"s3:cret"_qs));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(changes()[0].ids, (std::vector {alikeJob(21).id(), alikeJob(22).id()}));
    QCOMPARE(*changes()[0].change.credentials, std::string("ada:s3:cret"));
    QCOMPARE(verbs().size(), std::size_t(1));
    QVERIFY(!isOpen());
}

void TestMendDialogs::aColonInTheUserNameIsToldAtOnce()
{
    publish(alikeJob(21));
    open(Fix::Credentials);

    QTest::keyClicks(field<QLineEdit>(u"user"_qs), u"ada:x"_qs);

    QCOMPARE(message(), u"A user name cannot hold a colon."_qs);
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());
}

void TestMendDialogs::aRefusalKeepsWhatWasTyped()
{
    publish(alikeJob(21));
    m_service->decide = [](const Request &) -> std::optional<Result<Answer>> {
        return refuse(Refusal::StoreFailed, "disk full");
    };
    open(Fix::Credentials);
    field<QLineEdit>(u"user"_qs)->setText(u"ada"_qs);
    field<QLineEdit>(u"password"_qs)->setText(u"secret"_qs);

    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QVERIFY(isOpen());
    QVERIFY(message().startsWith(u"This could not be saved"_qs));
    QCOMPARE(field<QLineEdit>(u"password"_qs)->text(), u"secret"_qs);
    QVERIFY(button(u"Change and resume"_qs)->isEnabled());
    QVERIFY(verbs().empty());
}

void TestMendDialogs::anotherFolderIsAskedForAndWhatArrivedMovesAlong()
{
    const Sandbox before;
    const Sandbox after;
    publish(alikeJob(21).folder(before.path()));
    open(Fix::ChangeFolder);
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());

    QTest::keyClicks(field<QLineEdit>(), QString::fromStdString(after.path()));
    settle();
    QVERIFY(message().startsWith(u"What has arrived moves along."_qs));
    QTest::keyClick(field<QLineEdit>(), Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(*changes()[0].change.folder, after.path());
    QVERIFY(!changes()[0].change.restart);
    QCOMPARE(verbs().size(), std::size_t(1));
}

void TestMendDialogs::aFolderThatIsNotThereIsToldAtOnce()
{
    publish(alikeJob(21));
    open(Fix::ChangeFolder);

    field<QLineEdit>()->setText(u"/no/such/folder"_qs);
    settle();
    QVERIFY(message().startsWith(u"“/no/such/folder” does not exist."_qs));
    field<QLineEdit>()->setText(u"folder"_qs);
    QVERIFY(message().startsWith(u"“folder” is not a full path."_qs));
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());
}

void TestMendDialogs::acrossFileSystemsTheUserMayStartOver()
{
    const Sandbox before;
    const Sandbox after;
    publish(alikeJob(21).folder(before.path()));
    open(Fix::ChangeFolder);
    m_service->decide = [](const Request &) -> std::optional<Result<Answer>> {
        return refuse(Refusal::OtherFileSystem, "/elsewhere");
    };
    field<QLineEdit>()->setText(QString::fromStdString(after.path()));
    QTest::keyClick(field<QLineEdit>(), Qt::Key_Return);
    settle();
    QVERIFY(isOpen());
    auto *startOver = field<QCheckBox>(u"startOver"_qs);
    QVERIFY(startOver->isVisible());
    QCOMPARE(startOver->text(), u"&Start over: give up the 1.0 MB here and fetch them again"_qs);
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());

    follow();
    QTest::mouseClick(startOver, Qt::LeftButton, {}, {8, startOver->height() / 2});
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QVERIFY(changes().back().change.restart);
    QVERIFY(changes().back().change.restart->empty()); // all of it
    QVERIFY(!isOpen());
}

void TestMendDialogs::aProxyIsSentWithItsSignIn()
{
    publish(alikeJob(21));
    open(Fix::Proxy);

    QTest::keyClicks(field<QLineEdit>(u"proxy"_qs), u"proxy.example:3128"_qs);
    QTest::keyClicks(field<QLineEdit>(u"user"_qs), u"ada"_qs);
    QTest::keyClicks(field<QLineEdit>(u"password"_qs), u"p@ss/word"_qs);
    QTest::keyClick(field<QLineEdit>(u"password"_qs), Qt::Key_Return);
    settle();

    QCOMPARE(*changes()[0].change.proxy, std::string("http://ada:p%40ss%2Fword@proxy.example:3128"));
    QCOMPARE(verbs().size(), std::size_t(1));
}

void TestMendDialogs::noProxyMeansTheEnvironments()
{
    JobOptions options;
    options.proxy = "http://old.example:3128";
    publish(alikeJob(21).options(options));
    open(Fix::Proxy);
    QCOMPARE(field<QLineEdit>(u"proxy"_qs)->text(), u"http://old.example:3128"_qs);
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());

    QTest::keyClick(field<QLineEdit>(u"proxy"_qs), Qt::Key_Backspace);
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QVERIFY(changes()[0].change.proxy->empty());
}

void TestMendDialogs::aBadProxyIsToldAtOnce()
{
    publish(alikeJob(21));
    open(Fix::Proxy);

    field<QLineEdit>(u"user"_qs)->setText(u"ada"_qs);
    QCOMPARE(message(), u"A sign-in needs the proxy it is for."_qs);
    field<QLineEdit>(u"proxy"_qs)->setText(u"not a proxy"_qs);
    QVERIFY(message().startsWith(u"“not a proxy” is not the address of a proxy."_qs));
    QVERIFY(!button(u"Change and resume"_qs)->isEnabled());
}

void TestMendDialogs::aDiskWithRoomIsResumed()
{
    const Sandbox folder;
    publish(alikeJob(21).folder(folder.path()));
    open(Fix::RecheckDisk);
    settle();
    QCOMPARE(field<QLabel>(u"needed"_qs)->text(), u"2.0 MB"_qs);
    QCOMPARE(message(), u"There is room for all of it."_qs);

    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QVERIFY(changes().empty());
    QCOMPARE(verbs().size(), std::size_t(1));
    QCOMPARE(verbs()[0].verb, Verb::Resume);
    QVERIFY(!isOpen());
}

void TestMendDialogs::aFolderThatOnlyTheEngineSeesIsNoMissingDisk()
{
    publish(alikeJob(21).folder("/only/on/the/engines/machine"));
    m_service->decide = [](const Request &request) -> std::optional<Result<Answer>> {
        if (!std::holds_alternative<GetFolder>(request))
            return std::nullopt;
        return Answer(FolderSpace {true, "/only", 9, 5'000'000, 10'000'000});
    };
    open(Fix::RecheckDisk);

    settle();

    QCOMPARE(field<QLabel>(u"free"_qs)->text(), u"5.0 MB"_qs);
    QCOMPARE(message(), u"There is room for all of it."_qs);
    QVERIFY(button(u"Resume"_qs)->isEnabled());
}

void TestMendDialogs::theNumberOfJobsInTheSettingsHoldsAtOnce()
{
    m_dialogs->editSettings();
    auto *settings = m_window->findChild<QDialog *>();
    settings->findChild<QSpinBox *>(u"activeJobs"_qs)->setValue(3);
    settings->accept();

    const auto limits = m_service->requestsOf<SetLimits>();
    QCOMPARE(limits.size(), std::size_t(1));
    QCOMPARE(limits[0].activeJobs, 3U);
    QVERIFY(!limits[0].transfers);
    m_settings->clear();
}

void TestMendDialogs::aDiskWithoutRoomSaysHowMuchIsMissing()
{
    const Sandbox folder;
    SampleJob job(31, "far too large", {});
    job.folder(folder.path())
        .file("https://cdn.example.org/all.tar", FileState::Failed, 0, 9'000'000'000'000'000)
        .in(JobState::Error)
        .failed(fromWin32(112), 0, -10s);
    publish(job);

    open(Fix::RecheckDisk);
    settle();

    QVERIFY2(message().startsWith(u"Another "_qs), qPrintable(message()));
    QVERIFY(!button(u"Resume"_qs)->isEnabled());
}

void TestMendDialogs::retryIsChangedWithoutDisturbingTheWait()
{
    publish(busyJob({}));
    open(Fix::EditRetry);
    QVERIFY(button(u"Change only"_qs)->isDefault());

    auto *delay = dialog()->findChildren<QSpinBox *>().first();
    QVERIFY(delay->hasFocus());
    QTest::keyClicks(delay, u"90"_qs);
    QTest::keyClick(delay, Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(changes()[0].change.retryDelay->value(), Milliseconds(90s));
    QVERIFY(!changes()[0].change.maxRetries->has_value());
    QCOMPARE(*changes()[0].change.noProgressTimeout, RetryPolicy::kTwoWeeks);
    QVERIFY(verbs().empty());
    QVERIFY(!isOpen());
}

void TestMendDialogs::retryOfAFailedJobIsChangedAndResumed()
{
    publish(climateJob({}));
    open(Fix::EditRetry);
    auto *retries = dialog()->findChildren<QSpinBox *>().at(1);
    retries->setFocus();
    retries->selectAll();

    QTest::keyClicks(retries, u"7"_qs);
    QVERIFY(message().contains(u"after 7 attempts in a row"_qs));
    QTest::keyClick(retries, Qt::Key_Return);
    settle();

    QCOMPARE(changes()[0].change.maxRetries->value(), 7U);
    QCOMPARE(verbs().size(), std::size_t(1));
}

void TestMendDialogs::anUnchangedRetryCannotBeSent()
{
    publish(busyJob({}));
    open(Fix::EditRetry);

    QTest::keyClick(dialog(), Qt::Key_Return);

    QVERIFY(!button(u"Change only"_qs)->isEnabled());
    QVERIFY(isOpen());
    QVERIFY(changes().empty());
}

void TestMendDialogs::aPrefixIsReplacedInEveryJobThatFailedAlike()
{
    for (const std::uint64_t number : {21, 22, 23})
        publish(alikeJob(number));
    open(Fix::ChangeAddress, MendScope::SameProblem);
    auto *address = field<QLineEdit>();
    address->selectAll();

    QTest::keyClicks(address, u"https://new.example.org/2025/21.cab"_qs);
    QCOMPARE(field<QCheckBox>(u"alsoOthers"_qs)->text(),
             u"&Also in 2 other jobs with the same problem, for what starts with https://cdn.example.org/"_qs);
    QTest::keyClick(address, Qt::Key_Return);
    settle();

    QCOMPARE(changes().size(), std::size_t(2));
    QCOMPARE(changes()[0].ids, std::vector {alikeJob(21).id()});
    QCOMPARE(changes()[0].change.addresses[0].second, std::string("https://new.example.org/2025/21.cab"));
    QCOMPARE(changes()[1].ids, (std::vector {alikeJob(22).id(), alikeJob(23).id()}));
    QCOMPARE(changes()[1].change.prefix->from, std::string("https://cdn.example.org/"));
    QCOMPARE(changes()[1].change.prefix->to, std::string("https://new.example.org/"));
    QCOMPARE(std::get<std::vector<JobId>>(verbs()[0].jobs).size(), std::size_t(3));
    QVERIFY(!isOpen());
}

void TestMendDialogs::jobsWithoutThePrefixAreLeftOut()
{
    publish(alikeJob(21));
    publish(alikeJob(22, "http://cdn.example.org")); // the same host, and yet another beginning
    open(Fix::ChangeAddress, MendScope::SameProblem);

    field<QLineEdit>()->setText(u"https://new.example.org/2025/21.cab"_qs);

    QVERIFY(field<QCheckBox>(u"alsoOthers"_qs)->isHidden());
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();
    QCOMPARE(changes().size(), std::size_t(1));
}

void TestMendDialogs::aGroupThatFollowsInPartKeepsTheRest()
{
    for (const std::uint64_t number : {21, 22, 23})
        publish(alikeJob(number));
    follow({alikeJob(22).id()});
    open(Fix::Restart, MendScope::SameProblem);

    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();

    QVERIFY(isOpen());
    QVERIFY2(message().startsWith(u"Done for 2 jobs, but not for 1 job."_qs), qPrintable(message()));
    QCOMPARE(std::get<std::vector<JobId>>(verbs()[0].jobs), (std::vector {alikeJob(21).id(), alikeJob(23).id()}));
    follow();
    QTest::keyClick(dialog(), Qt::Key_Return);
    settle();
    QCOMPARE(changes().back().ids, std::vector {alikeJob(22).id()});
    QVERIFY(!isOpen());
}

void TestMendDialogs::changeOnlyDoesNotResume()
{
    publish(alikeJob(21));
    open(Fix::ChangeAddress);
    field<QLineEdit>()->setText(u"https://new.example.org/2025/21.cab"_qs);

    QTest::mouseClick(button(u"Change only"_qs), Qt::LeftButton);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QVERIFY(verbs().empty());
    QVERIFY(!isOpen());
}

void TestMendDialogs::ctrlReturnSends()
{
    publish(alikeJob(21));
    open(Fix::ChangeAddress);
    field<QLineEdit>()->setText(u"https://new.example.org/2025/21.cab"_qs);

    QTest::keyClick(field<QLineEdit>(), Qt::Key_Return, Qt::ControlModifier);
    settle();

    QCOMPARE(changes().size(), std::size_t(1));
    QCOMPARE(verbs().size(), std::size_t(1));
}

void TestMendDialogs::escapeSendsNothing()
{
    publish(alikeJob(21));
    open(Fix::Restart);

    QTest::keyClick(dialog(), Qt::Key_Escape);
    settle();

    QVERIFY(!isOpen());
    QVERIFY(changes().empty());
}

void TestMendDialogs::aJobThatEndsMeanwhileIsRefusedInPlace()
{
    publish(alikeJob(21));
    open(Fix::ChangeAddress);
    field<QLineEdit>()->setText(u"https://new.example.org/2025/21.cab"_qs);
    publish(alikeJob(21).in(JobState::Cancelled));
    follow({alikeJob(21).id()});

    QTest::mouseClick(button(u"Change only"_qs), Qt::LeftButton);
    settle();

    QVERIFY(isOpen());
    QVERIFY(message().contains(u"“Cancelled”"_qs));
    QCOMPARE(field<QLineEdit>()->text(), u"https://new.example.org/2025/21.cab"_qs);
    QVERIFY(verbs().empty());
}

void TestMendDialogs::theBrowserGetsTheAddressWithoutUserInfo()
{
    QDesktopServices::setUrlHandler(u"https"_qs, this, "browse");
    publish(alikeJob(21));

    m_dialogs->mend(Fix::OpenInBrowser, JobTable::Index {0}, MendScope::ThisJob);

    QCOMPARE(m_browsed, QUrl(u"https://cdn.example.org/2025/21.cab"_qs));
    QVERIFY(m_service->requestsOf<EditJobs>().empty());
    QDesktopServices::unsetUrlHandler(u"https"_qs);
}

QTEST_MAIN(TestMendDialogs)
#include "tst_menddialogs.moc"
