"""A quotation that does not stand in a document → the nearest passage and the words that differ.

Similarity serves to suggest, never to accept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from report.evidence import turning_words as words
from report.evidence.boundaries import TOKEN, starts_number
from report.evidence.turning_words import phrases

CHUNK = 400  # characters
_COMPARED_CHARACTERS = 800
_COMPARED_WORDS = 300
_LOOKED_UP_WORDS = 60
_CANDIDATES = 3
_ALIKE = 0.6  # share of the quotation's words that the passage holds in order
_ALIKE_LETTERS = 80.0  # per cent, for short quotations
_SIGNS = ".,;:!?'\")]…"
_WORD = re.compile("[^ ]+")
_NEGATIONS = (words.NEGATIONS, words.NEAR_NEGATIONS, words.NEGATIONS_BEHIND)


class Difference(StrEnum):
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
class Nearest:
    """The nearest passage (folded offsets), what differs, and whether it is the passage meant."""

    start: int
    end: int
    changes: tuple[Change, ...]
    difference: Difference
    alike: bool


class Index:
    """Which stretches of a folded text hold which words; built once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.chunks: dict[str, list[int]] = {}
        for token in TOKEN.finditer(text):
            places = self.chunks.setdefault(token[0].lower(), [])
            chunk = token.start() // CHUNK
            if not places or places[-1] != chunk:
                places.append(chunk)

    def candidates(self, quoted: str) -> list[int]:
        """Return the chunks that hold most of the quotation's rarer words, best first."""
        votes: Counter[int] = Counter()
        listed = dict.fromkeys(token.lower() for token in TOKEN.findall(quoted))
        known = sorted((self.chunks.get(word, []) for word in listed), key=len)
        for places in known[:_LOOKED_UP_WORDS]:
            if len(places) > 50 * _CANDIDATES and votes:
                break
            for chunk in places[:500]:
                votes[chunk] += 2 + (len(places) < 4)
                votes[chunk - 1] += 1  # the passage may begin in the chunk before
        return [chunk for chunk, _ in votes.most_common(_CANDIDATES)]


def nearest(quoted: str, index: Index) -> Nearest | None:
    """Return the passage of the document that is most like the folded quotation, if any is."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - needed for a refusal only

    head = quoted[:_COMPARED_CHARACTERS]
    best: tuple[float, int, int] = (0.0, 0, 0)
    for chunk in index.candidates(head):
        start = max(0, (chunk - 1) * CHUNK)
        window = index.text[start : (chunk + 2) * CHUNK + len(head)]
        found = fuzz.partial_ratio_alignment(head, window)
        if found is not None and found.score > best[0]:
            best = (found.score, start + found.dest_start, start + found.dest_end)
    if not best[0]:
        return None
    end = best[2] if len(quoted) <= _COMPARED_CHARACTERS else best[1] + len(quoted) + CHUNK
    return _compared(quoted, index.text, best[1], end)


def _compared(quoted: str, text: str, start: int, end: int) -> Nearest | None:
    """Compare word by word, with the words at the edges of the passage whole."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - needed for a refusal only
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    start = text.rfind(" ", 0, start + 1) + 1
    space = text.find(" ", end, end + CHUNK)
    theirs = list(_WORD.finditer(text, start, space if space >= 0 else end + CHUNK))
    theirs = theirs[:_COMPARED_WORDS]
    mine = quoted.split(" ")[:_COMPARED_WORDS]
    blocks = list(Levenshtein.opcodes([word[0] for word in theirs], mine))
    while blocks and blocks[0].tag == "delete":
        del blocks[0]
    while blocks and blocks[-1].tag == "delete":
        del blocks[-1]
    if not blocks or blocks[-1].src_end <= blocks[0].src_start:
        return None
    changes = tuple(
        Change(
            " ".join(word[0] for word in theirs[block.src_start : block.src_end]),
            " ".join(mine[block.dest_start : block.dest_end]),
        )
        for block in blocks
        if block.tag != "equal"
    )
    if changes and changes[-1].document.rstrip(_SIGNS) == changes[-1].quotation:
        changes = changes[:-1] or changes  # the quotation ends before a comma
    kept = sum(block.src_end - block.src_start for block in blocks if block.tag == "equal")
    begin, stop = theirs[blocks[0].src_start].start(), theirs[blocks[-1].src_end - 1].end()
    alike = kept >= _ALIKE * len(mine) or fuzz.ratio(text[begin:stop], quoted) >= _ALIKE_LETTERS
    return Nearest(begin, stop, changes, difference_of(changes), alike)


def difference_of(changes: Sequence[Change]) -> Difference:
    """Say whether the changes touch a negation, else a number or its qualifier, else words."""
    theirs = [_tokens(change.document) for change in changes]
    mine = [_tokens(change.quotation) for change in changes]
    if _count(theirs, *_NEGATIONS) != _count(mine, *_NEGATIONS):
        return Difference.POLARITY
    if any(map(_contrary, theirs, mine)):
        return Difference.POLARITY
    if _numbers(theirs) != _numbers(mine):
        return Difference.NUMBER
    return Difference.ALTERED


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in TOKEN.findall(text)]


def _count(sides: list[list[str]], *listing: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for tokens in sides:
        found.update(phrases(*listing).findall(" ".join(tokens)))
    return found


def _contrary(theirs: list[str], mine: list[str]) -> bool:
    """Whether one side has a word of the other with a prefix that turns it: lawful, unlawful."""
    pairs = ((one, other) for one in theirs for other in mine if len(one) != len(other))
    return any(
        longer == prefix + shorter
        for one, other in pairs
        for shorter, longer in (sorted((one, other), key=len),)
        for prefix in words.PREFIXES
    )


def _numbers(sides: list[list[str]]) -> Counter[str]:
    found = _count(sides, words.NUMBER_QUALIFIERS, words.NUMBER_QUALIFIERS_BEHIND)
    for tokens in sides:
        found.update(token for token in tokens if starts_number(token))
        found.update(c for token in tokens for c in token if c.isnumeric())
    return found
