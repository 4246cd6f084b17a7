// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>

#include "dialogs/certificatedialog.h"
#include "dialogs/jobdialogs.h"
#include "dialogs/trustdialog.h"
#include "engine/localengine.h"
#include "model/jobfeed.h"
#include "store/memoryjournal.h"
#include "store/storeopen.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/nginx.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;

/// A server whose certificate nobody vouches for, met by the real engine and mended through the real dialogs.
class TestCertificateTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void onceComparedItIsTrustedUntilThatIsTakenBack();
    void whatTrustingCannotMendIsRefused_data();
    void whatTrustingCannotMendIsRefused();
    void aServerThatCannotBeAskedIsTold();
    void aCertificatesFileOfTheUsersOwnIsLeftAlone();

private:
    void serve(Certificates::Kind kind);
    [[nodiscard]] JobId add(const std::string &caFile = {});
    [[nodiscard]] const JobRecord &job(JobId id) const { return m_feed->table().at(*m_feed->table().find(id)); }
    [[nodiscard]] bool isIn(JobId id, JobState state) const
    {
        return m_feed->table().find(id) && job(id).status.state == state;
    }
    template <typename Dialog>
    [[nodiscard]] Dialog *opened() const
    {
        return m_window->findChild<Dialog *>();
    }
    [[nodiscard]] static QPushButton *button(QWidget &dialog, const QString &text);
    [[nodiscard]] static QString messageOf(QWidget &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("message"))->text();
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Certificates> m_certificates;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<LocalEngine> m_engine;
    std::unique_ptr<JobService> m_service;
    std::unique_ptr<JobFeed> m_feed;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QWidget> m_window;
    JobDialogs *m_dialogs = nullptr;
    const std::string m_body = patternedBytes(50'000);
};

void TestCertificateTrust::init()
{
    QVERIFY2(Nginx::isInstalled() && isInstalled("openssl"), "nginx and openssl are needed: ./dev test installs them");
    QStandardPaths::setTestModeEnabled(true);
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/certificates").removeRecursively();
    m_sandbox = std::make_unique<Sandbox>();
    m_sandbox->write("file", m_body);
    m_certificates = std::make_unique<Certificates>();
    LocalEngine::Parts parts;
    parts.transfers = makeCurlEngine();
    parts.journal = makeMemoryJournal();
    parts.clock = systemNow;
    m_engine = std::make_unique<LocalEngine>(std::move(parts));
    m_service = m_engine->attach(LocalEngine::ChangeFeed::On);
    m_feed = std::make_unique<JobFeed>(*m_service);
    m_settings = std::make_unique<QSettings>(QString::fromStdString(m_sandbox->path("s.ini")), QSettings::IniFormat);
    m_window = std::make_unique<QWidget>();
    m_dialogs = new JobDialogs(*m_feed, *m_settings, m_window.get());
    m_window->show();
}

void TestCertificateTrust::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_service.reset();
    m_engine.reset();
    m_nginx.reset();
    m_sandbox.reset();
}

void TestCertificateTrust::serve(Certificates::Kind kind)
{
    m_nginx = std::make_unique<Nginx>(
        Nginx::Setup {m_sandbox->path(), {}, m_certificates->certificate(kind), m_certificates->key(), true});
}

JobId TestCertificateTrust::add(const std::string &caFile)
{
    JobDraft draft;
    draft.files.push_back({m_nginx->address("/file"), "here", {}});
    draft.folder = m_sandbox->path("downloads");
    draft.options.caFile = caFile;
    std::optional<JobId> id;
    m_feed->post(AddJob {std::move(draft)}, m_window.get(), [&](const Result<Answer> &result) {
        if (result)
            id = std::get<JobRecord>(*result).spec->id;
    });
    [&] { QTRY_VERIFY(id.has_value()); }();
    return id.value_or(JobId {});
}

QPushButton *TestCertificateTrust::button(QWidget &dialog, const QString &text)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void TestCertificateTrust::onceComparedItIsTrustedUntilThatIsTakenBack()
{
    serve(Certificates::Kind::Good);
    const JobId id = add();
    QTRY_VERIFY(isIn(id, JobState::Error));
    QCOMPARE(job(id).error->cause, Cause::Certificate);

    m_dialogs->mend(Fix::ShowCertificate, *m_feed->table().find(id), MendScope::ThisJob);
    auto *dialog = opened<CertificateDialog>();
    auto *compared = dialog->findChild<QCheckBox *>(u"compared"_qs);
    QTRY_VERIFY(compared->isVisible());
    const auto own =
        QSslCertificate::fromPath(QString::fromStdString(m_certificates->certificate(Certificates::Kind::Good)));
    bool showsFingerprint = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        showsFingerprint =
            showsFingerprint || QString(label->text()).remove(QChar(0x200B)) == fingerprintOf(own.first());
    QVERIFY(showsFingerprint);
    QVERIFY(!button(*dialog, u"Trust it and resume"_qs)->isEnabled());
    QTest::keyClick(compared, Qt::Key_Space);
    QTest::mouseClick(button(*dialog, u"Trust it and resume"_qs), Qt::LeftButton);

    QTRY_VERIFY(isIn(id, JobState::Acknowledged));
    QVERIFY(m_sandbox->read("downloads/here") == m_body);
    QVERIFY(TrustedCertificates().isOurs(job(id).spec->options->caFile));

    const std::string file = job(id).spec->options->caFile;
    std::filesystem::remove(m_sandbox->path("downloads/here"));
    JobDraft waiting;
    waiting.files.push_back({m_nginx->address("/file"), "later", {}});
    waiting.folder = m_sandbox->path("downloads");
    waiting.options.caFile = file;
    waiting.suspended = true;
    std::optional<JobId> second;
    m_feed->post(AddJob {std::move(waiting)}, m_window.get(),
                 [&](const Result<Answer> &result) { second = std::get<JobRecord>(result.value()).spec->id; });
    QTRY_VERIFY(second && isIn(*second, JobState::Suspended));
    m_dialogs->showTrustedCertificates();
    auto *trust = opened<TrustDialog>();
    QCOMPARE(trust->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
    QTest::mouseClick(button(*trust, u"Stop trusting"_qs), Qt::LeftButton);

    QTRY_VERIFY(job(*second).spec->options->caFile.empty());
    QVERIFY(!std::filesystem::exists(file));
    QVERIFY2(messageOf(*trust).contains(u"1 job"_qs), qPrintable(messageOf(*trust)));
    m_feed->post(ApplyVerb {Verb::Resume, std::vector {*second}}, m_window.get(), [](const Result<Answer> &) {});
    QTRY_VERIFY(isIn(*second, JobState::Error));
}

void TestCertificateTrust::whatTrustingCannotMendIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");

    QTest::newRow("ended") << static_cast<int>(Certificates::Kind::Expired) << u"renew"_qs;
    QTest::newRow("of another server") << static_cast<int>(Certificates::Kind::WrongHost) << u"another server"_qs;
}

void TestCertificateTrust::whatTrustingCannotMendIsRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, says);
    serve(static_cast<Certificates::Kind>(kind));
    const JobId id = add();
    QTRY_VERIFY(isIn(id, JobState::Error));

    m_dialogs->mend(Fix::ShowCertificate, *m_feed->table().find(id), MendScope::ThisJob);

    auto *dialog = opened<CertificateDialog>();
    QTRY_VERIFY2(messageOf(*dialog).contains(says), qPrintable(messageOf(*dialog)));
    QVERIFY(!button(*dialog, u"Trust it and resume"_qs)->isEnabled());
    QVERIFY(!dialog->findChild<QCheckBox *>(u"compared"_qs)->isVisible());
}

void TestCertificateTrust::aServerThatCannotBeAskedIsTold()
{
    serve(Certificates::Kind::Good);
    const JobId id = add();
    QTRY_VERIFY(isIn(id, JobState::Error));
    m_nginx.reset();

    m_dialogs->mend(Fix::ShowCertificate, *m_feed->table().find(id), MendScope::ThisJob);

    auto *dialog = opened<CertificateDialog>();
    QTRY_VERIFY2(messageOf(*dialog).contains(u"could not be asked"_qs), qPrintable(messageOf(*dialog)));
    QVERIFY(!button(*dialog, u"Trust it and resume"_qs)->isEnabled());
}

void TestCertificateTrust::aCertificatesFileOfTheUsersOwnIsLeftAlone()
{
    serve(Certificates::Kind::Good);
    // An authority that has nothing to do with this server.
    Certificates other;
    const JobId id = add(other.authority());
    QTRY_VERIFY(isIn(id, JobState::Error));

    m_dialogs->mend(Fix::ShowCertificate, *m_feed->table().find(id), MendScope::ThisJob);

    auto *dialog = opened<CertificateDialog>();
    QTRY_VERIFY2(messageOf(*dialog).contains(u"ca.pem"_qs), qPrintable(messageOf(*dialog)));
    QVERIFY(!button(*dialog, u"Trust it and resume"_qs)->isEnabled());
}

QTEST_MAIN(TestCertificateTrust)
#include "tst_certificatetrust.moc"
