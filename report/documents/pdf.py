"""The bytes of a PDF → its text page by page, paragraphs told by the space between lines.

Pages that are pictures have no text: they are refused, not guessed. Runs in a confined process.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterator
from typing import Any

from report.documents.parsed import Block, Parsed, Refused, Said, assemble

MAX_PAGES = 3_000
_LOOSE = 1.35  # a gap so many times the usual distance of lines begins a paragraph
_LEAST = 7.0  # points between two lines of text; less is a raised sign
_SOME = 5  # of the gaps of a page, at least one in so many lies between lines
_EDGE = 2  # lines at the head and foot of a page
_END = re.compile(r"[.!?:…»”\"'’)\]]\s*$")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|стр\.?|бет)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|of|из)\s*\d{1,4})?\s*[-–—]?",
    re.IGNORECASE,
)


def parse_pdf(data: bytes) -> Parsed:
    """Return the text of a PDF and its title where its properties state one."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if not 0 < len(document) <= MAX_PAGES:
            raise Refused("document-costly", f"it has {len(document)} pages")
        pages = [_lines(document[number]) for number in range(len(document))]
        title = document.get_metadata_dict().get("Title", "")
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise Refused("document-locked") from None
        raise Refused("document-damaged", "its pages cannot be opened") from None
    if not any(line.strip() for page in pages for line, _ in page):
        raise Refused("document-scanned")
    said = (Said("title", " ".join(title.split())[:400], "properties of the file"),)
    return Parsed(assemble(_blocks(pages)), said if title.strip() else ())


def _lines(page: Any) -> list[tuple[str, float]]:
    """Return the lines of a page, each with the height of its first letter's foot in points."""
    textpage = page.get_textpage()
    text = textpage.get_text_range(errors="replace")
    found: list[tuple[str, float]] = []
    for match in re.finditer(r"[^\r\n]+", text):
        words = match.group()
        first = match.start() + len(words) - len(words.lstrip())
        if not words.strip():
            continue
        try:
            foot = textpage.get_charbox(first, loose=True)[1]
        except Exception:  # a letter without a box: the line joins the one before
            foot = found[-1][1] if found else 0.0
        found.append((_plain(words), foot))
    textpage.close()
    page.close()
    return found


def _plain(words: str) -> str:
    """Write the hyphen at a line's end as one; keep no control character."""
    words = words.replace("\x02", "-").replace("\ufffe", "-").replace("\xad", "-")
    return re.sub(r"[\x00-\x08\x0e-\x1f\ufffd\uffff]", " ", words).strip()


def _blocks(pages: list[list[tuple[str, float]]]) -> Iterator[Block]:
    """Yield paragraphs; one that runs over a page stays whole, the page's number stands behind."""
    running = _running(pages)
    lines: list[str] = []
    heads: list[Block] = []
    for page in pages:
        usual = _usual_gap(page)
        before: float | None = None
        for number, (line, foot) in enumerate(page):
            at_edge = len(pages) > 1 and min(number, len(page) - 1 - number) < _EDGE
            if at_edge and (line in running or _PAGE_NUMBER.fullmatch(line)):
                heads.append(Block(line, furniture=True))
                continue
            gap = None if before is None else before - foot
            if lines and _begins(gap, usual, lines[-1]):
                yield Block("\n".join(lines))
                yield from heads
                lines, heads = [], []
            lines.append(line)
            before = foot
    yield Block("\n".join(lines))
    yield from heads


def _begins(gap: float | None, usual: float, last: str) -> bool:
    """Say whether a line begins a paragraph: after a wide gap, a leap, or a page that ended one."""
    if gap is None:
        return bool(_END.search(last))
    return gap < -usual or gap > _LOOSE * usual


def _usual_gap(page: list[tuple[str, float]]) -> float:
    gaps = [one[1] - two[1] for one, two in itertools.pairwise(page)]
    gaps = [gap for gap in gaps if gap > 1]
    if not gaps:
        return 12.0
    usual = statistics.median_low(gaps)
    # On a short page more gaps may lie between paragraphs than between their lines.
    close = [gap for gap in gaps if gap > _LEAST and gap * _LOOSE < usual]
    return statistics.median_low(close) if len(close) * _SOME >= len(gaps) else usual


def _running(pages: list[list[tuple[str, float]]]) -> frozenset[str]:
    """Return lines that stand first or last on at least three pages: running heads."""
    ends = [line for page in pages if page for line, _ in {page[0], page[-1]}]
    return frozenset(line for line in set(ends) if ends.count(line) >= 3 and len(line) < 120)
