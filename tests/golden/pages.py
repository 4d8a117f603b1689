"""The pages that have a golden picture, and the pictures of a PDF's pages."""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
VERSIONS = HERE / "versions.json"
DPI = 72
_COLOURS = 64


@dataclass(frozen=True)
class Golden:
    """A page of an edition: the name of its picture, and a place on it or its number from 1."""

    name: str
    at: str | int

    def path(self, edition: str, lang: str) -> Path:
        return PICTURES / f"{edition}.{lang}.{self.name}.png"


_BRIEF = (
    Golden("cover", 1),
    Golden("key-messages", "key-messages"),
    Golden("text", "section-1"),
    Golden("map", "map"),
    Golden("chart", "chart-deaths"),
    Golden("timeline", "timeline"),
    Golden("recommendations", "recommendations"),
    Golden("summary", "summary-kk"),
    Golden("register", "register"),
)
_SHEETS = {
    "handout": (Golden("front", 1), Golden("back", 2)),
    "factsheet": (Golden("front", 1),),
    "statement": (Golden("front", 1),),
}
_PAPER = {
    "booklet": (Golden("cover", 1), Golden("inside", 4)),
    "press": (Golden("cover", 1), Golden("inside", 6)),
}
# For each language the editions that have golden pictures.
GOLDENS: dict[str, dict[str, tuple[Golden, ...]]] = {
    lang: {"brief": _BRIEF, **_SHEETS, **_PAPER} for lang in ("en", "ru", "kk")
}


def pictures(pdf: bytes, wanted: tuple[Golden, ...]) -> list[Image.Image]:
    """Return the pictures of pages of `pdf`, in the order in which they are wanted."""
    places = _places(pdf)
    numbers = [one.at if isinstance(one.at, int) else places[one.at] for one in wanted]
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [picture_of(document, number) for number in numbers]
    finally:
        document.close()


def picture_of(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    """Return the picture of a page, from 1."""
    page = document[number - 1]
    try:
        return page.render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        page.close()


def save(picture: Image.Image, path: Path) -> None:
    """Write a golden picture, in few colours that are each nearly right."""
    few = picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    path.parent.mkdir(exist_ok=True)
    few.save(path, "PNG", optimize=True)


def versions() -> dict[str, str]:
    """Return the versions of all that decides where a letter stands and how dark it is."""
    from weasyprint.text.ffi import pango

    return {
        "pango": str(pango.pango_version()),
        "harfbuzz": _harfbuzz(),
        "pypdfium2": version("pypdfium2"),
    }


def _harfbuzz() -> str:
    for name in ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "harfbuzz.dll"):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.hb_version_string.restype = ctypes.c_char_p
        said: bytes = library.hb_version_string()
        return said.decode()
    return "unknown"


def _places(pdf: bytes) -> dict[str, int]:
    """Return the page, from 1, of each named place."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, start=1)}
        names = opened.Root.get("/Names")
        if names is None or "/Dests" not in names:
            return {}
        tree = pikepdf.NameTree(names.Dests)
        return {
            str(name): numbers[(one.D if isinstance(one, pikepdf.Dictionary) else one)[0].objgen]
            for name, one in tree.items()
        }
