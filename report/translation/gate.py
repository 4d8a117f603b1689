"""A dossier and its catalogues → the units of every language that is printed, checked.

Nothing is printed in a language that does not have it whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from report.dossier.folder import Folder
from report.dossier.glossary import read_glossary
from report.model.dossier import Dossier
from report.model.finding import Figure
from report.model.place import Place, read_at
from report.model.problem import Problems
from report.translation.bounds import check_number_words, format_figure
from report.translation.catalogue import Catalogue, read_catalogue
from report.translation.checks import check_translations
from report.translation.language_data import refuse_language
from report.translation.locales import Language, load_language
from report.translation.needed import OF_ALL_LANGUAGES, check_complete, has_whole, not_printed
from report.translation.units import Unit, units_of


@dataclass(frozen=True)
class Translations:
    """The units of a dossier by key, the catalogues by language, and how many were checked.

    `whole` are the languages other than the dossier's own that were checked throughout.
    """

    units: Mapping[str, Unit]
    catalogues: Mapping[str, Catalogue]
    checked: int
    whole: tuple[str, ...] = ()


def check_languages(
    folder: Folder,
    dossier: Dossier,
    whole: Iterable[str],
    problems: Problems,
    editions: Collection[str] | None = None,
) -> Translations:
    """Check every language of the dossier; `whole` are those that a whole brief is printed in.

    `editions` are those asked for, None all that the dossier has. A page of all languages holds
    each that the dossier has whole.
    """
    whole = list(map(str, whole))
    every = editions is None or not OF_ALL_LANGUAGES.isdisjoint(editions)
    known = _languages(dossier, whole, problems)
    if not known:
        return Translations({}, {}, 0)
    units = units_in(dossier, load_language(known[0]))
    glossary = read_glossary(folder, problems)
    catalogues, checked = {}, 0
    for lang in (str(one) for one in known if one != dossier.language):
        catalogues[lang] = catalogue = read_catalogue(folder, lang, units, problems)
        without = not_printed(dossier, lang, editions)
        if every and lang not in whole and has_whole(catalogue, units, without):
            whole.append(lang)
        throughout = lang in whole
        check_complete(catalogue, units, whole=throughout, problems=problems, without=without)
        checked += check_translations(
            catalogue,
            units,
            glossary,
            whole=throughout,
            problems=problems,
            source_lang=str(dossier.language),
            without=without,
        )
    return Translations(units, catalogues, checked, tuple(c for c in whole if c in catalogues))


def _languages(dossier: Dossier, whole: Iterable[str], problems: Problems) -> list[str]:
    """Return the languages that are printed, the dossier's own first; none where it cannot be.

    Each must have words for the numbers that are given in words; what lacks is told.
    """
    wanted = dict.fromkeys((dossier.language, *dossier.summary_languages, *whole))
    known = [str(lang) for lang in wanted if _known(lang, dossier, problems)]
    languages = [load_language(lang) for lang in known]
    found = list(check_number_words(dossier.figure_by_id.values(), languages))
    problems.extend(found)
    return known if dossier.language in known and not found else []


def _known(lang: str, dossier: Dossier, problems: Problems) -> bool:
    refused = refuse_language(str(lang), read_at(lang, Place(dossier.place.path)))
    problems.extend([refused] if refused else [])
    return refused is None


def units_in(dossier: Dossier, language: Language) -> dict[str, Unit]:
    """Return the units of a dossier by key, figures printed as its own language prints them."""

    def printed(figure: Figure) -> str:
        return format_figure(figure.value, figure.bound, language)

    return {unit.key: unit for unit in units_of(dossier, printed)}
