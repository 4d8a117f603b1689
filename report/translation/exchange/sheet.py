"""What is handed to a translator and what comes back, whatever the format of the file.

No person's name is in either. A returned file is from outside: each format reads it within bounds
and tells what it cannot take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report.dossier.folder import MEBIBYTE
from report.model.place import Place
from report.translation.catalogue import Catalogue, State
from report.translation.units import Unit

MAX_RETURNED = 16 * MEBIBYTE
MAX_UNITS = 50_000
# States in which a translator still has something to do.
OPEN = frozenset({State.UNTRANSLATED, State.STALE, State.DRAFT})


@dataclass(frozen=True)
class SheetUnit:
    """One unit for a translator. `previous` is the source that a stale target was made for."""

    key: str
    source: str
    target: str
    state: State
    previous: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """All units of a language, in the order of the brief."""

    project: str
    source_lang: str
    lang: str
    units: tuple[SheetUnit, ...]


@dataclass(frozen=True)
class ReturnedUnit:
    """One unit as it came back. `final`: the translator says that it is done.

    `plural`: it came with several forms, as no unit goes out.
    """

    key: str
    source: str
    target: str
    final: bool
    place: Place
    plural: bool = False


@dataclass(frozen=True)
class Returned:
    """A returned file."""

    lang: str
    units: tuple[ReturnedUnit, ...]
    place: Place


def sheet_of(
    project: str, source_lang: str, catalogue: Catalogue, units: Mapping[str, Unit]
) -> Sheet:
    """Put the units of today beside what the catalogue has for them."""
    return Sheet(
        project,
        source_lang,
        catalogue.lang,
        tuple(_sheet_unit(unit, catalogue) for unit in units.values()),
    )


def _sheet_unit(unit: Unit, catalogue: Catalogue) -> SheetUnit:
    translation = catalogue.translations.get(unit.key)
    state = catalogue.states[unit.key]
    return SheetUnit(
        unit.key,
        unit.source,
        str(translation.target) if translation else "",
        state,
        translation.made_for if translation and state is State.STALE else "",
    )


def tidied(text: str, source: str) -> str:
    """Return a returned text with the line ends of its source; no-break spaces stay."""
    lines = [" ".join(re.split(r"[ \t]+", line)).strip(" ") for line in _lines(text)]
    return ("\n" if "\n" in source else " ").join(line for line in lines if line)


def same_source(one: str, other: str) -> bool:
    """Whether two sources are the same but for white space, which tools change."""
    return one.split() == other.split()


def _lines(text: str) -> Iterable[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
