// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/jobproxy.h"

#include <QUrl>

namespace haulwatch {

QNetworkProxy proxyOf(const JobOptions &options)
{
    if (options.proxy.empty())
        return {QNetworkProxy::DefaultProxy};
    const auto text = QString::fromStdString(options.proxy);
    const QUrl url(text.contains(u"://") ? text : u"http://" + text);
    const bool isSocks = url.scheme().startsWith(u"socks");
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            static_cast<quint16>(url.port(isSocks ? 1080 : 8080)), url.userName(QUrl::FullyDecoded),
            url.password(QUrl::FullyDecoded)};
}

} // namespace haulwatch
