"""Which units a brief prints in a language, and whether each may be printed.

A brief in the dossier's own language prints the title, subtitle and summary in the languages of
the summary; a brief in another language prints everything in it. What is written for a submission
or a statement alone is printed by that edition alone. Nothing falls back: the name of the
organisation alone may stand as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from report.model.dossier import Dossier
from report.model.problem import Problems
from report.translation.catalogue import Catalogue, State
from report.translation.units import ORGANISATION_NAME, Unit

Editions = frozenset[str]
OF_ONE_EDITION: Editions = frozenset(("submission", "statement"))
OF_ALL_LANGUAGES: Editions = frozenset(("web",))
SUMMARY_UNITS = ("title", "subtitle", "summary/")
_BODY_UNITS = ("sections/", "findings/")


def in_summary(key: str) -> bool:
    """Whether the unit stands in the summary pages."""
    return any(
        key == unit or (unit.endswith("/") and key.startswith(unit)) for unit in SUMMARY_UNITS
    )


def is_begun_whole(catalogue: Catalogue) -> bool:
    """Whether more than a summary is translated: a text of the body of the brief."""
    return any(key.startswith(_BODY_UNITS) for key in catalogue.translations)


def not_printed(dossier: Dossier, lang: str, editions: Collection[str] | None) -> Editions:
    """Return those of the editions with texts of their own that are not printed in a language.

    `editions` are those asked for, None all that the dossier has in the language.
    """
    asked = OF_ONE_EDITION if editions is None else OF_ONE_EDITION & set(editions)
    return OF_ONE_EDITION - {one for one in asked if dossier.prints(one, lang)}


def has_whole(catalogue: Catalogue, units: Iterable[str], without: Editions) -> bool:
    """Whether a whole brief can be printed: each unit has a translation of its present source."""
    missing = (State.UNTRANSLATED, State.STALE)
    printed = printed_keys(units, whole=True, without=without)
    return all(catalogue.states[key] not in missing for key in printed)


def check_complete(
    catalogue: Catalogue,
    units: Mapping[str, Unit],
    *,
    whole: bool,
    problems: Problems,
    without: Editions = frozenset(),
) -> None:
    """Add `untranslated` and `stale` for every unit that would be printed.

    `whole`: the language is printed throughout, not in the summary only, but for the texts of the
    editions `without`.
    """
    file = [p for p in problems if p.place.path == catalogue.path and p.severity == "error"]
    if file and not catalogue.translations:
        return  # that the file is missing or cannot be read is told
    for key in printed_keys(units, whole=whole, without=without):
        state = catalogue.states[key]
        unit = units[key]
        if state is State.UNTRANSLATED and key != ORGANISATION_NAME:
            problems.add("untranslated", unit.place, key, key=key, path=catalogue.path)
        elif state is State.STALE:
            place = catalogue.translations[key].target.place
            problems.add("stale", place, key, key=key, source=unit.source)


def printed_keys(
    units: Iterable[str], *, whole: bool, without: Editions = frozenset()
) -> list[str]:
    """Return the keys of the units that are printed."""
    return [
        key for key in units if (whole and key.partition("/")[0] not in without) or in_summary(key)
    ]
