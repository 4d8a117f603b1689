"""The QR code: module for module what the address says, on the page and for a screen reader."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pikepdf
import segno
from bundled import made, material, pdf_of
from hypothesis import given, settings
from hypothesis import strategies as st

from report.editions.qr import qr_code

ADDRESS = "https://example.org/olmar?part=1&lang=en"


def test_words_are_escaped() -> None:
    """An address is words wherever it stands."""
    svg = qr_code("https://example.org/<script>", "<b>", 20)
    assert "&lt;b&gt;" in svg
    assert "<script>" not in svg


@settings(max_examples=25, deadline=None)
@given(st.text("abcdefghijklmnop0123456789/-.?=&", min_size=1, max_size=200))
def test_each_module_is_drawn(path: str) -> None:
    """The dark modules of the picture are those of the standard, in its quiet zone."""
    address = f"https://example.org/{path}"
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=4)]
    root = ElementTree.fromstring(qr_code(address, "words", 20))
    assert root.attrib["viewBox"] == f"0 0 {len(rows)} {len(rows)}"
    drawn = [[0] * len(rows) for _ in rows]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", root[1].attrib["d"]):
        for step in range(int(width)):
            drawn[int(y)][int(x) + step] += 1
    assert drawn == rows


def test_a_screen_reader_says_the_address() -> None:
    """The picture has the address as its words."""
    found = material("ru")
    printed = made("factsheet", replace(found, dossier=replace(found.dossier, web=ADDRESS)))
    with pikepdf.open(io.BytesIO(pdf_of(printed))) as pdf:
        words = [str(o.get("/Alt")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
    assert f"QR-код: {ADDRESS}" in words
