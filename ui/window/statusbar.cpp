// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/statusbar.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <chrono>

#include "widgets/sparkline.h"
#include "widgets/theme.h"
#include "words/format.h"

namespace haulwatch {
namespace {

using namespace std::chrono_literals;

constexpr int kFreeSpaceEverySeconds = 10;

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("muted", true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QPushButton *quietLink(QWidget *parent)
{
    auto *link = new QPushButton(parent);
    link->setProperty("quiet", true);
    link->setFocusPolicy(Qt::TabFocus);
    link->hide();
    return link;
}

} // namespace

StatusBar::StatusBar(JobFeed &feed, JobCounts &counts, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_counts(counts)
    , m_active(quietLabel(this))
    , m_rate(new Sparkline(this))
    , m_attention(quietLink(this))
    , m_selected(quietLabel(this))
    , m_order(quietLink(this))
    , m_updated(quietLabel(this))
    , m_free(quietLabel(this))
    , m_folder(QDir::homePath())
    , m_look(feed)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(18);
    layout->addWidget(m_active);
    layout->addWidget(m_rate);
    layout->addWidget(m_attention);
    layout->addWidget(m_selected);
    layout->addStretch();
    layout->addWidget(m_order);
    layout->addWidget(m_updated);
    layout->addWidget(m_free);
    setFixedHeight(fontMetrics().height() + 15);
    m_rate->setAccessibleName(tr("Speed of the last minute"));

    connect(m_attention, &QAbstractButton::clicked, this, &StatusBar::attentionClicked);
    connect(m_order, &QAbstractButton::clicked, this, &StatusBar::orderClicked);
    connect(&counts, &JobCounts::countsChanged, this, &StatusBar::refresh);
    connect(&feed, &JobFeed::connectionChanged, this, &StatusBar::refresh);
    connect(&m_look, &FolderLook::seen, this, &StatusBar::showFreeSpace);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        addRate();
        refresh();
        if (--m_untilFreeSpace <= 0)
            lookAtFolder();
    });
    m_second.start();
    m_rate->hide();
    refresh();
    lookAtFolder();
}

void StatusBar::setSelected(std::size_t jobs)
{
    m_selected->setText(jobs == 0 ? QString() : tr("%1 selected").arg(format::count(jobs)));
}

void StatusBar::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    lookAtFolder();
}

void StatusBar::setOutOfOrder(bool outOfOrder)
{
    m_outOfOrder = outOfOrder;
    refresh();
}

void StatusBar::setSorting(bool sorting)
{
    m_sorting = sorting;
    refresh();
}

void StatusBar::addRate()
{
    m_rate->add(m_feed.table().totalRate());
    const bool isIdle = m_rate->greatest() == 0;
    m_rate->setVisible(!isIdle);
    if (!isIdle)
        m_rate->setToolTip(tr("Speed of the last minute; %1 at most").arg(format::rate(m_rate->greatest())));
}

void StatusBar::refresh()
{
    const auto &table = m_feed.table();
    const auto active = table.count(JobState::Connecting) + table.count(JobState::Transferring);
    const auto rate = format::rate(table.totalRate());
    m_active->setText(rate.isEmpty() ? tr("%1 active").arg(format::count(active))
                                     : tr("%1 active · %2", "jobs, speed").arg(format::count(active), rate));
    const auto attention = m_counts.attention();
    m_attention->setText(attention == 1 ? tr("1 needs attention")
                                        : tr("%1 need attention").arg(format::count(attention)));
    m_attention->setVisible(attention > 0);
    m_order->setText(m_sorting ? tr("Sorting…") : tr("Order held while you read · sort now (F5)"));
    m_order->setEnabled(!m_sorting);
    m_order->setVisible(m_sorting || m_outOfOrder);
    const auto age = m_feed.now() - m_feed.lastUpdate();
    if (!m_feed.isConnected())
        m_updated->setText(tr("last update %1 ago — the engine does not answer").arg(format::duration(age)));
    else if (m_feed.lastUpdate() == WallTime {})
        m_updated->setText(tr("waiting for the engine"));
    else
        m_updated->setText(age < 2s ? tr("up to date") : tr("last change %1 ago").arg(format::duration(age)));
}

void StatusBar::lookAtFolder()
{
    m_untilFreeSpace = kFreeSpaceEverySeconds;
    m_look.look(m_folder.toStdString());
}

void StatusBar::showFreeSpace()
{
    const auto &space = m_look.space();
    m_free->setText(space && !space->volume.empty()
                        ? tr("%1 free on %2").arg(format::bytes(space->available), format::plain(space->volume))
                        : QString());
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, 0, width(), 1, theme::border(palette()));
}

} // namespace haulwatch
