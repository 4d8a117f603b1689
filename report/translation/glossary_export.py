"""Concepts as files for terminology tools: CSV (RFC 4180) and TBX-Basic (ISO 30042:2019, DCA).

CSV has one row a wording. A spreadsheet takes a text that begins with = + - or @ for a formula:
such a text goes out behind an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from report.translation.term_base import Concept, Status, Wording

if TYPE_CHECKING:
    from lxml.etree import _Element

COLUMNS = ("id", "origin", "language", "term", "status", "source", "verified", "note")
TBX = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORMULA = re.compile(r"[=+\-@'\t\r]")
_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}


def glossary_csv(concepts: Iterable[Concept], *, mark: bool = False) -> bytes:
    """Return the table in UTF-8; with `mark`, the byte order mark that some spreadsheets need."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for concept in concepts:
        for lang, wordings in concept.wordings.items():
            for wording in wordings:
                table.writerow([_guarded(cell) for cell in _row(concept, lang, wording)])
    return written.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _row(concept: Concept, lang: str, wording: Wording) -> tuple[str, ...]:
    note = "\n".join(filter(None, (concept.notes.get(""), concept.notes.get(lang))))
    return (
        concept.id,
        concept.origin,
        lang,
        wording.words,
        wording.status.value,
        wording.source,
        "" if wording.status is Status.FORBIDDEN else _yes_or_no(wording.verified),
        note,
    )


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _yes_or_no(verified: bool) -> str:
    return "yes" if verified else "no"


def glossary_tbx(concepts: Iterable[Concept], lang: str, about: str) -> bytes:
    """Return a TBX-Basic file in DCA style; `lang` is its working language, `about` its source."""
    from lxml import etree

    root = etree.fromstring(f'<tbx xmlns="{TBX}" type="TBX-Basic" style="dca"/>')
    root.set(_XML_LANG, lang)
    file = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(file, "sourceDesc"), "p", about)
    body = _add(_add(root, "text"), "body")
    for concept in concepts:
        _add_concept(body, concept)
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _add_concept(body: _Element, concept: Concept) -> None:
    entry = _add(body, "conceptEntry", id=concept.id)
    _add(entry, "descrip", "human rights", type="subjectField")
    _add(entry, "admin", concept.origin, type="source")
    if note := concept.notes.get(""):
        _add(entry, "note", note)
    for lang, wordings in concept.wordings.items():
        section = _add(entry, "langSec")
        section.set(_XML_LANG, lang)
        if note := concept.notes.get(lang):
            _add(section, "note", note)
        for wording in wordings:
            _add_wording(section, wording)


def _add_wording(section: _Element, wording: Wording) -> None:
    term = _add(section, "termSec")
    _add(term, "term", wording.words)
    _add(term, "termNote", _STATUS[wording.status], type="administrativeStatus")
    if wording.source:
        _add(term, "admin", wording.source, type="source")
    if wording.status is not Status.FORBIDDEN:
        _add(term, "note", f"verified: {_yes_or_no(wording.verified)}")


def _add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{TBX}}}{name}", attributes)
    if text:
        element.text = text
    return element
