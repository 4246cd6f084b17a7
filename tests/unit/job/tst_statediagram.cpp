// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QFile>

#include <map>
#include <string>

#include "job/jobmachine.h"

using namespace haulwatch;

/// The table in docs/semantics.md is written by the transition table itself: HAULWATCH_WRITE_DOCS=1 writes it anew.
class TestStateDiagram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDocumentationShowsTheTable();
};

namespace {

constexpr char kBegin[] = "<!-- transitions: begin -->\n";
constexpr char kEnd[] = "<!-- transitions: end -->";

QByteArray tableAsMarkdown()
{
    std::string text = "| from \\ trigger |";
    for (std::size_t i = 0; i < kTriggerCount; ++i)
        text += ' ' + std::string(name(static_cast<Trigger>(i))) + " |";
    text += "\n|---|";
    for (std::size_t i = 0; i < kTriggerCount; ++i)
        text += "---|";
    text += '\n';
    for (const JobState from : kAllJobStates) {
        text += "| " + std::string(name(from)) + " |";
        for (std::size_t i = 0; i < kTriggerCount; ++i) {
            const auto to = next(from, static_cast<Trigger>(i));
            text += ' ' + (to ? std::string(name(*to)) : std::string("–")) + " |";
        }
        text += '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace

void TestStateDiagram::theDocumentationShowsTheTable()
{
    QFile file(QStringLiteral(HAULWATCH_SOURCE_DIR "/docs/semantics.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    file.close();
    const auto begin = text.indexOf(kBegin);
    const auto end = text.indexOf(kEnd);
    QVERIFY(begin >= 0 && end > begin);
    const auto start = begin + static_cast<qsizetype>(sizeof kBegin) - 1;

    if (qEnvironmentVariableIsSet("HAULWATCH_WRITE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.left(start) + tableAsMarkdown() + text.mid(end));
        return;
    }

    QCOMPARE(text.mid(start, end - start), tableAsMarkdown());
}

QTEST_APPLESS_MAIN(TestStateDiagram)
#include "tst_statediagram.moc"
