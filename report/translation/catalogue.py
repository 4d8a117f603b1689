"""A gettext catalogue of the dossier → translations by key, each with its state.

The catalogue is a file from outside: its size, encoding and syntax are checked before polib reads
it, and an entry that would be lost (a duplicate, an unterminated string) is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.characters import FORBIDDEN_IN_TRANSLATIONS, code_point
from report.model.place import Place, Text
from report.model.problem import Problems
from report.translation.approvals import Approval, fingerprint, read_approvals
from report.translation.units import Unit

MAX_CATALOGUE = 4 * MEBIBYTE
_LINE = re.compile(
    r'\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]{1,2}\])?)?\s*"(?:[^"\\]|\\.)*"\s*)?'
)
_SIGN = re.compile(r"\\.|\n|.")


class State(StrEnum):
    """How far a unit has come."""

    UNTRANSLATED = "untranslated"
    STALE = "stale"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True)
class Translation:
    """One translated unit. `made_for` is the source that the translator had before them."""

    unit: Unit
    target: Text
    state: State
    made_for: str


@dataclass(frozen=True)
class Entry:
    """One entry as it stands in the file."""

    key: str
    source: str
    target: Text
    fuzzy: bool
    place: Place
    previous: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All units of one language; what is not translated is absent from `translations`."""

    lang: str
    path: str
    translations: Mapping[str, Translation]
    states: Mapping[str, State]


def read_catalogue(
    folder: Folder, lang: str, units: Mapping[str, Unit], problems: Problems
) -> Catalogue:
    """Match the catalogue of a language with the units of today.

    Problems of the file: `catalogue-missing`, `catalogue-syntax`, `wrong-encoding`,
    `forbidden-character`, `duplicate-unit`, `unknown-unit`.
    """
    path = f"translations/{lang}.po"
    translations: dict[str, Translation] = {}
    states = dict.fromkeys(units, State.UNTRANSLATED)
    for entry in _entries(folder, path, lang, problems):
        unit = units.get(entry.key)
        if unit is None:
            problems.add("unknown-unit", entry.place, entry.key, key=entry.key)
        elif entry.target:
            state = _state(entry, unit)
            states[entry.key] = state
            made_for = entry.previous or entry.source
            translations[entry.key] = Translation(unit, entry.target, state, made_for)
    catalogue = Catalogue(lang, path, translations, states)
    return _with_approvals(catalogue, read_approvals(folder, problems), problems)


def _state(entry: Entry, unit: Unit) -> State:
    # An editor that writes a plain space for a no-break space has changed nothing.
    if entry.source.split() != unit.source.split():
        return State.STALE
    # A merged catalogue has today's source; the one that the target was made for stands beside it.
    if entry.fuzzy and entry.previous:
        return State.STALE
    return State.DRAFT if entry.fuzzy else State.TRANSLATED


def _with_approvals(
    catalogue: Catalogue, approvals: Iterable[Approval], problems: Problems
) -> Catalogue:
    """Raise the state of what was approved as it stands; tell what no longer holds."""
    states, translations = dict(catalogue.states), dict(catalogue.translations)
    for approval in approvals:
        if approval.lang != catalogue.lang:
            continue
        one = translations.get(approval.key)
        if (
            one is not None
            and one.state is State.TRANSLATED
            and approval.sha256 == fingerprint(approval.key, one.unit.source, one.target)
        ):
            states[approval.key] = State(approval.degree.value)
            translations[approval.key] = replace(one, state=states[approval.key])
        else:
            problems.add("approval-void", approval.place, approval.key, key=approval.key)
    return replace(catalogue, states=states, translations=translations)


def _entries(folder: Folder, path: str, lang: str, problems: Problems) -> list[Entry]:
    try:
        data = folder.read(path, MAX_CATALOGUE)
    except Unreadable as unreadable:
        if unreadable.problem.code == "file-missing":
            problems.add("catalogue-missing", Place(path), lang=lang, path=path)
        else:
            problems.extend([unreadable.problem])
        return []
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.add(
            "wrong-encoding", Place(path, data.count(b"\n", 0, error.start) + 1), path=path
        )
        return []
    return _parsed(text, path, problems) if _sound(text, path, problems) else []


def _sound(text: str, path: str, problems: Problems) -> bool:
    """Check line by line what polib would pass over in silence."""
    sound = True
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            problems.add("catalogue-syntax", Place(path, number), line=line[:60])
            sound = False
        match = FORBIDDEN_IN_TRANSLATIONS.search(line)
        if match:
            character = code_point(match.group())
            place = Place(path, number, match.start() + 1)
            problems.add("forbidden-character", place, character=character)
            sound = False
    return sound


def _parsed(text: str, path: str, problems: Problems) -> list[Entry]:
    import polib  # late: `report check` of a dossier in one language needs none of it

    try:
        file = polib.pofile(text, check_for_duplicates=False)
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        place = Place(path, int(line.group(1)) if line else 1)
        problems.add("catalogue-syntax", place, line=str(error)[:80])
        return []
    lines = text.split("\n")
    entries: dict[str, Entry] = {}
    for one in file:
        if one.obsolete:
            continue
        place = Place(path, one.linenum or 1)
        key = one.msgctxt or ""
        if key in entries:
            problems.add("duplicate-unit", place, key, key=key, line=entries[key].place.line)
            continue
        target = _placed(one.msgstr, lines, place)
        previous = one.previous_msgid or ""
        entries[key] = Entry(key, one.msgid, target, "fuzzy" in one.flags, place, previous)
    return list(entries.values())


def _placed(target: str, lines: list[str], entry: Place) -> Text:
    """Give a translation the place of its first character, with its lines as the file has them."""
    first = entry.line - 1
    while first < len(lines) and not lines[first].lstrip().startswith("msgstr"):
        first += 1
    if first == len(lines):
        return Text(target.strip(), entry)
    last = first + 1
    while last < len(lines) and lines[last].lstrip().startswith('"'):
        last += 1
    column = lines[first].find('"') + 1
    raw = "\n".join([lines[first][column:], *lines[first + 1 : last]])
    return Text(target.strip(), Place(entry.path, first + 1, column + 1), raw)


def _blank(sign: str) -> bool:
    return sign.isspace() or sign in ("\\n", "\\t", "\\r")


def place_of_offset(target: Text, offset: int) -> Place:
    """Return the place in the file of the character `offset` (from 0) of a translation."""
    place = target.place
    line, column, seen, inside = place.line, place.column, 0, True
    for match in _SIGN.finditer(target.raw):
        sign = match.group()
        if sign == '"':
            inside = not inside
        elif inside and sign != "\n" and (seen or not _blank(sign)):
            if seen == offset:
                return Place(place.path, line, column)
            seen += 1
        line, column = (line + 1, 1) if sign == "\n" else (line, column + len(sign))
    return place
