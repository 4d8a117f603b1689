"""Booklets: every page once, in its place when folded; moved with the paper; the same bytes."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import job

from report.model.problem import Stop
from report.press.imposition import POINTS_PER_MM, Side, impose_booklet, sheet_sides
from report.press.job import Attachment
from report.press.printing import print_pdf

A5 = (148 * POINTS_PER_MM, 210 * POINTS_PER_MM)
FOLD = 297 * POINTS_PER_MM / 2


def numbered(pages: int, size: tuple[float, float] = A5, rotate: int = 0) -> bytes:
    """Return a PDF whose page N says `pageN.` at its middle."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for number in range(1, pages + 1):
            pdf.add_blank_page(page_size=size)
            page = pdf.pages[-1]
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            text = f"BT /F 9 Tf {size[0] / 2} {size[1] / 2} Td (page{number}.) Tj ET"
            page.obj.Contents = pdf.make_stream(text.encode())
            if rotate:
                page.obj.Rotate = rotate
        written = io.BytesIO()
        pdf.save(written, static_id=True)
    return written.getvalue()


def folded(sides: list[Side]) -> list[int | None]:
    """Return the pages in reading order once the sheets are folded and nested as they lie."""
    fronts, backs = sides[::2], sides[1::2]
    leaves = [(front.right, back.left) for front, back in zip(fronts, backs, strict=True)]
    after = [(back.right, front.left) for front, back in zip(fronts, backs, strict=True)]
    return [page for leaf in [*leaves, *reversed(after)] for page in leaf]


def halves(pdf: bytes) -> list[Side]:
    """Read what stands on the left and the right half of each side."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        width, height = page.get_size()
        left = text.get_text_bounded(0, 0, width / 2, height).strip()
        right = text.get_text_bounded(width / 2, 0, width, height).strip()
        numbers = [int(words[4:-1]) if words else None for words in (left, right)]
        found.append(Side(numbers[0], numbers[1], number // 2))
    return found


def text_left(pdf: bytes) -> list[tuple[int, float]]:
    """Return each page's number and how far its words begin from the fold, in points."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        words = text.get_text_range()
        for start in (i for i in range(len(words)) if words.startswith("page", i)):
            number = int(words[start + 4 : words.index(".", start)])
            found.append((number, abs(text.get_charbox(start)[0] - FOLD)))
    return sorted(found)


@given(st.integers(1, 300), st.booleans())
def test_the_pages_are_in_order_when_folded(pages: int, back_cover: bool) -> None:
    """Sheets folded and nested read from the first page to the last, each once, blanks last."""
    sides = sheet_sides(pages, back_cover=back_cover)
    order = folded(sides)
    assert len(order) % 4 == 0
    assert len(order) - pages < 4
    assert [page for page in order if page is not None] == list(range(1, pages + 1))
    if back_cover:
        assert order[-1] == pages
        assert sides[0].left == pages
    else:
        assert order[:pages] == list(range(1, pages + 1))


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 40), st.booleans())
def test_what_is_printed_is_what_was_planned(pages: int, back_cover: bool) -> None:
    """The words on the halves of the sides are those of the plan, and none is lost."""
    booklet = impose_booklet(numbered(pages), creep_mm=0.1, back_cover=back_cover)
    assert halves(booklet) == sheet_sides(pages, back_cover=back_cover)
    assert [number for number, _ in text_left(booklet)] == list(range(1, pages + 1))


def test_inner_pages_move_towards_the_fold() -> None:
    """Each sheet moves its four pages by one more thickness; without creep none moves."""
    plain = dict(text_left(impose_booklet(numbered(16))))
    moved = dict(text_left(impose_booklet(numbered(16), creep_mm=0.2)))
    outside = {
        page: side.sheets_outside
        for side in sheet_sides(16)
        for page in (side.left, side.right)
        if page is not None
    }
    assert set(outside.values()) == {0, 1, 2, 3}
    for page, distance in plain.items():
        expected = 0.2 * POINTS_PER_MM * outside[page]
        assert distance - moved[page] == pytest.approx(expected, abs=0.02), page


def test_a_page_never_reaches_over_the_fold() -> None:
    """What creep moves over the fold is cut there, not printed on the other page."""
    pdf = pikepdf.open(io.BytesIO(numbered(8)))
    for page in pdf.pages:
        page.contents_add(b"0 0 600 600 re f")
    source = io.BytesIO()
    pdf.save(source, static_id=True)
    with pikepdf.open(io.BytesIO(source.getvalue())) as half_painted:
        half_painted.pages[2].obj.Contents = half_painted.make_stream(b"")
        half_painted.save(source := io.BytesIO(), static_id=True)
    booklet = impose_booklet(source.getvalue(), creep_mm=2)
    inner = pypdfium2.PdfDocument(booklet)[2]  # pages 6 and 3, of which 3 is now unpainted
    picture = inner.render(scale=1).to_pil().convert("L")
    middle = picture.height // 2
    assert picture.getpixel((round(FOLD) - 4, middle)) == 0
    assert picture.getpixel((round(FOLD) + 2, middle)) == 255


@pytest.mark.parametrize("size", [(595.28, 841.89), (A5[1], A5[0]), (A5[0], 500.0)])
def test_other_sizes_are_refused(size: tuple[float, float]) -> None:
    """A page that is not A5 is told by its number and never cut off: booklet-page-size."""
    with pytest.raises(Stop) as stop:
        impose_booklet(numbered(2, size))
    assert [problem.code for problem in stop.value.problems] == ["booklet-page-size"] * 2
    assert "page 2" in stop.value.problems[1].message


def test_a_turned_page_is_placed_upright() -> None:
    """A page stored lying and shown upright is A5 too."""
    booklet = impose_booklet(numbered(4, (A5[1], A5[0]), rotate=90))
    assert halves(booklet) == sheet_sides(4)


def test_a_booklet_of_the_press() -> None:
    """Sides of A4 turned on the short edge, no tags, no attachments, sound, the same bytes."""
    css = "@page { size: 148mm 210mm; margin: 15mm } p { break-after: page }"
    body = "".join(f"<p>Қазақша {number}</p>" for number in range(1, 7))
    attached = Attachment("evidence.json", b"{}", "Evidence", "application/json")
    source = print_pdf(replace(job(body, css), attachments=(attached,))).pdf
    booklet = impose_booklet(source, creep_mm=0.1)
    assert booklet == impose_booklet(source, creep_mm=0.1)
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            assert [float(edge) for edge in page.mediabox] == pytest.approx(
                [0, 0, 841.89, 595.28], abs=0.01
            )
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert not {"/StructTreeRoot", "/MarkInfo", "/Names", "/AF"} & set(pdf.Root.keys())
        assert "Made for paper" in str(pdf.docinfo["/Subject"])
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "Made for paper" in packet
        assert "pdfaid" not in packet
    text = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(booklet))
    assert all(f"Қазақша {number}" in text for number in range(1, 7))
