"""A quotation from which names were left out → whether all the rest of it stands in the document.

The names of protected persons are brackets in what a brief carries. Whoever holds the document
finds there the same words in the same order, with a name in the place of each bracket.
"""

from __future__ import annotations

import re

from report.evidence.fold import fold
from report.evidence.source import Source
from report.evidence.verdict import Verdict, VerdictKind

_LONGEST_NAME = 120
_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]\s*")


def stands_around(quote: str, source: Source) -> Verdict:
    """Return `edited` with the place, or `not-found`. The words between brackets must be whole."""
    pieces = [fold(piece).text.strip() for piece in _BRACKETS.split(quote)]
    name = rf"\s*\S.{{0,{_LONGEST_NAME}}}?"
    pattern = name.join(rf"\s*{re.escape(piece)}" if piece else "" for piece in pieces)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", source.folded.text) if any(pieces) else None
    if found is None:
        return Verdict(VerdictKind.NOT_FOUND, source.id, quote)
    start, end = source.original(*found.span())
    words, paragraph = source.words_at(start, end), source.paragraph_at(start)
    return Verdict(VerdictKind.EDITED, source.id, quote, ((start, end),), paragraph, words)
