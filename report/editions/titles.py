"""A title → the size it is set in and its lines, of about equal length, cut behind a colon first.

The renderer fills one line after another and would leave a single word in the last; a title is
short enough to be cut here. Widths are estimates on the safe side.
"""

from __future__ import annotations

from report.editions.drawing import MM_PER_POINT, text_width_mm, wrap

# The longest title, in characters, for each size: its name in the style sheet, and in points.
_SIZES = ((26, "xl", 58), (44, "l", 46), (80, "m", 39), (140, "s", 28))
_SMALLEST = ("xs", 22)

# The display serif is wider than the sans that the estimates are of.
_WIDER = 1.1


def title_size(title: str) -> str:
    """Name the size that a title is set in: xl, l, m, s or xs, by its length."""
    return _size(title)[0]


def title_lines(title: str, width_mm: float = 168.0, size_pt: float | None = None) -> list[str]:
    """Cut a title into lines for a measure of `width_mm`, set in its own size or in `size_pt`."""
    points = (size_pt or _size(title)[1]) * _WIDER
    before, colon, after = title.partition(": ")
    parts = [f"{before}:", after] if colon and after else [title]
    return [line for part in parts for line in _balanced(part, width_mm, points)]


def mark_scale(word: str) -> float:
    """Return the size of a word that is to fill a page aslant, as a share of the measure."""
    ems = text_width_mm(word.upper(), 1 / MM_PER_POINT) + 0.06 * len(word)
    return round(min(0.96 / ems, 0.22), 3)


def _size(title: str) -> tuple[str, float]:
    for longest, name, points in _SIZES:
        if len(title) <= longest:
            return name, points
    return _SMALLEST


def _balanced(text: str, width_mm: float, points: float) -> list[str]:
    """Wrap text to the narrowest measure that needs no more lines than the full one."""
    lines = wrap(text, width_mm, points)
    if len(lines) < 2 or max(len(word) for word in text.split(" ")) > width_mm:
        return lines
    narrow = max(text_width_mm(word, points) for word in text.split(" "))
    while narrow < width_mm:
        closer = wrap(text, narrow, points)
        if len(closer) <= len(lines):
            return closer
        narrow += 2
    return lines
