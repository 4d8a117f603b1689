"""A quotation and a document → the place where it stands and may be cut, or why it may not.

Exact comparison of folded text; nothing here knows of similarity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from report.evidence.boundaries import TOKEN
from report.evidence.cuts import WrongCut
from report.evidence.edges import check_end, check_gap, check_start
from report.evidence.fold import ELLIPSIS
from report.evidence.quotation import Quotation
from report.evidence.source import Source

MAX_GAP_WORDS = 80
_MAX_GAP_LENGTH = 4_000  # characters, before words are counted
_TRIES = 40  # places of the first part of an edited quotation
_NEXT_TRIES = 5  # places of each further part
_JUDGED = 300  # places whose edges are looked at: more would be a common word

Span = tuple[int, int]


@dataclass(frozen=True)
class Placement:
    """Where the parts of a quotation stand in the folded text, and what is wrong there, if so."""

    spans: tuple[Span, ...]
    edited: bool = False
    long_gap: str = ""
    empty_gap: bool = False
    wrong: WrongCut | None = None

    @property
    def right(self) -> bool:
        """Whether the quotation may be cut and shortened so."""
        return self.wrong is None and not self.long_gap and not self.empty_gap


def place(quotation: Quotation, source: Source, near: Span | None = None) -> Placement | None:
    """Return where the quotation stands; None where it does not.

    Of several places the first that may be cut so is taken, else the first. With `near`, offsets
    in the document, only places that touch it count, unless none does.
    """
    found = _best(_literal(quotation, source), source, near)
    if found is None and quotation.edited and _may_be_edited(quotation):
        found = _best(_edited(quotation, source), source, near)
    return found


def touches(placement: Placement, source: Source, near: Span) -> bool:
    """Whether a placement touches the offsets `near` of the document."""
    start, _ = source.original(*placement.spans[0])
    _, end = source.original(*placement.spans[-1])
    return start < near[1] and end > near[0]


def _best(placements: Iterable[Placement], source: Source, near: Span | None) -> Placement | None:
    first: Placement | None = None
    elsewhere: Placement | None = None
    judged = 0
    for placement in placements:
        if near is not None and not touches(placement, source, near):
            elsewhere = elsewhere or placement
            continue
        judged_one = replace(placement, wrong=_wrong_cut(source.folded.text, placement.spans))
        if judged_one.right:
            return judged_one
        first = first or judged_one
        judged += 1
        if judged >= _JUDGED:
            break
    return first or elsewhere


def _may_be_edited(quotation: Quotation) -> bool:
    return not quotation.wrong_omission and not quotation.wrong_insertion and bool(quotation.parts)


def _literal(quotation: Quotation, source: Source) -> Iterator[Placement]:
    for span in source.literal(quotation):
        yield Placement((span,))


def _edited(quotation: Quotation, source: Source) -> Iterator[Placement]:
    for span in islice(source.matches(quotation.parts[0], 0), _TRIES):
        yield from islice(_continued(quotation, source, (span,)), _TRIES)


def _continued(
    quotation: Quotation, source: Source, spans: tuple[Span, ...]
) -> Iterator[Placement]:
    """Yield placements that begin with `spans`, the nearest place of each further part first."""
    if len(spans) == len(quotation.parts):
        yield Placement(spans, edited=True)
        return
    since = spans[-1][1]
    for span in islice(source.matches(quotation.parts[len(spans)], since), _NEXT_TRIES):
        gap = source.folded.text[since : span[0]]
        if len(gap) > _MAX_GAP_LENGTH or len(TOKEN.findall(gap)) > MAX_GAP_WORDS:
            yield Placement((*spans, span), edited=True, long_gap=gap[:_MAX_GAP_LENGTH])
            return
        if not TOKEN.search(gap) and ELLIPSIS not in gap:
            yield Placement((*spans, span), edited=True, empty_gap=True)
            continue
        yield from _continued(quotation, source, (*spans, span))


def _wrong_cut(text: str, spans: Sequence[Span]) -> WrongCut | None:
    """Return what is wrong at the outer edges, in the gaps, and at the edges of the gaps."""
    first, last = spans[0], spans[-1]
    wrong = check_start(text, *first) or check_end(text, *last)
    for (start, end), (following, stop) in pairwise(spans):
        wrong = (
            wrong
            or check_gap(text, end, following)
            or check_end(text, start, end, until=following)
            or check_start(text, following, stop, since=end)
        )
    return wrong
