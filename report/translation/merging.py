"""The units of today and a catalogue of yesterday → the catalogue to work on.

A unit whose source has changed keeps its translation, marked fuzzy, with the previous source
(`#| msgid`), so that the translator sees what changed. A unit that is gone is kept as obsolete.
No name of a person or a tool is written into the header.
"""

from __future__ import annotations

from collections.abc import Iterable

import polib

from report.translation.units import Unit

# CLDR's cardinal categories as gettext writes them (languages.md).
PLURAL_FORMS = {
    "en": "nplurals=2; plural=(n != 1);",
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<12 || n%100>14) ? 1 : 2);",
    "fr": "nplurals=2; plural=(n > 1);",
}


def merge_catalogue(units: Iterable[Unit], existing: str, lang: str, project: str) -> str:
    """Return the text of the PO file for `lang`, units in the order of the brief."""
    old = {entry.msgctxt: entry for entry in polib.pofile(existing)} if existing else {}
    file = polib.POFile(wrapwidth=98)
    file.metadata = {
        "Project-Id-Version": project,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[lang],
    }
    file.header = polib.pofile(existing).header if existing else ""
    for unit in units:
        file.append(_merged(unit, old.pop(unit.key, None)))
    for entry in old.values():
        entry.obsolete = True
        file.append(entry)
    return str(file) + "\n"


def _merged(unit: Unit, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=unit.key, msgid=unit.source)
    if old is None:
        return entry
    entry.msgstr = old.msgstr
    entry.tcomment = old.tcomment
    entry.flags = list(old.flags)
    entry.previous_msgid = old.previous_msgid
    if old.msgid != unit.source and old.msgstr:
        entry.previous_msgid = old.previous_msgid or old.msgid
        if "fuzzy" not in entry.flags:
            entry.flags.append("fuzzy")
    return entry
