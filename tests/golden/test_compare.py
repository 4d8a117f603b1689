"""The comparer itself: it sees what a reader would see, and no more than that."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pypdfium2
import pytest
from compare import difference
from differing import Differing, write_page
from pages import DPI, picture_of, save, versions
from PIL import Image, ImageChops

from report.press.job import Metadata, PrintJob
from report.press.printing import print_pdf

METADATA = Metadata("A page", "An office", ("en",), datetime.date(2026, 11, 22))
CSS = """
@page { size: A5; margin: 15mm }
html { font: 9.6pt/12.9pt "Report Serif"; color: #16191d }
h2 { font: 600 14pt/18pt "Report Serif"; color: #17222e; border-bottom: .9pt solid #a5341c }
.note { font: 7.5pt/9.4pt "Report Serif"; font-variant-numeric: lining-nums; margin: 0 }
b { color: #a5341c; font: 600 6.4pt/0 "Report Sans"; vertical-align: .5em }
.field { background: #17222e; height: 12mm }
"""
NOTES = (
    "UN Watch, note 2 above, paras. 9–11; more than 160 (reports).",
    "Ibid., paras. 14 and 15. Not verified: 10,000 (Government of Kazakhstan).",
    "Мәлімдеме, 3-тармақ; 9 900-ге жуық.",
)
TEXT = "Documents speak of dozens of people killed, of more than 160 and of more than 200;<b>3</b> "


def printed(notes: tuple[str, ...] = NOTES, css: str = "", text: str = TEXT) -> Image.Image:
    """Return the picture of a page with a heading, a field, text with calls, and notes."""
    foot = "".join(f"<p class=note><b>{n}</b> {words}</p>" for n, words in enumerate(notes, 1))
    body = f"<h2>The dead, the injured</h2><div class=field></div><p>{text * 6}</p>{foot}"
    html = f'<html lang="en"><head><title>A</title></head><body>{body}</body></html>'
    pdf = print_pdf(PrintJob("page.pdf", html, (CSS, css), METADATA)).pdf
    return picture_of(pypdfium2.PdfDocument(pdf), 1)


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """Return the page as it comes back from its stored picture."""
    path = tmp_path_factory.mktemp("golden") / "page.png"
    save(printed(), path)
    with Image.open(path) as opened:
        return opened.convert("RGB")


def test_the_same_page_is_the_same(golden: Image.Image) -> None:
    """A page printed again does not differ from its picture in few colours."""
    assert difference(golden, printed()) is None


def test_slightly_other_edges_are_the_same(golden: Image.Image) -> None:
    """Edges a shade lighter or darker are let pass, on every letter of the page."""
    for shade in (-8, 8):
        shaded = printed().point(lambda level, by=shade: level if level > 250 else level + by)
        assert difference(printed(), shaded) is None


ALTERED: dict[str, Callable[[], Image.Image]] = {
    "another digit in a note": lambda: printed((NOTES[0].replace("160", "180"), *NOTES[1:])),
    "another paragraph": lambda: printed((NOTES[0], NOTES[1].replace("15", "13"), NOTES[2])),
    "another letter in a note": lambda: printed((*NOTES[:2], NOTES[2].replace("ә", "а"))),
    "a point for a comma": lambda: printed(text=TEXT.replace("200;", "200:")),
    "another call": lambda: printed(text=TEXT.replace("<b>3", "<b>8")),
    "a missing note": lambda: printed(NOTES[:2]),
    "notes the other way round": lambda: printed((NOTES[1], NOTES[0], NOTES[2])),
    "a line lower by a point": lambda: printed(css=".note { position: relative; top: 1pt }"),
    "wider lines": lambda: printed(css="html { line-height: 13pt }"),
    "a word to the right": lambda: printed(css="h2 { text-indent: 1pt }"),
    "another colour of a rule": lambda: printed(css="h2 { border-color: #1c34a5 }"),
    "another colour of calls": lambda: printed(css="b { color: #17222e }"),
    "a field a little lighter": lambda: printed(css=".field { background: #27323e }"),
    "no rule": lambda: printed(css="h2 { border: 0 }"),
    "a thinner face": lambda: printed(css="h2 { font-weight: 400 }"),
    "another family": lambda: printed(css=".note { font-family: 'Report Sans' }"),
    "an empty page": lambda: Image.new("RGB", printed().size, "white"),
}  # fmt: skip


@pytest.mark.parametrize("what", ALTERED)
def test_what_a_reader_would_see_differs(what: str, golden: Image.Image) -> None:
    """Each alteration is noticed, and its place is marked."""
    found = difference(golden, ALTERED[what]())
    assert found is not None
    assert found.marked is not None
    assert found.marked.size == golden.size


@pytest.mark.parametrize("pair", ["05", "06", "08", "17", "23", "35", "38", "56", "58", "68", "89"])
def test_no_digit_passes_for_another(pair: str) -> None:
    """Digits of a note that are alike are told from each other."""
    one, other = (printed((f"In 20{digit}2, paras. 9–11.",)) for digit in pair)
    assert difference(one, other) is not None
    assert difference(other, one) is not None


def test_where_it_differs(golden: Image.Image) -> None:
    """The reason names the part of the page, so that the fault is found at once."""
    changed = printed()
    changed.paste((255, 255, 255), (100, 200, 130, 210))
    found = difference(printed(), changed)
    assert found is not None
    left, top, right, bottom = ImageChops.difference(printed(), changed).getbbox() or (0, 0, 0, 0)
    numbers = [int(part) for part in re.findall(r"\d+", found.reason)]
    assert numbers[0] <= left + 2
    assert numbers[1] <= top + 2
    assert numbers[2] >= right - 2
    assert numbers[3] >= bottom - 2


def test_another_size_is_another_page(golden: Image.Image) -> None:
    """A page of another format differs, whatever is on it."""
    found = difference(golden, golden.resize((golden.width, golden.height - 1)))
    assert found is not None
    assert found.marked is None


def test_the_page_of_differences(golden: Image.Image) -> None:
    """Three pictures a page, with words that cannot break the HTML; new pages have one."""
    found = difference(golden, printed(NOTES[:2]))
    assert found is not None
    path = write_page(
        [
            Differing("a<b>.png", found.reason, golden, printed(), found.marked),
            Differing("new.png", "has no golden picture yet", None, printed(), None),
        ]
    )
    text = path.read_text(encoding="utf-8")
    assert text.count("<img") == 4
    assert "a&lt;b&gt;.png" in text
    assert found.reason in text


def test_versions_are_told() -> None:
    """All that decides how letters stand is recorded, or the pictures would be compared in vain."""
    assert set(versions()) == {"pango", "harfbuzz", "pypdfium2"}
    assert "unknown" not in versions().values()
    assert DPI == 72
