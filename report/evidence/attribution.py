"""A figure in prose → whether its paragraph says who reported it.

A figure that nobody verified, or that another one contradicts, needs its speaker in the sentence
or a note; where nobody sees notes, its speaker alone.
"""

from __future__ import annotations

import re

from report.evidence.printed import FlatParagraph
from report.evidence.tokens import tokenize
from report.model.dossier import Dossier
from report.model.finding import Figure

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”»’\"]?\s+(?=[“«\"‘]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\ufffc])")
_STEM = 6
_SMALL = 3


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence that holds an offset."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() > offset:
            return text[start : match.start()]
        start = match.end()
    return text[start:]


def is_attributed(
    figure: Figure, paragraph: FlatParagraph, offset: int, dossier: Dossier, *, noted: bool
) -> bool:
    """Whether a note says who reported it (`noted`), or the figure's sentence names the speaker."""
    if noted:
        return True
    said = {token.low[:_STEM] for token in tokenize(sentence_at(paragraph.text, offset))}
    return bool(_speaker_stems(figure, dossier) & said)


def _speaker_stems(figure: Figure, dossier: Dossier) -> set[str]:
    """Return the beginnings of the words that name the speaker; the place alone names nobody."""
    finding = dossier.finding_of_figure[figure.id]
    places = " ".join((figure.where, *finding.where))
    common = {token.low[:_STEM] for token in tokenize(places)}
    words = (t.low for t in tokenize(figure.attributed_to) if t.kind == "w" and len(t.low) > _SMALL)
    return {word[:_STEM] for word in words} - common
