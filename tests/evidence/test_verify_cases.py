import pytest
from verify_cases import ENGLISH, KAZAKH, RIGHT, RUSSIAN, WRONG

from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.place import Place

SOURCES = {
    "en": Source("english", ENGLISH),
    "ru": Source("russian", RUSSIAN),
    "kk": Source("kazakh", KAZAKH),
}


@pytest.mark.parametrize(
    ("lang", "quote"), [(lang, quote) for lang, quotes in RIGHT.items() for quote in quotes]
)
def test_accepts_what_stands_in_the_document(lang, quote):
    """Words that stand in the document, typography and declared edits aside, are accepted."""
    verdict = verify(quote, SOURCES[lang])
    assert verdict.accepted, verdict
    assert verdict.paragraph >= 1


@pytest.mark.parametrize(
    ("lang", "quote", "kinds"),
    [(lang, quote, kinds) for lang, cases in WRONG.items() for quote, kinds in cases],
)
def test_refuses_what_the_document_does_not_say(lang, quote, kinds):
    """Changed words and cuts that change the meaning are refused, with the reason."""
    verdict = verify(quote, SOURCES[lang])
    assert not verdict.accepted
    assert verdict.kind in kinds.split()


def test_tables_are_large_enough():
    """The tables keep the size that makes them worth running."""
    assert sum(map(len, RIGHT.values())) >= 60
    assert sum(map(len, WRONG.values())) >= 120


@pytest.mark.parametrize(
    ("lang", "quote"), [(lang, quote) for lang, cases in WRONG.items() for quote, _ in cases]
)
def test_every_refusal_tells_an_officer_what_to_do(lang, quote):
    """Each refusal makes a problem whose message and hint are filled in and short."""
    problem = verify(quote, SOURCES[lang]).problem(Place("findings.yaml", 3), "f1", "the report")
    assert problem.message
    assert problem.hint
    assert len(problem.message) + len(problem.hint) < 1500
