"""What stands in quotation marks is found whole; apostrophes are no quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.evidence.marks import find_quoted

CASES = [
    ("He said “no one”.", ["no one"]),
    ("Она сказала «никто» и „нет“.", ["никто", "нет"]),
    ('A "straight" one and a "second".', ["straight", "second"]),
    ("‘Single’ and 'plain' marks.", ["Single", "plain"]),
    ("An outer “one with ‘an inner’ one” only once.", ["one with ‘an inner’ one"]),
    ("«внешняя „внутренняя“ цитата»", ["внешняя „внутренняя“ цитата"]),
    ("The protesters’ demands and the people's rights, don’t.", []),
    ("“The protesters’ demands were met.”", ["The protesters’ demands were met."]),
    ("‘The protesters’ demands were met’, it said.", ["The protesters’ demands were met"]),
    ("‘He doesn’t know’", ["He doesn’t know"]),
    ("In the ’90s and the '90s.", []),
    ("No marks at all.", []),
    ("“One.” “Two.”", ["One.", "Two."]),
    ("„deutsch” and „deutsch“", ["deutsch", "deutsch"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    """Each pair of marks is found, the outermost of nested ones."""
    marks = find_quoted(text)
    assert [quoted.text for quoted in marks.quoted] == expected
    assert marks.unbalanced == ()


@pytest.mark.parametrize(
    "text", ["He said “no.", "He said no”.", "«нет", "нет»", 'A "half.', "“a «b” c"]
)
def test_a_mark_without_partner_is_told(text: str) -> None:
    """A quotation that is never closed or opened does not slip through unchecked."""
    assert find_quoted(text).unbalanced


@given(st.text(alphabet="ab s'’‘“”\"«».", max_size=60))
def test_offsets_are_those_of_the_words(text: str) -> None:
    """Every quotation found is what stands at its offsets, and every sure mark is accounted for."""
    marks = find_quoted(text)
    for quoted in marks.quoted:
        assert text[quoted.start : quoted.end] == quoted.text
    inside = {at for q in marks.quoted for at in range(q.start - 1, q.end + 1)}
    for at, sign in enumerate(text):
        if sign in '“”"«»':
            assert at in inside or at in marks.unbalanced or _within_unclosed(marks.unbalanced, at)


def _within_unclosed(unbalanced: tuple[int, ...], at: int) -> bool:
    return any(other < at for other in unbalanced)


def test_many_marks_take_no_time() -> None:
    """A hundred thousand marks are read in proportion."""
    start = time.process_time()
    find_quoted("‘s’ s " * 50_000 + "“" * 50_000)
    assert time.process_time() - start < 5
