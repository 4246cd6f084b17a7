// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/filterparser.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "job/errorcatalog.h"
#include "job/text.h"

namespace haulwatch {
namespace {

using Term = JobFilter::Term;
using Unit = std::pair<std::string_view, double>;

constexpr std::array<std::string_view, 9> kKeys {"state", "cause", "code", "host", "name", "file", "age", "size", "is"};

constexpr std::array<std::pair<std::string_view, JobFilter::Quality>, 6> kQualities {{
    {"attention", JobFilter::Quality::Attention},
    {"problem", JobFilter::Quality::Problem},
    {"active", JobFilter::Quality::Active},
    {"open", JobFilter::Quality::Open},
    {"done", JobFilter::Quality::Done},
    {"unverified", JobFilter::Quality::Unverified},
}};

/// What people call the states, beside BITS' names.
constexpr std::array<std::pair<std::string_view, JobState>, 6> kStateWords {{
    {"failed", JobState::Error},
    {"retrying", JobState::TransientError},
    {"ready", JobState::Transferred},
    {"downloading", JobState::Transferring},
    {"finished", JobState::Acknowledged},
    {"canceled", JobState::Cancelled},
}};

constexpr std::array<Unit, 5> kTimeUnits {{{"s", 1e3}, {"m", 60e3}, {"h", 3600e3}, {"d", 86400e3}, {"w", 604800e3}}};
constexpr std::array<Unit, 14> kSizeUnits {{
    {"", 1},
    {"b", 1},
    {"k", 1e3},
    {"kb", 1e3},
    {"m", 1e6},
    {"mb", 1e6},
    {"g", 1e9},
    {"gb", 1e9},
    {"t", 1e12},
    {"tb", 1e12},
    {"kib", 1024.0},
    {"mib", 1048576.0},
    {"gib", 1073741824.0},
    {"tib", 1099511627776.0},
}};

/// A piece of the line, without its quotes.
struct Piece {
    std::string_view text;
    std::size_t position = 0;
};

FilterError errorAt(FilterError::Kind kind, const Piece &piece, std::string_view key = {})
{
    return {kind, piece.position, piece.text.size(), std::string(key), std::string(piece.text)};
}

tl::unexpected<FilterError> unknownValue(const Piece &value, std::string_view key)
{
    return tl::unexpected(errorAt(FilterError::Kind::UnknownValue, value, key));
}

template <typename Value, std::size_t N>
std::optional<Value> wordOf(const std::array<std::pair<std::string_view, Value>, N> &words, std::string_view text)
{
    const auto word = text::lowered(text);
    const auto it = std::find_if(words.begin(), words.end(), [&](const auto &entry) { return entry.first == word; });
    return it == words.end() ? std::nullopt : std::optional(it->second);
}

struct Comparison {
    JobFilter::Relation relation {};
    double value = 0;
};

template <std::size_t N>
tl::expected<Comparison, FilterError> parseComparison(const Piece &piece, std::string_view key,
                                                      const std::array<Unit, N> &units)
{
    const auto wrong = tl::unexpected(errorAt(FilterError::Kind::BadComparison, piece, key));
    auto text = piece.text;
    if (text.empty() || (text.front() != '<' && text.front() != '>'))
        return wrong;
    const auto relation = text.front() == '<' ? JobFilter::Relation::Less : JobFilter::Relation::Greater;
    text.remove_prefix(1);

    double number = 0;
    const auto [end, failure] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (failure != std::errc {} || number < 0)
        return wrong;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const auto unit = wordOf(units, text);
    const double value = number * unit.value_or(0);
    // Above that neither bytes nor milliseconds fit their types.
    if (!unit || value >= 9e18)
        return wrong;
    return Comparison {relation, value};
}

tl::expected<void, FilterError> addState(JobFilter::States &states, const Piece &value)
{
    auto state = parseJobState(value.text);
    if (!state)
        state = wordOf(kStateWords, value.text);
    if (state) {
        states.any.set(static_cast<std::size_t>(*state));
    } else if (text::lowered(value.text) == "active") {
        states.any.set(static_cast<std::size_t>(JobState::Connecting));
        states.any.set(static_cast<std::size_t>(JobState::Transferring));
    } else {
        return unknownValue(value, "state");
    }
    return {};
}

tl::expected<void, FilterError> addCode(JobFilter::Codes &codes, const Piece &value)
{
    int status = 0;
    const auto *const end = value.text.data() + value.text.size();
    const auto parsed = std::from_chars(value.text.data(), end, status);
    if (parsed.ec == std::errc {} && parsed.ptr == end && status >= 100 && status < 600) {
        codes.statuses.push_back(status);
        return {};
    }
    if (const auto code = parseErrorCode(value.text)) {
        codes.any.push_back(*code);
        return {};
    }
    const auto catalog = errorCatalog();
    const auto wanted = text::lowered(value.text);
    const auto it = std::find_if(catalog.begin(), catalog.end(),
                                 [&](const CatalogEntry &entry) { return text::lowered(entry.name) == wanted; });
    if (it == catalog.end())
        return unknownValue(value, "code");
    codes.any.push_back(it->code);
    return {};
}

tl::expected<void, FilterError> addCause(JobFilter::Causes &causes, const Piece &value)
{
    const auto cause = parseCause(text::lowered(value.text));
    if (!cause || *cause == Cause::None)
        return unknownValue(value, "cause");
    causes.any.set(static_cast<std::size_t>(*cause));
    return {};
}

tl::expected<void, FilterError> addQuality(JobFilter::Is &is, const Piece &value)
{
    const auto quality = wordOf(kQualities, value.text);
    if (!quality)
        return unknownValue(value, "is");
    is.any.push_back(*quality);
    return {};
}

/// One value for each comma-separated part, all collected into one test.
template <typename TestType, typename Add>
tl::expected<Term, FilterError> parseList(const std::vector<Piece> &values, TestType test, Add add)
{
    for (const Piece &value : values) {
        if (const auto added = add(test, value); !added)
            return tl::unexpected(added.error());
    }
    return Term {false, std::move(test)};
}

tl::expected<Term, FilterError> parseText(const std::vector<Piece> &values, JobFilter::Field field)
{
    JobFilter::Text text {field, {}};
    for (const Piece &value : values)
        text.any.push_back(text::lowered(value.text));
    return Term {false, std::move(text)};
}

tl::expected<Term, FilterError> parseAge(const Piece &value)
{
    return parseComparison(value, "age", kTimeUnits).map([](const Comparison &c) {
        return Term {false, JobFilter::Age {c.relation, Milliseconds(std::llround(c.value))}};
    });
}

tl::expected<Term, FilterError> parseSize(const Piece &value)
{
    return parseComparison(value, "size", kSizeUnits).map([](const Comparison &c) {
        return Term {false, JobFilter::Size {c.relation, static_cast<Bytes>(c.value)}};
    });
}

tl::expected<Term, FilterError> parseKeyed(const Piece &key, const std::vector<Piece> &values)
{
    const auto word = text::lowered(key.text);
    if (word == "state")
        return parseList(values, JobFilter::States {}, addState);
    if (word == "cause")
        return parseList(values, JobFilter::Causes {}, addCause);
    if (word == "code")
        return parseList(values, JobFilter::Codes {}, addCode);
    if (word == "is")
        return parseList(values, JobFilter::Is {}, addQuality);
    if (word == "host")
        return parseText(values, JobFilter::Field::Host);
    if (word == "name")
        return parseText(values, JobFilter::Field::Name);
    if (word == "file")
        return parseText(values, JobFilter::Field::File);
    if (word == "age")
        return parseAge(values.front());
    if (word == "size")
        return parseSize(values.front());
    return tl::unexpected(errorAt(FilterError::Kind::UnknownKey, key));
}

/// Walks over the line, one term at a time.
class Scanner {
public:
    explicit Scanner(std::string_view line)
        : m_line(line)
    {
    }

    bool skipSpace()
    {
        while (m_at < m_line.size() && isSpace(m_line[m_at]))
            ++m_at;
        return m_at < m_line.size();
    }

    tl::expected<Term, FilterError> takeTerm()
    {
        const bool negated = m_line[m_at] == '-' && m_at + 1 < m_line.size() && !isSpace(m_line[m_at + 1]);
        if (negated)
            ++m_at;
        auto term = takeTest();
        if (term)
            term->negated = negated;
        return term;
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t'; }

    tl::expected<Term, FilterError> takeTest()
    {
        const Piece key = keyAhead();
        if (key.text.empty()) {
            return takePiece(" \t").and_then(
                [](const Piece &word) { return parseText({word}, JobFilter::Field::Any); });
        }
        m_at += key.text.size() + 1;
        std::vector<Piece> values;
        do {
            const auto value = takePiece(", \t");
            if (!value)
                return tl::unexpected(value.error());
            if (value->text.empty())
                return tl::unexpected(FilterError {
                    FilterError::Kind::MissingValue, key.position, key.text.size() + 1, std::string(key.text), {}});
            values.push_back(*value);
        } while (m_at < m_line.size() && m_line[m_at] == ',' && ++m_at);
        return parseKeyed(key, values);
    }

    /// The word before a colon; empty when this is free text. An address ("https://…") is free text, too.
    [[nodiscard]] Piece keyAhead() const
    {
        const auto rest = m_line.substr(m_at);
        const auto isLetter = [](char c) { return text::lowered(c) >= 'a' && text::lowered(c) <= 'z'; };
        const auto end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isLetter) - rest.begin());
        if (end == 0 || end >= rest.size() || rest[end] != ':' || rest.substr(end).starts_with("://"))
            return {};
        return {rest.substr(0, end), m_at};
    }

    tl::expected<Piece, FilterError> takePiece(std::string_view delimiters)
    {
        if (m_at < m_line.size() && m_line[m_at] == '"') {
            const auto close = m_line.find('"', m_at + 1);
            if (close == std::string_view::npos)
                return tl::unexpected(errorAt(FilterError::Kind::OpenQuote, {m_line.substr(m_at), m_at}));
            const Piece piece {m_line.substr(m_at + 1, close - m_at - 1), m_at + 1};
            m_at = close + 1;
            return piece;
        }
        const auto end = std::min(m_line.find_first_of(delimiters, m_at), m_line.size());
        const Piece piece {m_line.substr(m_at, end - m_at), m_at};
        m_at = end;
        return piece;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
};

} // namespace

tl::expected<JobFilter, FilterError> parseFilter(std::string_view text)
{
    std::vector<Term> terms;
    Scanner scanner(text);
    while (scanner.skipSpace()) {
        auto term = scanner.takeTerm();
        if (!term)
            return tl::unexpected(term.error());
        terms.push_back(std::move(*term));
    }
    return JobFilter(std::move(terms));
}

std::span<const std::string_view> filterKeys()
{
    return kKeys;
}

std::vector<std::string_view> filterValues(std::string_view key)
{
    std::vector<std::string_view> values;
    if (key == "state") {
        values.emplace_back("active");
        for (const auto &[word, state] : kStateWords)
            values.push_back(word);
        for (const JobState state : kAllJobStates)
            values.push_back(name(state));
    } else if (key == "is") {
        for (const auto &[word, quality] : kQualities)
            values.push_back(word);
    } else if (key == "cause") {
        for (std::size_t cause = 1; cause < kCauseCount; ++cause)
            values.push_back(name(static_cast<Cause>(cause)));
    }
    return values;
}

} // namespace haulwatch
