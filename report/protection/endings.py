"""The endings that a name takes in a sentence: Russian cases, Kazakh chains of suffixes, English s.

A name is a stem with a kind of declension; whether what follows the stem is an ending is asked
here. Letters are plain ones (й is и, ё is е) with doubled ones made one. Generous where a form that
nobody writes does no harm: a missed form would.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product

from report.protection.letters import OF_CYRILLIC, without_doubles


class Declension(StrEnum):
    """How what follows a stem may look."""

    WHOLE = "whole"  # the stem is a whole form
    FIRM = "firm"  # Смит, Иванов, Ахметова without its last letter
    GIVEN = "given"  # Иван: as firm, without the forms that make a surname of it
    VOWEL = "vowel"  # Мадина, Мария, Гүлнара without the last letter
    SOFT = "soft"  # Сергей, Игорь without the last letter
    ADJECTIVE = "adjective"  # Толстой, Горская without the last two


_GIVEN = "- а у ом ем е и ы ам ами ах ям ями ях"
_FAMILY = "ым им ов ев ой ою ей ых их ыми ими ова ово овой ову овым овы овых"
_VOWEL = (
    "а я ы и е у ю ой ей ою ею ам ами ах ям ями ях ин ина ину ином ине ины иных ино иным иной иными"
)
_SOFT = "и ь я ю ем е ев ей ям ями ях ью"
_ADJECTIVE = "ий ый ой его ого ому ему ым им ом ем ая яя ую юю ою ею ей ие ые ых их ыми ими и ы"


def _plain(endings: str) -> frozenset[str]:
    """Return endings in plain letters, with doubled letters and with one for each."""
    plain = {"" if one == "-" else one.replace("й", "и") for one in endings.split()}
    return frozenset(plain | set(map(without_doubles, plain)))


_RUSSIAN: dict[Declension, frozenset[str]] = {
    Declension.WHOLE: _plain("-"),
    Declension.FIRM: _plain(f"{_GIVEN} {_FAMILY}"),
    Declension.GIVEN: _plain(_GIVEN),
    Declension.VOWEL: _plain(_VOWEL),
    Declension.SOFT: _plain(_SOFT),
    Declension.ADJECTIVE: _plain(_ADJECTIVE),
}

# The chain of Kazakh suffixes: number, possessive, case; then what makes an adjective or adverb of
# the word, and number and case again. Letters that only Kazakh has are written as Russian ones, so
# that texts typed without them are read too.
_PLURAL = "лар|лер|дар|дер|тар|тер"
_POSSESSIVE = "ымыз|имиз|ыныз|иниз|мыз|миз|ныз|низ|ым|им|ын|ин|сы|си|м|н|ы|и"
_CASE = (
    "нын|нин|дын|дин|тын|тин|га|ге|ка|ке|на|не|а|е|ны|ни|ды|ди|ты|ти|н|нда|нде|да|де|та|те|"
    "нан|нен|дан|ден|тан|тен|менен|бенен|пенен|мен|бен|пен"
)
_FURTHER = (
    "ндагы|ндеги|дагы|деги|тагы|теги|ники|дики|тики|ша|ше|даи|деи|таи|теи|сыз|сиз|лык|лик|лы|ли"
)
_CHAIN = (
    f"(?:{_PLURAL})?(?:{_POSSESSIVE})?(?:{_CASE})?"
    f"(?:(?:{_FURTHER})(?:{_PLURAL})?(?:{_POSSESSIVE})?(?:{_CASE})?)?"
)
_AS_RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")
_KAZAKH_IN_LATIN = {
    **dict(zip("авгдезиклмнпрстубы", "avgdeziklmnprstubi", strict=True)),
    "ш": "sh",
    "н": "ng?",
    "г": "gh?",
}
# Latin letters that Kazakh spellings use for one another.
_LATIN_ALIKE = str.maketrans("yjqw", "iiku")


@cache
def _kazakh(script: str) -> re.Pattern[str]:
    if script == "cyrillic":
        return re.compile(_CHAIN)
    return re.compile("".join(_KAZAKH_IN_LATIN.get(one, one) for one in _CHAIN))


@cache
def _in_latin(declension: Declension) -> frozenset[str]:
    """Return the Russian endings of a declension as transliterations write them."""
    found = {""}
    for ending in _RUSSIAN[declension]:
        found |= {"ego", "ogo", "evo", "ovo", "yego"} if ending in ("его", "ого") else set()
        ways = [OF_CYRILLIC[letter].latin for letter in ending]
        found |= {without_doubles("".join(one)) for one in product(*ways)}
    return frozenset(found)


@lru_cache(maxsize=50_000)
def is_ending(
    tail: str, declension: Declension, script: str, *, whole: bool, open_: bool = False
) -> bool:
    """Say whether `tail` may follow a stem; `whole` where the stem is the name uncut.

    Kazakh adds its suffixes to the whole name, English its s. `open_`: the stem ends in a vowel,
    behind which no Kazakh suffix begins with t or k: Алматы is no form of Алма.
    """
    if open_ and tail[:1] in ("т", "к", "қ", "t", "k", "q"):
        return False
    if not tail:
        return whole or "" in _RUSSIAN[declension]
    if script == "cyrillic":
        kazakh = tail.translate(_AS_RUSSIAN)
        return tail in _RUSSIAN[declension] or (whole and _is_kazakh(kazakh, script))
    if script != "latin":
        return False
    if tail in _in_latin(declension) or (whole and tail in ("s", "es")):
        return True
    return whole and _is_kazakh(tail.translate(_LATIN_ALIKE), script)


def _is_kazakh(tail: str, script: str) -> bool:
    return _kazakh(script).fullmatch(tail) is not None
