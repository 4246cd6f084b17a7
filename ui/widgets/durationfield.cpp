// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/durationfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace haulwatch {
namespace {

constexpr int kMostDigits = 99'999;
constexpr int kNumberWidth = 190; // the word for zero fits in

} // namespace

DurationField::DurationField(const QString &name, const QString &zero, QWidget *parent)
    : QWidget(parent)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setRange(0, kMostDigits);
    m_number->setSpecialValueText(zero);
    m_number->setMinimumWidth(kNumberWidth);
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1: unit", "name of a field").arg(name));
    m_unit->addItem(tr("seconds"), 1);
    m_unit->addItem(tr("minutes"), 60);
    m_unit->addItem(tr("hours"), 3'600);
    m_unit->addItem(tr("days"), 86'400);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    setFocusProxy(m_number);
    const auto tell = [this] {
        m_unit->setEnabled(m_number->value() != 0);
        Q_EMIT changed();
    };
    connect(m_number, &QSpinBox::valueChanged, this, tell);
    connect(m_unit, &QComboBox::currentIndexChanged, this, tell);
    tell();
}

void DurationField::setValue(Milliseconds value)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(value).count();
    int unit = m_unit->count() - 1;
    while (unit > 0 && (seconds == 0 || seconds % m_unit->itemData(unit).toInt() != 0))
        --unit;
    // A number too long for the field is told in a larger unit, nearly.
    while (seconds / m_unit->itemData(unit).toInt() > kMostDigits)
        ++unit;
    m_unit->setCurrentIndex(unit);
    m_number->setValue(static_cast<int>(seconds / m_unit->itemData(unit).toInt()));
}

Milliseconds DurationField::value() const
{
    return std::chrono::seconds {static_cast<std::int64_t>(m_number->value()) * m_unit->currentData().toInt()};
}

} // namespace haulwatch
