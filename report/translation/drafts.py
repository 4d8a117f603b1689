"""Units without a translation and a service → machine drafts, each checked before it is kept.

A draft never takes the place of a person's translation, and is marked as what it is: fuzzy, with
the remark "machine draft". What a check calls an error is not kept at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import polib

from report.model.characters import FORBIDDEN_IN_TRANSLATIONS
from report.model.glossary import Glossary
from report.model.place import Place, Text
from report.model.problem import Problems, Severity
from report.translation.catalogue import Catalogue, State, Translation
from report.translation.checks import check_pair, stock_of
from report.translation.checks.pair import pair_of
from report.translation.checks.term_table import TermTable
from report.translation.endpoint import EndpointFault
from report.translation.exchange.sheet import tidied
from report.translation.exchange.taking import MAX_TARGET, Taken, with_taken
from report.translation.locales import Language
from report.translation.masking import mask, unmask
from report.translation.units import Unit
from report.translation.words import load_words

REMARK = "machine draft"


class Service(Protocol):
    """What translates a text; EndpointFault where it does not."""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation of a text from one language into another."""
        ...


@dataclass(frozen=True)
class Draft:
    """A machine's translation of one unit."""

    key: str
    target: str


class Drafter:
    """Asks a service for units of one language and checks what it answers."""

    def __init__(
        self, service: Service, source_lang: str, language: Language, glossary: Glossary
    ) -> None:
        self._service, self._source_lang, self._language = service, source_lang, language
        self._source_words, self._words = load_words(source_lang), load_words(language.lang)
        self._terms = TermTable(glossary, self._source_words, self._words)
        self._glossary = glossary

    def draft(self, unit: Unit) -> Draft:
        """Return the draft of a unit; ValueError with why it is not kept; EndpointFault."""
        masked = mask(unit.source, self._source_lang, self._language)
        found = self._service.translate(masked.text, self._source_lang, self._language.lang)
        if len(found) > MAX_TARGET:
            raise ValueError("the answer is far too long")
        if FORBIDDEN_IN_TRANSLATIONS.search(found):
            raise ValueError("the answer holds an invisible or reordering character")
        if any(sign in found and sign not in unit.source for sign in "<>{}"):
            raise ValueError("the answer holds markup that the source does not have")
        target = tidied(unmask(found, masked), unit.source)
        self._refuse_faulty(unit, target)
        return Draft(unit.key, target)

    def _refuse_faulty(self, unit: Unit, target: str) -> None:
        text = Text(target, Place(""), target)
        translation = Translation(unit, text, State.DRAFT, unit.source)
        pair = pair_of(translation, self._source_words, self._words, self._terms)
        stock = stock_of([pair.plain], self._glossary, self._words)
        for found in check_pair(pair, stock):
            if found.severity is Severity.ERROR:
                raise ValueError(found.message)


def wanted_units(
    units: Mapping[str, Unit], catalogue: Catalogue, sensitive: Iterable[str]
) -> Sequence[Unit]:
    """Return the units that a service may be asked for: untranslated, and none that is sensitive.

    A stale unit has a translation that a person made: it is left for a person to mend.
    """
    refused = frozenset(sensitive)
    return [
        unit
        for key, unit in units.items()
        if catalogue.states[key] is State.UNTRANSLATED and key not in refused
    ]


def make_drafts(drafter: Drafter, units: Iterable[Unit], problems: Problems) -> Iterator[Draft]:
    """Yield the drafts that can be kept.

    Codes: draft-refused for a unit whose answer is not kept; endpoint-fault, behind which nothing
    more is asked.
    """
    for unit in units:
        try:
            yield drafter.draft(unit)
        except EndpointFault as fault:
            problems.add("endpoint-fault", unit.place, unit.key, why=str(fault))
            return
        except ValueError as error:
            problems.add("draft-refused", unit.place, unit.key, key=unit.key, why=str(error))


def with_drafts(
    existing: str, units: Iterable[Unit], drafts: Iterable[Draft], lang: str, project: str
) -> str:
    """Return the text of the catalogue with the drafts in it; all else in it stays."""
    taken = [Taken(draft.key, draft.target, final=False, difference="") for draft in drafts]
    text = with_taken(existing, units, taken, lang, project)
    file = polib.pofile(text, wrapwidth=98)
    drafted = {one.key for one in taken}
    for entry in file:
        if entry.msgctxt in drafted and not entry.obsolete:
            entry.tcomment = "\n".join(filter(None, (entry.tcomment, REMARK)))
    return str(file) + "\n"
