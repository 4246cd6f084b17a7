// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sizeprobe.h"

#include <QAuthenticator>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "address/address.h"
#include "dialogs/certificatefile.h"
#include "dialogs/jobproxy.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kAtOnce = 4;
constexpr int kMostRedirects = 10;
constexpr auto kPatience = 10s;

/// As the engine does: also where the same host leads from http to https.
bool maySignIn(const QUrl &from, const QUrl &to)
{
    const auto home = parseAddress(from.toEncoded().toStdString());
    const auto target = parseAddress(to.toEncoded().toStdString());
    return home && target && sharesCredentials(*home, *target);
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// "bytes 0-0/1234", or "bytes */0" of an empty file (RFC 9110 §14.4).
std::optional<std::uint64_t> totalOf(const QByteArray &contentRange)
{
    bool isNumber = false;
    const auto total = contentRange.mid(contentRange.lastIndexOf('/') + 1).trimmed().toULongLong(&isNumber);
    return contentRange.contains('/') && isNumber ? std::optional<std::uint64_t>(total) : std::nullopt;
}

std::optional<std::uint64_t> sizeIn(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status == 206 || status == 416)
        return totalOf(reply.rawHeader("Content-Range"));
    // What was encoded on the way has another length than the file.
    const auto encoding = reply.rawHeader("Content-Encoding");
    if (status != 200 || (!encoding.isEmpty() && encoding != "identity"))
        return std::nullopt;
    bool isNumber = false;
    const auto length = reply.rawHeader("Content-Length").toULongLong(&isNumber);
    return isNumber ? std::optional<std::uint64_t>(length) : std::nullopt;
}

/// Whether a GET may tell what HEAD did not: some servers know no HEAD, and a signed link is often signed for GET only.
bool isWorthAGet(int status)
{
    return status / 100 == 2 || status == 400 || status == 403 || status == 405 || status == 501;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

SizeProbe::SizeProbe(QObject *parent)
    : QObject(parent)
{
    connect(&m_manager, &QNetworkAccessManager::authenticationRequired, this,
            [this](QNetworkReply *reply, QAuthenticator *authenticator) {
                const auto found = m_running.find(reply);
                if (found == m_running.end() || !found->second.isAtHome
                    || std::exchange(found->second.hasSignedIn, true))
                    return;
                const QUrl given(QString::fromStdString(found->second.address));
                authenticator->setUser(given.userName(QUrl::FullyDecoded));
                authenticator->setPassword(given.password(QUrl::FullyDecoded));
            });
}

SizeProbe::~SizeProbe()
{
    forgetAll();
}

void SizeProbe::ask(const JobDraft &draft)
{
    if (!(draft.options == m_options)) {
        forgetAll();
        takeOptions(draft.options);
    }
    std::vector<std::string> wanted;
    for (const auto &file : draft.files)
        if (wanted.size() < kMostAddresses)
            wanted.push_back(file.remote);
    const std::set<std::string> kept(wanted.begin(), wanted.end());
    std::set<std::string> asked;
    for (auto it = m_running.begin(); it != m_running.end();) {
        const auto next = std::next(it);
        if (kept.contains(it->second.address))
            asked.insert(it->second.address);
        else
            drop(it->first);
        it = next;
    }
    m_waiting.clear();
    for (const auto &address : wanted)
        if (!asked.contains(address) && !m_answers.contains(address))
            m_waiting.push_back(address);
    startNext();
}

const SizeProbe::Answer *SizeProbe::answerOf(const std::string &address) const
{
    const auto found = m_answers.find(address);
    return found == m_answers.end() ? nullptr : &found->second;
}

void SizeProbe::forgetAll()
{
    m_waiting.clear();
    m_answers.clear();
    while (!m_running.empty())
        drop(m_running.begin()->first);
}

void SizeProbe::takeOptions(const JobOptions &options)
{
    m_options = options;
    m_manager.setProxy(proxyOf(options));
    m_manager.clearAccessCache();
}

void SizeProbe::startNext()
{
    while (m_running.size() < kAtOnce && !m_waiting.empty()) {
        Inquiry inquiry {std::exchange(m_waiting.front(), {}), {}};
        m_waiting.pop_front();
        inquiry.url = QUrl(QString::fromStdString(inquiry.address));
        inquiry.url.setUserInfo({});
        inquiry.url.setFragment({});
        send(std::move(inquiry));
    }
}

void SizeProbe::send(Inquiry inquiry)
{
    QNetworkRequest request(inquiry.url);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(kPatience).count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Haulwatch");
    request.setRawHeader("Accept-Encoding", "identity");
    if (inquiry.isAtHome) {
        for (const auto &line : m_options.headers) {
            const auto colon = std::min(line.find(':'), line.size() - 1);
            request.setRawHeader(QByteArray::fromStdString(line.substr(0, colon)).trimmed(),
                                 QByteArray::fromStdString(line.substr(colon + 1)).trimmed());
        }
    }
    if (!m_options.caFile.empty()) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(readCertificates(QString::fromStdString(m_options.caFile)));
        request.setSslConfiguration(tls);
    }
    if (inquiry.isByRange)
        request.setRawHeader("Range", "bytes=0-0");
    QNetworkReply *reply = inquiry.isByRange ? m_manager.get(request) : m_manager.head(request);
    reply->setReadBufferSize(1); // should a server send all of the file
    m_running.emplace(reply, std::move(inquiry));
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onHead(reply); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
        // A 401 is asked again with the sign-in, by the manager itself.
        if (m_running.at(reply).isByRange && statusOf(*reply) != 401)
            onHead(reply);
    });
}

void SizeProbe::onHead(QNetworkReply *reply)
{
    auto inquiry = m_running.at(reply);
    const int status = statusOf(*reply);
    const auto target = reply->header(QNetworkRequest::LocationHeader).toUrl();
    const auto size = sizeIn(*reply);
    drop(reply);

    if (isRedirect(status) && target.isValid())
        return follow(std::move(inquiry), target);
    if (!size && !inquiry.isByRange && isWorthAGet(status)) {
        inquiry.isByRange = true;
        inquiry.hasSignedIn = false;
        return send(std::move(inquiry));
    }
    settle(inquiry.address, {size, status});
}

// As the engine follows: not from https to http, and not to another protocol.
void SizeProbe::follow(Inquiry inquiry, const QUrl &target)
{
    const QUrl next = inquiry.url.resolved(target);
    const bool isSafe = next.scheme() == u"https" || (next.scheme() == u"http" && inquiry.url.scheme() == u"http");
    if (!isSafe || ++inquiry.redirects > kMostRedirects)
        return settle(inquiry.address, {});
    inquiry.isAtHome = inquiry.isAtHome && maySignIn(inquiry.url, next);
    inquiry.hasSignedIn = false;
    inquiry.url = next;
    inquiry.url.setUserInfo({});
    send(std::move(inquiry));
}

void SizeProbe::settle(const std::string &address, const Answer &answer)
{
    m_answers.insert_or_assign(address, answer);
    startNext();
    Q_EMIT answered();
}

void SizeProbe::drop(QNetworkReply *reply)
{
    m_running.erase(reply);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

} // namespace haulwatch
