"""A sentence → the subject that plainly opens it: a name, an office, a body.

What verb it has is not asked; a clause that comes later can be of the same speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Word
from report.suggest.clause import Subject
from report.suggest.speaking import SHORT, Speaking
from report.suggest.words import Words

_LONGEST_DATELINE = 14  # words and signs


def opening(row: Sequence[Word], speaking: Speaking) -> Subject | None:
    """Return the plain subject of the sentence: a name or an office that opens it."""
    start = _behind_dateline(row)
    k = start + _behind_front(row[start:], speaking.words)
    first = k
    if k < len(row) and speaking.words.has("determiners", row[k].low):
        k += 1
        while k < len(row) and row[k].is_word and not _ends_opening(row[k], speaking.words):
            k += 1
    else:
        while (
            k < len(row)
            and row[k].is_word
            and (row[k].capital or _joins_name(row, k, speaking.words))
        ):
            k += 1
    found = row[first:k]
    goes_on = k < len(row) and (row[k].text == "," or not row[k].capital)
    plain = bool(found) and speaking.speaks(found) and len(found) <= SHORT
    return Subject(first, tuple(found)) if plain and goes_on else None


def _behind_dateline(row: Sequence[Word]) -> int:
    """Return where the sentence begins behind “Dakar, 10 April 2024 —”; 0 without such a line."""
    for k, word in enumerate(row[:_LONGEST_DATELINE]):
        if word.text in "–—-" and k:
            return k + 1
        if word.is_word and not (word.capital or word.text[0].isdigit()):
            return 0
    return 0


def _behind_front(row: Sequence[Word], words: Words) -> int:
    """Return where the sentence goes on behind “On Tuesday,” and “Reached by phone,”."""
    if not row:
        return 0
    following = row[1].low if len(row) > 1 else ""
    deed = row[0].low.endswith(("ed", "ing")) and words.any_has(("stop", "determiners"), following)
    if not deed and not words.has("stop", row[0].low):
        return 0
    commas = [k for k in range(1, min(SHORT, len(row))) if row[k].text == ","]
    return commas[0] + 1 if commas else len(row)


def _ends_opening(word: Word, words: Words) -> bool:
    lists = ("auxiliary", "adverbs", "clause", "say", "express")
    return words.any_has(lists, word.low) or word.low.endswith("ed")


def _joins_name(row: Sequence[Word], k: int, words: Words) -> bool:
    low, following = row[k].low, row[k + 1 : k + 2]
    joins = low in ("of", "for", "the", "and") or words.has("roles", low)
    return (joins and bool(following) and following[0].capital) or _leads_to_role(row, k, words)


def _leads_to_role(row: Sequence[Word], k: int, words: Words) -> bool:
    """Whether “Saudi | interior ministry spokesman Mansour al-Turki” goes on to a role."""
    for n in range(k, min(k + 4, len(row) - 1)):
        if not row[n].is_word or row[n].capital or _ends_opening(row[n], words):
            return False
        if words.any_has(("stop", "determiners"), row[n].low):
            return False
        if words.has("roles", row[n].low):
            return row[n + 1].capital
    return False
