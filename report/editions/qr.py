"""A web address -> a QR code as SVG, with the address as its words for those who cannot scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from report.editions.drawing import Plot

_QUIET = 4  # modules of white round the code (ISO/IEC 18004, 9.1)


def qr_code(address: str, words: str, width_mm: float, plot: Plot | None = None) -> Markup:
    """Return the code of an address, `width_mm` wide with its quiet zone; `words` describe it.

    A tenth and more of it may be soiled (level M). Dark modules have the ink of the plot.
    """
    import segno

    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=_QUIET)]
    moves = "".join(_bars(rows))
    ink = (plot or Plot()).palette.ink
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" class="qr" width="{0:.2f}mm" '
        'height="{0:.2f}mm" viewBox="0 0 {1} {1}"><title>{2}</title>'
        '<path d="{3}" fill="{4}"/></svg>'
    ).format(width_mm, len(rows), words, moves, ink)


def _bars(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    """Yield a rectangle for each run of dark modules in a row."""
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield f"M{start} {y}h{x - start}v1h-{x - start}z"
                start = None
