"""A quotation is shown in its paragraph, never with more of the document than that."""

from __future__ import annotations

import pytest

from report.evidence.surroundings import WORDS, surroundings

TEXT = "First paragraph.\n\nHe said: “We were held,” and left. Then more.\n\nLast one."
PARAGRAPHS = [(0, 16), (18, 63), (65, 74)]


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("We were held,", "He said: “", "” and left. Then more."),
        ("He said:", "", " “We were held,” and left. Then more."),
        ("Then more.", "He said: “We were held,” and left. ", ""),
    ],
)
def test_words_round_it(words: str, before: str, after: str) -> None:
    """Before and after join the passage as they do in the document."""
    start = TEXT.index(words)
    assert surroundings(TEXT, PARAGRAPHS, start, start + len(words)) == (before, after)


def test_far_words_are_left_out() -> None:
    """No more than so many words on either side."""
    text = " ".join(f"w{n}" for n in range(100))
    start = text.index("w50")
    before, after = surroundings(text, [(0, len(text))], start, start + 3)
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert len(before.split()) == len(after.split()) == WORDS + 1
