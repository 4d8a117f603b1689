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


# Header fields that name people or tools: they go into no file of ours.
_NAMING = frozenset({"Last-Translator", "Language-Team", "X-Generator", "Report-Msgid-Bugs-To"})


def plural_forms(lang: str) -> str:
    """Return the header field `Plural-Forms` of a language; empty for none."""
    if lang in PLURAL_FORMS or not lang:
        return PLURAL_FORMS.get(lang, "")
    from babel.messages.plurals import get_plural  # late: Babel is slow to load

    return f"{get_plural(lang).plural_forms};"


def merge_catalogue(units: Iterable[Unit], existing: str, lang: str, project: str) -> str:
    """Return the text of the PO file for `lang`, units in the order of the brief.

    Remarks, flags and further header fields of the existing file are kept.
    """
    old_file = polib.pofile(existing) if existing else polib.POFile()
    old = {entry.msgctxt: entry for entry in old_file}
    file = polib.POFile(wrapwidth=98)
    file.metadata = {
        "Project-Id-Version": project,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(lang),
    }
    further = {k: v for k, v in old_file.metadata.items() if k not in _NAMING}
    file.metadata = {**further, **file.metadata} if further else file.metadata
    file.header = old_file.header
    for unit in units:
        file.append(_merged(unit, old.pop(unit.key, None)))
    for entry in old.values():
        entry.obsolete = True
        file.append(entry)
    return f"{file}\n"


def _merged(unit: Unit, old: polib.POEntry | None) -> polib.POEntry:
    if old is None:
        return polib.POEntry(msgctxt=unit.key, msgid=unit.source)
    # A plain space for a no-break space changes nothing (catalogue.py).
    changed = old.msgid.split() != unit.source.split()
    if changed and old.msgstr:
        old.previous_msgid = old.previous_msgid or old.msgid
        if "fuzzy" not in old.flags:
            old.flags.append("fuzzy")
    old.msgid, old.obsolete = unit.source, False
    return old
