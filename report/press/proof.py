"""The finished PDF -> proof that it uses our fonts alone and leads nowhere it should not.

Reads the bytes that will be handed out. Notes have their own proof in `notes`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.resources import shortened

_LINK = re.compile(r"(https?://[^/\s]|mailto:[^\s]+@)", re.IGNORECASE)


def check_pdf(pdf: bytes, families: Iterable[str], place: Place) -> Iterator[Problem]:
    """Yield foreign-font and bad-link for a finished PDF; `families` are those of our faces."""
    ours = re.compile(
        "/[A-Z]{6}\\+(" + "|".join(re.escape(name.replace(" ", "-")) for name in families) + ")"
    )
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for name in sorted(_font_names(opened)):
            if not ours.match(name):
                families_told = ", ".join(families)
                yield problem("foreign-font", place, font=name[1:], families=families_told)
        for number, page in enumerate(opened.pages, start=1):
            for address in _addresses(page):
                if not _LINK.match(address):
                    yield problem("bad-link", place, page=number, url=shortened(address))


def _font_names(pdf: pikepdf.Pdf) -> set[str]:
    """Return the names of all fonts in the file, wherever they are used."""
    return {
        str(item.BaseFont)
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary)
        and item.get("/Type") == "/Font"
        and "/BaseFont" in item
    }


def _addresses(page: Any) -> Iterator[str]:
    for annotation in page.get("/Annots", ()):
        action = annotation.get("/A")
        if action is not None and action.get("/S") != "/GoTo":
            yield str(action.get("/URI", action.get("/S")))
