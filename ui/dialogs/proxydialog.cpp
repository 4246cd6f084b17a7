// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/proxydialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QUrl>

#include <utility>

#include "address/givenaddress.h"
#include "words/problemtext.h"

namespace haulwatch {
namespace {

constexpr int kFieldWidth = 360;

} // namespace

ProxyDialog::ProxyDialog(JobFeed &feed, JobTable::Index job, const MendScope &scope, QWidget *parent)
    : MendDialog(feed, job, scope, parent)
    , m_address(new QLineEdit(QString::fromStdString(spec().options->proxy), this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
{
    setWindowTitle(tr("Proxy"));
    m_address->setObjectName(QStringLiteral("proxy"));
    m_address->setMinimumWidth(kFieldWidth);
    m_address->setPlaceholderText(tr("as the environment says"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoAutoUppercase);
    addJobRow();
    form().addRow(tr("P&roxy"), m_address);
    form().addRow(tr("&User name"), m_user);
    form().addRow(tr("&Password"), m_password);
    for (const QLineEdit *field : {m_address, m_user, m_password})
        connect(field, &QLineEdit::textChanged, this, &ProxyDialog::judge);
    start(m_address);
    m_address->selectAll();
}

std::string ProxyDialog::typed() const
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty() || m_user->text().isEmpty())
        return address.toStdString();
    // User info in an address is percent-encoded (RFC 3986 §3.2.1).
    const QByteArray signIn =
        QUrl::toPercentEncoding(m_user->text()) + ':' + QUrl::toPercentEncoding(m_password->text()) + '@';
    const auto scheme = address.indexOf(u"://");
    const QString server = scheme < 0 ? address : address.sliced(scheme + 3);
    const QString before = scheme < 0 ? QStringLiteral("http://") : address.first(scheme + 3);
    return before.toStdString() + signIn.toStdString() + server.toStdString();
}

MendDialog::Verdict ProxyDialog::verdict() const
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty() && !m_user->text().isEmpty())
        return {tr("A sign-in needs the proxy it is for."), true};
    if (address.isEmpty())
        return {tr("Without an address, the proxy is the one that the environment names, or none."), false};
    const QString whole = address.contains(u"://") ? address : u"http://" + address;
    if (!readAddress(whole.toStdString()))
        return {problemtext::refusal({Refusal::BadProxy, {}, address.toStdString()}), true};
    return {m_user->text().isEmpty() ? tr("Without a user name, the proxy gets no sign-in.")
                                     : tr("The sign-in is kept with the program's secrets and shown nowhere."),
            false};
}

bool ProxyDialog::isComplete() const
{
    return m_address->text().trimmed() != QString::fromStdString(spec().options->proxy) || !m_user->text().isEmpty()
        || isForOthersToo();
}

std::vector<EditJobs> ProxyDialog::changes() const
{
    JobEdit change;
    change.proxy = typed();
    return {{jobs(), std::move(change)}};
}

} // namespace haulwatch
