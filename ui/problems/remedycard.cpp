// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/remedycard.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/icons.h"
#include "widgets/textlabels.h"
#include "widgets/theme.h"

namespace haulwatch {
namespace {

constexpr int kButtonWidth = 140;
// About what a person needs to notice that the target changed and to stop the hand.
constexpr qint64 kReactionTime = 400;

QIcon iconOf(Fix fix, bool isDefault)
{
    const auto make = isDefault ? icons::onAccent : icons::of;
    switch (fix) {
    case Fix::ChangeAddress:
    case Fix::Credentials:
    case Fix::Proxy:
    case Fix::ShowCertificate:
    case Fix::ChangeFolder:
    case Fix::RecheckDisk:
    case Fix::Restart:
    case Fix::EditRetry:
    case Fix::OpenInBrowser:
    case Fix::TakePage:
    case Fix::TakePacked:
    case Fix::GoByDate:
        return {};
    case Fix::Resume:
        return make(icons::Shape::Resume);
    case Fix::Suspend:
        return make(icons::Shape::Suspend);
    case Fix::Complete:
        return make(icons::Shape::Complete);
    case Fix::Cancel:
        return make(icons::Shape::Cancel);
    }
    Q_UNREACHABLE();
}

} // namespace

RemedyCard::RemedyCard(QWidget *parent)
    : QFrame(parent)
    , m_button(new QPushButton(this))
    , m_consequence(new WrappedLabel(this))
    , m_note(muted(new WrappedLabel(this)))
    , m_address(new ElidedLabel(this))
{
    setProperty("card", true);
    m_button->setMinimumWidth(kButtonWidth);
    m_note->setFont(smaller(font()));
    m_address->setFont(smaller(font()));

    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_consequence);
    words->addWidget(m_note);
    words->addWidget(m_address);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(12);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    connect(m_button, &QPushButton::clicked, this, &RemedyCard::onClicked);
}

void RemedyCard::setRemedy(const Remedy &remedy)
{
    m_fix = remedy.fix;
    const bool enabled = remedy.whyDisabled.isEmpty();
    m_button->setText(remedy.label);
    m_button->setIcon(iconOf(remedy.fix, remedy.isDefault));
    m_button->setEnabled(enabled);
    m_button->setToolTip(asToolTip(enabled ? remedy.spoken : remedy.whyDisabled));
    m_button->setAccessibleDescription(enabled ? remedy.spoken : remedy.whyDisabled);
    theme::setPrimary(m_button, remedy.isDefault);
    m_consequence->setHtml(remedy.html);
    m_note->setPlain(enabled ? remedy.note : remedy.whyDisabled);
    m_note->setVisible(!(enabled ? remedy.note : remedy.whyDisabled).isEmpty());
    m_address->setText(remedy.address);
    m_address->setVisible(!remedy.address.isEmpty());
}

void RemedyCard::distrustClicksForAMoment()
{
    m_sinceMove.start();
}

bool RemedyCard::trustsClicks() const
{
    return !m_sinceMove.isValid() || m_sinceMove.hasExpired(kReactionTime);
}

void RemedyCard::onClicked()
{
    if (trustsClicks())
        Q_EMIT triggered(m_fix);
}

} // namespace haulwatch
