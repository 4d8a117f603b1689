"""A sheet as a gettext PO file, for Poedit, Virtaal, Weblate and the like; and back."""

from __future__ import annotations

import re

import polib

from report.model.place import Place
from report.model.problem import Problems
from report.translation.catalogue import State
from report.translation.exchange.reading import decoded
from report.translation.exchange.sheet import MAX_UNITS, Returned, ReturnedUnit, Sheet, SheetUnit
from report.translation.merging import plural_forms

_PLURALS = re.compile(r"\s*nplurals\s*=\s*\d\s*;\s*plural\s*=\s*[n\d\s()!=<>%&|?:+*-]{1,300};?\s*")
_BROKEN = re.compile(r'^\s*(?:(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*|#.*|)$')


def write_po(sheet: Sheet) -> bytes:
    """Return the PO file: keys as contexts, drafts and stale units as fuzzy."""
    file = polib.POFile(wrapwidth=98)
    file.metadata = {
        "Project-Id-Version": sheet.project,
        "Language": sheet.lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(sheet.lang),
        "X-Source-Language": sheet.source_lang,
    }
    for unit in sheet.units:
        file.append(_entry(unit))
    return f"{file}\n".encode()


def _entry(unit: SheetUnit) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=unit.key, msgid=unit.source, msgstr=unit.target)
    if unit.target and unit.state in (State.DRAFT, State.STALE):
        entry.flags.append("fuzzy")
    if unit.previous and unit.previous != unit.source:
        entry.previous_msgid = unit.previous
    entry.comment = unit.note
    return entry


def read_po(data: bytes, path: str, problems: Problems) -> Returned | None:
    """Read a returned PO file; fuzzy entries are not final."""
    text = decoded(data, path, problems)
    if text is None or not _whole(text, path, problems):
        return None
    try:
        file = polib.pofile(text, check_for_duplicates=False)
    except (OSError, ValueError, IndexError, UnicodeError) as error:
        why = f"it cannot be read as PO ({str(error)[:80]})"
        problems.add("exchange-format", Place(path), path=path, why=why)
        return None
    lang = file.metadata.get("Language", "").strip()
    _check_plurals(file.metadata.get("Plural-Forms", ""), lang, path, problems)
    entries = [entry for entry in file if not entry.obsolete][:MAX_UNITS]
    units = tuple(
        ReturnedUnit(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            "fuzzy" not in entry.flags,
            Place(path, entry.linenum or 1),
            plural=bool(entry.msgstr_plural or entry.msgid_plural),
        )
        for entry in entries
    )
    return Returned(lang, units, Place(path))


def _whole(text: str, path: str, problems: Problems) -> bool:
    """Check each line: polib loses some broken lines in silence."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _BROKEN.match(line):
            problems.add("catalogue-syntax", Place(path, number), line=line[:60])
            return False
    return True


def _check_plurals(found: str, lang: str, path: str, problems: Problems) -> None:
    known = plural_forms(lang)
    if not found or not known:
        return
    same = "".join(found.split()).rstrip(";") == "".join(known.split()).rstrip(";")
    if not _PLURALS.fullmatch(found) or not same:
        problems.add("exchange-plurals", Place(path), found=found[:120])
