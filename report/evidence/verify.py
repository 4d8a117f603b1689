"""The one verifier: a quotation and its document → exact, typographic, edited, or refused.

Acceptance is equality after the fold, with declared edits only, at edges that keep the meaning.
All that is printed in quotation marks or as evidence passes here.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.evidence.characters import first_forbidden, is_word
from report.evidence.cuts import Cut
from report.evidence.differing import ChangeKind
from report.evidence.nearest import nearest
from report.evidence.placing import Placement, Span, place, touches
from report.evidence.quotation import Quotation, parse_quotation
from report.evidence.source import Source
from report.evidence.verdict import Verdict, VerdictKind

_KIND_OF_CUT = {
    Cut.SPLIT_WORD: VerdictKind.SPLIT_WORD,
    Cut.NEGATION: VerdictKind.CUT_NEGATION,
    Cut.QUALIFIER: VerdictKind.CUT_QUALIFIER,
    Cut.FORBIDDEN: VerdictKind.FORBIDDEN_IN_DOCUMENT,
}
_KIND_OF_CHANGE = {
    ChangeKind.ALTERED: VerdictKind.ALTERED,
    ChangeKind.POLARITY: VerdictKind.POLARITY,
    ChangeKind.NUMBER: VerdictKind.NUMBER,
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
    verdict = judge(quote, source, near=near)
    return verdict or _refused(quote, parse_quotation(quote), source, others)


def judge(quote: str, source: Source, *, near: Span | None = None) -> Verdict | None:
    """Return the verdict where the words stand in `source`; None where they do not.

    Costs little: what stands nearest is not looked for.
    """
    forbidden = first_forbidden(quote)
    if forbidden:
        return Verdict(VerdictKind.FORBIDDEN_CHARACTER, source.id, quote, words=forbidden)
    quotation = parse_quotation(quote)
    if not any(map(is_word, quotation.text)):
        return Verdict(VerdictKind.NOT_FOUND, source.id, quote)
    placement = place(quotation, source, near)
    if placement is not None and placement.edited and not _has_words(placement):
        return Verdict(VerdictKind.NOT_FOUND, source.id, quote)  # [so]: an insertion and no more
    return None if placement is None else _judged(quote, source, placement, near)


def _has_words(placement: Placement) -> bool:
    return any(start < end for start, end in placement.spans)


def _judged(quote: str, source: Source, placement: Placement, near: Span | None) -> Verdict:
    """Return the verdict on a quotation whose words stand in the document."""
    spans = tuple(source.original(*span) for span in placement.spans)
    start, end = spans[0][0], spans[-1][1]
    words = ""
    if near is not None and not touches(placement, source, near):
        kind = VerdictKind.MISPLACED
    elif placement.long_gap:
        kind, words = VerdictKind.GAP_TOO_LONG, placement.long_gap.strip()
    elif placement.empty_gap:
        kind, words = VerdictKind.WRONG_OMISSION, "[…] where nothing is left out"
    elif placement.wrong is not None:
        kind, words = _KIND_OF_CUT[placement.wrong.cut], placement.wrong.words
    elif placement.edited:
        kind = VerdictKind.EDITED
    else:
        exact = source.words_at(start, end) == quote.strip()
        kind = VerdictKind.EXACT if exact else VerdictKind.TYPOGRAPHIC
    paragraph = source.paragraph_at(start)
    return Verdict(kind, source.id, quote, spans, paragraph, source.words_at(start, end), words)


def _refused(quote: str, quotation: Quotation, source: Source, others: Sequence[Source]) -> Verdict:
    """Return the verdict on a quotation that does not stand in the document: why, where it does."""
    for other in others:
        found = place(quotation, other) if other.id != source.id else None
        if found is not None and found.right:
            return Verdict(VerdictKind.MISATTRIBUTED, source.id, quote, elsewhere=other.id)
    if quotation.wrong_omission:
        return Verdict(VerdictKind.WRONG_OMISSION, source.id, quote, words=quotation.wrong_omission)
    if quotation.wrong_insertion:
        return Verdict(
            VerdictKind.WRONG_INSERTION, source.id, quote, words=quotation.wrong_insertion
        )
    if source.clean is not None and place(quotation, source.clean) is not None:
        hidden = first_forbidden(source.text)
        return Verdict(VerdictKind.FORBIDDEN_IN_DOCUMENT, source.id, quote, words=hidden)
    return _nearest(quote, quotation, source)


def _nearest(quote: str, quotation: Quotation, source: Source) -> Verdict:
    found = nearest(quotation.text, source.index)
    if found is None:
        return Verdict(VerdictKind.NOT_FOUND, source.id, quote)
    kind = _KIND_OF_CHANGE[found.difference] if found.alike else VerdictKind.NOT_FOUND
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
