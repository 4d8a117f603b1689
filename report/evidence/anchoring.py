"""Words, and what stands around them → the one place of a document where they stand.

For passages that were marked elsewhere: a position may be off, a text may stand twice. The place is
told by the words; where they stand several times, by the words around them or by the position.
Never by likeness: the verifier decides whether words stand somewhere at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.evidence.fold import fold
from report.evidence.placing import Span
from report.evidence.quotation import parse_quotation
from report.evidence.source import Source
from report.evidence.verdict import Verdict, VerdictKind
from report.evidence.verify import judge, verify

_MOST_PLACES = 200
_CLOSE = 16  # characters of text around a passage that tell two places apart
_VERBATIM = (VerdictKind.EXACT, VerdictKind.TYPOGRAPHIC)


@dataclass(frozen=True)
class Anchor:
    """Where words stand: offsets in the document; or None and why there is no such place.

    `why`: `ambiguous` where they stand at several places alike, `edited` where they are not all
    words of the document, else the verdict that refuses them.
    """

    span: Span | None
    why: str = ""
    verdict: Verdict | None = None


def anchor(
    words: str, source: Source, *, near: Span | None = None, before: str = "", behind: str = ""
) -> Anchor:
    """Return the place of words that must stand in a document letter for letter.

    `near` are offsets that may be off; `before` and `behind` are what stands around the words.
    """
    first = verify(words, source)
    if not first.accepted and first.kind not in (
        VerdictKind.CUT_NEGATION,
        VerdictKind.CUT_QUALIFIER,
        VerdictKind.SPLIT_WORD,
    ):
        return Anchor(None, str(first.kind), first)
    if first.kind is VerdictKind.EDITED:
        return Anchor(None, "edited", first)
    places = _places(words, source)
    chosen = _chosen(list(places), source, near, before, behind)
    right = [span for span, verdict in places.items() if verdict.kind in _VERBATIM]
    if chosen is None and len(right) == 1:
        chosen = right[0]
    if chosen is None:
        return Anchor(None, "ambiguous" if right else str(first.kind), first)
    verdict = places[chosen]
    kind = verdict.kind
    return Anchor(chosen) if kind in _VERBATIM else Anchor(None, str(kind), verdict)


def _places(words: str, source: Source) -> dict[Span, Verdict]:
    found: dict[Span, Verdict] = {}
    for at in source.literal(parse_quotation(words)):
        span = source.original(*at)
        verdict = judge(words, source, near=span)
        if verdict is not None and verdict.spans:
            found.setdefault((verdict.start, verdict.end), verdict)
        if len(found) >= _MOST_PLACES:
            break
    return found


def _chosen(
    places: Sequence[Span], source: Source, near: Span | None, before: str, behind: str
) -> Span | None:
    """Return the place that is meant; None where nothing tells it from another."""
    alike = [_alike(span, source, before, behind) for span in places]
    best = max(alike, default=0)
    if best >= _CLOSE and alike.count(best) == 1:
        return places[alike.index(best)]
    if near in places:
        return near
    return places[0] if len(places) == 1 else None


def _alike(span: Span, source: Source, before: str, behind: str) -> int:
    """Count the characters around a place that are those given, from the passage outwards."""
    start, end = span[0] - source.start, span[1] - source.start
    here = fold(source.text[max(0, start - 2 * len(before) - 20) : start]).text.strip()
    there = fold(source.text[end : end + 2 * len(behind) + 20]).text.strip()
    return _common(here[::-1], fold(before).text.strip()[::-1]) + _common(
        there, fold(behind).text.strip()
    )


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
