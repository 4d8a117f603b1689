"""A sheet as a table in a Word document, for translators who work in Word; and back.

Four columns: key, source, translation, state. What comes back is read from the document's own XML:
tracked insertions count, tracked deletions do not, comments and styles are left.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import _Cell
from lxml import etree

from report.model.place import Place
from report.model.problem import Problems
from report.translation.exchange.reading import parsed_xml, unpacked_part
from report.translation.exchange.sheet import MAX_UNITS, Returned, ReturnedUnit, Sheet
from report.translation.exchange.table import column_langs, is_final, state_words

_Element = etree._Element
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDTHS_MM = (38, 95, 95, 25)
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}footnoteReference"})
_SIGNS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "",
}


def write_docx(sheet: Sheet, dated: datetime.datetime) -> bytes:
    """Return the Word document; `dated` is what its properties say, for no time is read here."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(20))
    _describe(document, sheet, dated)
    table = document.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    table.autofit = False
    langs = (sheet.source_lang, sheet.lang)
    _row(table.rows[0].cells, ("key", f"source ({langs[0]})", f"translation ({langs[1]})", "state"))
    for unit in sheet.units:
        texts = (unit.key, unit.source, unit.target, state_words(unit.state))
        _row(table.add_row().cells, texts)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: Document, sheet: Sheet, dated: datetime.datetime) -> None:
    """Name the project; no author, no tool."""
    properties = document.core_properties
    properties.title = sheet.project
    properties.language = sheet.lang
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = dated
    properties.revision = 1
    document.add_paragraph(
        "Write in the third column only, and keep each mark [@…] as it is. "
        "Write “translated” in the fourth column when a text is done."
    )


def _row(cells: tuple[_Cell, ...], texts: tuple[str, ...]) -> None:
    for cell, text, width_mm in zip(cells, texts, _WIDTHS_MM, strict=True):
        cell.width = Mm(width_mm)
        cell.text = text


def read_docx(data: bytes, path: str, problems: Problems) -> Returned | None:
    """Read the table of a returned Word document."""
    part = unpacked_part(data, "word/document.xml", path, problems)
    root = parsed_xml(part, path, problems) if part is not None else None
    if root is None:
        return None
    for table in root.iter(f"{_W}tbl"):
        rows = list(_rows(table))
        langs = column_langs(rows[0]) if rows else None
        if langs is not None:
            return Returned(langs[1], tuple(_units(rows[1:], path)), Place(path))
    why = "it has no table of four columns: key, source, translation, state"
    problems.add("exchange-format", Place(path), path=path, why=why)
    return None


def _rows(table: _Element) -> Iterator[list[str]]:
    for number, row in enumerate(table.iterchildren(f"{_W}tr")):
        if number > MAX_UNITS:
            return
        yield ["\n".join(map(_text, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")]


def _text(element: _Element) -> str:
    """Return the text that a reader of the final document sees."""
    if element.tag in _LEFT_OUT or _is_hidden(element):
        return ""
    if element.tag in _SIGNS:
        return _SIGNS[str(element.tag)]
    if element.tag == f"{_W}t":
        return element.text or ""
    return "".join(map(_text, element))


def _is_hidden(element: _Element) -> bool:
    """Whether it is a run that Word does not show."""
    vanish = element.find(f"{_W}rPr/{_W}vanish") if element.tag == f"{_W}r" else None
    return vanish is not None and vanish.get(f"{_W}val", "true") not in ("false", "0", "off")


def _units(rows: list[list[str]], path: str) -> Iterator[ReturnedUnit]:
    for number, row in enumerate(rows, 2):
        key, source, target, state = [*row, "", "", "", ""][:4]
        if key.strip() or target.strip():
            yield ReturnedUnit(key.strip(), source, target, is_final(state), Place(path, number))
