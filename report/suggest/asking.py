"""A verb of asking in a row of words → whom it asks for what.

Knows no speakers: only the words of one sentence, or of one within a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.suggest.article import Word
from report.suggest.people import bare
from report.suggest.words import Words

_ASKING = ("call_to", "urge", "ask", "demand", "ought", "needs")
_NO_ADDRESSEE = frozenset(
    ["that", "who", "whether", "if", "how", "about", "why", "what", "question", "questions"]
)
_ALSO = frozenset(["also", "further", "therefore", "strongly", "urgently"])
_RELATIVE = frozenset(["that", "who", "which", "whose"])
_NO_DEMAND = frozenset(("to", "by", "for", "from", "and", "of"))
_WORTH = frozenset(
    ["time", "important", "essential", "crucial", "vital", "necessary", "imperative", "critical"]
)


@dataclass(frozen=True)
class Asked:
    """What is asked of whom, as stretches of words, and the rule."""

    rule: str
    to: Sequence[Word]
    what: Sequence[Word]


def asked_at(row: Sequence[Word], k: int, words: Words) -> Asked | None:
    """Return what the word at `k` asks for, and whom; None where it asks nothing."""
    low = row[k].low
    if low != "it" and not words.any_has(_ASKING, low):
        return None
    following = row[k + 1].low if k + 1 < len(row) else ""
    found: Asked | None = None
    if _is_asked(row, k, words):
        return _passive(row, k, words)
    if words.has("call_to", low) and following in ("on", "upon"):
        found = asked_to(row[k + 2 :], "asks-to")
    elif following == "for" and (words.has("call_to", low) or low.startswith("appeal")):
        found = Asked("asks-for", (), until_end(row, k + 2))
    elif words.any_has(("urge", "ask"), low):
        appeals = low.startswith("appeal") and following == "to"
        found = asked_to(row[k + (2 if appeals else 1) :], "asks-to")
        if found is not None and low.startswith("request") and not is_addressee(found.to, words):
            found = None  # requested access to the prisons
    elif words.has("demand", low) and following not in _NO_DEMAND:
        found = Asked("asks-for", (), until_end(row, k + (2 if following == "that" else 1)))
    elif words.has("ought", low) or (words.has("needs", low) and following == "to"):
        found = _ought(row, k, words)
    elif low == "it" and following in ("is", "was"):
        found = _worth(row, k + 2)
    return found


def _is_asked(row: Sequence[Word], k: int, words: Words) -> bool:
    """Whether a verb of asking is passive: prosecutors are urged to, the court is called upon."""
    if not (words.any_has(("urge", "ask"), row[k].low) or words.has("call_to", row[k].low)):
        return False
    helped = k
    while helped and (row[helped - 1].low.endswith("ly") or row[helped - 1].low in _ALSO):
        helped -= 1
    passive = helped and row[helped - 1].low in ("is", "are", "be")
    return bool(passive) and row[k].low.endswith("ed")


def _passive(row: Sequence[Word], k: int, words: Words) -> Asked | None:
    """Read “prosecutors are urged to discontinue …”: who is asked stands before the verb."""
    at = k + 2 if k + 1 < len(row) and row[k + 1].low in ("on", "upon") else k + 1
    if at >= len(row) or row[at].low != "to":
        return None
    helped = k
    while helped and (words.has("auxiliary", row[helped - 1].low) or row[helped - 1].low in _ALSO):
        helped -= 1
    first, end = _subject_of(row, helped, words)
    subject = [word for word in row[first:end] if word.is_word]
    return Asked("is-asked", subject, until_end(row, at + 1)) if subject else None


def asked_to(rest: Sequence[Word], rule: str) -> Asked | None:
    """Read “the country to halt …”."""
    for k, word in enumerate(rest[:24]):
        if word.low == "to" and k and rest[0].low != "not":
            listed = k + 2 == len(rest) and rest[k + 1].text == ":"
            if k > 1 and rest[k - 1].low == "not":
                return Asked(rule, rest[: k - 1], until_end(rest, k - 1))  # not to return them
            return Asked(rule, rest[:k], rest[k + 1 :] if listed else until_end(rest, k + 1))
        if word.text == ":" and k and _is_order(rest[k + 1 :]):
            return Asked(rule, rest[:k], until_end(rest, k + 1))
        if word.text in ".;:?!" or (word.low in _NO_ADDRESSEE and not (k and word.low == "who")):
            return None
    return None


def _is_order(rest: Sequence[Word]) -> bool:
    """Whether what follows a colon is asked: I ask you: do not look away."""
    quoted = bool(rest) and not rest[0].is_word
    return len(rest) > 2 and not quoted and rest[-1].text != "?"


def until_end(row: Sequence[Word], k: int) -> Sequence[Word]:
    """Return the words from `k` to the end, or to a semicolon."""
    rest = list(row[k:])
    while rest and not rest[0].is_word and rest[0].text not in '“«"':
        rest.pop(0)
    for at, word in enumerate(rest):
        if word.text in ";":
            return rest[:at]
    return rest


def to_comma(what: Sequence[Word]) -> Sequence[Word]:
    """A phrase before the main clause ends at its comma."""
    at = next((k for k, word in enumerate(what) if word.text == ","), len(what))
    return what[:at]


def _worth(row: Sequence[Word], k: int) -> Asked | None:
    """Read “it is time for the Council to …”, “it is important that X …”."""
    while k < len(row) and row[k].low in ("very", "also", "now", "high", "long", "past"):
        k += 1
    if k + 1 >= len(row) or row[k].low not in _WORTH:
        return None
    if row[k + 1].low == "for":
        return asked_to(row[k + 2 :], "it-is-time")
    if row[k + 1].low in ("that", "to"):
        return Asked("it-is-time", (), until_end(row, k + 2))
    return None


def _ought(row: Sequence[Word], k: int, words: Words) -> Asked | None:
    """Read “protesters, no matter how angry, should not …” with what ought to do it."""
    first, end = _subject_of(row, k, words)
    while first < end and row[first].low in ("and", "but"):
        first += 1
    subject = [word for word in row[first:end] if word.is_word]
    if not subject and k and row[k - 1].low in ("and", "but"):
        subject = _opening_subject(row, words)
        first = k  # the authorities released two, but should free the rest
    if not subject or subject[-1].low in ("this", "it", "that", "which", "there", "what", "who"):
        return None
    following = [w.low for w in row[k + 1 : k + 4] if w.low not in ("not", "never", "also")]
    passive = bool(following) and following[0] == "be"
    return Asked("ought", () if passive else subject, row[first:])


def _opening_subject(row: Sequence[Word], words: Words) -> list[Word]:
    """Return the noun that opens a sentence, behind its line of place and date."""
    marks = [k for k in range(min(16, len(row))) if row[k].text in ")–—-"]
    start = marks[-1] + 1 if marks else 0
    subject: list[Word] = []
    for word in row[start : start + 6]:
        lists = ("stop", "clause", "auxiliary", "adverbs")
        if not word.is_word or words.any_has(lists, word.low) or word.low.endswith("ed"):
            break
        subject.append(word)
    return subject


def _subject_of(row: Sequence[Word], k: int, words: Words) -> tuple[int, int]:
    """Return where the subject of the verb at `k` stands: before what commas set apart."""
    end = k
    first = end
    while first and not _begins(row[first - 1], words):
        first -= 1
    noun = row[first - 2] if first > 1 and row[first - 1].low in _RELATIVE else None
    told = noun is not None and words.any_has(("say", "saying"), noun.low) and not noun.capital
    if noun is not None and noun.is_word and not told:
        end = first - 1  # banks that finance the dam should: the banks
        first = end
        while first and not _begins(row[first - 1], words):
            first -= 1
    if not (k and row[k - 1].text == ","):
        return first, end
    parts: list[tuple[int, int]] = []
    last = k - 1
    while last >= 0 and row[last].text == ",":
        begin = last
        while begin and row[begin - 1].text not in ',;:–—“”«»"':
            begin -= 1
        parts.insert(0, (begin, last))
        last = begin - 1
    plain = [p for p in parts if not words.has("stop", row[p[0]].low)]
    return (plain or parts)[0]


def _begins(word: Word, words: Words) -> bool:
    told = words.any_has(("say", "saying", "clause"), word.low) and not word.capital
    return told or word.text in ',;:–—“”«»"'


def is_addressee(row: Sequence[Word], words: Words) -> bool:
    """Whether words name one that a call can be made to: a State, an office, a body."""
    if not row:
        return False
    head = next((row[k - 1] for k in range(1, len(row)) if words.has("stop", row[k].low)), row[-1])
    lower = any(words.has("addressees", bare(word).lower()) for word in row)
    return lower or (head.capital and not words.has("not_names", head.low))
