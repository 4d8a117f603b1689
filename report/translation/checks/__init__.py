"""A catalogue beside the units of today → every fault that a program can see in a translation.

Each check takes a pair of texts and yields problems with their places in the catalogue. Whether a
translation is good is for people to say; what these checks find is never good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from report.model.glossary import Glossary
from report.model.problem import Problem, Problems, Severity
from report.translation.catalogue import Catalogue, State, Translation
from report.translation.checks.figures import check_figures
from report.translation.checks.meaning import check_negation
from report.translation.checks.pair import Check, Pair, pair_of
from report.translation.checks.scripts import check_script
from report.translation.checks.spelling import check_spelling
from report.translation.checks.stock import WordStock
from report.translation.checks.structure import check_structure
from report.translation.checks.suffixes import check_suffixes
from report.translation.checks.term_table import TermTable
from report.translation.checks.terms import check_terms
from report.translation.checks.wording import check_wording
from report.translation.needed import Editions, printed_keys
from report.translation.units import ORGANISATION_NAME, Unit
from report.translation.words import Words, load_words

MAX_LENGTH = 40_000  # twice what a text of the dossier may have
CHECKS: tuple[Check, ...] = (
    check_structure,
    check_figures,
    check_script,
    check_wording,
    check_terms,
    check_negation,
    check_suffixes,
)


def check_translations(  # noqa: PLR0913  the world of a check, stated by name
    catalogue: Catalogue,
    units: Mapping[str, Unit],
    glossary: Glossary,
    *,
    whole: bool,
    problems: Problems,
    source_lang: str = "en",
    without: Editions = frozenset(),
) -> int:
    """Check every translation that is not stale; return how many were checked.

    Units that are not printed are checked too, and their problems are warnings. `whole`: the
    language is printed throughout, not in the summary only, but for the texts of the editions
    `without`. What is stale or missing is for `check_complete` to say.
    """
    source_words, words = load_words(source_lang), load_words(catalogue.lang)
    terms = TermTable(glossary, source_words, words)
    printed = set(printed_keys(units, whole=whole, without=without))
    pairs = [
        pair_of(translation, source_words, words, terms)
        for translation in _current(catalogue.translations.values())
    ]
    stock = stock_of((pair.plain for pair in pairs), glossary, words)
    world = hash((source_lang, catalogue.lang, repr(glossary)))
    for pair in pairs:
        found = check_pair(pair, stock, world)
        problems.extend(found if pair.key in printed else map(_as_warning, found))
    return len(pairs)


# What was found sound, so that a preview does not check all translations at each change of one.
_sound: set[tuple[object, ...]] = set()
_MOST_SOUND = 50_000


def check_pair(pair: Pair, stock: WordStock, world: int = 0) -> Iterator[Problem]:
    """Yield every problem of one translation; of one that is no text of a brief, only that.

    `world` stands for all that the checks know beside the pair; with it what is sound is
    remembered.
    """
    if pair.key == ORGANISATION_NAME and pair.target == pair.source:
        return  # a name may stand as it is
    length = max(len(pair.target), len(pair.source))
    if length > MAX_LENGTH:
        yield pair.found("text-too-long", length=length, limit=MAX_LENGTH)
        return
    key = (world, pair.key, pair.source, str(pair.target))
    if key not in _sound:
        found = [problem for check in CHECKS for problem in check(pair)]
        if world and not found and len(_sound) < _MOST_SOUND:
            _sound.add(key)
        yield from found
    yield from check_spelling(pair, stock)


def stock_of(texts: Iterable[str], glossary: Glossary, words: Words) -> WordStock:
    """Return the words of all texts and of the glossary."""
    rendered = (said for _, one in glossary.in_language(words.lang) for said in one.words)
    return WordStock((*texts, *rendered), words)


def _current(translations: Iterable[Translation]) -> Iterator[Translation]:
    return (one for one in translations if one.state is not State.STALE)


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING)
