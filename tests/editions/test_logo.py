"""The logo: pixels alone are taken over, from PNG and JPEG alone, and printed on the cover."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from bundled import made, material, pdf_of
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from report.dossier.folder import MemoryFolder
from report.editions.logo import Logo, logo_problems, read_logo
from report.model.dossier import Dossier
from report.model.problem import Stop


def picture(kind: str = "PNG", size: tuple[int, int] = (1200, 400), mode: str = "RGB") -> bytes:
    """Return a picture file with a secret in its metadata."""
    made_of = Image.new(mode, size, 120 if mode == "L" else None)
    secret = PngInfo()
    secret.add_text("Comment", "taken at 51.1N 71.4E")
    written = io.BytesIO()
    if kind == "PNG":
        made_of.save(written, kind, pnginfo=secret)
    else:
        made_of.save(written, kind, comment=b"taken at 51.1N 71.4E")
    return written.getvalue()


def dossier(path: str = "logo.png") -> Dossier:
    """Return the bundled dossier with a logo."""
    found = material("en").dossier
    return replace(found, organisation=replace(found.organisation, logo=path))


def read(data: bytes, path: str = "logo.png") -> Logo | None:
    """Read a logo from a folder that holds it."""
    return read_logo(dossier(path), MemoryFolder({path: data}))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_only_pixels_are_taken_over(kind: str) -> None:
    """No metadata of the file reaches a page, and the picture is not wider than its place."""
    data = picture(kind)
    assert b"51.1N" in data
    logo = read(data)
    assert logo is not None
    assert b"51.1N" not in logo.png
    assert Image.open(io.BytesIO(logo.png)).size == logo.pixels == (1200, 400)
    assert logo.width_mm == 45.0


def test_a_high_logo_is_held_to_its_height() -> None:
    """A logo that is higher than wide is printed narrower."""
    logo = read(picture(size=(400, 800)))
    assert logo is not None
    assert logo.width_mm == 9.0


def test_what_is_seen_through_is_white() -> None:
    """A logo without a ground is put on white, for paper and for PDF alike."""
    logo = read(picture(mode="RGBA"))
    assert logo is not None
    assert Image.open(io.BytesIO(logo.png)).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither PNG nor JPEG"),
        (picture("GIF"), "neither PNG nor JPEG"),
        (b"", "neither PNG nor JPEG"),
        (picture()[:300], "damaged"),
        (picture(size=(5000, 10)), "5,000 by 10 pixels"),
    ],
)
def test_other_files_are_refused(data: bytes, why: str) -> None:
    """What is no picture, or too large, is told at the line that names it, and stops."""
    with pytest.raises(Stop) as stopped:
        read(data)
    assert [p.code for p in stopped.value.problems] == ["logo-unread"]
    assert why in stopped.value.problems[0].message


@pytest.mark.parametrize(
    ("path", "code"), [("../logo.png", "path-outside"), ("gone.png", "file-missing")]
)
def test_a_logo_lies_in_the_dossier(path: str, code: str) -> None:
    """Nothing outside the dossier is read."""
    found = list(logo_problems(dossier(path), MemoryFolder({})))
    assert [p.code for p in found] == [code]


@pytest.mark.parametrize(("width", "codes"), [(500, ["logo-small"]), (532, [])])
def test_a_small_logo_is_told(width: int, codes: list[str]) -> None:
    """A logo of fewer than 300 dots an inch is warned of."""
    folder = MemoryFolder({"logo.png": picture(size=(width, width // 3))})
    assert [p.code for p in logo_problems(dossier(), folder)] == codes


def test_the_logo_is_printed_with_the_name_as_its_words() -> None:
    """It stands on the sheet, and a screen reader says whose it is."""
    found = material("en")
    printed = made("handout", replace(found, logo=read(picture(mode="L"))))
    with pikepdf.open(io.BytesIO(pdf_of(printed))) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        images = [item for item in streams if item.get("/Subtype") == "/Image"]
        assert [(int(one.Width), int(one.Height)) for one in images] == [(1200, 400)]
        figures = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
    assert found.dossier.organisation.name in {str(figure.get("/Alt")) for figure in figures}
