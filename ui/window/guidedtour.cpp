// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/guidedtour.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace haulwatch {
namespace {

constexpr int kWidth = 340;
constexpr int kMargin = 18; ///< to the window's edges
constexpr int kThickness = 3;

/// Draws a border and lets every click through.
class TargetFrame : public QWidget {
public:
    explicit TargetFrame(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), kThickness));
        const qreal inset = kThickness / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    }
};

} // namespace

GuidedTour::GuidedTour(std::vector<TourStep> steps, QWidget *window)
    : QFrame(window)
    , m_steps(std::move(steps))
    , m_frame(new TargetFrame(window))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_count(new QLabel(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("tour", true);
    setFixedWidth(kWidth);
    m_title->setProperty("heading", true);
    m_text->setWordWrap(true);
    m_count->setProperty("muted", true);
    auto *skip = new QPushButton(tr("&Skip the tour"), this);
    skip->setProperty("link", true);
    m_next->setProperty("primary", true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(skip);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_count);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);

    connect(skip, &QPushButton::clicked, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, this, [this] { show(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step + 1 < m_steps.size())
            show(m_step + 1);
        else
            close();
    });
    window->installEventFilter(this);
    for (const TourStep &step : m_steps)
        step.target->installEventFilter(this);
    m_frame->show();
    QFrame::show();
    show(0);
}

GuidedTour::~GuidedTour()
{
    delete m_frame;
}

void GuidedTour::show(std::size_t step)
{
    m_step = step;
    const TourStep &current = m_steps[step];
    if (current.enter)
        current.enter();
    m_count->setText(tr("%1 of %2", "step of the tour").arg(step + 1).arg(m_steps.size()));
    m_title->setText(current.title);
    m_text->setText(current.text);
    setAccessibleName(current.title);
    setAccessibleDescription(current.text);
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < m_steps.size() ? tr("&Next") : tr("&Done"));
    m_next->setFocus();
    place();
}

void GuidedTour::place()
{
    const QWidget *target = m_steps[m_step].target;
    const QRect room = parentWidget()->rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRect pointed(target->mapTo(parentWidget(), QPoint()), target->size());
    m_frame->setGeometry(pointed);
    m_frame->setVisible(target->isVisible());
    m_frame->raise();
    setFixedHeight(layout()->totalHeightForWidth(width()));
    const std::array corners {QPoint(room.right() - width(), room.bottom() - height()),
                              QPoint(room.right() - width(), room.top()), QPoint(room.left(), room.bottom() - height()),
                              room.topLeft()};
    const auto free = std::find_if(corners.begin(), corners.end(),
                                   [&](QPoint corner) { return !QRect(corner, size()).intersects(pointed); });
    move(free == corners.end() ? corners.front() : *free);
    raise();
}

void GuidedTour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool GuidedTour::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show
        || event->type() == QEvent::Hide)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace haulwatch
