// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificatedialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <utility>

#include "dialogs/jobproxy.h"
#include "widgets/textlabels.h"
#include "words/format.h"

namespace haulwatch {
namespace {

constexpr int kTextWidth = 420;

/// A name as people know it: the common name, else the organization, else all there is.
QString nameOf(const QStringList &commonNames, const QStringList &organizations, const QString &all)
{
    const auto &names = !commonNames.isEmpty() ? commonNames : organizations;
    return format::plain((names.isEmpty() ? all : names.join(QStringLiteral(", "))).toStdString());
}

QString dateOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat);
}

/// Objections that say "nobody vouches for it" and nothing worse.
bool isAboutTheIssuer(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

bool has(const QList<QSslError> &errors, QSslError::SslError wanted)
{
    return std::any_of(errors.begin(), errors.end(), [&](const QSslError &e) { return e.error() == wanted; });
}

} // namespace

CertificateDialog::CertificateDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_compared(new QCheckBox(tr("I &have compared the fingerprint"), this))
{
    const JobRecord &record = feed.table().at(job);
    if (record.error)
        m_server = format::plain(record.error->host);
    setWindowTitle(tr("Certificate"));
    setButtons(tr("&Trust it and resume"), {});
    addLine(tr("Server"))->setPlain(m_server);
    m_subject = addLine(tr("Issued to"));
    m_issuer = addLine(tr("Issued by"));
    m_validity = addLine(tr("Valid"));
    m_fingerprint = addLine(tr("SHA-256"));
    m_fingerprint->makeSelectable();
    m_compared->setObjectName(QStringLiteral("compared"));
    m_compared->hide();
    form().addRow(m_compared);
    connect(m_compared, &QCheckBox::toggled, this, &CertificateDialog::judge);
    connect(&m_probe, &CertificateProbe::answered, this, &CertificateDialog::show);
    connect(&m_probe, &CertificateProbe::failed, this, [this](const QString &reason) {
        m_failure = reason;
        judge();
    });
    if (record.status.has(kSimulated))
        m_failure = tr("a simulated server has no certificate");
    else
        m_probe.ask(m_server, proxyOf(*record.spec->options));
    start(m_compared);
}

WrappedLabel *CertificateDialog::addLine(const QString &title)
{
    auto *line = new WrappedLabel(this);
    line->setMinimumWidth(kTextWidth);
    line->setPlain(QStringLiteral("…"));
    form().addRow(muted(new QLabel(title, this)), line);
    return line;
}

void CertificateDialog::show(const QList<QSslCertificate> &chain, const QList<QSslError> &objections)
{
    m_chain = chain;
    m_objections = objections;
    const QSslCertificate own = chain.value(0);
    m_subject->setPlain(nameOf(own.subjectInfo(QSslCertificate::CommonName),
                               own.subjectInfo(QSslCertificate::Organization), own.subjectDisplayName()));
    m_issuer->setPlain(own.isSelfSigned()
                           ? tr("itself")
                           : nameOf(own.issuerInfo(QSslCertificate::CommonName),
                                    own.issuerInfo(QSslCertificate::Organization), own.issuerDisplayName()));
    m_validity->setPlain(tr("%1 to %2", "dates").arg(dateOf(own.effectiveDate()), dateOf(own.expiryDate())));
    m_fingerprint->setPlain(fingerprintOf(own));
    m_compared->setVisible(isTrustable());
    judge();
    if (isTrustable())
        m_compared->setFocus();
}

QString CertificateDialog::objection() const
{
    const QSslCertificate own = m_chain.value(0);
    if (has(m_objections, QSslError::CertificateExpired))
        return tr("It ended on %1. The owner of %2 has to renew it; trusting cannot help.")
            .arg(dateOf(own.expiryDate()), m_server);
    if (has(m_objections, QSslError::CertificateNotYetValid))
        return tr("It begins on %1. Check this computer's clock.").arg(dateOf(own.effectiveDate()));
    if (has(m_objections, QSslError::HostNameMismatch))
        return tr("It belongs to another server, not to %1. Check the address; trusting cannot help.").arg(m_server);
    if (!std::all_of(m_objections.begin(), m_objections.end(), isAboutTheIssuer))
        return tr("It cannot be trusted: %1").arg(m_objections.last().errorString());
    if (!spec().options->caFile.empty() && !m_trusted.isOurs(spec().options->caFile))
        return tr("This job trusts the certificates in %1. Add this one there.")
            .arg(format::plain(spec().options->caFile));
    return {};
}

bool CertificateDialog::isTrustable() const
{
    return !m_chain.isEmpty() && !m_objections.isEmpty() && objection().isEmpty();
}

MendDialog::Verdict CertificateDialog::verdict() const
{
    if (!m_failure.isEmpty())
        return {tr("%1 could not be asked for its certificate: %2.").arg(m_server, m_failure), true};
    if (m_chain.isEmpty())
        return {tr("Asking %1 for its certificate…").arg(m_server), false};
    if (m_objections.isEmpty())
        return {tr("This system trusts the certificate that the server has now."), false};
    if (const auto why = objection(); !why.isEmpty())
        return {why, true};
    return {tr("Nobody whom this system trusts vouches for it. Whoever could stand between you and %1 could show one "
               "like it: ask the owner for the fingerprint and compare. It will be trusted by the jobs mended here, "
               "until you take that back under Jobs ▸ Trusted certificates.")
                .arg(m_server),
            false};
}

bool CertificateDialog::isComplete() const
{
    return !m_chain.isEmpty() && (m_objections.isEmpty() || (isTrustable() && m_compared->isChecked()));
}

QString CertificateDialog::prepare()
{
    if (m_objections.isEmpty())
        return {};
    auto file = m_trusted.add(m_server, m_chain.first(), QString::fromStdString(spec().options->caFile));
    if (!file)
        return tr("The certificate cannot be kept: %1").arg(file.error());
    m_file = *std::move(file);
    return {};
}

std::vector<EditJobs> CertificateDialog::changes() const
{
    if (m_file.isEmpty())
        return {};
    JobEdit change;
    change.caFile = m_file.toStdString();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
