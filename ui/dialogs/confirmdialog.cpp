// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/confirmdialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/icons.h"
#include "widgets/textlabels.h"

namespace haulwatch {
namespace {

constexpr int kIconSize = 32;
constexpr int kTextWidth = 460;

QString questionOf(const VerbPlan &plan)
{
    const QString jobs = problemtext::jobs(plan.able.size());
    return plan.verb == Verb::Cancel ? ConfirmDialog::tr("Cancel %1?", "number of jobs").arg(jobs)
                                     : ConfirmDialog::tr("Complete %1?", "number of jobs").arg(jobs);
}

QString doItText(const VerbPlan &plan)
{
    const QString jobs = problemtext::jobs(plan.able.size());
    return plan.verb == Verb::Cancel ? ConfirmDialog::tr("&Cancel %1", "number of jobs").arg(jobs)
                                     : ConfirmDialog::tr("&Complete %1", "number of jobs").arg(jobs);
}

QString unableText(const VerbPlan &plan)
{
    if (plan.objections.empty())
        return {};
    return ConfirmDialog::tr("%1 selected; left as they are: %2", "137 jobs; why some are left out")
        .arg(problemtext::jobs(plan.able.size() + plan.unable()), plan.objectionLines().join(u' '));
}

} // namespace

ConfirmDialog::ConfirmDialog(const VerbPlan &plan, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(questionOf(plan));
    auto *icon = new QLabel(this);
    icon->setPixmap(icons::attention().pixmap({kIconSize, kIconSize}, devicePixelRatio()));
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    const auto add = [&](WrappedLabel *label) {
        label->setMinimumWidth(kTextWidth);
        words->addWidget(label);
        return label;
    };
    auto *question = add(new WrappedLabel(this));
    question->setProperty("heading", true);
    question->setPlain(windowTitle());
    add(new WrappedLabel(this))->setHtml(problemtext::consequenceHtml(plan.verb, plan.effect) + u'.');
    if (const QString unable = unableText(plan); !unable.isEmpty())
        add(new WrappedLabel(this))->setPlain(unable);
    muted(add(new WrappedLabel(this)))->setPlain(tr("You then have ten seconds to undo it."));

    auto *buttons = new QDialogButtonBox(this);
    auto *doIt = buttons->addButton(doItText(plan), QDialogButtonBox::AcceptRole);
    auto *keep = buttons->addButton(tr("&Keep the jobs"), QDialogButtonBox::RejectRole);
    doIt->setAutoDefault(false);
    keep->setDefault(true);
    keep->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(14);
    layout->addLayout(row);
    layout->addWidget(buttons);
}

} // namespace haulwatch
