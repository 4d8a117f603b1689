"""Booklet and press edition: the sides of a booklet, the inks and boxes of a press file."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from bundled import DAY
from bundled import material as bundled

from report.commands.arguments import EDITIONS as NAMED
from report.commands.building import material_of
from report.commands.chain import World, check
from report.dossier.folder import DiskFolder
from report.editions.booklet import booklet_job
from report.editions.material import Material
from report.editions.product import Making, PrintedEdition
from report.editions.products import EDITIONS
from report.model.problem import Problems
from report.model.prose import Run, walk
from report.model.theme import Theme
from report.press.job import Attachment, Printed, PrintJob
from report.press.notes import folded
from report.press.printing import print_pdf
from report.translation.hyphenation import register_patterns

MM = 72 / 25.4
BASE = Path(__file__).parents[1] / "problems" / "base"
THEME = Theme(ink="#10395c", accent="#8a3b12", tint="#eef2f4", accent_cmyk=(10, 75, 100, 30))
MAKING = Making((Attachment("evidence.json", b"{}", "Evidence", "application/json"),), DAY)


@cache
def material(*, draft: bool = False) -> Material:
    """Return the small dossier with a chart, in colours of its own."""
    world, problems = World(DiskFolder(BASE)), Problems()
    checked = check(world, ["en"], problems)
    assert checked is not None
    assert not problems.errors
    found = material_of(checked, world, "en", () if draft else None)
    section = replace(found.dossier.sections[0], charts=("detentions",))
    return replace(found, dossier=replace(found.dossier, sections=(section,), theme=THEME))


@cache
def made(edition: str, *, draft: bool = False) -> tuple[PrintJob, Printed, Printed]:
    """Print and finish an edition of it."""
    register_patterns()
    found = material(draft=draft)
    chosen = EDITIONS[edition]
    assert isinstance(chosen, PrintedEdition)
    assert chosen.finish is not None
    job = chosen.job(found, MAKING)
    printed = print_pdf(job)
    return job, printed, chosen.finish(printed, job, found, MAKING)


def words(pdf: bytes) -> str:
    """Return the words of all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(
            " ".join(page.get_textpage().get_text_bounded().split()) for page in document
        )


def test_the_command_names_every_edition() -> None:
    """What a user may ask for is what there is."""
    assert tuple(EDITIONS) == NAMED
    assert all(name == edition.name for name, edition in EDITIONS.items())


def test_a_booklet_has_four_pages_a_sheet() -> None:
    """A sheet of A4 has two sides of two A5 pages: the sides are even, each page is once there."""
    _, printed, finished = made("booklet")
    with pikepdf.open(io.BytesIO(printed.pdf)) as pages:
        boxes = [[float(edge) for edge in page.mediabox] for page in pages.pages]
    assert all(box[2:] == pytest.approx([148 * MM, 210 * MM], abs=0.1) for box in boxes)
    assert finished.pages % 2 == 0
    assert finished.pages * 2 == -(-printed.pages // 4) * 4
    with pikepdf.open(io.BytesIO(finished.pdf)) as sides:
        assert len(sides.pages) == finished.pages
        assert float(sides.pages[0].mediabox[2]) == pytest.approx(297 * MM, abs=0.1)
    for number in range(1, printed.pages + 1):
        if number > 1:  # the cover has no number
            assert words(finished.pdf).count(f"{number} / {printed.pages}") == 1


def test_the_cover_and_the_last_page_are_outside() -> None:
    """The first side has the imprint at its left, the cover at its right."""
    _, _, finished = made("booklet")
    with pypdfium2.PdfDocument(finished.pdf) as sides:
        text = sides[0].get_textpage()
        width, height = sides[0].get_size()
        left = text.get_text_bounded(right=width / 2, top=height)
        right = text.get_text_bounded(left=width / 2, top=height)
    assert "Imprint and checks" in left
    assert "The march in Olmar" in " ".join(right.split())


def test_the_key_messages_stand_on_one_page() -> None:
    """In Kazakh, where their notes are longest, no message runs over onto the next page."""
    register_patterns()
    kazakh = bundled("kk")
    with pypdfium2.PdfDocument(print_pdf(booklet_job(kazakh, MAKING)).pdf) as pdf:
        page = folded(pdf[1].get_textpage().get_text_range())
    for key in kazakh.texts.numbered("key_messages"):
        leaves = walk(kazakh.texts.paragraph(key).inlines)
        words = [folded(leaf.text) for leaf in leaves if isinstance(leaf, Run)]
        assert words
        assert all(one in page for one in words)


@pytest.mark.parametrize("edition", ["booklet", "press"])
def test_a_print_edition_carries_nothing(edition: str) -> None:
    """It has no attachments and no tags, claims no standard, and names the file that has them."""
    _, _, finished = made(edition)
    with pikepdf.open(io.BytesIO(finished.pdf)) as pdf:
        assert not pdf.attachments
        assert "/StructTreeRoot" not in pdf.Root
        with pdf.open_metadata() as packet:
            assert "pdfaid:part" not in packet
            assert "pdfuaid:part" not in packet
    assert "attached to the edition for screens, olmar-march-brief.en.pdf" in words(finished.pdf)
    assert "attached to this file" not in words(finished.pdf)


def test_a_press_file_has_its_boxes() -> None:
    """The trim is A4, 3 mm of bleed lie round it, and the marks lie outside the bleed."""
    _, _, finished = made("press")
    with pikepdf.open(io.BytesIO(finished.pdf)) as pdf:
        for page in pdf.pages:
            trim = [float(edge) for edge in page.trimbox]
            bleed = [float(edge) for edge in page.obj.BleedBox]
            media = [float(edge) for edge in page.mediabox]
            size = [trim[2] - trim[0], trim[3] - trim[1]]
            assert size == pytest.approx([210 * MM, 297 * MM], abs=0.05)
            around = [abs(a - b) for a, b in zip(trim, bleed, strict=True)]
            assert around == pytest.approx([3 * MM] * 4, abs=0.05)
            assert all(abs(a - b) > 13 * MM - 0.1 for a, b in zip(media, trim, strict=True))


def test_the_cover_reaches_into_the_bleed() -> None:
    """The field of the cover is cut through, never a strip of white beside it."""
    _, printed, _ = made("press")
    with pypdfium2.PdfDocument(printed.pdf) as pdf:
        page = pdf[0]
        page.set_cropbox(*page.get_mediabox())
        picture = page.render(scale=1).to_pil().convert("RGB")
    ink = tuple(int(THEME.ink[at : at + 2], 16) for at in (1, 3, 5))
    for corner in ((2, 2), (picture.width - 3, 2), (2, 200), (picture.width - 3, 200)):
        assert picture.getpixel(corner) == ink


@pytest.mark.parametrize("draft", [False, True])
def test_a_press_file_has_no_rgb(draft: bool) -> None:
    """Text, rules, charts and the mark of a draft are printed with four inks."""
    _, printed, finished = made("press", draft=draft)
    found = [problem.code for problem in finished.problems]
    assert "rgb-in-press" not in found
    assert b" rg" in contents(printed.pdf)
    painted = contents(finished.pdf).split()
    assert b"rg" not in painted
    assert b"RG" not in painted
    assert b"k" in painted


def contents(pdf: bytes) -> bytes:
    """Return the operators of all pages and of what they draw."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        forms = [item for item in streams if item.get("/Subtype") == "/Form"]
        pages = [page.obj.Contents for page in document.pages]
        return b"\n".join(item.read_bytes() for item in (*pages, *forms))


def test_a_press_file_says_what_it_lacks() -> None:
    """Without a profile of the shop the build says that no printing condition is named."""
    _, _, finished = made("press")
    assert "no-output-intent" in [problem.code for problem in finished.problems]
