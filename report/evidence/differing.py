"""The words of a passage and those of a quotation → what differs, and what kind of words it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain

from report.evidence import turning_words as words
from report.evidence.boundaries import starts_number
from report.evidence.cuts import lower_words
from report.evidence.turning_words import phrases

_SIGNS = ".,;:!?'\")]…"
_NEGATIONS = (words.NEGATIONS, words.NEAR_NEGATIONS, words.NEGATIONS_BEHIND)


class ChangeKind(StrEnum):
    """What kind of words differ; the values are those of the verdict."""

    ALTERED = "altered"
    POLARITY = "polarity"
    NUMBER = "number"


@dataclass(frozen=True)
class Change:
    """Words of the document and the words that the quotation has in their place."""

    document: str
    quotation: str


@dataclass(frozen=True)
class Comparison:
    """What differs between the words `first` to `last` of a passage and a quotation."""

    changes: tuple[Change, ...]
    first: int
    last: int
    kept: int


def compare(theirs: Sequence[str], mine: Sequence[str]) -> Comparison | None:
    """Compare word by word; the passage's words before and behind the quotation do not count."""
    from rapidfuzz.distance import Levenshtein

    bare, quoted = [_bare(word) for word in theirs], [_bare(word) for word in mine]
    if bare != quoted:  # else the quotation marks within are what differs
        theirs, mine = bare, quoted
    said = list(theirs)
    if said and said[-1].rstrip(_SIGNS) == mine[-1]:
        said[-1] = mine[-1]  # the quotation ends before a comma
    blocks = list(Levenshtein.opcodes(said, mine))
    while blocks and blocks[0].tag == "delete":
        del blocks[0]
    while blocks and blocks[-1].tag == "delete":
        del blocks[-1]
    if not blocks or blocks[-1].src_end <= blocks[0].src_start:
        return None
    changes = tuple(
        Change(
            " ".join(said[block.src_start : block.src_end]),
            " ".join(mine[block.dest_start : block.dest_end]),
        )
        for block in blocks
        if block.tag != "equal"
    )
    kept = sum(block.src_end - block.src_start for block in blocks if block.tag == "equal")
    return Comparison(changes, blocks[0].src_start, blocks[-1].src_end - 1, kept)


def _bare(word: str) -> str:
    """A word without the quotation marks of a quotation that begins or ends with it."""
    return word.strip("'") or word


def difference_of(changes: Sequence[Change], passage: str, quoted: str) -> ChangeKind:
    """Say whether the changes touch a negation, else a number or its qualifier, else words."""
    theirs = [lower_words(change.document) for change in changes]
    mine = [lower_words(change.quotation) for change in changes]
    before, now = (_count(lower_words(text), *_NEGATIONS) for text in (passage, quoted))
    if before != now or any(map(_contrary, theirs, mine)):
        return ChangeKind.POLARITY
    if _numbers(chain.from_iterable(theirs)) != _numbers(chain.from_iterable(mine)):
        return ChangeKind.NUMBER
    return ChangeKind.ALTERED


def _count(tokens: list[str], *listing: str) -> list[str]:
    return sorted(phrases(*listing).findall(" ".join(tokens)))


def _contrary(theirs: list[str], mine: list[str]) -> bool:
    """Whether one side has a word of the other with a prefix that turns it: lawful, unlawful."""
    pairs = ((one, other) for one in theirs for other in mine if len(one) != len(other))
    return any(
        longer == prefix + shorter
        for one, other in pairs
        for shorter, longer in (sorted((one, other), key=len),)
        for prefix in words.PREFIXES
    )


def _numbers(listed: Iterable[str]) -> Counter[str]:
    tokens = list(listed)
    found = Counter(token for token in tokens if starts_number(token) or token in _qualifying())
    found.update(c for token in tokens for c in token if c.isnumeric())
    return found


@cache
def _qualifying() -> frozenset[str]:
    """Single words that qualify a number: more, fewer, about, кемінде."""
    listed = f"{words.NUMBER_QUALIFIERS}, {words.NUMBER_QUALIFIERS_BEHIND}".replace(",", " ")
    return frozenset(listed.replace("*", "").split()) - words.OF_QUALIFIERS
