"""A word of a name → the patterns of its stems in each alphabet, with how each is declined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report.protection.endings import Declension, is_ending
from report.protection.letters import Ways, ways_of, without_doubles
from report.protection.lookalikes import plain, script_of
from report.protection.surnames import known_forms

_VOWELS = "аәеёиоөуұүыіэюяaeiouy"
# Before a suffix Kazakh voices the last letter: Серік, Серігі.
_VOICED = {"к": "г", "қ": "ғ", "п": "б", "k": "g", "q": "g", "p": "b"}
_ALTERNATIVES = {1: 2, 2: 2, 3: 2, 4: 3}  # ways of a letter in a word of so many letters; else all


@dataclass(frozen=True)
class Stem:
    """One stem of a name in one script: its pattern, how it may begin, and what may follow it."""

    script: str
    pattern: re.Pattern[str]
    initials: frozenset[str]
    declension: Declension
    whole: bool

    def is_in(self, letters: str) -> bool:
        """Say whether a word in plain letters is a form of the name."""
        if self.pattern.match(letters) is None:  # true of nearly every word: told at once
            return False
        return any(self._fits(letters[:at], letters[at:]) for at in range(len(letters), 0, -1))

    def _fits(self, head: str, tail: str) -> bool:
        open_ = self.whole and head[-1] in _VOWELS
        ending = is_ending(tail, self.declension, self.script, whole=self.whole, open_=open_)
        return ending and self.pattern.fullmatch(head) is not None


def script_of_word(word: str) -> str:
    """Return the script of a word's first letter, in plain letters."""
    return script_of(plain(word[:1])[:1] or "?")


@lru_cache(maxsize=2_000)
def stems_of(word: str, *, surname: bool) -> tuple[Stem, ...]:
    """Return the stems of a word of a name, given in small letters."""
    word = without_doubles(word)
    found = dict.fromkeys(_cut(word, surname=surname))
    for form in sorted(known_forms(word)):
        found.setdefault((without_doubles(form), Declension.WHOLE, False))
    return tuple(
        Stem(script, pattern, initials, declension, whole)
        for stem, declension, whole in found
        for script, pattern, initials in _patterns(stem, len(word), voiced=whole)
    )


Cut = tuple[str, Declension, bool]


def _cut(word: str, *, surname: bool) -> Iterator[Cut]:
    """Yield the stems of a name with their declensions, and whether it is the name uncut."""
    firm = Declension.FIRM if surname else Declension.GIVEN
    last = word[-1]
    if last not in _VOWELS and last not in "йь":
        yield word, firm, True
        return
    yield word, Declension.WHOLE, True
    if last in "аяa":
        yield word[:-1], Declension.VOWEL, False
        if word[-2:-1] in "иi":  # Марии is written with one letter here
            yield word[:-1], Declension.WHOLE, True
        if surname and word.endswith(("ова", "ева", "ёва", "ина", "ына", "ova", "eva", "ina")):
            yield word[:-1], Declension.FIRM, False
    if last in "йь" or word.endswith(("ey", "ei", "ay", "ai", "iy", "ii", "oy", "oi", "uy", "ui")):
        yield word[:-1], Declension.SOFT, False
        if word[-2:-1] in "иi":
            yield word[:-1], Declension.WHOLE, True
    yield from _adjective(word)
    if word.endswith(("ко", "ko")):
        yield word[:-1], Declension.VOWEL, False


def _adjective(word: str) -> Iterator[Cut]:
    endings = ("ий", "ый", "ой", "ая", "яя", "iy", "oy", "yy", "aya", "aia", "y", "i", "ii")
    for ending in endings:
        stem = word.removesuffix(ending)
        known = ending[0] in "иыоая" or stem.endswith(("sk", "ck", "tsk"))
        if stem != word and len(stem) >= 3 and known:
            yield stem, Declension.ADJECTIVE, False


def _patterns(
    stem: str, letters: int, *, voiced: bool
) -> Iterator[tuple[str, re.Pattern[str], frozenset[str]]]:
    """Yield script, pattern and first letters of a stem; `letters` has the name it is cut from."""
    own = script_of_word(stem)
    if own == "other":
        letters_of = "".join(map(plain, stem))
        yield "other", re.compile(re.escape(letters_of)), frozenset(letters_of[:1])
        return
    ways = ways_of(stem)
    for script in ("cyrillic", "latin"):
        chosen = [_chosen(one, script, letters) for one in ways]
        if voiced and stem[-1] in _VOICED:
            chosen[-1] += _chosen(ways_of(_VOICED[stem[-1]])[0], script, letters)
        parts = [_one_of(one) for one in chosen]
        if own == "latin" and script == "cyrillic":  # Russian softens what Latin writes hard
            parts = [f"{one}ь?" for one in parts]
        yield script, re.compile("".join(parts)), _initials(chosen)


def _chosen(ways: Ways, script: str, letters: int) -> tuple[str, ...]:
    """Return the ways in plain letters; of a short name only the usual ones."""
    found = ways.cyrillic if script == "cyrillic" else ways.latin
    most = _ALTERNATIVES.get(letters)
    plainly = dict.fromkeys("".join(map(plain, way)) for way in found if way or most is None)
    return tuple(plainly)[:most]


def _initials(chosen: Sequence[tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    for ways in chosen:
        found |= {way[0] for way in ways if way}
        if "" not in ways:
            break
    return frozenset(found)


def _one_of(ways: Sequence[str]) -> str:
    """Return a pattern of the alternatives; the empty one makes the rest optional."""
    filled = [re.escape(way) for way in dict.fromkeys(ways) if way]
    if not filled:
        return ""
    pattern = filled[0] if len(filled) == 1 and len(filled[0]) == 1 else f"(?:{'|'.join(filled)})"
    return f"{pattern}?" if "" in ways else pattern
