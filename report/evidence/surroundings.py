"""A passage in its document → the words round it in its paragraph, to be read in context."""

from __future__ import annotations

from collections.abc import Sequence

WORDS = 25  # on either side: enough to judge a quotation by, few enough to remain one


def surroundings(
    text: str, paragraphs: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[str, str]:
    """Return the words before and after [start, end) in the paragraphs that hold its ends.

    Offsets are code points of `text`. What is left out at the far ends shows as an ellipsis; a
    space between the passage and its neighbour is theirs.
    """
    first = next((a for a, b in paragraphs if a <= start < b), start)
    last = next((b for a, b in paragraphs if a < end <= b), end)
    before, after = text[first:start], text[end:last]
    return _end_of(before), _beginning_of(after)


def _end_of(text: str) -> str:
    words = text.split()
    shown = " ".join(words[-WORDS:]) + (" " if words and text[-1].isspace() else "")
    return f"… {shown}" if len(words) > WORDS else shown


def _beginning_of(text: str) -> str:
    words = text.split()
    shown = (" " if words and text[0].isspace() else "") + " ".join(words[:WORDS])
    return f"{shown} …" if len(words) > WORDS else shown
