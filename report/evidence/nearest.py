"""A quotation that does not stand in a document → the nearest passage and the words that differ.

Similarity serves to suggest, never to accept.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from report.evidence.boundaries import TOKEN
from report.evidence.differing import Change, ChangeKind, Comparison, compare, difference_of

CHUNK = 400  # characters
_COMPARED_CHARACTERS = 800
_COMPARED_WORDS = 300
_LOOKED_UP_WORDS = 60
_CANDIDATES = 3
_ALIKE = 0.5  # share of the quotation's words that the passage holds in order
_MARGIN = 24  # characters before the passage, for words that the quotation lacks
_ALIKE_LETTERS = 80.0  # per cent, for short quotations
_WORD = re.compile("[^ ]+")


@dataclass(frozen=True)
class Nearest:
    """The nearest passage (folded offsets), what differs, and whether it is the passage meant."""

    start: int
    end: int
    changes: tuple[Change, ...]
    difference: ChangeKind
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
    from rapidfuzz import fuzz

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
    from rapidfuzz import fuzz

    space = text.find(" ", end, end + CHUNK)
    end = space if space >= 0 else end + CHUNK
    mine = quoted.split(" ")[:_COMPARED_WORDS]
    found: tuple[Comparison, int, int] | None = None
    for margin in (0, _MARGIN):  # words that the quotation lacks may stand before the passage
        begin = text.rfind(" ", 0, max(start - margin, 0) + 1) + 1
        theirs = list(_WORD.finditer(text, begin, end))[:_COMPARED_WORDS]
        compared = compare([word[0] for word in theirs], mine)
        if compared is not None and (found is None or compared.kept > found[0].kept):
            first, last = theirs[compared.first], theirs[compared.last]
            found = (compared, first.start(), last.end())
    if found is None:
        return None
    compared, begin, stop = found
    difference = difference_of(compared.changes, text[begin:stop], " ".join(mine))
    alike = compared.kept >= _ALIKE * len(mine)
    alike = alike or fuzz.ratio(text[begin:stop], quoted) >= _ALIKE_LETTERS
    return Nearest(begin, stop, compared.changes, difference, alike)
