"""Titles on the cover: whole, in even lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.editions.titles import title_lines, title_size


@pytest.mark.parametrize(
    ("length", "size"), [(1, "xl"), (26, "xl"), (27, "l"), (80, "m"), (81, "s"), (5000, "xs")]
)
def test_longer_titles_are_smaller(length: int, size: str) -> None:
    """The size of a title follows from its length."""
    assert title_size("x" * length) == size


def test_a_title_breaks_behind_its_colon() -> None:
    """What stands before the colon has lines of its own, and no line holds one short word."""
    lines = title_lines("Kazakhstan, January 2022: the case for an independent inquiry")
    assert lines == ["Kazakhstan,", "January 2022:", "the case for an", "independent inquiry"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs"]), min_size=1))
def test_a_title_keeps_its_characters(title: str) -> None:
    """Cutting a title changes none of its characters."""
    assert "".join(title_lines(title)).replace(" ", "") == title.replace(" ", "")


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=30))
def test_words_are_not_broken(words: list[str]) -> None:
    """A word that fits the measure is never cut."""
    assert " ".join(title_lines(" ".join(words))).split() == words
