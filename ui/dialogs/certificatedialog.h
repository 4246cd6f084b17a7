// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/certificateprobe.h"
#include "dialogs/menddialog.h"
#include "dialogs/trustedcertificates.h"

class QCheckBox;

namespace haulwatch {

/// The certificate of the server that a job could not trust, and why; to be trusted for the job, or for all that fail
/// alike, once the user has compared the fingerprint. A certificate that ended or belongs to another server stays
/// refused: nobody could say whom one would trust.
class CertificateDialog : public MendDialog {
    Q_OBJECT

public:
    CertificateDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::vector<EditJobs> changes() const override;
    [[nodiscard]] QString prepare() override;
    [[nodiscard]] Verdict verdict() const override;
    [[nodiscard]] bool isComplete() const override;

private:
    WrappedLabel *addLine(const QString &title);
    void show(const QList<QSslCertificate> &chain, const QList<QSslError> &objections);
    [[nodiscard]] bool isTrustable() const;
    [[nodiscard]] QString objection() const;

    TrustedCertificates m_trusted;
    QString m_server; ///< host[:port]
    QString m_failure; ///< why the server could not be asked
    QList<QSslCertificate> m_chain;
    QList<QSslError> m_objections;
    QString m_file; ///< once it is trusted
    CertificateProbe m_probe;
    WrappedLabel *m_subject;
    WrappedLabel *m_issuer;
    WrappedLabel *m_validity;
    WrappedLabel *m_fingerprint;
    QCheckBox *m_compared;
};

} // namespace haulwatch
