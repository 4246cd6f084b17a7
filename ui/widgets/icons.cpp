// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "widgets/theme.h"

namespace haulwatch::icons {
namespace {

using Tint = std::function<QColor(const QPalette &)>;

constexpr std::array kFileNames {
    "add",
    "all",
    "attention",
    "cancel",
    "close",
    "complete",
    "copy",
    "downloads",
    "fold-down",
    "fold-left",
    "fold-right",
    "info",
    "resume",
    "search",
    "state-cancelled",
    "state-connecting",
    "state-failed",
    "state-finished",
    "state-queued",
    "state-ready",
    "state-retrying",
    "state-suspended",
    "state-transferring",
    "suspend",
    "undo",
};
static_assert(kFileNames.size() == static_cast<std::size_t>(Shape::Undo) + 1);

Shape shapeOf(JobState state)
{
    constexpr std::array shapes {
        Shape::StateQueued,    Shape::StateConnecting, Shape::StateTransferring,
        Shape::StateSuspended, Shape::StateFailed,     Shape::StateRetrying,
        Shape::StateReady,     Shape::StateFinished,   Shape::StateCancelled,
    };
    return shapes[static_cast<std::size_t>(state)];
}

/// The drawings are black, with white where the background is to show on a filled shape.
QByteArray tinted(Shape shape, const QColor &tint, const QColor &ground)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(kFileNames[static_cast<std::size_t>(shape)])));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto svg = file.readAll();
    // Over a third colour, so that a ground of black isn't tinted in turn.
    svg.replace("#fff", "ground");
    svg.replace("#000", tint.name().toLatin1());
    svg.replace("ground", ground.name().toLatin1());
    return svg;
}

class TintedEngine : public QIconEngine {
public:
    TintedEngine(Shape shape, Tint tint)
        : m_shape(shape)
        , m_tint(std::move(tint))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, render(rect.size(), painter->device()->devicePixelRatio(), mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, 1.0, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in device pixels already.
        return render(size / scale, scale, mode);
    }

    QIconEngine *clone() const override { return new TintedEngine(m_shape, m_tint); }

private:
    [[nodiscard]] QPixmap render(const QSize &size, qreal ratio, QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        const auto tint = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text) : m_tint(palette);
        const auto ground = palette.color(QPalette::Base);
        const auto key = QStringLiteral("haulwatch %1 %2 %3 %4 %5x%6")
                             .arg(static_cast<int>(m_shape))
                             .arg(tint.rgba())
                             .arg(ground.rgba())
                             .arg(ratio)
                             .arg(size.width())
                             .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;

        pixmap = QPixmap((QSizeF(size) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer svg(tinted(m_shape, tint, ground));
        svg.setAspectRatioMode(Qt::KeepAspectRatio);
        svg.render(&painter, QRectF(QPointF(), QSizeF(size)));
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    Shape m_shape;
    Tint m_tint;
};

QIcon make(Shape shape, Tint tint)
{
    return QIcon(new TintedEngine(shape, std::move(tint)));
}

} // namespace

QIcon of(Shape shape)
{
    return make(shape, [](const QPalette &palette) { return palette.color(QPalette::Text); });
}

QIcon onAccent(Shape shape)
{
    return make(shape, theme::onAccent);
}

QIcon muted(Shape shape)
{
    return make(shape, theme::mutedText);
}

QIcon ofState(JobState state)
{
    return make(shapeOf(state), [state](const QPalette &palette) { return theme::stateColour(state, palette); });
}

QIcon attention()
{
    return make(Shape::Attention, [](const QPalette &palette) { return theme::stateColour(JobState::Error, palette); });
}

QIcon application()
{
    return QIcon(QStringLiteral(":/icons/haulwatch.svg"));
}

} // namespace haulwatch::icons
