"""The words behind a number → what it counts: “security force personnel … killed”.

The noun is taken from what follows; what befell those counted from the verb behind it, or from
the one before the number. Every word of it stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.suggest.article import Article, Word
from report.suggest.words import Words

_REACH = 9
_OPENING = frozenset('“«„"')
_LOW = frozenset(
    [
        "this",
        "us",
        "his",
        "its",
        "was",
        "has",
        "as",
        "is",
        "less",
        "across",
        "always",
        "perhaps",
        "news",
        "series",
    ]
)


@dataclass(frozen=True)
class Counted:
    """What is counted, in words of the sentence, and the measure that they name."""

    text: str
    measure: str


def counted_at(words: Sequence[Word], start: int, end: int, article: Article) -> Counted | None:
    """Return what the number at [start, end) counts; None where no noun is found."""
    tables = article.words
    behind = [word for word in words if word.start >= end and word.low not in '“”«»"']
    before = [word for word in words if word.end <= start]
    compound = next((w for w in words if w.start <= start and w.end > end and "-" in w.text), None)
    if compound is not None:
        return None  # 16-year: it describes, it does not count
    noun, rest = _noun(behind, tables)
    outcome = _outcome(noun, rest, before, tables)
    if not noun and not outcome:
        return None
    named = [word.low for word in (*outcome, *noun)]
    measure = tables.kind_in("outcomes", [word.low for word in outcome])
    measure = measure or tables.kind_in("outcomes", list(reversed(named))) or ""
    noun = [*noun, *_of_what(noun, rest, tables)]
    text = " ".join(
        part for part in (_text(noun, article), *(word.text for word in outcome)) if part
    )
    return Counted(text, measure)


def _of_what(noun: Sequence[Word], rest: Sequence[Word], tables: Words) -> Sequence[Word]:
    """“20 days of administrative arrest”: of what the days are."""
    times = tables.tables.get("outcomes", {})
    timed = bool(noun) and any(noun[-1].low in times.get(t, ()) for t in ("days", "hours", "years"))
    if not timed or not rest or rest[0].low != "of":
        return ()
    row = [rest[0]]
    for word in rest[1:4]:
        if not word.is_word or tables.any_has(("stop", "clause", "auxiliary"), word.low):
            break
        row.append(word)
    return row if len(row) > 1 else ()


def _text(row: Sequence[Word], article: Article) -> str:
    if not row:
        return ""
    text = article.text[row[0].start : row[-1].end]
    before = article.text[row[0].start - 1 : row[0].start]
    closed = any(sign in text for sign in '”»"')
    return before + text if closed and before and before in _OPENING else text


def _noun(behind: Sequence[Word], tables: Words) -> tuple[list[Word], list[Word]]:
    """Return the noun phrase behind a number, and what follows it."""
    row: list[Word] = []
    at = 0
    while at < len(behind) and at < _REACH:
        word = behind[at]
        if word.low == "of" and not row and at == 0:
            at += 1
            continue
        if not row and tables.has("determiners", word.low):
            at += 1
            continue
        if _ends(word, tables, filled=bool(row)):
            break
        row.append(word)
        at += 1
    size = _size(row, tables)
    return row[:size], list(behind[at - len(row) + size :])


def _ends(word: Word, tables: Words, *, filled: bool) -> bool:
    lists = ("stop", "clause", "auxiliary", "say", "contrast", "determiners", "passive", "adverbs")
    if not word.is_word or word.low in ("and", "or", "own"):
        return True
    if any(word.low in named for named in tables.tables.get("outcomes", {}).values()):
        if filled:
            return not _plural(word, tables) or word.low.endswith("ed")
        return not _plural(word, tables)
    return tables.any_has(lists, word.low)


def _size(row: Sequence[Word], tables: Words) -> int:
    """Return how many words of a run are the noun phrase: to its last noun of number."""
    last = 0
    for k, word in enumerate(row, 1):
        if _plural(word, tables):
            last = k
        elif last and not word.capital:
            break
    return last or (len(row) if tables.lang != "en" else 0)


def _plural(word: Word, tables: Words) -> bool:
    ends = word.low.endswith("s") and not word.low.endswith(("'s", "ss"))
    return tables.has("nouns", word.low) or (ends and word.low not in _LOW)


def _outcome(
    noun: Sequence[Word], rest: Sequence[Word], before: Sequence[Word], tables: Words
) -> list[Word]:
    """Return the word that says what befell those counted, if one stands near."""
    named = {word for words in tables.tables.get("outcomes", {}).values() for word in words}
    if any(word.low in named and not tables.has("persons", word.low) for word in noun):
        return []
    for k, word in enumerate(rest[:_REACH]):
        if not word.is_word and not (k == 0 and word.text == ","):
            break
        if word.low in named and (k == 0 or _passive(rest[:k], tables)):
            return [word] if k or not _has_object(rest, tables) else []
    if rest and rest[0].low in ("who", "that", "it", "they", "which"):
        for word in rest[1:5]:
            if word.low in named or not word.is_word or tables.has("negation", word.low):
                return [word] if word.low in named else []
    for word in reversed(before[-4:]):
        if not word.is_word:
            break
        if tables.has("left_outcomes", word.low) or (tables.lang != "en" and word.low in named):
            return [word]
    return _elided(rest) if not noun else []


def _passive(between: Sequence[Word], tables: Words) -> bool:
    """Whether only helping words stand between the noun and its verb, at most a place besides."""
    helped = any(tables.any_has(("passive", "auxiliary"), word.low) for word in between)
    negated = any(tables.has("negation", word.low) for word in between)
    clause = any(tables.any_has(("clause", "say"), word.low) for word in between)
    return helped and not negated and not clause


def _has_object(rest: Sequence[Word], tables: Words) -> bool:
    """“20 officers arrested the men”: they did it, it did not befall them."""
    if len(rest) < 2 or not rest[0].low.endswith("ed"):
        return False
    following = rest[1]
    plain = not following.is_word or tables.any_has(("stop", "clause", "adverbs"), following.low)
    return not plain and following.low not in ("and", "or", "last", "this")


def _elided(rest: Sequence[Word]) -> list[Word]:
    """“184 voted in favor”: the verb alone says what is counted."""
    if rest and rest[0].is_word and rest[0].low.endswith("ed"):
        return [rest[0]]
    return []
