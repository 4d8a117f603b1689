"""A laid-out page -> the words on it that are printed over each other.

Boxes of lines may touch and even overlap without harm; what counts is the body of the letters, the
band of the height of an x above the baseline. Lengths are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.box_tree import texts
from report.press.layout import around

# The height of an x is about half an em in every face of ours.
_BODY_EM = 0.48
_SLACK = 1.0


class _Band(NamedTuple):
    top: float
    bottom: float
    left: float
    right: float
    words: str


def overlaps(sheet: Any, number: int, place: Place) -> Iterator[Problem]:
    """Yield text-overlaps for words over words, once for each pair of texts."""
    bands = sorted(_band(text) for text in texts(sheet))
    for index, one in enumerate(bands):
        for other in bands[index + 1 :]:
            if other.top > one.bottom - _SLACK:
                break
            if min(one.right, other.right) - max(one.left, other.left) > _SLACK:
                first, second = (around(band.words, 0, 20) for band in (one, other))
                words = {"words": first, "others": second}
                yield problem("text-overlaps", place, page=number, **words)


def _band(text: Any) -> _Band:
    baseline = text.position_y + text.baseline
    top = baseline - _BODY_EM * text.style["font_size"]
    return _Band(top, baseline, text.position_x, text.position_x + text.width, text.text)
