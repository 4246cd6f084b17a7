// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/connectionoptions.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include "address/givenaddress.h"
#include "widgets/typedpath.h"

namespace haulwatch {
namespace {

constexpr int kHeaderLines = 3;

} // namespace

ConnectionOptions::ConnectionOptions(QWidget *parent)
    : QWidget(parent)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_headers(new QPlainTextEdit(this))
    , m_secretParameters(new QLineEdit(this))
    , m_proxy(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
{
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoAutoUppercase);
    m_headers->setObjectName(QStringLiteral("headers"));
    m_headers->setPlaceholderText(tr("Name: value, one a line"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(fontMetrics().lineSpacing() * kHeaderLines + 12);
    m_secretParameters->setObjectName(QStringLiteral("secretParameters"));
    m_secretParameters->setPlaceholderText(tr("names, such as token: their values are shown nowhere"));
    m_proxy->setObjectName(QStringLiteral("proxy"));
    m_proxy->setPlaceholderText(tr("as the environment says"));
    m_caFile->setObjectName(QStringLiteral("certificates"));
    m_caFile->setPlaceholderText(tr("those of this system"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&User name"), m_user);
    form->addRow(tr("Pass&word"), m_password);
    form->addRow(tr("&Headers"), m_headers);
    form->addRow(tr("Secret &query parameters"), m_secretParameters);
    form->addRow(tr("Pro&xy"), m_proxy);
    form->addRow(tr("Certificates fi&le"), m_caFile);
    for (const QLineEdit *field : {m_user, m_password, m_secretParameters, m_proxy, m_caFile})
        connect(field, &QLineEdit::textChanged, this, &ConnectionOptions::changed);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &ConnectionOptions::changed);
}

void ConnectionOptions::applyTo(JobDraft &draft) const
{
    JobOptions &options = draft.options;
    for (const QString &line : m_headers->toPlainText().split(u'\n'))
        if (const QString header = line.trimmed(); !header.isEmpty())
            options.headers.push_back(header.toStdString());
    if (const QString proxy = m_proxy->text().trimmed(); !proxy.isEmpty())
        options.proxy = proxy.toStdString();
    if (const QString file = withoutTilde(m_caFile->text()); !file.isEmpty())
        options.caFile = file.toStdString();
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    for (const QString &name : m_secretParameters->text().split(between, Qt::SkipEmptyParts))
        draft.secretParameters.push_back(name.toStdString());
}

void ConnectionOptions::signIn(JobDraft &draft) const
{
    const auto given = readCredentials(m_user->text().toStdString() + ':' + m_password->text().toStdString());
    if (m_user->text().isEmpty() || !given)
        return;
    for (JobDraft::File &file : draft.files) {
        const auto address = readAddress(file.remote);
        if (address && address->userInfo.empty())
            file.remote.insert(file.remote.find("://") + 3, *given + '@');
    }
}

QString ConnectionOptions::problem() const
{
    if (m_user->text().isEmpty())
        return m_password->text().isEmpty() ? QString() : tr("A password needs the user name it is for.");
    // The colon is what parts the two (RFC 7617 §2).
    if (m_user->text().contains(u':'))
        return tr("A user name cannot hold a colon.");
    const auto given = readCredentials(m_user->text().toStdString() + ':' + m_password->text().toStdString());
    return given ? QString() : tr("User name or password are too long, or hold a control character.");
}

} // namespace haulwatch
