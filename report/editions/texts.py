"""The texts of a dossier in one language: what was written, or its translation, nothing between.

A text that the language does not have is an error of the program (checks come first): it is never
replaced by another language's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report.dossier.prose import parse_prose
from report.model.prose import Paragraph, Prose, Run
from report.translation.catalogue import Catalogue, State
from report.translation.needed import OF_ONE_EDITION, printed_keys
from report.translation.typography import bind_spaces
from report.translation.units import ORGANISATION_NAME, Unit, name_key


@dataclass(frozen=True)
class Texts:
    """The units of a dossier as `lang` prints them. `catalogue` is None in the dossier's own.

    In a `draft` a unit without a translation prints its key in square brackets.
    """

    lang: str
    units: Mapping[str, Unit]
    catalogue: Catalogue | None = None
    draft: bool = False

    @property
    def translated(self) -> bool:
        """Whether these are translations."""
        return self.catalogue is not None

    def has(self, key: str) -> bool:
        """Whether the dossier has the unit."""
        return key in self.units

    def line(self, key: str) -> str:
        """Return a unit as plain text, its spaces bound; empty where the dossier has none."""
        return bind_spaces(self._text(key), self.lang) if key in self.units else ""

    @property
    def organisation(self) -> str:
        """The name of the organisation, as it is where the language has no other for it."""
        return self.line(ORGANISATION_NAME)

    def name(self, group: str, name: str) -> str:
        """Return the name of a speaker, an addressee or a place."""
        return self.line(name_key(group, name)) if name else ""

    def prose(self, key: str) -> Prose:
        """Return a unit as prose, figures resolved."""
        return parse_prose(self._text(key)) if key in self.units else Prose(())

    def paragraph(self, key: str) -> Paragraph:
        """Return a unit of one paragraph; a list among them is joined."""
        runs = [p.inlines for p in self.prose(key).paragraphs()]
        inlines = tuple(i for n, r in enumerate(runs) for i in ((Run(" "),) if n else ()) + r)
        return Paragraph(inlines)

    def numbered(self, key: str) -> list[str]:
        """Return the keys `key/1`, `key/2` … that the dossier has, in order."""
        found: list[str] = []
        while f"{key}/{len(found) + 1}" in self.units:
            found.append(f"{key}/{len(found) + 1}")
        return found

    def reviewed(self, keys: Iterable[str]) -> bool:
        """Whether a reader has reviewed each of the units, or they are the original."""
        done = (State.REVIEWED, State.APPROVED)
        return self.catalogue is None or all(self.catalogue.states[key] in done for key in keys)

    def keys_of(self, edition: str) -> list[str]:
        """Return the keys of all units but those of another edition alone."""
        return printed_keys(self.units, whole=True, without=OF_ONE_EDITION - {edition})

    def _text(self, key: str) -> str:
        unit = self.units[key]
        if self.catalogue is None:
            return unit.source
        if key == ORGANISATION_NAME and key not in self.catalogue.translations:
            return unit.source
        if self.draft and key not in self.catalogue.translations:
            return f"[{key}]"  # a draft shows the hole; a final never gets here
        return self.catalogue.translations[key].target
