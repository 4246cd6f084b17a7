// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "programfixture.h"

using namespace haulwatch;
using test::Outcome;
using test::ProgramFixture;

namespace {

/// The words between the places of a sentence, those that are long enough to be known again.
QStringList piecesOf(const QString &sentence)
{
    static const QRegularExpression places(QStringLiteral("%L?[0-9n]+|\\{[a-zA-Z]+\\}|<[^>]*>|`[^`]*`"));
    QStringList pieces;
    for (const QString &piece : sentence.split(places)) {
        const QString words = piece.trimmed();
        if (words.size() > 8 && words.contains(u' '))
            pieces << words;
    }
    return pieces;
}

/// What stands in the program's English sentences and in no French one, from the file of the translator.
QStringList englishPieces()
{
    QFile file(QStringLiteral(HAULWATCH_FRENCH));
    QStringList english;
    QString french;
    if (!file.open(QIODevice::ReadOnly))
        return english;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source")
            english << piecesOf(xml.readElementText());
        else if (xml.name() == u"translation")
            french += xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    english.removeIf([&](const QString &piece) { return french.contains(piece); });
    english << QStringLiteral("required") << QStringLiteral("expected") << QStringLiteral("received");
    return english;
}

QStringList linesOf(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// The program in French: nothing that it says is in English.
class TestCliLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_english = englishPieces();
        QVERIFY(m_english.size() > 500);
    }
    void init() { m_program = std::make_unique<ProgramFixture>(); }
    void cleanup() { m_program.reset(); }

    void complaintsOfWrongWordsAreInTheUsersLanguage_data();
    void complaintsOfWrongWordsAreInTheUsersLanguage();
    void theHelpIsInTheUsersLanguage_data();
    void theHelpIsInTheUsersLanguage();
    void complaintsOfAnInputFileAreInTheUsersLanguage_data();
    void complaintsOfAnInputFileAreInTheUsersLanguage();
    void whatWatchTellsIsInTheUsersLanguage();
    void theTroublesOfAStoreAreInTheUsersLanguage();

private:
    void speak(const QString &locale) { m_program->setEnvironment(QStringLiteral("LC_ALL"), locale); }
    void verifyFrench(const QByteArray &text) const;

    std::unique_ptr<ProgramFixture> m_program;
    QStringList m_english;
};

void TestCliLanguage::verifyFrench(const QByteArray &text) const
{
    const QString said = QString::fromUtf8(text);
    QVERIFY(!said.isEmpty());
    for (const QString &piece : m_english)
        QVERIFY2(!said.contains(piece), qPrintable(u"“%1” in: %2"_qs.arg(piece, said)));
}

void TestCliLanguage::complaintsOfWrongWordsAreInTheUsersLanguage_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"dance",
                             "list --colour",
                             "show",
                             "show a b",
                             "explain",
                             "add",
                             "add --to",
                             "add http://h/a --to a --to b",
                             "add http://h/a http://h/b --output c",
                             "add http://h/a --input b",
                             "add http://h/a --suspended --wait",
                             "add http://h/a --priority urgent",
                             "add http://h/a --checksum x",
                             "add http://h/a --max-retries few",
                             "add http://h/a --retry-delay soon",
                             "add http://h/a --min-rate x",
                             "add http://h/a --notify-flags x",
                             "add http://h/a --range x",
                             "add http://h/a --suspended=perhaps",
                             "list --json=perhaps",
                             "set",
                             "set x",
                             "set x --url-prefix a",
                             "set x --url y",
                             "set x --restart some",
                             "set x --retry-delay soon",
                             "set x --max-retries few",
                             "set x --manual-complete --auto-complete",
                             "set x y --url 0=http://h/a",
                             "resume",
                             "cancel --all-in-state BAD",
                             "list --seed 3",
                             "--seed 3",
                             "--seed x --demo",
                             "--demo=x",
                             "--speed 0 --demo",
                             "--size big",
                             "--theme pink",
                             "--data-dir",
                             "--screenshot p.png --select nobody",
                             "--demo --scenario nowhere.json"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliLanguage::complaintsOfWrongWordsAreInTheUsersLanguage()
{
    QFETCH(QString, line);
    const QStringList words = line.split(u' ');
    speak(u"C.UTF-8"_qs);
    const Outcome english = m_program->run(words);

    speak(u"fr_FR.UTF-8"_qs);
    const Outcome french = m_program->run(words);

    QCOMPARE(french.status, english.status);
    QCOMPARE(french.status, 2);
    verifyFrench(french.err);
    // Whoever wrote a sentence past the translator is told by its being the same.
    const QStringList same = linesOf(english.err);
    for (const QString &said : linesOf(french.err))
        QVERIFY2(!same.contains(said), qPrintable(said));
}

void TestCliLanguage::theHelpIsInTheUsersLanguage_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"", "add", "set", "list", "show", "cancel", "watch", "serve", "forget", "explain"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCliLanguage::theHelpIsInTheUsersLanguage()
{
    QFETCH(QString, command);
    speak(u"fr_FR.UTF-8"_qs);

    const Outcome help = m_program->run(QString(command + u" --help"_qs).split(u' ', Qt::SkipEmptyParts));

    QCOMPARE(help.status, 0);
    verifyFrench(help.out);
    for (const char *heading : {"Usage:", "Positionals", "Subcommands", "REQUIRED", "Excludes"})
        QVERIFY2(!help.out.contains(heading), heading);
}

void TestCliLanguage::complaintsOfAnInputFileAreInTheUsersLanguage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an option without an address") << QByteArray("  out=a\n");
    QTest::newRow("no equals sign") << QByteArray("http://h/a\n  out\n");
    QTest::newRow("bad checksum") << QByteArray("http://h/a\n  checksum=x=y\n");
    QTest::newRow("not UTF-8") << QByteArray("http://h/\xff\n");
    QTest::newRow("unknown scheme") << QByteArray("nfs://h/a\n");
    QTest::newRow("unknown option and no name") << QByteArray("http://h/\n  colour=red\n");
}

void TestCliLanguage::complaintsOfAnInputFileAreInTheUsersLanguage()
{
    QFETCH(QByteArray, text);
    speak(u"fr_FR.UTF-8"_qs);

    const Outcome outcome = m_program->run({u"add"_qs, u"--input"_qs, u"-"_qs}, text);

    QCOMPARE(outcome.status, 2);
    verifyFrench(outcome.err);
}

void TestCliLanguage::whatWatchTellsIsInTheUsersLanguage()
{
    speak(u"fr_FR.UTF-8"_qs);
    const Outcome added = m_program->run({u"add"_qs, m_program->address("/a.bin")});
    QCOMPARE(added.status, 0);
    verifyFrench(added.err);

    const Outcome watched = m_program->run({u"watch"_qs, u"--until-idle"_qs});

    QCOMPARE(watched.status, 0);
    verifyFrench(watched.err);
    verifyFrench(watched.out);
    QVERIFY2(watched.out.contains("Fichier introuvable"), watched.out.constData());
    for (const auto &command : {u"show"_qs, u"files"_qs, u"history"_qs, u"error"_qs})
        verifyFrench(m_program->run({command, added.line()}).out);
    verifyFrench(m_program->run({u"list"_qs}).out);
}

void TestCliLanguage::theTroublesOfAStoreAreInTheUsersLanguage()
{
    m_program->data.write("file", "no folder");
    speak(u"fr_FR.UTF-8"_qs);

    const Outcome outcome =
        m_program->run({u"list"_qs, u"--data-dir"_qs, QString::fromStdString(m_program->data.path("file/below"))});

    QCOMPARE(outcome.status, 6);
    verifyFrench(outcome.err);
}

QTEST_GUILESS_MAIN(TestCliLanguage)
#include "tst_clilanguage.moc"
