"""How well documents are read: floors that only rise."""

from __future__ import annotations

from functools import cache

import pytest
from gold_texts import FULL_TEXTS, Text, by_set, five_documents, unseen_documents
from measure import Score, compare

from report.evidence.source import Source
from report.evidence.verify import verify
from report.suggest.drawing import draw

FIVE = {
    "figures": (0.99, 0.99),
    "quotations": (0.99, 0.96),
    "calls": (0.99, 0.99),
    "events": (0.99, 0.93),
    "persons": (0.99, 0.99),
    "institutions": (0.99, 0.99),
}
# By set: each was written after the rules that first met it; see script/bench-suggest.py.
INVENTED = {
    "1": {
        "figures": (0.99, 0.99),
        "quotations": (0.99, 0.99),
        "calls": (0.99, 0.93),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "2": {
        "figures": (0.99, 0.98),
        "quotations": (0.99, 0.97),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.94, 0.94),
    },
    "5": {
        "figures": (0.97, 0.97),
        "quotations": (0.99, 0.94),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "4": {
        "figures": (0.99, 0.99),
        "quotations": (0.99, 0.99),
        "calls": (0.9, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "6": {
        "figures": (0.99, 0.97),
        "quotations": (0.99, 0.92),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.95),
        "persons": (0.93, 0.99),
        "institutions": (0.99, 0.94),
    },
    "7": {
        "figures": (0.99, 0.95),
        "quotations": (0.99, 0.92),
        "calls": (0.99, 0.95),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "10": {
        "figures": (0.99, 0.99),
        "quotations": (0.99, 0.99),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "9": {
        "figures": (0.99, 0.96),
        "quotations": (0.99, 0.86),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.99),
        "institutions": (0.99, 0.99),
    },
    "8": {
        "figures": (0.99, 0.99),
        "quotations": (0.99, 0.99),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.91),
        "institutions": (0.99, 0.99),
    },
    "3": {
        "figures": (0.99, 0.99),
        "quotations": (0.99, 0.99),
        "calls": (0.99, 0.99),
        "events": (0.99, 0.99),
        "persons": (0.99, 0.94),
        "institutions": (0.92, 0.99),
    },
}


@pytest.mark.skipif(not FULL_TEXTS.is_dir(), reason="the five full texts are not here")
@pytest.mark.parametrize("kind", FIVE)
def test_the_five_documents(kind: str) -> None:
    """What is proposed about the five documents is as right and as whole as it was."""
    assert len(_texts("five")) == 5
    _holds(_scores("five")[kind], FIVE[kind])


@pytest.mark.parametrize(
    ("number", "kind"), [(number, kind) for number, floors in INVENTED.items() for kind in floors]
)
def test_invented_articles(number: str, kind: str) -> None:
    """So is what is proposed about articles of other styles, in three languages."""
    assert len(_texts(number)) >= 6
    _holds(_scores(number)[kind], INVENTED[number][kind])


@cache
def _texts(number: str) -> list[Text]:
    return five_documents() if number == "five" else by_set(unseen_documents())[number]


@cache
def _scores(number: str) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for gold, document, extracted in _texts(number):
        compare(gold, extracted.text, draw(document, extracted).suggestions, scores)
    return scores


def _holds(score: Score, floor: tuple[float, float]) -> None:
    assert score.precision >= floor[0], score.wrong
    assert score.recall >= floor[1], score.missed


def test_a_wrong_speaker_is_counted_as_wrong() -> None:
    """The measure itself notices: with all speakers exchanged nothing is right."""
    gold, document, extracted = next(
        t for t in unseen_documents() if t[0]["document"] == "wire-osh"
    )
    for entry in gold["quotations"]:
        entry["who"] = "Nobody Else"
    scores: dict[str, Score] = {}
    compare(gold, extracted.text, draw(document, extracted).suggestions, scores)
    assert scores["quotations"].precision == 0
    assert scores["quotations"].recall == 0


def test_every_passage_stands_at_its_offsets() -> None:
    """A suggestion's passage is the document's own text at its place, accepted by the verifier."""
    seen = 0
    for _, document, extracted in [*unseen_documents(), *five_documents()]:
        source = Source(document.id, extracted.text, paragraphs=extracted.paragraphs)
        for one in draw(document, extracted).suggestions:
            assert extracted.text[one.start : one.end] == one.passage
            assert one.start <= one.mark[0] < one.mark[1] <= one.end
            assert verify(one.passage, source, near=(one.start, one.end)).accepted
            seen += 1
    assert seen > 60
