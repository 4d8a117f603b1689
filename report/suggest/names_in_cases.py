"""Words of a Russian or Kazakh speaker → a name and a role, and whether two names are one.

The name is the last run of capitalised words that touch; the role stands before it. A name said in
a case («По словам Осиповой», «Ахметованың айтуынша») is the same name.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest import morphology
from report.suggest.article import Word
from report.suggest.words import Words

_LONGEST_NAME = 4
_SHORTEST_STEM = 3


def name_run(row: Sequence[Word], words: Words) -> tuple[int, int]:
    """Return where the name of a person stands in a row: [first, last); (0, 0) where none does."""
    last = len(row)
    while last and not _is_name(row[last - 1]):
        last -= 1
    first = last
    while first and _is_name(row[first - 1]):
        if first < last and not _touch(row[first - 1], row[first]):
            break
        first -= 1
    while first < last and _is_role(row[first], words):
        first += 1
    first = _first_name(row, first, last, words)
    size = last - first
    whole = 2 <= size <= _LONGEST_NAME
    surname = size == 1 and (len(row) == 1 or _is_surname(row[first], words))
    return (first, last) if whole or surname else (0, 0)


def is_person(row: Sequence[Word], words: Words) -> bool:
    """Whether a Russian subject is a person: by a name, or by a noun."""
    first, last = name_run(row, words)
    return first < last or any(morphology.is_animate(word.low) for word in row)


def _first_name(row: Sequence[Word], first: int, last: int, words: Words) -> int:
    """Return where the name begins: адвокат Панина Эльвира Сафина is Эльвира Сафина."""
    if words.lang != "ru" or last - first < 3:
        return first
    given = [k for k in range(first + 1, last - 1) if morphology.is_first_name(row[k].low)]
    return given[0] if given and not morphology.is_first_name(row[first].low) else first


def _is_name(word: Word) -> bool:
    return word.capital and word.is_word and not (word.text.isupper() and len(word.text) > 2)


def _touch(one: Word, other: Word) -> bool:
    return 0 < other.start - one.end <= 1


def _is_role(word: Word, words: Words) -> bool:
    if words.any_has(("roles", "speakers"), word.low):
        return True
    return words.lang == "ru" and bool(
        morphology.stems(word.low) & words.sets.get("roles", frozenset())
    )


def _is_surname(word: Word, words: Words) -> bool:
    if words.lang == "ru":
        return morphology.is_surname(word.low)
    return word.low.endswith(words.ordered.get("surname_ends", ()) or ("-",))


def same_name(one: str, other: str, words: Words) -> bool:
    """Whether two words can be one name in two cases: Осипова, Осиповой; Ахметова, Ахметованың."""
    if one == other:
        return True
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    if common < _SHORTEST_STEM:
        return False
    ends = words.sets.get("name_ends", frozenset())
    return all(not tail or tail in ends for tail in (one[common:], other[common:]))


def plain(text: str, words: Words, case: str = "gent") -> str:
    """Return a speaker in the case of the dictionary, where the language lets it be told."""
    if words.lang == "ru":
        return morphology.nominative(text, case)
    for ending in words.ordered.get("genitive_ends", ()):
        if text.lower().endswith(ending) and len(text) > len(ending) + _SHORTEST_STEM:
            return text[: -len(ending)]
    return text
