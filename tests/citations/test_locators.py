"""Places in documents, as marks write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.citations.locators import Locator, locator_label, merged, read_locator

READ = {
    "para. 5": Locator("paragraph", ("5",)),
    "paras. 3, 5 and 7": Locator("paragraph", ("3", "5", "7")),
    "paras. 3, 5, and 7-9": Locator("paragraph", ("3", "5", "7–9")),
    "paras 5–7": Locator("paragraph", ("5–7",)),
    "Paragraph 5": Locator("paragraph", ("5",)),
    "p. 12": Locator("page", ("12",)),
    "pp. 3-4": Locator("page", ("3–4",)),
    "art. 21 (2)": Locator("article-locator", ("21 (2)",)),
    "annex II": Locator("appendix", ("II",)),
    "sect. 2.1": Locator("section", ("2.1",)),
    "para. 12b": Locator("paragraph", ("12b",)),
}


@pytest.mark.parametrize("text", READ)
def test_places_are_read(text: str) -> None:
    """The forms that a mark may be written in are read as kind and values."""
    assert read_locator(text) == READ[text]


@pytest.mark.parametrize(
    "text",
    ["", "5", "para.", "para. five", "recital 3", "para. 5;", "para. 5 and", "см. 5", "p. 1,,2"],
)
def test_other_words_are_no_place(text: str) -> None:
    """Words that name no place are not taken for one."""
    assert read_locator(text) is None


@pytest.mark.parametrize("word", ["", "paragraf", "пункт", "p p"])
def test_unknown_kinds_are_refused(word: str) -> None:
    """A kind of place that has no term in CSL is refused."""
    with pytest.raises(ValueError, match="kind of place"):
        locator_label(word)


def test_merging_keeps_kinds_apart_and_orders_values() -> None:
    """Values of one kind are ordered as numbers; three in a row become a range, two do not."""
    places = [
        Locator("paragraph", ("10", "9")), Locator("page", ("4",)),
        Locator("paragraph", ("2", "11", "1", "9", "II", "5a")), Locator("page", ()),
    ]  # fmt: skip
    assert merged(places) == (
        Locator("paragraph", ("1", "2", "5a", "9–11", "II")),
        Locator("page", ("4",)),
    )


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20))
def test_merging_loses_and_adds_no_value(numbers: list[int]) -> None:
    """Ranges stand for just the values that were cited."""
    (place,) = merged([Locator("paragraph", tuple(str(number) for number in numbers))])
    covered: list[int] = []
    for value in place.values:
        first, _, last = value.partition("–")
        covered += range(int(first), int(last or first) + 1)
    assert covered == sorted(set(numbers))
