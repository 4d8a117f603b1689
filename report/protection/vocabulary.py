"""The names of persons → whether a word is a form of one of their words, or holds a whole name.

Knows single words only; what stands beside what in a text is for the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report.model.person import Person
from report.protection.endings import is_ending
from report.protection.lookalikes import APOSTROPHES
from report.protection.spelling import Stem, script_of_word, stems_of
from report.protection.surnames import is_form_of_word, is_ordinary, lone_words
from report.protection.words import readings

_NAME_WORD = re.compile(rf"[^\W\d_](?:[{APOSTROPHES}]?[^\W\d_])*")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_JOINED = 9  # letters of two words of a name that are written as one
_LONG = 7  # letters of a surname that is looked for at the end of a longer word
_SHORT = 3  # letters of a name that is one only where it is written large
_LONGEST = 400  # letters of a word that is looked into
_MOST_WORDS = 200_000


class NameWord(NamedTuple):
    """A word of a spelled name. `lone`: it tells of the person by itself.

    `large`: by itself only where it is written large, for it is also an ordinary word or a form of
    one. `common`: it is so, whether it tells of the person by itself or not.
    """

    person: int
    name: int
    position: int
    lone: bool
    surname: bool
    script: str
    letters: int
    large: bool = False
    common: bool = False


class Vocabulary:
    """The words of all names; it remembers every word that it was asked about."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.ordinary: set[int] = set()
        """Persons whose surname is an ordinary word and is not looked for alone."""
        self.common: set[int] = set()
        """Persons with a name of one word, looked for alone, that is an ordinary word."""
        self._large: set[int] = set()
        self._stems: dict[tuple[str, str], list[tuple[Stem, NameWord]]] = {}
        self._initials: dict[int, set[str]] = {}
        self._known: dict[str, frozenset[NameWord]] = {}
        names = 0
        for number, person in enumerate(persons):
            if any(map(_is_word, _looked_for_alone(person))):
                self.common.add(number)
            if any(map(_has_form_of_word, (*person.names, *person.spellings))):
                self._large.add(number)
            for name in (*person.names, *person.spellings, *person.also):
                names += 1
                words = words_of_name(name)
                lone = self._lone(number, person, words, listed=name in person.also)
                self._add(number, names, words, lone)

    def _lone(
        self, number: int, person: Person, words: Sequence[str], *, listed: bool
    ) -> frozenset[int]:
        """Return the places of the words of a name that are looked for alone."""
        lone = frozenset(lone_words(words)) if words else frozenset()
        if len(words) == 1 and (listed or person.alone):
            return lone
        ordinary = frozenset(n for n in lone if is_ordinary(words[n]))
        if ordinary and person.alone:
            self.ordinary.add(number)
        return lone - ordinary if person.alone else frozenset()

    def _add(self, person: int, name: int, words: Sequence[str], lone: frozenset[int]) -> None:
        surnames = lone_words(words) if len(words) > 1 else ()
        for position, word in enumerate(words):
            surname = position in surnames
            script = script_of_word(word)
            alone = position in lone
            # Vera is a word where it is Вера: what holds of one alphabet holds of all.
            large = alone and person in (self.common if len(words) == 1 else self._large)
            common = is_ordinary(word) or is_form_of_word(word)
            own = NameWord(person, name, position, alone, surname, script, len(word), large, common)
            for stem in stems_of(word, surname=surname):
                if not surname:
                    self._initials.setdefault(person, set()).update(stem.initials)
                for first in stem.initials:
                    self._stems.setdefault((stem.script, first), []).append((stem, own))

    # Single words

    def classes(self, letters: str) -> frozenset[NameWord]:
        """Return the words of names that a word may be a form of."""
        known = self._known.get(letters)
        if known is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            known = self._known[letters] = frozenset(self._read(letters))
        return known

    def _read(self, letters: str) -> Iterator[NameWord]:
        small = letters[:1].islower()
        for script, plainly in readings(letters):
            for stem, word in self._stems.get((script, plainly[0]), ()):
                if small and word.letters <= _SHORT:
                    continue
                if stem.is_in(plainly):
                    yield word

    def holds(self, letters: str) -> set[int]:
        """Return the persons whose name stands within a word, as in `johnsmith`."""
        return set(self._held(letters)) if _LONG < len(letters) <= _LONGEST else set()

    def _held(self, letters: str) -> Iterator[int]:
        for script, plainly in readings(letters):
            parts = [
                (at, match.end(), stem, word)
                for at in range(len(plainly) - 2)
                for stem, word in self._stems.get((script, plainly[at]), ())
                if (match := stem.pattern.match(plainly, at)) and match.end() - at >= _SHORT
            ]
            for _, end, stem, word in parts:
                tail = plainly[end:]
                long = word.lone and word.letters >= _LONG
                if long and is_ending(tail, stem.declension, script, whole=stem.whole):
                    yield word.person
            for (start, end, _, one), (begin, stop, _, other) in _pairs_of(parts):
                near = end <= begin <= end + 3 and stop - start >= _JOINED - 2
                if near and of_one_name(one, other):
                    yield one.person

    def is_initial(self, letters: str, person: int) -> bool:
        """Say whether a word may be an initial of a person."""
        if len(letters) > 2 or not letters[0].isupper():
            return False
        initials = self._initials.get(person, ())
        return any(plainly[0] in initials for _, plainly in readings(letters))


def _looked_for_alone(person: Person) -> tuple[str, ...]:
    """Return the names of a person that are looked for alone where they are of one word."""
    full = (*person.names, *person.spellings) if person.alone else ()
    return (*person.also, *full)


def _has_form_of_word(name: str) -> bool:
    """Whether the surname of a name is a form of an ordinary word."""
    words = words_of_name(name)
    return len(words) > 1 and any(is_form_of_word(words[n]) for n in lone_words(words))


def _is_word(name: str) -> bool:
    """Whether a name is of one word that is also an ordinary word, or a form of one."""
    words = words_of_name(name)
    return len(words) == 1 and (is_ordinary(words[0]) or is_form_of_word(words[0]))


_Part = tuple[int, int, Stem, NameWord]


def _pairs_of(parts: Sequence[_Part]) -> Iterator[tuple[_Part, _Part]]:
    for one in parts:
        for other in parts:
            if one[1] <= other[0]:
                yield one, other


def words_of_name(name: str) -> list[str]:
    """Return the words of a name in small letters, without apostrophes."""
    return [_APOSTROPHE.sub("", word) for word in _NAME_WORD.findall(name.casefold())]


def of_one_name(one: NameWord, other: NameWord) -> bool:
    """Say whether two words are different words of one name."""
    same = (one.person, one.name) == (other.person, other.name)
    return same and one.position != other.position
