"""Editions for trusted hands → the proof that each page of them says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from report.commands.scanning import READERS
from report.editions.front import trusted_notice
from report.editions.material import Material
from report.editions.wording import Wording
from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.press.finished_pdf import page_texts
from report.protection.guard import NO_GUARD
from report.protection.pieces import Piece
from report.protection.scan import Scan

_WORD = re.compile(r"[^\W\d_]+")


def refuse_without_notice(material: Material, files: Iterable[tuple[str, bytes]]) -> None:
    """Stop(3) with `notice-missing` for each page of an edition that does not have its notice."""
    notice = trusted_notice(material, Wording.of(material.texts.lang))
    found = [one for name, data in files for one in _missing(name, data, notice)] if notice else []
    if found:
        raise Stop(3, *found)


def _missing(name: str, data: bytes, notice: str) -> Iterator[Problem]:
    if data.startswith(b"%PDF-"):
        for number, text in enumerate(page_texts(data), 1):
            if not _says(text, notice):
                yield problem("notice-missing", Place(name), path=name, where=f"page {number}")
        return
    parts = Scan(NO_GUARD, READERS).parts(data)
    texts = (part.text for part in parts if isinstance(part, Piece))
    if not any(_says(text, notice) for text in texts):
        yield problem("notice-missing", Place(name), path=name, where="the file")


def _says(text: str, notice: str) -> bool:
    """Whether a page has the notice, its words in a row or, on a side of two pages, all of them."""
    if _letters(notice) in _letters(text):
        return True
    return set(_WORD.findall(notice.casefold())) <= set(_WORD.findall(text.casefold()))


def _letters(text: str) -> str:
    """Return the letters alone: lines may break anywhere, and style sheets print capitals."""
    return "".join(one for one in text if one.isalpha()).casefold()
