"""A figure's value and bound stand in its own quotations, or it is refused."""

from __future__ import annotations

import pytest
from small_dossiers import check, codes, document, figure, files, finding

ARRESTS = "more than 2,000 arrests have been made"
HELD = "Officials say that some 9,900 protesters are in detention"
DEAD = "dozens of people have been killed"
MEN = "Between 20 and 36 men were held for nine hours"
THIRD = "At least one-third of the members agreed."


def problems_of(quote: str, **fields: object) -> list[str]:
    """Return the codes that a figure with this quotation gives."""
    given = figure(evidence=[{"document": "press", "quote": quote}], **fields)
    _, problems = check(files([finding(figures=[given])]))
    return [code for code in codes(problems) if code.startswith("figure")]


ACCEPTED = [
    (ARRESTS, {"value": 2000, "bound": "more-than"}),
    (HELD, {"value": 9900, "bound": "about"}),
    (DEAD, {"value": {"words": "dozens"}, "bound": "exact"}),
    (MEN, {"value": {"from": 20, "to": 36}, "bound": "exact"}),
    (MEN, {"value": 36, "bound": "up-to"}),
    (MEN, {"value": 20, "bound": "at-least"}),
    (MEN, {"value": 9, "bound": "exact"}),
    (MEN, {"value": {"words": "nine"}, "bound": "exact"}),
    (THIRD, {"value": {"words": "one-third"}, "bound": "at-least"}),
    (THIRD, {"value": {"words": "the members"}, "bound": "exact"}),
]

REFUSED = [
    (ARRESTS, {"value": 2001, "bound": "more-than"}, "figure-not-in-quote"),
    (ARRESTS, {"value": 2000, "bound": "exact"}, "figure-bound"),
    (ARRESTS, {"value": 2000, "bound": "at-least"}, "figure-bound"),
    (HELD, {"value": 9900, "bound": "exact"}, "figure-bound"),
    (HELD, {"value": 990, "bound": "about"}, "figure-not-in-quote"),
    (HELD, {"value": 900, "bound": "about"}, "figure-not-in-quote"),
    (DEAD, {"value": {"words": "hundreds"}, "bound": "exact"}, "figure-words"),
    (DEAD, {"value": 12, "bound": "exact"}, "figure-not-in-quote"),
    (MEN, {"value": 36, "bound": "exact"}, "figure-not-in-quote"),
    (MEN, {"value": 28, "bound": "exact"}, "figure-not-in-quote"),
    (MEN, {"value": {"from": 20, "to": 35}, "bound": "exact"}, "figure-not-in-quote"),
    (THIRD, {"value": {"words": "one-third"}, "bound": "exact"}, "figure-bound"),
    (THIRD, {"value": {"words": "two-thirds"}, "bound": "at-least"}, "figure-words"),
    ("On January 6, Authorities said", {"value": 6, "bound": "exact"}, "figure-not-in-quote"),
]


@pytest.mark.parametrize(("quote", "fields"), ACCEPTED)
def test_a_figure_of_its_quotation_is_accepted(quote: str, fields: dict[str, object]) -> None:
    """Value and bound that stand in the quotation pass, in digits and in words."""
    assert problems_of(quote, **fields) == []


@pytest.mark.parametrize(("quote", "fields", "code"), REFUSED)
def test_another_value_or_bound_is_refused(
    quote: str, fields: dict[str, object], code: str
) -> None:
    """A value, a range, words or a bound that the quotation does not give is refused."""
    assert code in problems_of(quote, **fields)


def test_the_numbers_that_stand_there_are_shown() -> None:
    """The hint names the numbers of the quotation with their bounds."""
    given = figure(value=13)
    _, problems = check(files([finding(figures=[given])]))
    (problem,) = [p for p in problems if p.code == "figure-not-in-quote"]
    assert "“12”" in problem.hint
    assert problem.place.path == "findings.yaml"
    assert problem.subject == "officers-12"


def test_value_and_bound_stand_in_one_quotation() -> None:
    """The value of one quotation and the bound of another make no figure."""
    evidence = [{"document": "press", "quote": quote} for quote in (ARRESTS, HELD)]
    given = figure(value=9900, bound="more-than", evidence=evidence)
    _, problems = check(files([finding(figures=[given])]))
    assert "figure-bound" in codes(problems)


def test_a_figure_is_no_younger_than_its_document() -> None:
    """A figure as of a day after the document's date is a warning; the next day may be a zone's."""
    dated = document(issued="2022-01-06", unknown=["author", "publisher", "URL"])
    text = files()["documents/press.txt"]
    for as_of, expected in (("2022-01-07", []), ("2022-01-08", ["figure-after-document"])):
        given = figure(as_of=as_of)
        content = files([finding(figures=[given])], {"press": (dated, str(text))})
        _, problems = check(content)
        assert codes(problems) == expected


def test_words_are_read_in_the_documents_language() -> None:
    """A Russian document's number words carry a figure."""
    text = "Официальные лица сообщили, что были убиты двенадцать сотрудников полиции."
    record = document(text, language="ru")
    quote = {"document": "press", "quote": "были убиты двенадцать сотрудников полиции"}
    given = figure(evidence=[quote])
    _, problems = check(
        files([finding(evidence=[quote], figures=[given])], {"press": (record, text)})
    )
    assert codes(problems) == []
