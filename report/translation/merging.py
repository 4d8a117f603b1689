"""The units of today and a catalogue of yesterday → the catalogue to work on.

A unit whose source has changed keeps its translation, marked fuzzy, with the previous source
(`#| msgid`), so that the translator sees what changed. A unit that is gone is kept as obsolete.
No name of a person or a tool is written into the header.
"""

from __future__ import annotations

from collections.abc import Iterable

import polib

from report.translation.language_data import available_languages, read_language_data
from report.translation.units import Unit

# Header fields that name people or tools.
_NAMING = frozenset(
    ("Last-Translator", "Language-Team", "Report-Msgid-Bugs-To", "X-Generator", "X-Poedit-Basepath")
)


def plural_forms(lang: str) -> str:
    """Return the rule of plurals as gettext writes it; empty for a language without data."""
    return read_language_data(lang).plural_forms if lang in available_languages() else ""


def merge_catalogue(units: Iterable[Unit], existing: str, lang: str, project: str) -> str:
    """Return the text of the PO file for `lang`, units in the order of the brief.

    Remarks, flags and further header fields of the existing file are kept.
    """
    old_file = polib.pofile(existing) if existing else polib.POFile()
    old = {entry.msgctxt: entry for entry in old_file}
    file = polib.POFile(wrapwidth=98)
    kept = {k: v for k, v in old_file.metadata.items() if k not in _NAMING}
    file.metadata = {"Project-Id-Version": project, "Language": lang} | kept
    file.metadata |= {
        "Project-Id-Version": project,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(lang),
    }
    file.header = old_file.header
    for unit in units:
        file.append(_merged(unit, old.pop(unit.key, None)))
    for entry in old.values():
        entry.obsolete = True
        file.append(entry)
    return str(file) + "\n"


def _merged(unit: Unit, old: polib.POEntry | None) -> polib.POEntry:
    if old is None:
        return polib.POEntry(msgctxt=unit.key, msgid=unit.source)
    changed = old.msgid.split() != unit.source.split()
    if changed and old.msgstr:
        old.previous_msgid = old.previous_msgid or old.msgid
        if "fuzzy" not in old.flags:
            old.flags.append("fuzzy")
    old.msgid, old.obsolete = unit.source, False
    return old
