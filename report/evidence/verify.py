"""The one verifier: a quotation and its document → exact, typographic, edited, or refused.

Acceptance is equality after the fold, with declared edits only, at edges that keep the meaning.
All that is printed in quotation marks or as evidence passes here.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.evidence.characters import first_forbidden, is_word
from report.evidence.cuts import Cut
from report.evidence.differing import Difference
from report.evidence.nearest import nearest
from report.evidence.placing import Placement, Span, place, touches
from report.evidence.quotation import Quotation, parse_quotation
from report.evidence.source import Source
from report.evidence.verdict import Kind, Verdict

_KIND_OF_CUT = {
    Cut.SPLIT_WORD: Kind.SPLIT_WORD,
    Cut.NEGATION: Kind.CUT_NEGATION,
    Cut.QUALIFIER: Kind.CUT_QUALIFIER,
    Cut.FORBIDDEN: Kind.FORBIDDEN_IN_DOCUMENT,
}
_KIND_OF_DIFFERENCE = {
    Difference.ALTERED: Kind.ALTERED,
    Difference.POLARITY: Kind.POLARITY,
    Difference.NUMBER: Kind.NUMBER,
}


def verify(
    quote: str,
    source: Source,
    *,
    near: Span | None = None,
    others: Sequence[Source] = (),
) -> Verdict:
    """Return the verdict on a quotation that is said to stand in `source`.

    `near` are the offsets of its recorded passage: a quotation that stands at several places is
    taken from there, and refused as misplaced where it stands only elsewhere. `others` are the
    further documents, searched only to say whose words they are.
    """
    forbidden = first_forbidden(quote)
    if forbidden:
        return Verdict(Kind.FORBIDDEN_CHARACTER, source.id, quote, words=forbidden)
    quotation = parse_quotation(quote)
    if not any(map(is_word, quotation.text)):
        return Verdict(Kind.NOT_FOUND, source.id, quote)
    placement = place(quotation, source, near)
    if placement is not None:
        return _judged(quote, source, placement, near)
    return _refused(quote, quotation, source, others)


def _judged(quote: str, source: Source, placement: Placement, near: Span | None) -> Verdict:
    """Return the verdict on a quotation whose words stand in the document."""
    spans = tuple(source.original(*span) for span in placement.spans)
    start, end = spans[0][0], spans[-1][1]
    words = ""
    if near is not None and not touches(placement, source, near):
        kind = Kind.MISPLACED
    elif placement.long_gap:
        kind, words = Kind.GAP_TOO_LONG, placement.long_gap.strip()
    elif placement.empty_gap:
        kind, words = Kind.WRONG_OMISSION, "[…] where nothing is left out"
    elif placement.wrong is not None:
        kind, words = _KIND_OF_CUT[placement.wrong.cut], placement.wrong.words
    elif placement.edited:
        kind = Kind.EDITED
    else:
        exact = source.words_at(start, end) == quote.strip()
        kind = Kind.EXACT if exact else Kind.TYPOGRAPHIC
    paragraph = source.paragraph_at(start)
    return Verdict(kind, source.id, quote, spans, paragraph, source.words_at(start, end), words)


def _refused(quote: str, quotation: Quotation, source: Source, others: Sequence[Source]) -> Verdict:
    """Return the verdict on a quotation that does not stand in the document: why, where it does."""
    for other in others:
        found = place(quotation, other) if other.id != source.id else None
        if found is not None and found.right:
            return Verdict(Kind.MISATTRIBUTED, source.id, quote, elsewhere=other.id)
    if quotation.wrong_omission:
        return Verdict(Kind.WRONG_OMISSION, source.id, quote, words=quotation.wrong_omission)
    if quotation.wrong_insertion:
        return Verdict(Kind.WRONG_INSERTION, source.id, quote, words=quotation.wrong_insertion)
    if source.clean is not None and place(quotation, source.clean) is not None:
        hidden = first_forbidden(source.text)
        return Verdict(Kind.FORBIDDEN_IN_DOCUMENT, source.id, quote, words=hidden)
    return _nearest(quote, quotation, source)


def _nearest(quote: str, quotation: Quotation, source: Source) -> Verdict:
    found = nearest(quotation.text, source.index)
    if found is None:
        return Verdict(Kind.NOT_FOUND, source.id, quote)
    kind = _KIND_OF_DIFFERENCE[found.difference] if found.alike else Kind.NOT_FOUND
    start, end = source.original(found.start, found.end)
    return Verdict(
        kind,
        source.id,
        quote,
        ((start, end),),
        source.paragraph_at(start),
        source.words_at(start, end),
        changes=found.changes if found.alike else (),
    )
