"""A returned file and the catalogue of today → the new catalogue, and what became of each unit.

Only a unit that is there, whose source is still the same, is taken; nothing is lost, nothing is
guessed by likeness. A unit that is empty in the returned file leaves what the catalogue has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polib

from report.model.characters import FORBIDDEN_IN_TRANSLATIONS, code_point
from report.model.problem import Problems
from report.translation.catalogue import Catalogue, State
from report.translation.exchange.sheet import (
    Returned,
    ReturnedUnit,
    same_source,
    tidied,
)
from report.translation.exchange.word_diff import word_diff
from report.translation.merging import merge_catalogue
from report.translation.units import Unit

MAX_TARGET = 20_000


@dataclass(frozen=True)
class Taken:
    """One unit that was taken: `difference` shows what it changes, empty for its state alone."""

    key: str
    target: str
    final: bool
    difference: str


def choose(
    returned: Returned, catalogue: Catalogue, units: Mapping[str, Unit], problems: Problems
) -> list[Taken]:
    """Return the units to take; an `exchange-unit` tells of every other that is not as it was."""
    taken: dict[str, Taken] = {}
    seen: dict[str, str] = {}
    for one in returned.units:
        why = _refusal(one, units, seen)
        seen.setdefault(one.key, one.target)
        if why:
            _tell(one, why, problems)
            continue
        target = tidied(one.target, units[one.key].source)
        before = catalogue.translations.get(one.key)
        old = str(before.target) if before else ""
        state = catalogue.states[one.key]
        done = one.final and state in (State.DRAFT, State.STALE, State.UNTRANSLATED)
        if target and (target != old or done):
            difference = word_diff(old, target) if target != old else ""
            taken[one.key] = Taken(one.key, target, one.final, difference)
    return list(taken.values())


def _refusal(
    one: ReturnedUnit, units: Mapping[str, Unit], seen: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return why a unit is not taken and what to do, or None."""
    unit = units.get(one.key)
    if unit is None:
        return "the dossier has no such unit", "nothing to do, unless its key was changed by hand"
    if seen.get(one.key, one.target) != one.target:
        return "it stands in the file twice", "the first counts; keep one of the two"
    if one.plural:
        return "it has plural forms, which no text here has", "write one translation of the text"
    if not same_source(one.source, unit.source):
        difference = word_diff(one.source, unit.source)
        return f"its source has changed since: {difference}", "export it again and translate anew"
    return _unfit(one.target)


def _unfit(target: str) -> tuple[str, str] | None:
    """Return why a text can be no translation at all, or None."""
    sign = FORBIDDEN_IN_TRANSLATIONS.search(target)
    if sign:
        character = code_point(sign.group())
        return f"it holds the invisible or reordering character {character}", "type the text again"
    if len(target) > MAX_TARGET:
        return f"it has {len(target)} characters", "send a translation of this text only"
    return None


def _tell(one: ReturnedUnit, why: tuple[str, str], problems: Problems) -> None:
    key = FORBIDDEN_IN_TRANSLATIONS.sub("�", one.key)[:120]
    problems.add("exchange-unit", one.place, key, key=key, why=why[0][:300], hint=why[1])


def with_taken(
    existing: str, units: Iterable[Unit], taken: Iterable[Taken], lang: str, project: str
) -> str:
    """Return the text of the catalogue with what was taken; all else in it stays."""
    file = polib.pofile(merge_catalogue(units, existing, lang, project), wrapwidth=98)
    entries = {entry.msgctxt: entry for entry in file if not entry.obsolete}
    for one in taken:
        _set(entries[one.key], one)
    return str(file) + "\n"


def _set(entry: polib.POEntry, taken: Taken) -> None:
    entry.msgstr = taken.target
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    # The unit has been worked on with today's source: what it was made for before is history.
    entry.previous_msgid = None
    if not taken.final:
        entry.flags.append("fuzzy")


def numbered_beside(name: str, taken_names: Iterable[str]) -> Iterator[str]:
    """Yield free names for the old file: kk.po.old-1, kk.po.old-2 and so on."""
    there = set(taken_names)
    return (f"{name}.old-{n}" for n in range(1, 100_000) if f"{name}.old-{n}" not in there)
